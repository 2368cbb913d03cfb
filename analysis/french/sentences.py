"""Where a sentence surely starts, where it surely does not; between the two the parser judges.

Treebanks hold one sentence after the other and few titles, so a parser trained on them is weak on what agency text is
full of: line breaks, titles without a stop, quotes that end a sentence. These are read from the text itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

import numpy
from spacy.attrs import IDX, SENT_START, SPACY
from spacy.tokens import Doc

FULL_STOPS = frozenset((".", "?", "!"))
FINAL = FULL_STOPS | {"…", "...", "....", "?!", "!?", "!!", "!!!", "??", "???"}
OPENING = frozenset(("«", "“", "‘", "(", "["))
CLOSING_QUOTES = frozenset(("»", "”"))
#: no sentence starts right after these, whatever the parser thinks, nor with them
NEVER_BEFORE = OPENING | {",", ":", ";", "/", "'"}
NEVER_FIRST = CLOSING_QUOTES | {",", ";", ":", ".", "?", "!", ")", "]", "…", "...", "%", "/"}
#: after other marks than these a sentence goes on
MAY_END = FINAL | CLOSING_QUOTES | {'"', ")", "]", "-", "–", "—", "--", "*", "•", "|", "’", "·", "►", "■"}
#: a sentence of more tokens is cut: no sentence of the press has as many, and what reads sentences takes more than in
#: proportion longer for longer ones
LONGEST = 400
_INITIAL = re.compile(r"(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste|Gal|\w(?:-\w)?)\.")
_BREAK = re.compile("[\n\r\v\f\x85\u2028\u2029]")
STRAIGHT = '"'
DASHES = frozenset(("-", "–", "—"))
SURELY, UNSURE, SURELY_NOT = 1, 0, -1  # as spaCy's arrays hold the start of a sentence



class Line(NamedTuple):
    """A text's tokens read once, since spaCy makes a new Token at every look: their texts, and whether a space follows."""

    words: list[str]
    spaced: list[bool]

    def blank(self, i: int) -> bool:
        """Whether a token is white space."""
        return self.words[i].isspace()


def quote_side(line: Line, i: int, is_open: bool) -> str:
    """Whether a straight quote opens or closes: by the comma after it, the spaces beside it, or whether one is open."""
    words, spaced = line
    if i + 1 < len(words) and words[i + 1] in (",", ".", ";"):
        return "closing"
    glued_left = i > 0 and not spaced[i - 1] and not line.blank(i - 1)
    glued_right = i + 1 < len(words) and not spaced[i] and not line.blank(i + 1)
    if glued_left != glued_right:
        return "opening" if glued_right else "closing"
    return "closing" if is_open else "opening"


def quote_sides(line: Line) -> dict[int, str]:
    """Side of each straight double quote by its token's position; quotes never stay open over a line break."""
    sides: dict[int, str] = {}
    is_open = False
    for i, word in enumerate(line.words):
        if word == STRAIGHT:
            sides[i] = quote_side(line, i, is_open)
            is_open = sides[i] == "opening"
        elif is_open and word.isspace() and _BREAK.search(word):
            is_open = False
    return sides


def mark_sentences(doc: Doc, title_span: tuple[int, int] = (0, 0)) -> None:
    """Set `is_sent_start` where it is sure: after a line break, at both ends of the title, after a full stop before a
    capital; and rule it out inside what goes on. A white-space token belongs to the sentence before it.
    """
    if not len(doc):
        return
    offsets, spaces = (column.tolist() for column in doc.to_array([IDX, SPACY]).T)
    line = Line([token.text for token in doc], [bool(space) for space in spaces])
    marks = sentence_marks(line, _first_from(offsets, title_span))
    doc.from_array([SENT_START], numpy.array(marks, dtype=numpy.int64).astype(numpy.uint64).reshape(-1, 1))


def _first_from(offsets: list[int], edges: tuple[int, int]) -> set[int]:
    """The first tokens that start at or behind an end of the title; the start of the text is none."""
    return {bisect_left(offsets, edge) for edge in edges if edge > 0}


def sentence_marks(line: Line, edges: set[int]) -> list[int]:
    """For each token 1 where a sentence surely starts, -1 where surely none does, 0 where the parser judges; ``edges``
    are tokens from which on the next word starts a sentence."""
    sides = quote_sides(line)
    marks: list[int] = []
    before, began = -1, 0
    fresh = False
    for i, word in enumerate(line.words):
        fresh = fresh or i in edges
        if word.isspace():
            fresh = fresh or bool(_BREAK.search(word))
            marks.append(SURELY_NOT if before >= 0 else UNSURE)
            continue
        if before < 0:
            marks.append(SURELY if i == 0 else SURELY_NOT)
        else:
            marks.append(SURELY if fresh or i - began >= LONGEST else starts(line, i, before, sides))
        began = i if marks[-1] == SURELY else began
        before, fresh = i, False
    return marks


def _ends_line(line: Line, i: int) -> bool:
    """Whether nothing but white space follows in the line: the second dash of « - Gazoduc menacé ? - »."""
    return i + 1 == len(line.words) or bool(_BREAK.search(line.words[i + 1]))


def starts(line: Line, i: int, before: int, sides: dict[int, str]) -> int:
    """Whether a sentence starts at token i, in one line with the token before it: SURELY, SURELY_NOT or UNSURE."""
    last, word = line.words[before], line.words[i]
    if last not in MAY_END and not last.endswith("."):
        return SURELY_NOT
    if last in NEVER_BEFORE or word in NEVER_FIRST or sides.get(before) == "opening":
        return SURELY_NOT
    if sides.get(i) == "closing" or word[0].islower() or _INITIAL.fullmatch(last):
        return SURELY_NOT
    if word in DASHES and _ends_line(line, i):
        return SURELY_NOT
    fresh = word in OPENING or sides.get(i) == "opening" or word[0].isupper()
    if last in CLOSING_QUOTES or sides.get(before) == "closing":
        inner = line.words[before - 1] if before else ""
        if inner in FULL_STOPS:
            return SURELY if fresh else SURELY_NOT
        return UNSURE if inner in FINAL else SURELY_NOT
    return SURELY if last in FULL_STOPS and fresh else UNSURE
