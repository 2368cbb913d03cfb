"""Corrections of the small tables, short to write down in a test."""
from datetime import date

import pandas as pd

from analysis.corrections import making
from analysis.corrections.days import Days
from analysis.tables import Tables


def article(tables: Tables, article_id: str):
    return next(row for row in tables.articles.itertuples(index=False) if row.article_id == article_id)


def stance(tables: Tables, stance_id: str):
    return next(row for row in tables.stances.itertuples(index=False) if row.stance_id == stance_id)


def actor(tables: Tables, actor_id: str):
    return next(row for row in tables.actors.itertuples(index=False) if row.actor_id == actor_id)


def accept(tables: Tables, stance_id: str, coder: str = "Ada", seen=None, **more):
    row = stance(tables, stance_id)
    return making.accept(coder, article(tables, row.article_id), row, seen or row, **more)


def reject(tables: Tables, stance_id: str, coder: str = "Ada", seen=None, **more):
    row = stance(tables, stance_id)
    return making.reject(coder, article(tables, row.article_id), row, seen or row, **more)


def edit(tables: Tables, stance_id: str, coder: str = "Ada", seen=None, note: str = "", **changed):
    row = stance(tables, stance_id)
    return making.edit(coder, article(tables, row.article_id), row, seen or row, changed, note)


def add(tables: Tables, article_id: str, words: str, coder: str = "Ada", note: str = "", **values):
    row = article(tables, article_id)
    start = row.text.index(words)
    return making.add(coder, row, start, start + len(words), words, values, note)


def set_dates(tables: Tables, *article_ids: str, first: date | None = None, last: date | None = None, coder: str = "Ada"):
    days = Days(first, last or first, "day" if first else "")
    return making.set_dates(coder, [article(tables, key) for key in article_ids], days)


def merge(tables: Tables, into: str, *others: str, coder: str = "Ada"):
    return making.unite(coder, [actor(tables, key) for key in others], into)


def split(tables: Tables, one: str, article_ids: tuple[str, ...], coder: str = "Ada", **other: str):
    return making.split(coder, actor(tables, one), [article(tables, key) for key in article_ids], other)


def same(one: Tables, other: Tables) -> None:
    """The two are the same to the last cell."""
    for name in vars(one):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))
