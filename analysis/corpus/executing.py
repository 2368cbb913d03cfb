"""Where a batch is analysed and its part written. Here: in this process or its pool (``corpus.cluster``: on many machines).

A place of work begins batches ahead of the one that is being finished, so that no process waits for the reading of files
or for the disk. Batches are finished in the order in which they began.
"""
from collections.abc import Iterator
from typing import Protocol

from analysis.articles import Article
from analysis.corpus.analysts import Analysts, Apart, Result
from analysis.corpus.batch import frames_of
from analysis.corpus.manifest import Part
from analysis.corpus.rows import FileRow
from analysis.corpus.store import Writer
from analysis.corpus.versions import current_version
from analysis.pipeline import Rows

Sent = list[tuple[Article, str]]  # articles, each with the digest of its file


class Begun(Protocol):
    """A batch under way."""

    def outcomes(self) -> Iterator[str]:
        """For each article in order, as they come: empty where it was analysed, else the reason why not."""

    def parts(self, files: list[FileRow]) -> list[Part]:
        """Parts with what was analysed so far and these files, written; none where there is nothing to keep."""


class Workplace(Protocol):
    """Begins batches. ``ahead`` says how many, beside the one that is being finished."""

    @property
    def ahead(self) -> int: ...

    def begin(self, articles: Sent) -> Begun: ...


class Here:
    """This machine."""

    def __init__(self, analysts: Analysts | Apart, writer: Writer) -> None:
        self.ahead = 1 if analysts.jobs > 1 else 0
        self._analysts, self._writer = analysts, writer

    def begin(self, articles: Sent) -> "HereBegun":
        """In a pool, the analysis begins at once; in this process, when its outcomes are asked for."""
        return HereBegun(articles, self._analysts.results([article for article, _ in articles]), self._writer)


class HereBegun:
    """A batch of this machine; interrupted, it keeps what was analysed."""

    def __init__(self, articles: Sent, results: Iterator[Result], writer: Writer) -> None:
        self._articles, self._results, self._writer = articles, results, writer
        self._found: list[tuple[Article, str, Rows]] = []

    def outcomes(self) -> Iterator[str]:
        for (article, digest), result in zip(self._articles, self._results, strict=True):
            if not isinstance(result, str):
                self._found.append((article, digest, result))
            yield result if isinstance(result, str) else ""

    def parts(self, files: list[FileRow]) -> list[Part]:
        return [self._writer.write(frames_of(self._found, files), current_version())] if self._found or files else []
