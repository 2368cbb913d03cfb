"""Files and folders → articles. One module a format; what cannot be read is listed with its reason, never dropped.

    >>> articles, rejected = read_articles(["seeds"])
    >>> articles[0].published_first, articles[0].published_last
    (datetime.date(2022, 10, 1), datetime.date(2022, 10, 31))
"""
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from analysis.articles import Article
from analysis.readers.columns import Columns
from analysis.readers.dating import dated
from analysis.readers.decoding import ReadError
from analysis.readers.formats import MAX_BYTES, format_of, guarded, too_large
from analysis.readers.found import Found, Note, Rejected
from analysis.readers.speech import language_of
from analysis.readers.walk import Walk

__all__ = ["MAX_BYTES", "Note", "ReadError", "Rejected", "files_in", "identified", "load", "read_articles", "read_bytes"]


def read_articles(paths: str | Path | Iterable[str | Path]) -> tuple[list[Article], list[Rejected]]:
    """Files, or folders searched in depth → (articles in path order, files rejected with reasons).

    Two files with the same text give one article; the second is listed as rejected, naming the first. Never raises
    for what a file holds; a path that does not exist is rejected like any unreadable file.
    """
    articles: dict[str, Article] = {}
    rejected = []
    for path, name in files_in(paths):
        try:
            found = list(read_bytes(load(path), name))
        except ReadError as error:
            found = [Rejected(name, str(error))]
        for article in found:
            if isinstance(article, Rejected):
                rejected.append(article)
            if not isinstance(article, Article):
                continue
            first = articles.setdefault(article.article_id, article)
            if first is not article:
                rejected.append(Rejected(article.path, f"the same text as {first.path}, which is read"))
    return list(articles.values()), rejected


def load(path: Path) -> bytes:
    """The bytes of a file. Raises ReadError where it cannot be opened, is of no kind that is read, or too large."""
    with _opened(path) as file:
        return file.read()


def identified(path: Path, read_with: bytes = b"") -> str:
    """Thirty-two hex digits that stand for a file's content, and for what it is read with. Raises what ``load`` raises."""
    with _opened(path) as file:
        digest = hashlib.file_digest(file, "sha256")
    digest.update(read_with)
    return digest.hexdigest()[:32]


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    most = format_of(path.name).most
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise ReadError("it is no regular file")
        if state.st_size > most:
            raise ReadError(too_large(most))
        with path.open("rb") as file:
            yield file
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        if isinstance(error, ReadError):
            raise
        raise ReadError(f"cannot be opened: {getattr(error, 'strerror', '') or error}") from error


def read_bytes(data: bytes, name: str, columns: Columns = MappingProxyType({}), walk: Walk | None = None) -> Found:
    """The articles of one file, and what of it could not be read; never raises for what the bytes are.

    ``name`` is the file's name; its ending says the format. ``columns`` names columns of a table (field → column) where
    the guess from their names would be wrong. An article comes with its language, and with a day from the
    text or the file's name where the format gives none. ``walk`` is told of each document in an archive.
    """
    try:
        found = format_of(name).read(data, name, columns, walk or Walk())
    except ReadError as error:
        yield Rejected(name, str(error))
        return
    for each in guarded(found, name):
        yield _finished(each) if isinstance(each, Article) else each


def files_in(paths: str | Path | Iterable[str | Path]) -> Iterator[tuple[Path, str]]:
    """(file, name shown) in order; hidden files and folders are left out of a folder's search."""
    for given in map(Path, [paths] if isinstance(paths, (str, Path)) else paths):
        if not given.is_dir():
            yield given, _shown(str(given))
            continue
        for path in _under(given):
            yield path, _shown(path.relative_to(given).as_posix())


def _under(folder: Path) -> Iterator[Path]:
    """The files of a folder in depth, a folder at a time: no more is held than the names of those that are open. A folder
    that cannot be opened is given itself, so that the reading says so."""
    try:
        with os.scandir(folder) as found:
            entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _under(folder / entry.name)
        elif entry.is_file():
            yield folder / entry.name


def _shown(name: str) -> str:
    """A file's name as it can be stored and shown: bytes of it that are no characters become U+FFFD, controls spaces."""
    plain = os.fsencode(name).decode("utf-8", "replace")
    return "".join(character if character.isprintable() else " " for character in plain)


def _finished(article: Article) -> Article:
    return replace(dated(article), language=language_of(article.text[article.title_start:]))
