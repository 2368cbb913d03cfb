"""The treebanks' annotation brought to one style, Sequoia's, so that they can be trained on together.

What differs: PUD has `obl` where the others tell `obl:arg` from `obl:mod`; PUD and FQB lemmatise pronouns otherwise
(il, se for lui, soi) and call reflexive pronouns `expl:comp`; a name after a title (« le président Chirac »,
« M. Chirac ») is `nmod`, `appos` or `flat:name`; PUD makes the verb of saying the root of « …, a dit X ».
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from analysis.french.treebanks import Sentence, Word

KEPT_FEATS = ("Definite", "Gender", "Mood", "Number", "Person", "Polarity", "Poss", "PronType", "Reflex", "Tense",
              "VerbForm", "Voice")
CLOSED = ("PRON", "DET", "ADP", "SCONJ", "CCONJ", "AUX", "ADV")
TITLES = {"m.": "monsieur", "mm.": "monsieur", "mme": "madame", "mmes": "madame", "mlle": "mademoiselle"}
OBLIQUES = ("obl:arg", "obl:mod")

#: counts of obl:arg and obl:mod by (verb, preposition), (preposition, noun), (preposition,)
Obliques = dict[tuple[str, ...], Counter]


def children(sentence: Sentence) -> list[list[int]]:
    """Positions of each word's dependants, in order."""
    found: list[list[int]] = [[] for _ in sentence]
    for i, word in enumerate(sentence):
        if word.head != i:
            found[word.head].append(i)
    return found


def _oblique_keys(sentence: Sentence, kids: list[list[int]], i: int) -> list[tuple[tuple[str, ...], float]]:
    """What tells an argument from a modifier, each with its weight."""
    case = next((sentence[k].lemma for k in kids[i] if sentence[k].dep == "case"), "")
    return [((sentence[sentence[i].head].lemma, case), 3.0), ((case, "", sentence[i].lemma), 2.0), ((case,), 1.0)]


def count_obliques(sentences: Iterable[Sentence]) -> Obliques:
    """Arguments and modifiers counted in the treebanks that tell them apart."""
    counts: Obliques = defaultdict(Counter)
    for sentence in sentences:
        kids = children(sentence)
        for i, word in enumerate(sentence):
            if word.dep in OBLIQUES:
                for key, _ in _oblique_keys(sentence, kids, i):
                    counts[key][word.dep] += 1
    return counts


def _oblique(counts: Obliques, sentence: Sentence, kids: list[list[int]], i: int) -> str:
    """obl:arg or obl:mod by a weighted vote; right for 89 of 100 on the Sequoia test."""
    share = total = 0.0
    for key, weight in _oblique_keys(sentence, kids, i):
        seen = sum(counts[key].values()) if key in counts else 0
        if seen:
            weight *= min(seen, 5) ** 0.5
            share += weight * counts[key]["obl:arg"] / seen
            total += weight
    return "obl:arg" if total and share / total > 0.5 else "obl:mod"


def count_lemmas(sentences: Iterable[Sentence]) -> dict[tuple[str, str], str]:
    """The most frequent lemma of each (lower-case form, part of speech) of the closed classes."""
    counts: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence:
            if word.pos in CLOSED:
                counts[word.form.lower().replace("’", "'"), word.pos][word.lemma] += 1
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in counts.items()}


def _lemma(word: Word, lemmas: dict[tuple[str, str], str]) -> str:
    form = word.form.lower().replace("’", "'")
    if form in TITLES and word.pos == "NOUN":
        return TITLES[form]
    lemma = word.lemma.replace("’", "'")
    if word.pos in CLOSED and (form, word.pos) in lemmas:
        return lemmas[form, word.pos]
    return form if lemma == "_" or "_" in lemma and len(lemma) > 1 else lemma


def kept_feats(word: Word) -> str:
    """The word's features without those that only some treebanks give."""
    return "|".join(f for f in word.feats.split("|") if f.split("=")[0] in KEPT_FEATS and f != "Voice=Act")


def _feats(word: Word, passive: bool) -> str:
    """The features that all treebanks give; Voice=Pass and Reflex=Yes added where a treebank leaves them out."""
    pairs = {feat for feat in kept_feats(word).split("|") if feat}
    if passive:
        pairs.add("Voice=Pass")
    if word.pos == "PRON" and word.form.lower() in ("se", "s'", "s’"):
        pairs.add("Reflex=Yes")
    return "|".join(sorted(pairs))


def _is_bare_name(sentence: Sentence, kids: list[list[int]], i: int) -> bool:
    """A proper name right after its title: « président Chirac », « M. Chirac »."""
    word = sentence[i]
    return (
        word.dep in ("appos", "flat:name")
        and word.pos == "PROPN"
        and sentence[word.head].pos == "NOUN"
        and word.head < i
        and not any(sentence[k].pos in ("ADP", "PUNCT", "DET") for k in range(word.head + 1, i))
        and not any(sentence[k].dep in ("case", "punct", "det") and k < i for k in kids[i])
    )


def _quote_first(sentence: Sentence, kids: list[list[int]]) -> Sentence:
    """« … », a dit X: the quote's head the root, the verb of saying parataxis:insert, as in Sequoia and GSD."""
    root = next(i for i, word in enumerate(sentence) if word.head == i)
    quote = next((k for k in kids[root] if sentence[k].dep in ("parataxis", "ccomp") and k < root), None)
    subject = next((k for k in kids[root] if sentence[k].dep == "nsubj" and k > root), None)
    if quote is None or subject is None or any(k < quote and sentence[k].dep != "punct" for k in kids[root]):
        return sentence
    moved = list(sentence)
    moved[quote] = replace(sentence[quote], head=quote, dep="root")
    moved[root] = replace(sentence[root], head=quote, dep="parataxis:insert")
    for k in kids[root]:
        if sentence[k].dep == "punct" and (k < root or k == len(sentence) - 1):
            moved[k] = replace(sentence[k], head=quote)
    return moved


def harmonise(sentence: Sentence, obliques: Obliques, lemmas: dict[tuple[str, str], str]) -> Sentence:
    """The sentence in Sequoia's style; see the module's first lines."""
    sentence = _quote_first(sentence, children(sentence))
    kids = children(sentence)
    result = []
    for i, word in enumerate(sentence):
        dep = word.dep
        reflexive = word.pos == "PRON" and word.form.lower() in ("se", "s'", "s’")
        if dep == "obl":
            dep = _oblique(obliques, sentence, kids, i)
        elif dep == "expl:comp" and reflexive:
            dep = "expl:pv"
        elif _is_bare_name(sentence, kids, i):
            dep = "nmod"
        passive = "VerbForm=Part" in word.feats and any(sentence[k].dep == "aux:pass" for k in kids[i])
        result.append(replace(word, dep=dep, lemma=_lemma(word, lemmas), feats=_feats(word, passive)))
    return result
