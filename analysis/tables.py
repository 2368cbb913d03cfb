"""The six tables: row types whose fields are the columns, and empty or filled frames of declared dtypes.

Days are ISO dates (``datetime64[s]`` in the frames, ``YYYY-MM-DD`` in CSV); offsets count characters of
``articles.text``; unknown is empty. ``frame(StanceRow, rows)`` gives the same columns and dtypes whether there are rows
or not, so that no reader of a table has to ask.
"""
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple, get_type_hints

import pandas as pd


class ArticleRow(NamedTuple):
    """One article; ``published_first`` equals ``published_last`` where the day is known."""

    article_id: str
    path: str
    title: str
    published_first: date | None
    published_last: date | None
    source: str
    language: str
    url: str
    text: str


class ActorRow(NamedTuple):
    """One actor of the corpus; ``aliases`` are the other spellings met or known, separated by ``|``."""

    actor_id: str
    name: str
    kind: str
    country: str
    role: str
    aliases: str
    wikidata: str


class MentionRow(NamedTuple):
    """One place where an actor is mentioned; ``text`` equals ``articles.text[start:end]``."""

    article_id: str
    start: int
    end: int
    text: str
    actor_id: str
    rule: str


class DateRow(NamedTuple):
    """One time expression with the first and last day it can mean."""

    article_id: str
    start: int
    end: int
    text: str
    first_day: date | None
    last_day: date | None
    precision: str
    rule: str


class StatementRow(NamedTuple):
    """What somebody says: direct, reported or hearsay."""

    article_id: str
    start: int
    end: int
    speaker_id: str
    verb: str
    voice: str
    text: str


class StanceRow(NamedTuple):
    """One stance: who, towards whom, which act, in which voice, on whose word, when, with its evidence."""

    stance_id: str
    article_id: str
    start: int
    end: int
    sentence: str
    source_id: str
    target_id: str
    act: str
    polarity: int
    voice: str
    reporter_id: str
    negated: bool
    modality: str
    first_day: date | None
    last_day: date | None
    cue: str
    rule: str
    confidence: float
    plover: str
    cameo: str


_DTYPES = {str: "str", int: "int64", bool: "bool", float: "float64", date | None: "datetime64[s]"}


def dtypes(row_type: type) -> dict[str, str]:
    """Column → pandas dtype of a row type, in the row's order."""
    return {name: _DTYPES[kind] for name, kind in get_type_hints(row_type).items()}


def frame(row_type: type, rows: Iterable[tuple] = ()) -> pd.DataFrame:
    """Rows → DataFrame with the row type's columns and dtypes, also when there is no row."""
    table = pd.DataFrame(list(rows), columns=list(row_type._fields))
    return table.astype(dtypes(row_type))


@dataclass(frozen=True)
class Tables:
    """The six tables of a corpus, as ``analyse`` returns them."""

    articles: pd.DataFrame
    actors: pd.DataFrame
    mentions: pd.DataFrame
    dates: pd.DataFrame
    statements: pd.DataFrame
    stances: pd.DataFrame


ROW_TYPES: dict[str, type] = {
    "articles": ArticleRow, "actors": ActorRow, "mentions": MentionRow,
    "dates": DateRow, "statements": StatementRow, "stances": StanceRow,
}


def empty_tables() -> Tables:
    """Six empty tables of the right shape."""
    return Tables(**{name: frame(kind) for name, kind in ROW_TYPES.items()})


def table_names() -> tuple[str, ...]:
    """articles, actors, mentions, dates, statements, stances."""
    return tuple(field.name for field in fields(Tables))
