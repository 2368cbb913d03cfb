"""At which words of an article a step has something to look for: one look at each word instead of one for each step."""
from collections.abc import Collection
from functools import cache

from analysis.actors import bare, homologues, institutions, offices, pronouns, references
from analysis.actors.lexicon import adjective_sizes, names_trie
from analysis.actors.words import Words


def find_places(words: Words) -> dict[str, list[int]]:
    """Step → the words that open something of its, in order."""
    openers, places = _openers(), {step: [] for step in _words_by_step()}
    for i, word in enumerate(words.fold):
        if word in openers:
            for step in openers[word]:
                places[step].append(i)
    return places


@cache
def _openers() -> dict[str, tuple[str, ...]]:
    """Folded word → the steps that have something which opens with it."""
    found: dict[str, tuple[str, ...]] = {}
    for step, words in _words_by_step().items():
        for word in words:
            found[word] = (*found.get(word, ()), step)
    return found


@cache
def _words_by_step() -> dict[str, Collection[str]]:
    return {"names": names_trie(), "adjectives": adjective_sizes(), "offices": offices.first_words(),
            "institutions": institutions.first_words(), "bare": bare.first_words(), "homologues": homologues.WORDS,
            "pronouns": pronouns.WORDS, "references": references.TELLING}
