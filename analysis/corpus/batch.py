"""One import batch: articles read, files finished, and what goes into the part that is made of them."""
from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from analysis.articles import Article
from analysis.corpus.copies import signature
from analysis.corpus.rows import PART_TYPES, FileRow, IntakeRow, MetActorRow
from analysis.pipeline import Rows
from analysis.readers.speech import FRENCH
from analysis.tables import frame


@dataclass
class OpenFile:
    """A file on its way in: how many of its articles are new, how many were in before, what could not be read.

    ``told`` counts what it says of other files or of itself; a bibliography of attached files says nothing else.
    """

    digest: str
    path: str
    waiting: int = 0
    stored: int = 0
    same: int = 0
    told: int = 0
    problems: list[str] = field(default_factory=list)
    read: bool = False

    @property
    def finished(self) -> bool:
        return self.read and not self.waiting

    def row(self) -> FileRow:
        """What became of it."""
        reason = "; ".join(dict.fromkeys(self.problems))[:1_000]
        if self.stored:
            return FileRow(self.digest, self.path, "partial" if reason else "stored", reason, self.stored)
        if self.same:
            return FileRow(self.digest, self.path, "duplicate", reason or "its text is in the corpus already", 0)
        if self.told and not reason:
            return FileRow(self.digest, self.path, "stored", "", 0)
        return FileRow(self.digest, self.path, "rejected", reason or "there is no article in it", 0)


@dataclass
class Batch:
    """Articles that wait for their analysis, and files that are finished with this batch."""

    articles: list[tuple[Article, OpenFile]] = field(default_factory=list)
    files: list[OpenFile] = field(default_factory=list)


def frames_of(results: list[tuple[Article, str, Rows]], files: Iterable[FileRow]) -> dict[str, pd.DataFrame]:
    """Articles, the digest of each one's file, and their rows → the tables of a part."""
    rows = [found for _, _, found in results]
    tables = {name: frame(PART_TYPES[name], (row for found in rows for row in getattr(found, name)))
              for name in ("mentions", "dates", "statements", "stances")}
    return {
        **tables,
        "articles": frame(PART_TYPES["articles"], (found.article for found in rows)),
        "actors": frame(MetActorRow, (_met(found.article.article_id, actor) for found in rows for actor in found.actors)),
        "intake": frame(IntakeRow, (_intake(article, digest) for article, digest, _ in results)),
        "files": frame(FileRow, files),
    }


def _met(article_id: str, actor) -> MetActorRow:
    return MetActorRow(article_id, actor.actor_id, actor.name, actor.kind, actor.country, actor.role,
                       "|".join(actor.aliases), actor.wikidata)


def _intake(article: Article, digest: str) -> IntakeRow:
    return IntakeRow(article.article_id, article.title_start, article.title_end, article.body_start, article.dated_by, digest,
                     article.language == FRENCH, signature(article.text[article.title_start:]))
