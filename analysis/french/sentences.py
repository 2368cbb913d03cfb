"""Where a sentence surely starts, where it surely does not; between the two the parser judges.

Treebanks hold one sentence after the other and few titles, so a parser trained on them is weak on what agency text is
full of: line breaks, titles without a stop, quotes that end a sentence. These are read from the text itself.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

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


def quote_side(doc: Doc, i: int, is_open: bool) -> str:
    """Whether a straight quote opens or closes: by the comma after it, the spaces beside it, or whether one is open."""
    if i + 1 < len(doc) and doc[i + 1].text in (",", ".", ";"):
        return "closing"
    glued_left = i > 0 and not doc[i - 1].whitespace_ and not doc[i - 1].is_space
    glued_right = i + 1 < len(doc) and not doc[i].whitespace_ and not doc[i + 1].is_space
    if glued_left != glued_right:
        return "opening" if glued_right else "closing"
    return "closing" if is_open else "opening"


def quote_sides(doc: Doc) -> dict[int, str]:
    """Side of each straight double quote by its token's position; quotes never stay open over a line break."""
    sides: dict[int, str] = {}
    is_open = False
    for token in doc:
        if token.text == STRAIGHT:
            sides[token.i] = quote_side(doc, token.i, is_open)
            is_open = sides[token.i] == "opening"
        elif token.is_space and _BREAK.search(token.text):
            is_open = False
    return sides


def mark_sentences(doc: Doc, title_span: tuple[int, int] = (0, 0)) -> None:
    """Set `is_sent_start` where it is sure: after a line break, at both ends of the title, after a full stop before a
    capital; and rule it out inside what goes on. A white-space token belongs to the sentence before it.
    """
    sides = quote_sides(doc)
    edges = sorted(edge for edge in title_span if edge > 0)
    before: Token | None = None
    broken = False
    began = 0
    for token in doc:
        if token.is_space:
            broken = broken or bool(_BREAK.search(token.text))
            if before is not None:
                token.is_sent_start = False
            continue
        at_edge = bool(edges) and token.idx >= edges[0]
        edges = [edge for edge in edges if edge > token.idx]
        if before is None:
            token.is_sent_start = token.i == 0
        elif broken or at_edge or token.i - began >= LONGEST:
            token.is_sent_start = True
        else:
            token.is_sent_start = starts(token, before, sides)
        began = token.i if token.is_sent_start else began
        before, broken = token, False


def _ends_line(token: Token) -> bool:
    """Whether nothing but white space follows in the line: the second dash of « - Gazoduc menacé ? - »."""
    return token.i + 1 == len(token.doc) or bool(_BREAK.search(token.nbor().text))


def starts(token: Token, before: Token, sides: dict[int, str]) -> bool | None:
    """Whether a sentence starts at the token, in one line with the token before it: yes, no, or None for unsure."""
    last = before.text
    if last in NEVER_BEFORE or token.text in NEVER_FIRST or sides.get(before.i) == "opening":
        return False
    if sides.get(token.i) == "closing" or token.text[0].islower() or _INITIAL.fullmatch(last):
        return False
    if token.text in DASHES and _ends_line(token):
        return False
    if last not in MAY_END and not last.endswith("."):
        return False
    opens = token.text in OPENING or sides.get(token.i) == "opening"
    fresh = opens or token.text[0].isupper()
    if last in CLOSING_QUOTES or sides.get(before.i) == "closing":
        inner = before.nbor(-1).text if before.i else ""
        return fresh if inner in FULL_STOPS else (None if inner in FINAL else False)
    return True if last in FULL_STOPS and fresh else None
