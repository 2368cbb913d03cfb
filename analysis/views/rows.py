"""The view table: stances joined with the names, countries and articles they speak of.

Columns: those of ``stances``; for ``source`` and ``target`` the columns ``_name`` (label, never empty where the actor
is known), ``_kind``, ``_role``, ``_own_country`` (as in ``actors``), ``_country`` (the node: the actor's ISO 3166-1
alpha-3 code or organisation, or the actor itself where it has none) and ``_country_name``; ``reporter_name``; of the
article ``title``, ``source`` (the outlet), ``path``; and

- ``sign``: the act's sign, 0 where the stance is negated (that somebody does *not* support is no support, and no attack)
- ``day_first``, ``day_last``: the stance's own days, else those of the publication, NaT where neither is known
- ``review``: accepted, edited, added, rejected, or empty where no analyst looked at the row
- ``dated``: ``text``, ``publication`` or empty: where the days come from

Rows are sorted by day (unknown last), article and place in the article.
"""
from collections.abc import Mapping

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from analysis.index import days_of
from analysis.tables import Tables
from analysis.views.names import actor_label, french_name
from analysis.views.reviews import with_review

_END_COLUMNS = ("name", "kind", "role", "own_country", "country", "country_name")
_UNKNOWN = np.iinfo("int64").min  # what numpy has in the place of a day that is unknown


def prepared(tables: Tables | pd.DataFrame) -> pd.DataFrame:
    """Tables → the view table of all stances; a table already prepared comes back as it is, so that it can be cached."""
    if isinstance(tables, pd.DataFrame):
        return tables
    return joined(tables.stances, tables.articles, labelled(tables.actors))


def joined(stances: pd.DataFrame, articles: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Stances, their articles and ``labelled`` actors → the view table."""
    rows = with_review(stances)
    columns = {name: column.array for name, column in rows.items()}
    for end in ("source", "target"):
        columns |= _actor_columns(rows, end, actors)
    columns["reporter_name"] = _taken(actors["name"], actors.index.get_indexer(rows["reporter_id"]), rows["reporter_id"])
    at = pd.Index(articles["article_id"]).get_indexer(rows["article_id"])
    columns |= {name: _taken(articles[name], at, "") for name in ("title", "source", "path")}
    columns |= {name: column.array for name, column in days_of(rows, articles).items()}
    columns["sign"] = np.where(rows["negated"], 0, rows["polarity"]).astype("int64")
    return pd.DataFrame(columns).take(_order(columns)).reset_index(drop=True)


def _order(columns: Mapping[str, np.ndarray]) -> np.ndarray:
    """Places of the rows by day, unknown last, then article, place in the article, and id."""
    days = [np.asarray(columns[name]).astype("datetime64[s]").astype("int64") for name in ("day_last", "day_first")]
    days = [np.where(each == _UNKNOWN, np.iinfo("int64").max, each) for each in days]
    stance, article = (pd.factorize(columns[name], sort=True)[0] for name in ("stance_id", "article_id"))
    return np.lexsort((stance, np.asarray(columns["start"]), article, *days))


def labelled(actors: pd.DataFrame) -> pd.DataFrame:
    """Actors by id, with node, node name and a label that is never empty."""
    found = actors.set_index("actor_id")
    country = found["country"].where(found["country"] != "", found.index.to_series()).astype("str")
    named = found["name"].to_dict()
    country_name = [french_name(node, named.get(node, "")) for node in country]
    states = [name if own else "" for name, own in zip(country_name, found["country"])]
    labels = [actor_label(*parts) for parts in zip(found["name"], found["role"], states, found.index)]
    table = pd.DataFrame({
        "name": labels, "kind": found["kind"], "role": found["role"], "own_country": found["country"],
        "country": country, "country_name": country_name}, index=found.index)
    alone = found["country"] == ""
    table.loc[alone, "country_name"] = table.loc[alone, "name"]
    return table.astype("str")


def _actor_columns(rows: pd.DataFrame, end: str, actors: pd.DataFrame) -> dict:
    ids = rows[f"{end}_id"]
    at = actors.index.get_indexer(ids)
    # An id that is in no actors table stands for itself: shown, not hidden.
    return {f"{end}_{name}": _taken(actors[name], at, ids if name in ("name", "country", "country_name") else "")
            for name in _END_COLUMNS}


def looked_up(keys: pd.Series, column: pd.Series, otherwise: pd.Series | str) -> pd.Series:
    """The column's value for each key, ``otherwise`` where there is none; keeps the dtype also without rows."""
    return pd.Series(_taken(column, column.index.get_indexer(keys), otherwise), index=keys.index)


def _taken(column: pd.Series, at: np.ndarray, otherwise: pd.Series | str) -> ExtensionArray:
    """The values in these places, ``otherwise`` where the place is -1."""
    if len(at) and at.min() >= 0:
        return column.array.take(at)
    found = pd.Series(column.array.take(at, allow_fill=True))
    return found.fillna(otherwise if isinstance(otherwise, str) else otherwise.set_axis(found.index)).array
