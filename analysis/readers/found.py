"""What a reader gives: articles, and what it could not read with the reason."""
from collections.abc import Iterator
from typing import NamedTuple

from analysis.articles import Article


class Rejected(NamedTuple):
    """A file, or a piece of one, that gave no article, and why, in words for the person who supplied it."""

    path: str
    reason: str


Found = Iterator[Article | Rejected]
