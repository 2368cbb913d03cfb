"""The tables of the index: row types whose fields are the columns, as in ``analysis.tables``."""
from datetime import date
from typing import NamedTuple


class StanceIndexRow(NamedTuple):
    """One stance as views count it, in the place that it has in ``stances``.

    ``article``, ``source``, ``target`` and ``reporter`` are codes of ids (0 where nobody is named); ``sign`` is the
    act's, 0 where it is negated; the days are the stance's own, else those of the publication, as ``dated`` says.
    """

    article: int
    start: int
    source: int
    target: int
    reporter: int
    act: str
    sign: int
    voice: str
    negated: bool
    modality: str
    confidence: float
    day_first: date | None
    day_last: date | None
    dated: str


class ArticleIndexRow(NamedTuple):
    """One article, in the place that it has in ``articles``: its code, what lists show, and title and text folded."""

    article: int
    article_id: str
    title: str
    source: str
    path: str
    published_first: date | None
    published_last: date | None
    folded: str


class ActorIndexRow(NamedTuple):
    """An actor as one or more articles of a part met it: ``newest`` is the latest day of publication of these, ``place``
    the first row in the part's ``actors`` that says so. An actor whose office changed has several rows."""

    actor: int
    actor_id: str
    name: str
    kind: str
    country: str
    role: str
    wikidata: str
    newest: date | None
    place: int


INDEX_TYPES: dict[str, type] = {"stance_index": StanceIndexRow, "article_index": ArticleIndexRow, "actor_index": ActorIndexRow}
