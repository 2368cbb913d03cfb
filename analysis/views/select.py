"""Tables, a view table or a stock, and a Selection → the rows that fit."""
import pandas as pd

from analysis.tables import Tables
from analysis.views.filtering import fitting
from analysis.views.rows import prepared
from analysis.views.selection import Selection, active, without
from analysis.views.stock import Stock


def select(tables: Tables | pd.DataFrame | Stock, selection: Selection = Selection(), copies: pd.DataFrame | None = None
           ) -> pd.DataFrame:
    """Tables, the prepared view table or a stock → the rows of the view table that fit, in order, with a fresh index.

    ``copies`` (article_id, group_id) are the groups of near copies, which a stock knows itself; without them each article
    is a text of its own. ``search`` reads the articles, so a prepared table alone does not do: ValueError.
    """
    if isinstance(tables, Stock):
        return tables.rows(selection).frame()
    view = prepared(tables)
    fits = fitting(view, selection, tables if isinstance(tables, Tables) else None, copies)
    return view[fits].reset_index(drop=True)


def hidden_by_confidence(tables: Tables | pd.DataFrame | Stock, selection: Selection) -> int:
    """How many stances fit the Selection in all but their confidence."""
    if not selection.min_confidence:
        return 0
    wider = without(selection, "min_confidence")
    if isinstance(tables, Stock):
        return len(tables.rows(wider).narrowed("confidence < ?", selection.min_confidence))
    return int((select(tables, wider)["confidence"] < selection.min_confidence).sum())


def emptied_by(tables: Tables | pd.DataFrame | Stock, selection: Selection) -> list[str]:
    """Fields of a Selection without rows that, each taken away alone, would give rows.

    ``first`` and ``last`` are tried together too, as the period; the list is empty where only several filters taken
    away together would help.
    """
    def gives_rows(other: Selection) -> bool:
        return bool(len(tables.rows(other) if isinstance(tables, Stock) else select(tables, other)))

    found = [name for name in active(selection) if name != "independent" and gives_rows(without(selection, name))]
    if selection.first and selection.last and not {"first", "last"} & set(found):
        if gives_rows(without(selection, "first", "last")):
            found += ["first", "last"]
    return found
