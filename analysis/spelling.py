"""The words of a text, as written and folded: what the rules for dates and for actors both read."""
import re
import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from analysis.memo import Memo

_WORD = re.compile(r"([^\W_]+)")
_LETTERS = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O",
                          "đ": "d", "Đ": "D", "ß": "ss"})
#: how many words are kept folded
_KEPT = 50_000


def _fold(word: str) -> str:
    return (word if word.isascii() else _without_accents(word)).lower()


def _without_accents(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


_FOLDED = Memo(_fold, _KEPT)  # an article's words are mostly those of any other


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


class Spelling(NamedTuple):
    """Parallel lists, one item a word; ``gap[i]`` is the text between word i and word i + 1. They are shared: nobody changes them."""

    start: list[int]
    end: list[int]
    form: list[str]
    fold: list[str]
    gap: list[str]


@lru_cache(maxsize=1)
def spell(text: str) -> Spelling:
    """The words of a text; the last text's are kept, as several rooms ask for those of the same article."""
    pieces = _WORD.split(text)  # gap, word, gap, …, word, gap
    ends = list(accumulate(map(len, pieces)))
    form = pieces[1::2]
    return Spelling(ends[:-1:2], ends[1::2], form, [_FOLDED[word] for word in form], pieces[2::2])
