"""Text of articles, made harmless for plotly, which reads a subset of HTML in every label and keeps its links.

One escaper for this sink; those of files (HTML, CSV, XLSX, XML, names) are in analysis/exports/escape.py.
"""
import re

# Control characters, the marks that turn the direction of what follows, and what is no character and no SVG can hold.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
# The dollar is an entity because plotly looks for formulas between two of them before it looks for entities.
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("$", "&#36;"))


def visible(text: str) -> str:
    """Text on one line, without characters that cannot be seen."""
    text = str(text)
    if text.isprintable() and "  " not in text and not text.startswith(" ") and not text.endswith(" "):
        return text  # as nearly all are; of white space only the simple space is printable
    return " ".join(_INVISIBLE.sub(" ", text).split())


def plotly_text(text: str) -> str:
    """Text → plotly label that shows exactly this text.

    >>> plotly_text('<a href="x">Paris</a> & $$')
    '&lt;a href="x"&gt;Paris&lt;/a&gt; &amp; &#36;&#36;'
    """
    return _escaped(visible(text))


def _escaped(clean: str) -> str:
    for sign, entity in _ENTITIES:  # several times as quick as str.translate for a text with accents
        clean = clean.replace(sign, entity)
    return clean


def shortened(text: str, most: int) -> str:
    """Text of at most ``most`` characters, cut with an ellipsis."""
    clean = visible(text)
    return clean if len(clean) <= most else clean[:most - 1].rstrip() + "…"


def wrapped(text: str, width: int = 64, lines: int = 6) -> list[str]:
    """Text broken at spaces into at most ``lines`` lines of about ``width`` characters; words longer than a line are cut.

    The last line ends with an ellipsis where something is left out.
    """
    clean = visible(text)
    if len(clean) <= width:
        return [clean]
    found, line = [], ""
    for word in clean.split(" "):
        pieces = [word[place:place + width] for place in range(0, len(word), width)] or [""]
        for piece in pieces:
            if line and len(line) + 1 + len(piece) > width:
                found.append(line)
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
    found.append(line)
    if len(found) <= lines:
        return found
    last = found[lines - 1]
    return [*found[:lines - 1], (last if len(last) < width else last[:width - 1]) + "…"]


def plotly_lines(text: str, width: int = 64, lines: int = 6) -> str:
    """Text → wrapped and escaped plotly label."""
    return "<br>".join(map(_escaped, wrapped(text, width, lines)))
