"""Small questions to a dependency parse: paths between tokens, prepositions, the verb that governs a word."""
from collections.abc import Iterable

from analysis.stances.words import DEPTH, Word

_FILLING = frozenset(("NOUN", "PROPN", "VERB", "PRON"))
_HELPING = frozenset(("aux", "aux:pass", "expl", "expl:subj"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:caus", "nsubj:outer"))


def path(source: Word, target: Word) -> str:
    """The way from one word to another: ``^xcomp`` for a step up, ``nsubj`` for a step down, the preposition last.

    ``Paris accuse Téhéran``: accuse → Paris is ``nsubj``; ``Paris a promis d'aider Kiev``: aider → Paris is
    ``^xcomp/nsubj``. Empty where one sentence does not hold both; ``far`` beyond three steps either way.
    """
    ends = target.ways_down
    for step, way in source.ways_up:
        if step in ends:
            return way + ends[step] if ends[step] else way[:-1]
    up, down = source.lineage, target.lineage
    return "far" if up[-1] is down[-1] or not set(up).isdisjoint(down) else ""


def verb_of(token: Word) -> Word:
    """The verb that carries a word's clause: itself, its support verb, or the nearest governing verb."""
    step = token
    for _ in range(DEPTH):
        if step.pos_ in ("VERB", "AUX"):
            return step
        step = step.head
    return token


def auxiliaries(verb: Word) -> list[Word]:
    """The verb's auxiliaries and copulas, in order."""
    return [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]


def gap(start: Word, end: Word) -> str:
    """What stands between two words, as a pattern: ``V par`` between soutien and Paris in ``soutien apporté par Paris``.

    Verbs V, nouns N, adjectives A, names U, prepositions as they are; ``long`` beyond six of them.
    """
    first, last = (start.i, end.i) if start.i < end.i else (end.i, start.i)
    pattern: list[str] = []
    before = ""
    for token in start.doc.words[first + 1:last]:
        code = token.code  # empty for what does not count, an article or an adverb
        if code and (code != before or code not in "UN,"):
            if len(pattern) == 6:
                return "long"
            pattern.append(code)
            before = code
    return " ".join(pattern)


def pronouns(verb: Word) -> tuple[str, str]:
    """The verb's subject and object where they are pronouns, as ``je`` or ``l'``; a noun is ``N``, nothing ``-``."""
    subject = obj = "-"
    for child in verb.children:
        if child.label in _SUBJECTS:
            subject = _kind(child)
        elif child.dep_ in ("obj", "iobj") or (child.pos_ == "PRON" and child.dep_.startswith("obl")):
            obj = _kind(child)
    return subject, obj


def _kind(word: Word) -> str:
    return "N" if word.pos_ in ("NOUN", "PROPN") else word.lower_.lstrip("-t").strip("-")


def find_slots(cue: Word, heads: Iterable[int]) -> list[str]:
    """The nouns and verbs that a cue governs: label, preposition, and whether one of ``heads`` (places of actors)
    stands inside (``yes``), another name (``name``) or none (``no``); each once."""
    slots = []
    for child in cue.children:
        if child.pos_ in _FILLING and child.label not in _HELPING:
            word = child.preposition
            slots.append(f"{child.label}:{word}={_filled(child, heads)}" if word else f"{child.label}={_filled(child, heads)}")
    return list(dict.fromkeys(slots))


def _filled(word: Word, heads: Iterable[int]) -> str:
    """Whether an actor (``yes``) or another name (``name``) stands in what a word governs."""
    inside = word.subtree if word.children else (word,)
    first, last = inside[0].i, inside[-1].i
    for place in heads:
        if first <= place <= last:
            return "yes"
    for one in inside:
        if one.pos_ == "PROPN" and one.i - word.i < 6:
            return "name"
    return "no"


def words_round(cue: Word) -> list[str]:
    """Folded lemmas of the words within twelve of the cue, its pronouns, moods, and marks of cry or question."""
    sentence = cue.sent
    window = cue.doc.words[max(cue.i - 12, sentence.start):min(cue.i + 13, sentence.end)]
    words = {w.folded[0] for w in window if w.pos_ in ("NOUN", "VERB", "ADJ", "ADV", "AUX", "INTJ", "SCONJ")}
    words |= {w.lower_ for w in window if w.pos_ == "PRON"} | {f"mood:{m}" for w in window for m in w.morph.get("Mood")}
    return sorted(words | {mark for mark in ("!", "?") if any(w.text == mark for w in window)})
