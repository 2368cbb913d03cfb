"""The narrator's sentences: paragraphs cut at sentence ends outside quotation marks, as words and quotations.

A quotation is one piece however many sentences it holds, so that ``"Non. Jamais", a dit X`` stays whole. Words are cut
by a pattern of our own, independent of the pipeline's tokens: ``a-t-il`` is one word, ``s'`` and ``est`` are two.
"""
import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from analysis.statements.quotes import Span, outermost, quoted_spans

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\ba t-(?:il|elle|on)\b|[^\W_]{1,12}['’]|[^\W_][\w.-]{0,60}\w|[^\W_]|[^\w\s]")
_END = re.compile(r"[.!?…]{1,3}[)\]]?(?=\s|$)|[.!?…](?=[\"“«])|(?<=[a-zà-ÿ»”)\"])[.!?…](?=[A-ZÀ-Ý][a-zà-ÿ])|\s[-–—]{1,2}\s{0,20}$")
_ABBREVIATION = re.compile(r"(?:^|[\s(«“\"'’-])(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste|Gal|Col|Cap|etc|cf|p|n|art|[A-ZÉ])\.$")
MARKS = frozenset("\"«»“”„‹›‘’'")
_MARKS_ONLY = MARKS - frozenset("'’")  # an apostrophe may be a word of its own: an orphan
LONGEST = 2500  # characters; longer stretches without a sentence end are no sentences
QUOTE = "\x00"  # stands in the list of words where a quotation stands in the sentence


class Word(NamedTuple):
    """A word, sign or quotation of the narrator's sentence; ``lower`` is ``QUOTE`` for a quotation's inside."""

    lower: str
    start: int
    end: int

    @property
    def is_quote(self) -> bool:
        return self.lower == QUOTE


class Unit(NamedTuple):
    """One sentence of the narrator's: its words, its quotations in order, and the paragraph it stands in."""

    start: int
    end: int
    words: tuple[Word, ...]
    quotes: tuple[Span, ...]
    paragraph: int


def units(text: str, begin: int = 0) -> list[Unit]:
    """The sentences of a text from ``begin`` on, with their quotations.

    >>> [unit.quotes for unit in units('"Non. Jamais", a dit le roi. Il dort.')]
    [((1, 12),), ()]
    """
    quotes = outermost(quoted_spans(text))
    starts = [start for start, _ in quotes]
    found: list[Unit] = []
    for number, line in enumerate(_LINE.finditer(text, begin)):
        own = quotes[bisect_left(starts, line.start()):bisect_left(starts, line.end())]
        for start, end in _sentences(text, line.start(), line.end(), own):
            inside = tuple(own[bisect_left(own, (start, 0)):bisect_left(own, (end, 0))])
            found.append(Unit(start, end, tuple(_words(text, start, end, inside)), inside, number))
    return found


def _sentences(text: str, first: int, last: int, quotes: list[Span]) -> list[Span]:
    """Sentence ends of one paragraph that stand outside its quotations, or right behind one that ends a sentence."""
    cuts: list[int] = []
    at, position = 0, first
    for end in _END.finditer(text, first, last):
        while at < len(quotes) and quotes[at][1] < end.start():
            at += 1
        inside = at < len(quotes) and quotes[at][0] <= end.start() < quotes[at][1]
        if inside and end.end() < quotes[at][1]:
            continue
        cut = _behind_marks(text, end.end(), last)
        if cut < last and (_goes_on(text, cut, last) or _ABBREVIATION.search(text[max(first, end.end() - 8):end.end()])):
            continue
        cuts.append(cut)
    for cut in [*sorted(set(cuts)), last]:
        for end in [*_forced(text, position, cut, quotes), cut]:
            if text[position:end].strip():
                yield position, end
            position = max(position, end)


def _forced(text: str, start: int, end: int, quotes: list[Span]) -> list[int]:
    """Cuts in a stretch too long for a sentence, at a space outside quotations, so that no text costs more than its length."""
    cuts: list[int] = []
    while end - start > LONGEST:
        at = text.find(" ", start + LONGEST, min(end, start + 2 * LONGEST))
        at = at if at > 0 else start + LONGEST
        within = bisect_left(quotes, (at, -1)) - 1
        if within >= 0 and at < quotes[within][1]:
            at = quotes[within][1] + 1
        if at >= end:
            break
        cuts.append(at)
        start = at
    return cuts


def _behind_marks(text: str, at: int, last: int) -> int:
    """Behind the closing marks that follow a sentence end, and the space before them."""
    while at < last and (text[at] in MARKS and not text[at + 1:at + 2].isalnum() or text[at:at + 2] in (" »", "\u00a0»", "\u202f»")):
        at += 1
    return at


def _goes_on(text: str, at: int, last: int) -> bool:
    """After a mark, a comma or a small letter the sentence goes on."""
    while at < last and text[at].isspace():
        at += 1
    return at < last and (text[at].islower() or text[at] in ",;:)")


def _words(text: str, start: int, end: int, quotes: tuple[Span, ...]) -> list[Word]:
    position, found = start, []
    for first, last in quotes:
        found += _plain(text, position, first)
        found.append(Word(QUOTE, first, min(last, end)))
        position = last
    return found + _plain(text, position, end)


def _plain(text: str, start: int, end: int) -> list[Word]:
    """Words outside quotations; the marks themselves are left out, unless nothing is between them (an orphan)."""
    return [Word(_lower(found[0]), *found.span()) for found in _WORD.finditer(text, start, end) if found[0] not in _MARKS_ONLY]


@lru_cache(maxsize=20_000)
def _lower(word: str) -> str:
    """A word in small letters with plain apostrophes."""
    return word.lower().replace("’", "'").replace("a t-", "a-t-")
