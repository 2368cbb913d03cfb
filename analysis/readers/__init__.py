"""Files and folders → articles. One module a format; what cannot be read is listed with its reason, never dropped.

    >>> articles, rejected = read_articles(["seeds"])
    >>> articles[0].published_first, articles[0].published_last
    (datetime.date(2022, 10, 1), datetime.date(2022, 10, 31))
"""
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.articles import Article
from analysis.readers import text
from analysis.readers.decoding import ReadError

READERS = {".txt": text.read, ".text": text.read, "": text.read}
MAX_BYTES = 4_000_000  # about 600,000 words: no newspaper article, and the pipeline's memory stays under 2 GB


class Rejected(NamedTuple):
    """A file that gave no article, and why, in words for the person who supplied it."""

    path: str
    reason: str


def read_articles(paths: Iterable[str | Path]) -> tuple[list[Article], list[Rejected]]:
    """Files, or folders searched in depth → (articles in path order, files rejected with reasons).

    Two files with the same text give one article; the second is listed as rejected, naming the first. Never raises
    for what a file holds; a path that does not exist is rejected like any unreadable file.
    """
    articles: dict[str, Article] = {}
    rejected = []
    for path, name in _files(paths):
        try:
            article = read_article(path, name)
        except ReadError as error:
            rejected.append(Rejected(name, str(error)))
            continue
        first = articles.setdefault(article.article_id, article)
        if first is not article:
            rejected.append(Rejected(name, f"the same text as {first.path}, which is read"))
    return list(articles.values()), rejected


def read_article(path: Path, name: str) -> Article:
    """One file → Article; raises ReadError with a reason for people."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ReadError(f"files of the kind {path.suffix} are not read; save it as plain text (.txt)")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ReadError(f"larger than {MAX_BYTES // 1_000_000} MB, which no single article is; split it")
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot be opened: {error.strerror or error}") from error
    return reader(data, name)


def _files(paths: Iterable[str | Path]) -> Iterator[tuple[Path, str]]:
    """(file, name shown) in order; hidden files and folders are left out of a folder's search."""
    for given in map(Path, paths):
        if not given.is_dir():
            yield given, str(given)
            continue
        for path in sorted(given.rglob("*")):
            inside = path.relative_to(given)
            if path.is_file() and not any(part.startswith(".") for part in inside.parts):
                yield path, inside.as_posix()
