"""What a part of the store holds beside the six tables: where each article came from, and what became of each file.

A part keeps its actors as each article met them, so that articles can be deleted and parts merged without losing whose
office is the newest; ``analysis.corpus.actors`` merges them into the one actors table.
"""
from typing import NamedTuple

from analysis.tables import ROW_TYPES


class MetActorRow(NamedTuple):
    """An actor as one article met it; ``aliases`` are separated by ``|``."""

    article_id: str
    actor_id: str
    name: str
    kind: str
    country: str
    role: str
    aliases: str
    wikidata: str


class IntakeRow(NamedTuple):
    """How an article came in.

    ``dated_by`` says where its day was found (header, metadata, text, file name, address, capture; empty where it has
    none); ``file`` is the digest of the file it was read from; ``analysed`` is False for an article that is not in
    French; ``signature`` is what near copies are found by (``analysis.corpus.copies``).
    """

    article_id: str
    title_start: int
    title_end: int
    body_start: int
    dated_by: str
    file: str
    analysed: bool
    signature: str


class FileRow(NamedTuple):
    """What became of a file: ``state`` is stored, partial (``reason`` says what is missing) or rejected (and why)."""

    file: str
    path: str
    state: str
    reason: str
    articles: int


class CopyRow(NamedTuple):
    """An article's group of near copies, named by its earliest article, and how many articles are in it."""

    article_id: str
    group_id: str
    size: int


PART_TYPES: dict[str, type] = {**ROW_TYPES, "actors": MetActorRow, "intake": IntakeRow, "files": FileRow}
