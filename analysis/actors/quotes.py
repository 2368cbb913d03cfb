"""Which words stand inside quotation marks."""
from analysis.actors.words import Words

_OPEN = "«“"
_CLOSE = "»”"


def quoted(words: Words) -> list[bool]:
    """For each word whether it stands inside quotation marks; straight marks alternate and never cross a paragraph."""
    found, inside = [], False
    for i in range(len(words)):
        gap = words.text[:words.start[0]] if i == 0 else words.gap[i - 1]
        for mark in gap:
            if mark in _OPEN:
                inside = True
            elif mark in _CLOSE or mark == "\n":
                inside = False
            elif mark == '"':
                inside = not inside
        found.append(inside)
    return found
