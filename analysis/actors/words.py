"""An article's words with what the actor rules ask of them: folded form, capitals, the gap to the next word.

The rules read words, not tokens, so that they do not depend on how the pipeline cuts hyphens and apostrophes:
« l'Iran » is l + Iran, « Royaume-Uni » is Royaume + Uni.
"""
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy
from spacy.tokens import Doc
from spacy.vocab import Vocab

_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O",
                          "đ": "d", "Đ": "D", "ß": "ss"})
#: gaps between two words of one name: a space, a hyphen or an apostrophe, nothing else
TIGHT = frozenset((" ", "-", "'", "’", "\u00a0", "\u202f", "‑", ""))


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Lower case, without accents: « Élysée » → elysee, « Erdoğan » → erdogan."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def split_words(text: str) -> tuple[str, ...]:
    """Words of a phrase as written: « chef de l'État » → (chef, de, l, État)."""
    return tuple(m.group() for m in _WORD.finditer(text))


def fold_words(text: str) -> tuple[str, ...]:
    """Folded words of a phrase: « chef de l'État » → (chef, de, l, etat)."""
    return tuple(fold(m.group()) for m in _WORD.finditer(text))


@dataclass
class Words:
    """Parallel lists, one item a word; ``gap[i]`` is the text between word i and word i + 1 (all of it)."""

    text: str
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    form: list[str] = field(default_factory=list)
    fold: list[str] = field(default_factory=list)
    gap: list[str] = field(default_factory=list)
    cap: list[bool] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    dep: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    token_dep: list[str] = field(default_factory=list)
    token: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.start)

    @cached_property
    def at_start(self) -> dict[int, int]:
        """Offset of a word's first character → the word."""
        return {start: i for i, start in enumerate(self.start)}

    @cached_property
    def at_end(self) -> dict[int, int]:
        """Offset behind a word's last character → the word after it."""
        return {end: i + 1 for i, end in enumerate(self.end)}

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
        return i == 0 or self.sentence[i] != self.sentence[i - 1] or any(c in self.gap[i - 1] for c in '.!?:«“"\n+-–')


def read_words(doc: Doc, text: str) -> Words:
    """The words of a parsed article's text, with the part of speech and sentence number of the token each one starts in."""
    words = Words(text)
    matches = list(_WORD.finditer(text))
    words.form = [m.group() for m in matches]
    words.start = [m.start() for m in matches]
    words.end = [m.end() for m in matches]
    words.fold = [fold(w) for w in words.form]
    words.cap = [w[0].isupper() for w in words.form]
    words.gap = [text[a:b] for a, b in zip(words.end, words.start[1:])] + [text[words.end[-1]:]] if matches else []
    _align(doc, words)
    return words


def _align(doc: Doc, words: Words) -> None:
    """Give each word the token that holds its first character, and what the pipeline says of it."""
    size = len(doc)
    if not size:
        return
    starts, lengths, pos, dep, head, opens, lemmas = doc.to_array(["IDX", "LENGTH", "POS", "DEP", "HEAD", "SENT_START", "LEMMA"]).T
    tokens = numpy.searchsorted(starts + lengths, numpy.array(words.start, dtype=starts.dtype), side="right")
    words.token = tokens.tolist()
    words.head = (tokens + head.astype(numpy.int64)[tokens]).tolist()
    words.sentence = numpy.cumsum(opens == 1)[tokens].tolist()
    words.token_dep = _names(dep, doc.vocab)
    words.dep = [words.token_dep[t] for t in words.token]
    words.pos = _names(pos[tokens], doc.vocab)
    words.lemma = _names(lemmas[tokens], doc.vocab, fold)


def _names(column: numpy.ndarray, vocab: Vocab, form: Callable[[str], str] = str) -> list[str]:
    """The strings that the numbers of a column stand for, each looked up once."""
    keys = column.tolist()
    known = {key: form(vocab.strings[key]) if key else "" for key in set(keys)}
    return [known[key] for key in keys]
