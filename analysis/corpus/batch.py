"""One import batch: articles read, files finished, and what goes into the part that is made of them."""
from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from analysis.articles import Article
from analysis.corpus.copies import signature
from analysis.corpus.ledger import DUPLICATE, PARTIAL, REJECTED, STORED, Fate
from analysis.corpus.rows import PART_TYPES, FileRow, IntakeRow, MetActorRow
from analysis.pipeline import Rows
from analysis.readers.speech import FRENCH
from analysis.tables import frame

SAME = "its text is in the corpus already"
_LONGEST_REASON = 1_000  # characters
_MOST_NAMED = 3  # documents named for each fault

@dataclass
class Document:
    """A piece of a file on its way in (the file itself, a member of an archive, a row of a table): how many of its
    articles are new, how many were in before, and what could not be read."""

    waiting: int = 0
    stored: int = 0
    same: int = 0
    problems: list[str] = field(default_factory=list)

    def state(self) -> str:
        """What became of it, once nothing waits any more."""
        if self.stored:
            return PARTIAL if self.problems else STORED
        return DUPLICATE if self.same else REJECTED

    def reason(self) -> str:
        """Why it is not wholly in."""
        if not self.problems and not self.stored:
            return SAME if self.same else "there is no article in it"
        return "; ".join(dict.fromkeys(self.problems))[:_LONGEST_REASON]


@dataclass
class OpenFile:
    """A file on its way in: its number in the run, and its documents by their places.

    ``told`` counts what it says of other files or of itself; a bibliography of attached files says nothing else.
    """

    digest: str
    path: str
    number: int = 0
    told: int = 0
    read: bool = False
    known: bool = False
    documents: dict[str, Document] = field(default_factory=dict)

    def at(self, place: str) -> Document:
        """The document at a place; the file's own path is the file as a whole."""
        return self.documents.setdefault(place, Document())

    @property
    def gave(self) -> bool:
        """Whether it gave anything that is or will be in the corpus."""
        return bool(self.told) or any(document.waiting or document.stored or document.same for document in self.documents.values())

    @property
    def finished(self) -> bool:
        return self.read and not any(document.waiting for document in self.documents.values())

    def row(self) -> FileRow:
        """What became of it."""
        reason = self._reason()
        stored, same = (sum(getattr(document, name) for document in self.documents.values()) for name in ("stored", "same"))
        if stored:
            return FileRow(self.digest, self.path, PARTIAL if reason else STORED, reason, stored)
        if same or self.known:
            return FileRow(self.digest, self.path, DUPLICATE, reason or SAME, 0)
        if self.told and not reason:
            return FileRow(self.digest, self.path, STORED, "", 0)
        return FileRow(self.digest, self.path, REJECTED, reason or "there is no article in it", 0)

    def fate(self, place: str) -> Fate:
        """The ledger's line for a document in it."""
        document = self.documents[place]
        return Fate(self.number, place.removeprefix(self.path), document.state(), document.reason(), document.stored)

    def _reason(self) -> str:
        """What could not be read, documents that have the same fault in one phrase."""
        places: dict[str, list[str]] = {}
        for place, document in self.documents.items():
            for problem in document.problems:
                places.setdefault(problem, []).append(place)
        return "; ".join(_phrase(problem, found, self.path) for problem, found in places.items())[:_LONGEST_REASON]


def _phrase(problem: str, places: list[str], whole: str) -> str:
    if len(places) == 1:
        return problem if places[0] == whole else f"{places[0]}: {problem}"
    named = ", ".join(place.removeprefix(whole) for place in places[:_MOST_NAMED])
    return f"{len(places)} documents: {problem} ({named}{' …' if len(places) > _MOST_NAMED else ''})"


@dataclass
class Batch:
    """Articles that wait for their analysis, files that are finished with this batch, and documents met in it."""

    articles: list[tuple[Article, OpenFile]] = field(default_factory=list)
    files: list[OpenFile] = field(default_factory=list)
    met: dict[tuple[int, str], OpenFile] = field(default_factory=dict)

    def fates(self) -> list[Fate]:
        """What the ledger says of this batch: of documents inside files and of files, those that are finished."""
        inside = [file.fate(place) for (_, place), file in self.met.items() if place != file.path and not file.documents[place].waiting]
        whole = [Fate(file.number, "", row.state, row.reason, row.articles) for file in self.files if file.finished for row in [file.row()]]
        return inside + whole


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
