"""The narrator's sentences: paragraphs cut at sentence ends outside quotation marks, as words and quotations.

A quotation is one piece however many sentences it holds, so that ``"Non. Jamais", a dit X`` stays whole. Words are cut
by a pattern of our own, independent of the pipeline's tokens: ``a-t-il`` is one word, ``s'`` and ``est`` are two.
"""
import re
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from analysis.statements.quotes import Span, outermost

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(
    r"([0-9A-Za-zÀ-ÖØ-öø-ÿ]{1,61}+(?![\w.'’-]| t-)"  # most words; what follows says that the general pattern would find the same
    r"|[^\W_](?:(?<=\ba) t-(?:il|elle|on)\b|[^\W_]{0,11}+['’]|[\w.-]{0,60}\w|)"
    r"|[^\w\s\"«»“”„‹›‘])"  # a sign; of the marks that quote only the apostrophe, which may be a word of its own
)
#: an end of a sentence; both patterns start with a class of characters, which lets the scan jump from one candidate to the next
_STOP = re.compile(r"[.!?…](?:[.!?…]{0,2}[)\]]?(?=\s|$)|(?=[\"“«])|(?<=[a-zà-ÿ»”)\"].)(?=[A-ZÀ-Ý][a-zà-ÿ]))")
_LAST_DASH = re.compile(r"\s[-–—]{1,2}\s{0,20}$")
_LONGEST_DASH = 23  # characters that it may match
_ABBREVIATION = re.compile(r"(?:^|[\s(«“\"'’-])(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste|Gal|Col|Cap|etc|cf|p|n|art|[A-ZÉ])\.$")
MARKS = frozenset("\"«»“”„‹›‘’'")
LONGEST = 2500  # characters; longer stretches without a sentence end are no sentences
QUOTE = "\x00"  # stands in the list of words where a quotation stands in the sentence


class Unit(NamedTuple):
    """One sentence of the narrator's: its words, its quotations in order, and the paragraph it stands in.

    ``words`` are words and signs in small letters, ``QUOTE`` for a quotation's inside; ``starts`` and ``ends`` are their
    places in the text, both ascending, so that a place is found by bisection.
    """

    start: int
    end: int
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quotes: tuple[Span, ...]
    paragraph: int


def units(text: str, spans: list[Span], begin: int = 0) -> list[Unit]:
    """The sentences of a text from ``begin`` on, with those of its ``quoted_spans`` that lie in no other.

    >>> text = '"Non. Jamais", a dit le roi. Il dort.'
    >>> [unit.quotes for unit in units(text, quoted_spans(text))]
    [((1, 12),), ()]
    """
    quotes = outermost(spans)
    starts = [start for start, _ in quotes]
    found: list[Unit] = []
    for number, line in enumerate(_LINE.finditer(text, begin)):
        own = quotes[bisect_left(starts, line.start()):bisect_left(starts, line.end())]
        for start, end in _sentences(text, line.start(), line.end(), own):
            inside = tuple(own[bisect_left(own, (start, 0)):bisect_left(own, (end, 0))])
            found.append(Unit(start, end, *_words(text, start, end, inside), inside, number))
    return found


def _sentences(text: str, first: int, last: int, quotes: list[Span]) -> list[Span]:
    """Sentence ends of one paragraph that stand outside its quotations, or right behind one that ends a sentence."""
    cuts: list[int] = []
    at, position = 0, first
    dash = _LAST_DASH.search(text, max(first, last - _LONGEST_DASH), last)
    for end in (*_STOP.finditer(text, first, last), *([dash] if dash else ())):
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
        for end in (*_forced(text, position, cut, quotes), cut) if cut - position > LONGEST else (cut,):
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


def _words(text: str, start: int, end: int, quotes: tuple[Span, ...]) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    """The words of a sentence, where they start and where they end. The marks themselves are left out; an apostrophe that
    nothing closes is a word of its own."""
    position = start
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for first, last in (*quotes, (end, end)):
        pieces = _WORD.split(text[position:first])  # what is between two words, a word, and so on in turn
        if len(pieces) > 1:
            borders = [*accumulate(map(len, pieces), initial=position)]
            words += _small(pieces[1::2])
            starts += borders[1:-1:2]
            ends += borders[2::2]
        if first < end:
            words.append(QUOTE)
            starts.append(first)
            ends.append(min(last, end))
        position = last
    return tuple(words), tuple(starts), tuple(ends)


def _small(words: list[str]) -> list[str]:
    """Words in small letters with plain apostrophes; all in one string, as no word holds the end of a line."""
    return "\n".join(words).lower().replace("’", "'").replace("a t-", "a-t-").split("\n")
