"""Text that others wrote, made harmless for Markdown.

Streamlit renders labels, captions and table cells as Markdown, which fetches remote images and turns ``:name:`` into
pictures and addresses into links. Whatever comes from an article passes through here before it reaches such a place.
"""
from analysis.charts.escape import visible

_PUNCTUATION = str.maketrans({mark: "\\" + mark for mark in r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""})
# Emoji names, bare addresses and typographic arrows are found after the Markdown has been read, when backslashes are
# gone; an invisible word joiner inside them keeps them apart.
_JOINER = "\u2060"
_ARROWS = frozenset({"->", "<-", "--"})
_JOINING = (":", "@", *_ARROWS)


def escape_markdown(text: str) -> str:
    """Text → Markdown that shows exactly this text, on one line, without what cannot be seen or turns the direction.

        >>> escape_markdown("**Paris** & co.")
        '\\\\*\\\\*Paris\\\\*\\\\* \\\\& co\\\\.'
    """
    line = visible(text)
    if any(mark in line for mark in _JOINING) or "www." in line.lower():
        line = "".join(mark + _JOINER if _joins(line, place) else mark for place, mark in enumerate(line))
    return line.translate(_PUNCTUATION)


def _joins(line: str, place: int) -> bool:
    """Whether a character and the next could be part of an emoji's name, an address or an arrow."""
    mark, following = line[place], line[place + 1:place + 2]
    return (mark in ":@" and bool(following.strip()) or mark + following in _ARROWS
            or line[max(0, place - 2):place + 2].lower() == "www.")
