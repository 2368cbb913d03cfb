"""Text that others wrote, made harmless for Markdown.

Streamlit renders labels, captions and table cells as Markdown, which fetches remote images and turns ``:name:`` into
pictures and addresses into links. Whatever comes from an article passes through here before it reaches such a place.
"""

_PUNCTUATION = str.maketrans({mark: "\\" + mark for mark in r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""})
# Emoji names, bare addresses and typographic arrows are found after the Markdown has been read, when backslashes are
# gone; an invisible word joiner inside them keeps them apart.
_JOINER = "\u2060"
_BREAK_AFTER = (":", "@", "-", "<", "www")


def escape_markdown(text: str) -> str:
    """Text → Markdown that shows exactly this text, on one line.

        >>> escape_markdown("![x](http://a.b/c)")[:6]
        '\\\\!\\\\[x\\\\]'
    """
    line = " ".join(text.split())
    for mark in _BREAK_AFTER:
        line = line.replace(mark, mark + _JOINER)
    return line.translate(_PUNCTUATION)
