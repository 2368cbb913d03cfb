"""What is in a corpus, counted by DuckDB without loading its texts."""
from typing import NamedTuple

import pandas as pd

from analysis.corpus.store import Corpus


class Count(NamedTuple):
    """How many articles or stances, and in how many independent texts (near copies counted once)."""

    name: str
    articles: int
    texts: int


class Counts(NamedTuple):
    """The figures of a corpus; days are None where no article is dated. ``acts`` counts stances, not articles."""

    articles: int
    texts: int
    undated: int
    first: object
    last: object
    rows: dict[str, int]
    languages: list[Count]
    sources: list[Count]
    acts: list[Count]
    states: dict[str, int]


_BY_GROUP = ("select {column} as name, count(*) as articles, count(distinct copies.group_id) as texts "
             "from articles join copies using (article_id) group by 1 order by 2 desc, 1")
_BY_ACT = ("select act as name, count(*) as articles, count(*) filter (copies.group_id = stances.article_id) as texts "
           "from stances join copies using (article_id) group by 1 order by 2 desc, 1")
_DAYS = "select min(published_first) as first, max(published_last) as last, count(*) - count(published_first) as undated from articles"


def count(corpus: Corpus) -> Counts:
    """The figures of a corpus. Stances of an independent text are those of the earliest of its near copies."""
    days = corpus.query(_DAYS).iloc[0]
    states = corpus.query("select state, count(*) as n from (select distinct file, path, state from files) group by 1")
    return Counts(
        articles=len(corpus.article_ids), texts=corpus.copies["group_id"].nunique(), undated=int(days["undated"]),
        first=_day(days["first"]), last=_day(days["last"]),
        rows={name: sum(part.files[name].rows for part in corpus.parts) for name in ("mentions", "dates", "statements", "stances")},
        languages=_counts(corpus, _BY_GROUP.format(column="language")), sources=_counts(corpus, _BY_GROUP.format(column="source")),
        acts=_counts(corpus, _BY_ACT), states=dict(zip(states["state"], states["n"], strict=True)))


def _counts(corpus: Corpus, sql: str) -> list[Count]:
    return [Count(*row) for row in corpus.query(sql).itertuples(index=False, name=None)]


def _day(moment: object):
    return None if pd.isna(moment) else pd.Timestamp(moment).date()
