"""An article's words with what the actor rules ask of them: folded form, capitals, the gap to the next word.

The rules read words, not tokens, so that they do not depend on how the pipeline cuts hyphens and apostrophes:
« l'Iran » is l + Iran, « Royaume-Uni » is Royaume + Uni.
"""
from dataclasses import dataclass, field

import numpy
from spacy.parts_of_speech import NAMES
from spacy.tokens import Doc

from analysis.spelling import fold, spell

_PARTS_OF_SPEECH = {int(key): name for key, name in NAMES.items()}
#: marks behind which a sentence or a quotation opens
_OPENING = frozenset('.!?:«“"\n+-–')
#: gaps between two words of one name: a space, a hyphen or an apostrophe, nothing else
TIGHT = frozenset((" ", "-", "'", "’", "\u00a0", "\u202f", "‑", ""))


@dataclass
class Words:
    """Parallel lists, one item a word; ``gap[i]`` is the text between word i and word i + 1 (all of it).

    ``token[i]`` is the token that word i starts in.
    """

    text: str
    doc: Doc
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    form: list[str] = field(default_factory=list)
    fold: list[str] = field(default_factory=list)
    gap: list[str] = field(default_factory=list)
    cap: list[bool] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    dep: list[str] = field(default_factory=list)
    token: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.start)

    def lemma(self, i: int) -> str:
        """The folded lemma of word i."""
        return fold(self.doc[self.token[i]].lemma_)

    def slice(self, first: int, last: int) -> str:
        """The text of the words first … last - 1."""
        return self.text[self.start[first]:self.end[last - 1]]

    def tight(self, i: int) -> bool:
        """Whether word i + 1 follows word i with nothing but a space, hyphen or apostrophe between."""
        return self.gap[i] in TIGHT

    def opens(self, i: int) -> bool:
        """Whether word i opens a sentence or a quotation, where a capital says nothing."""
        return i == 0 or self.sentence[i] != self.sentence[i - 1] or not _OPENING.isdisjoint(self.gap[i - 1])


def read_words(doc: Doc, text: str) -> Words:
    """The words of a parsed article's text, with the part of speech and sentence number of the token each one starts in."""
    words = Words(text, doc)
    words.start, words.end, words.form, words.fold, words.gap = spell(text)
    words.cap = [w[0].isupper() for w in words.form]
    _align(words)
    return words


def _align(words: Words) -> None:
    """Give each word the token that holds its first character, and what the pipeline says of it."""
    doc = words.doc
    if not len(doc):
        return
    starts, pos, dep, opens = doc.to_array(["IDX", "POS", "DEP", "SENT_START"]).T
    tokens = numpy.searchsorted(starts, numpy.array(words.start, dtype=starts.dtype), side="right") - 1
    words.token = tokens.tolist()
    words.sentence = numpy.cumsum(opens == 1)[tokens].tolist()
    words.pos = [_PARTS_OF_SPEECH[key] for key in pos[tokens].tolist()]
    labels = dep[tokens].tolist()
    names = {key: doc.vocab.strings[key] if key else "" for key in set(labels)}
    words.dep = [names[key] for key in labels]
