"""Which words stand inside quotation marks."""
import re
from bisect import bisect_left

from analysis.actors.words import Words

_MARKS = re.compile("[«“»”\\n\"]")
_OPEN = "«“"


def quoted(words: Words) -> bytearray:
    """For each word whether it stands inside quotation marks; straight marks alternate and never cross a paragraph."""
    found, inside, since = bytearray(len(words)), False, 0
    for match in _MARKS.finditer(words.text):
        mark, here = match.group(), bisect_left(words.start, match.start())
        if inside:
            found[since:here] = b"\1" * (here - since)
        inside = mark in _OPEN or (mark == '"' and not inside)
        since = here
    if inside:
        found[since:] = b"\1" * (len(words) - since)
    return found
