"""A stock with what analysts decided laid over it: articles read again as of the days set for them, then each correction.

Only the articles that the corrections speak of are read. Two stocks come of it: what the analysis makes of the articles as of
their days (what corrections hang on), and the same as corrected.
"""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType

import pandas as pd

from analysis.corrections import EVERYWHERE, Correction, Overlay, days_set, lay_over, lay_over_rows, needed, replay
from analysis.rereading import Days, MemoryShelf, Reread, Shelf, of_articles, read_again, redated
from analysis.tables import Tables
from analysis.views import Layer, Stock

NOTHING = MemoryShelf(MappingProxyType({}))  # a shelf on which nothing is or can be laid
_ANEW = ("mentions", "dates", "statements")


@dataclass(frozen=True)
class Laid:
    """The stock as corrected, as the analysis makes it, what the corrections come to, and the days set for articles that were
    not yet read again as of them."""

    stock: Stock
    made: Stock
    overlay: Overlay
    waiting: Mapping[str, Days] = field(default_factory=dict)


def corrected(stock: Stock, corrections: Sequence[Correction], shelf: Shelf = NOTHING) -> Laid:
    """Corrections over a stock; ``shelf`` keeps what was read again."""
    if not corrections:
        return Laid(stock, stock, Overlay())
    wanted = needed(corrections)
    below = stock.part(wanted.articles, wanted.paths)
    others = redated(below.articles, days_set(corrections, below))
    found = shelf.found(others)
    made = read_again(below, found)
    overlay = replay(corrections, made)
    waiting = {article: days for article, days in others.items() if article not in found}
    whole = partial(_whole, stock, found)
    if overlay.changes_nothing and not found:
        return Laid(stock, stock, overlay)
    return Laid(_under(stock, lay_over(made, overlay), overlay, found, whole), _made(stock, made, found, whole), overlay, waiting)


def _under(stock: Stock, now: Tables, overlay: Overlay, found: Mapping[str, Reread], whole) -> Stock:
    moved = {actor: other for (article, actor), other in overlay.relabel.items() if article == EVERYWHERE}
    return stock.under(Layer(now.articles, _reviewed(now.stances), now.actors, moved, lambda table, rows: lay_over_rows(table, rows, overlay),
                             lambda: lay_over(whole(), overlay), frozenset(found), _anew(found)))


def _made(stock: Stock, made: Tables, found: Mapping[str, Reread], whole) -> Stock:
    """The articles read again, and nothing else laid over."""
    if not found:
        return stock
    articles = made.articles[made.articles["article_id"].isin(set(found))]
    stances = made.stances[made.stances["article_id"].isin(set(found))].reset_index(drop=True)
    days = Overlay(days={article: read.days for article, read in found.items()})
    return stock.under(Layer(articles, _reviewed(stances), made.actors, {}, lambda table, rows: lay_over_rows(table, rows, days),
                             whole, frozenset(found), _anew(found)))


def _whole(stock: Stock, found: Mapping[str, Reread]) -> Tables:
    return read_again(stock.tables, found)


def _anew(found: Mapping[str, Reread]) -> dict[str, pd.DataFrame]:
    rows = of_articles(found)
    return {name: getattr(rows, name) for name in _ANEW}


def _reviewed(stances: pd.DataFrame) -> pd.DataFrame:
    return stances if "review" in stances else stances.assign(review=pd.Series("", index=stances.index, dtype="str"))
