"""Small questions to a dependency parse: paths between tokens, prepositions, the verb that governs a word."""
from analysis.stances.lexicon import fold
from analysis.stances.words import CONTRACTED, Word



def label(token: Word) -> str:
    """The dependency label without the subtypes that carry nothing here."""
    return token.label


def preposition(token: Word) -> str:
    """The preposition that introduces a word (``à`` for ``aux États-Unis``), empty where there is none."""
    return token.preposition


def lineage(token: Word) -> list[Word]:
    """The token and its governors up to the root of its sentence."""
    return token.lineage


def path(source: Word, target: Word, target_line: list[Word] | None = None) -> str:
    """The way from one word to another: ``^xcomp`` for a step up, ``nsubj`` for a step down, the preposition last.

    ``Paris accuse Téhéran``: accuse → Paris is ``nsubj``; ``Paris a promis d'aider Kiev``: aider → Paris is
    ``^xcomp/nsubj``. Empty where one sentence does not hold both; ``far`` beyond three steps either way.
    """
    up_line = source.lineage
    down_line = target_line or target.lineage
    for climbed, token in enumerate(up_line):
        if token in down_line:
            down = down_line[:down_line.index(token)]
            break
    else:
        return ""
    if climbed > 3 or len(down) > 3:
        return "far"
    steps = ["^" + step.label for step in up_line[:climbed]] + [step.label for step in reversed(down)]
    word = target.preposition if down else ""
    return "/".join(steps) + (f":{word}" if word else "")


def verb_of(token: Word) -> Word:
    """The verb that carries a word's clause: itself, its support verb, or the nearest governing verb."""
    for step in token.lineage:
        if step.pos_ in ("VERB", "AUX"):
            return step
    return token


def auxiliaries(verb: Word) -> list[Word]:
    """The verb's auxiliaries and copulas, in order."""
    return [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]


_SKIPPED = ("DET", "ADV", "SPACE", "AUX", "PART")
_CODES = {"VERB": "V", "NOUN": "N", "ADJ": "A", "PUNCT": ",", "PROPN": "U", "PRON": "p", "CCONJ": "&", "SCONJ": "q", "NUM": "N"}


def gap(start: Word, end: Word) -> str:
    """What stands between two words, as a pattern: ``V par`` between soutien and Paris in ``soutien apporté par Paris``.

    Verbs V, nouns N, adjectives A, names U, prepositions as they are; ``long`` beyond six of them.
    """
    first, last = sorted((start.i, end.i))
    pattern: list[str] = []
    for token in start.doc[first + 1:last]:
        if token.pos_ in _SKIPPED:
            continue
        code = CONTRACTED.get(token.lower_, token.lower_) if token.pos_ == "ADP" else _CODES.get(token.pos_, "x")
        if code != (pattern[-1] if pattern else "") or code not in "UN,":
            pattern.append(code)
        if len(pattern) > 6:
            return "long"
    return " ".join(pattern)


def pronouns(verb: Word) -> tuple[str, str]:
    """The verb's subject and object where they are pronouns, as ``je`` or ``l'``; a noun is ``N``, nothing ``-``."""
    subject = obj = "-"
    for child in verb.children:
        kind = "N" if child.pos_ in ("NOUN", "PROPN") else child.lower_.lstrip("-t").strip("-")
        if child.dep_.startswith("nsubj"):
            subject = kind
        elif child.dep_ in ("obj", "iobj") or (child.dep_.startswith("obl") and child.pos_ == "PRON"):
            obj = kind
    return subject, obj


def find_slots(cue: Word, heads: set[int]) -> list[str]:
    """The nouns and verbs that a cue governs: label, preposition, and whether one of ``heads`` (places of actors)
    stands inside (``yes``), another name (``name``) or none (``no``); each once."""
    slots = []
    for child in cue.children:
        if child.pos_ not in ("NOUN", "PROPN", "VERB", "PRON") or label(child).startswith(("aux", "expl")):
            continue
        inside = child.subtree
        filled = any(inside[0].i <= place <= inside[-1].i for place in heads)
        kind = "yes" if filled else "name" if any(w.pos_ == "PROPN" for w in inside if w.i - child.i < 6) else "no"
        word = preposition(child)
        slots.append(f"{label(child)}{':' + word if word else ''}={kind}")
    return list(dict.fromkeys(slots))


def words_round(cue: Word) -> list[str]:
    """Folded lemmas of the words within twelve of the cue, its pronouns, moods, and marks of cry or question."""
    sentence = cue.sent
    window = cue.doc[max(cue.i - 12, sentence.start):min(cue.i + 13, sentence.end)]
    words = {fold(w.lemma_) for w in window if w.pos_ in ("NOUN", "VERB", "ADJ", "ADV", "AUX", "INTJ", "SCONJ")}
    words |= {w.lower_ for w in window if w.pos_ == "PRON"} | {f"mood:{m}" for w in window for m in w.morph.get("Mood")}
    return sorted(words | {mark for mark in ("!", "?") if any(w.text == mark for w in window)})
