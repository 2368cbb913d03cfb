"""An article's words with what the actor rules ask of them: folded form, capitals, the gap to the next word.

The rules read words, not tokens, so that they do not depend on how the pipeline cuts hyphens and apostrophes:
« l'Iran » is l + Iran, « Royaume-Uni » is Royaume + Uni.
"""
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

import numpy
from spacy.parts_of_speech import NAMES
from spacy.tokens import Doc

_WORD = re.compile(r"([^\W_]+)")
_LETTERS = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O",
                          "đ": "d", "Đ": "D", "ß": "ss"})
_PARTS_OF_SPEECH = {int(key): name for key, name in NAMES.items()}
#: how many words are kept folded
_KEPT = 50_000
#: marks behind which a sentence or a quotation opens
_OPENING = frozenset('.!?:«“"\n+-–')
#: gaps between two words of one name: a space, a hyphen or an apostrophe, nothing else
TIGHT = frozenset((" ", "-", "'", "’", "\u00a0", "\u202f", "‑", ""))


class _Folded(dict[str, str]):
    """Words as written → folded, those met before kept: an article's words are mostly those of any other."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _KEPT:
            self.clear()
        plain = word if word.isascii() else _without_accents(word)
        self[word] = plain.lower()
        return self[word]


def _without_accents(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


_FOLDED = _Folded()


def fold(word: str) -> str:
    """Lower case, without accents: « Élysée » → elysee, « Erdoğan » → erdogan."""
    return _FOLDED[word]


def split_words(text: str) -> tuple[str, ...]:
    """Words of a phrase as written: « chef de l'État » → (chef, de, l, État)."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=20_000)
def fold_words(text: str) -> tuple[str, ...]:
    """Folded words of a phrase: « chef de l'État » → (chef, de, l, etat)."""
    return tuple(map(fold, _WORD.findall(text)))


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

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets of the words first … last - 1."""
        return self.start[first], self.end[last - 1]

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
    pieces = _WORD.split(text)  # gap, word, gap, …, word, gap
    ends = list(accumulate(map(len, pieces)))
    words.form, words.gap = pieces[1::2], pieces[2::2]
    words.start, words.end = ends[:-1:2], ends[1::2]
    words.fold = [_FOLDED[w] for w in words.form]
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
