"""Articles out of a corpus, and small parts put together: parts are never changed, only replaced by others."""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.corpus.manifest import CorpusError, Part
from analysis.corpus.parts import read_table
from analysis.corpus.rows import PART_TYPES
from analysis.corpus.store import Writer

FULL = 5_000  # articles of a part that is large enough to be left alone


@dataclass(frozen=True)
class Which:
    """Articles by id, by source, or by the period that all their days of publication lie in; what is given must all fit."""

    ids: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None

    def fits(self, articles: pd.DataFrame) -> pd.Series:
        """Which rows of an articles table fit; none where nothing is asked for."""
        fits = pd.Series(self != Which(), index=articles.index)
        if self.ids:
            fits &= articles["article_id"].isin(self.ids)
        if self.sources:
            fits &= articles["source"].isin(self.sources)
        if self.first:
            fits &= articles["published_first"] >= pd.Timestamp(self.first)
        if self.last:
            fits &= articles["published_last"] <= pd.Timestamp(self.last)
        return fits


def delete(writer: Writer, which: Which, only_count: bool = False) -> int:
    """Take articles, and every row that came from them, out of the corpus in one step; returns how many.

    The files that they came from are no longer known, so that an import can bring them back. Raises CorpusError where a
    part is damaged, since nobody knows what it holds.
    """
    parts = _sound_parts(writer)
    gone, files = set(), set()
    for part in parts:
        articles, intake = (read_table(writer.folder, part, name) for name in ("articles", "intake"))
        ids = set(articles.loc[which.fits(articles), "article_id"])
        gone |= ids
        files |= set(intake.loc[intake["article_id"].isin(ids), "file"])
    if gone and not only_count:
        writer.rewrite(_without(writer, parts, gone, files))
    return len(gone)


def _without(writer: Writer, parts: Iterable[Part], gone: set[str], files: set[str]
             ) -> Iterator[tuple[Part, dict[str, pd.DataFrame] | None]]:
    """The parts that hold articles or files to be taken out, each with what is left of it."""
    for part in parts:
        frames = _frames(writer, part)
        left = {name: table[~table["article_id"].isin(gone)] for name, table in frames.items() if name != "files"}
        left["files"] = frames["files"][~frames["files"]["file"].isin(files)]
        if any(len(left[name]) < len(frames[name]) for name in ("articles", "files")):
            yield part, left if len(left["articles"]) or len(left["files"]) else None


def compact(writer: Writer, full: int = FULL) -> tuple[int, int]:
    """Put neighbouring small parts made by the same version together; returns the number of parts before and after.

    Each new part replaces its old ones in one step. Raises CorpusError where a part is damaged.
    """
    before = _sound_parts(writer)
    for parts in _small_neighbours(before, full):
        frames = [_frames(writer, part) for part in parts]
        together = {name: pd.concat([frame[name] for frame in frames], ignore_index=True) for name in PART_TYPES}
        writer.commit(together, parts[0].version, instead_of=tuple(parts))
    return len(before), len(writer.manifest.parts)


def _small_neighbours(parts: list[Part], full: int) -> Iterator[list[Part]]:
    """Runs of two parts or more that together are no larger than ``full``."""
    run: list[Part] = []
    for part in parts:
        size = sum(other.files["articles"].rows for other in run) + part.files["articles"].rows
        if run and (size > full or part.version != run[0].version):
            if len(run) > 1:
                yield run
            run = []
        run.append(part)
    if len(run) > 1:
        yield run


def _frames(writer: Writer, part: Part) -> dict[str, pd.DataFrame]:
    return {name: read_table(writer.folder, part, name) for name in PART_TYPES}


def _sound_parts(writer: Writer) -> list[Part]:
    corpus = writer.corpus()
    if corpus.damaged:
        file, reason = corpus.damaged[0]
        raise CorpusError(f"{file}: {reason}; put back a copy of it first")
    return corpus.parts
