"""Quotation marks paired: which stretches of a text stand inside them.

Press writes « … », “…”, "…", ‘…’, mixes them, nests them, opens again at each paragraph and forgets to close. One scan
over the text pairs them with a stack. A mark that is both opening and closing (the straight one, the apostrophe) is
read by its neighbours: an apostrophe between letters is never a quotation mark.
"""
import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

Span = tuple[int, int]

_OPENING, _CLOSING, _STRAIGHT, _SINGLE = "«“„‹", "»”›", "\"‟", "'‘’"
#: a mark that may quote: no apostrophe between two letters; the class in front lets the scan jump from mark to mark
_MARK = re.compile(r"[<>«»“”„‹›\"‟'‘’](?:(?<=[«»“”„‹›\"‟])|(?<=<)<|(?<=>)>|(?<=['‘’])(?:(?![^\W_])|(?<![^\W_].)))")
_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")
LONGEST_SINGLE = 300  # characters between ‘ and ’: a lone apostrophe-like mark must not open a quotation
LONGEST_CARRY = 6  # paragraphs without a mark that a quotation may run through


class Mark(NamedTuple):
    """One quotation mark: its place, and whether it may only open, only close, or either (``role`` o, c, e, x)."""

    start: int
    end: int
    role: str
    single: bool = False


class Lines(NamedTuple):
    """What pairing one paragraph gave: its spans, an opening mark left open, a closing mark without opening."""

    spans: list[Span]
    left_open: int | None
    lone_close: int | None
    marked: bool


_UNMARKED = Lines([], None, None, False)


@lru_cache(maxsize=1)
def quoted_spans(text: str) -> list[Span]:
    """The insides of all quotation marks, nested ones too, sorted by start, without the spaces beside the marks. The last text's are
    kept and shared, as statements and stances ask for those of the same article: nobody changes them.

    A mark left open is closed at the end of its paragraph; a closing mark without an opening one counts from the start
    of its paragraph where the paragraph before was left open, or where no other mark stands before it.

    >>> quoted_spans('Il y voit "un leurre", pas l\\'issue.')
    [(11, 20)]
    """
    found: list[Span] = []
    waiting: list[Span] = []  # paragraphs without a mark after one that was left open
    carried = False
    for line in _LINE.finditer(text):
        paired = _pair(text, line.start(), line.end(), carried)
        found.extend(paired.spans)
        if paired.lone_close is not None:
            found.extend(waiting if carried else [])
            found.append((line.start(), paired.lone_close))
        if paired.marked:
            carried, waiting = paired.left_open is not None, []
        elif carried:
            waiting.append(line.span())
            carried = len(waiting) <= LONGEST_CARRY
        if paired.left_open is not None:
            found.append((paired.left_open, line.end()))
    return sorted({span for span in (_trim(text, *one) for one in found) if span[0] < span[1]})


def outermost(spans: list[Span]) -> list[Span]:
    """Of sorted spans, those that lie in no other."""
    found: list[Span] = []
    for start, end in spans:
        if not found or start >= found[-1][1]:
            found.append((start, end))
        elif end > found[-1][1]:
            found[-1] = (found[-1][0], end)
    return found


def inside(outer: list[Span], start: int, end: int) -> bool:
    """Whether ``start:end`` lies within one of the ``outermost`` spans."""
    at = bisect_right(outer, (start, float("inf"))) - 1
    return at >= 0 and outer[at][0] <= start and end <= outer[at][1]


def _pair(text: str, first: int, last: int, carried: bool) -> Lines:
    """Pair the marks of one paragraph; ``carried`` tells that the paragraph before was left open."""
    marks = [mark for found in _MARK.finditer(text, first, last) if (mark := _mark(text, found, first, last))]
    if not marks:
        return _UNMARKED
    spans: list[Span] = []
    stack: list[Mark] = []
    lone_close, marked = None, False
    for mark in marks:
        if mark.single:
            _single(mark, stack, spans)
            continue
        opens = mark.role == "o" or (mark.role == "e" and all(one.single for one in stack[-2:]))
        closes_before = carried and mark.start == first
        if opens or (mark.role == "x" and not stack and not closes_before):
            stack.append(mark)
        else:
            while stack and stack[-1].single:
                stack.pop()
            if stack:
                spans.append((stack.pop().end, mark.start))
            elif not marked and not text[mark.start - 1:mark.start].isdigit():
                lone_close = mark.start
        marked = True
    left = [one for one in stack if not one.single]
    for opening in left[1:]:
        spans.append((opening.end, last))
    return _settle(text, spans, left[0].end if left else None, lone_close, marked, last)


def _single(mark: Mark, stack: list[Mark], spans: list[Span]) -> None:
    """A ‘single’ mark: it opens, or closes the single one last opened if that is near."""
    if mark.role == "o":
        if stack and stack[-1].single:
            stack.pop()
        stack.append(mark)
    elif stack and stack[-1].single:
        opening = stack.pop()
        if mark.start - opening.end <= LONGEST_SINGLE:
            spans.append((opening.end, mark.start))


def _settle(text: str, spans: list[Span], left_open: int | None, lone_close: int | None, marked: bool, last: int) -> Lines:
    """A mark left open before other quotations of its paragraph ends at the sentence end before the next of them."""
    later = sorted(start for start, _ in spans if left_open is not None and start > left_open)
    if not later:
        return Lines(spans, left_open, lone_close, marked)
    ends = [one.end() for one in _SENTENCE_END.finditer(text, left_open, later[0])]
    return Lines([*spans, (left_open, ends[-1] if ends else later[0] - 1)], None, lone_close, marked)


def _mark(text: str, found: re.Match, first: int, last: int) -> Mark | None:
    """The mark and its role by its neighbours; None for an apostrophe."""
    sign, start, end = found[0], found.start(), found.end()
    before = text[start - 1] if start > first else " "
    after = text[end] if end < last else " "
    if sign in _SINGLE:
        return _apostrophe(start, before, after)
    if sign == "<<" or sign in _OPENING:
        return Mark(start, end, "o" if not (sign == "“" and _closes(before, after)) else "e")
    if sign == ">>" or sign in _CLOSING:
        return Mark(start, end, "c" if not (sign in "»”" and _opens(before, after)) else "e")
    if _opens(before, after):
        return Mark(start, end, "o")
    if (after in ",;.)" and text[end:end + 2] != "..") or (start == first and end == last):
        return Mark(start, end, "c")
    return Mark(start, end, "c" if _closes(before, after) else "x" if before.isspace() or start == first else "e")


def _apostrophe(start: int, before: str, after: str) -> Mark | None:
    if after.isalnum() and not before.isalnum() and (before.isspace() or before in "([«“\"-–—"):
        return Mark(start, start + 1, "o", single=True)
    return Mark(start, start + 1, "c", single=True) if not after.isalnum() and not before.isspace() else None


def _opens(before: str, after: str) -> bool:
    """Space, bracket or apostrophe before, a word behind."""
    return (before.isspace() or before in "([{'’-–—/«“") and not after.isspace() and after not in ",;:.!?)]}»”"


def _closes(before: str, after: str) -> bool:
    """A word or a stop before, no word behind."""
    return not before.isspace() and before not in "([{«“" and not after.isalnum()


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
