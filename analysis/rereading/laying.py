"""Readings laid over the tables of the analysis."""
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from analysis.rereading.records import Days, Reread
from analysis.tables import ROW_TYPES, Tables, frame

_OF_ARTICLE = ("mentions", "dates", "statements", "stances")


def redated(articles: pd.DataFrame, days: Mapping[str, Days]) -> dict[str, Days]:
    """Of the days set for articles, those that are others than the analysis had."""
    had = {row.article_id: (_day(row.published_first), _day(row.published_last)) for row in articles.itertuples(index=False)}
    return {article: each for article, each in days.items() if article in had and had[article] != each}


def read_again(tables: Tables, found: Mapping[str, Reread]) -> Tables:
    """The tables with the rows of these articles as they were read again; actors that are new come last."""
    if not found:
        return tables
    anew = of_articles(found)
    rows = {name: pd.concat([table[~table["article_id"].isin(set(found))], getattr(anew, name)], ignore_index=True)
            for name in _OF_ARTICLE for table in [getattr(tables, name)]}
    more = anew.actors[~anew.actors["actor_id"].isin(set(tables.actors["actor_id"]))]
    return replace(tables, articles=_dated(tables.articles, found), actors=pd.concat([tables.actors, more], ignore_index=True), **rows)


def of_articles(found: Mapping[str, Reread]) -> Tables:
    """The rows of these readings alone; ``articles`` is empty."""
    rows = {name: frame(ROW_TYPES[name], (row for read in found.values() for row in read.rows[name])) for name in (*_OF_ARTICLE, "actors")}
    return Tables(articles=frame(ROW_TYPES["articles"]), **{**rows, "actors": rows["actors"].drop_duplicates("actor_id", ignore_index=True)})


def turned(before: pd.DataFrame, found: Mapping[str, Reread]) -> int:
    """How many stances of these articles are others than before, by who, what, towards whom, whether yet to come, and the days."""
    names = ["article_id", "start", "end", "source_id", "target_id", "act", "modality", "first_day", "last_day"]
    old, new = (set(map(str, table.loc[table["article_id"].isin(set(found)), names].itertuples(index=False, name=None)))
                for table in (before, of_articles(found).stances))
    return max(len(old - new), len(new - old))


def _dated(articles: pd.DataFrame, found: Mapping[str, Reread]) -> pd.DataFrame:
    touched = articles["article_id"].isin(set(found))
    days = {}
    for place, name in enumerate(("published_first", "published_last")):
        now = pd.to_datetime(pd.Series([found[key].days[place] for key in articles.loc[touched, "article_id"]],
                                       index=articles.index[touched], dtype="object")).astype("datetime64[s]")
        days[name] = articles[name].mask(touched, now).astype("datetime64[s]")
    return articles.assign(**days)


def _day(moment: pd.Timestamp):
    return None if pd.isna(moment) else moment.date()
