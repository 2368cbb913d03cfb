"""What a reader gives: articles, what it could not read with the reason, and what it had to assume."""
from collections.abc import Iterator
from typing import NamedTuple

from analysis.articles import Article


class Rejected(NamedTuple):
    """A file, or a piece of one, that gave no article, and why, in words for the person who supplied it."""

    path: str
    reason: str


class Note(NamedTuple):
    """What a reader assumed of a file, such as which column holds the text, so that the user can correct it.

    ``whole`` where it says all that the file has to say, as a bibliography does that lists attached files.
    """

    path: str
    words: str
    whole: bool = False


Found = Iterator[Article | Rejected | Note]
