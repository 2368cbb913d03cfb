"""The articles of a stock as a list, and where a search is found in them."""
from typing import NamedTuple

import pandas as pd

from analysis.index import excerpt, needles, terms_of
from analysis.views.chosen import Rows
from analysis.views.conditions import searched
from analysis.views.row_by_row import row_by_row
from analysis.views.stock import LISTED, LISTED_TYPES, Stock

_LIST = """select {listed}, coalesce(n, 0) as stances from article
    left join (select article, count(*) as n from {fits} group by article) using (article)
    where {which} order by published_last desc nulls last, title, article_id"""


class Excerpt(NamedTuple):
    """A part of an article in which a search was found, and the half-open places of what was found in it."""

    article_id: str
    text: str
    hits: tuple[tuple[int, int], ...]


def article_list(stock: Stock, rows: Rows, search: str = "", fitting: bool = False) -> pd.DataFrame:
    """article_id, title, source, path, published_first, published_last and stances (how many of ``rows``), newest first.

    Only articles that hold what is searched for and, if ``fitting``, only those with a stance among ``rows``.
    """
    condition = searched(search, stock.clauses["article_index"]) if needles(search) else None
    which = " and ".join(filter(None, ("n > 0" if fitting else "true", condition and condition.sql)))
    fits = rows.fits()
    found = stock.query(_LIST.format(listed=LISTED, fits=fits.sql, which=which), (*fits.values, *(condition.values if condition else ())))
    return found.astype({**LISTED_TYPES, "stances": "int64"})


def excerpts(stock: Stock, listed: pd.DataFrame, search: str) -> list[Excerpt]:
    """A list of articles → where the search is found first in each: in the text, else in the title."""
    terms, found = terms_of(search), []
    texts = stock.texts(listed["article_id"])
    for row in row_by_row(listed):
        part, hits = excerpt(texts.get(row.article_id, ""), terms)
        if not hits:
            part, hits = excerpt(row.title, terms)
        found.append(Excerpt(row.article_id, part, tuple(hits)))
    return found
