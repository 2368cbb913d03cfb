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
import pandas as pd

from analysis.index import days_of
from analysis.tables import Tables
from analysis.views.names import actor_label, french_name
from analysis.views.reviews import with_review

_END_COLUMNS = ("name", "kind", "role", "own_country", "country", "country_name")


def prepared(tables: Tables | pd.DataFrame) -> pd.DataFrame:
    """Tables → the view table of all stances; a table already prepared comes back as it is, so that it can be cached."""
    if isinstance(tables, pd.DataFrame):
        return tables
    return joined(tables.stances, tables.articles, labelled(tables.actors))


def joined(stances: pd.DataFrame, articles: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """Stances, their articles and ``labelled`` actors → the view table."""
    view = with_review(stances)
    for end in ("source", "target"):
        _join_actor(view, end, actors)
    view["reporter_name"] = looked_up(view["reporter_id"], actors["name"], view["reporter_id"])
    by_id = articles.set_index("article_id")
    for column in ("title", "source", "path"):
        view[column] = looked_up(view["article_id"], by_id[column], "")
    view = view.join(days_of(view, articles))
    view["sign"] = view["polarity"].where(~view["negated"], 0).astype("int64")
    order = ["day_first", "day_last", "article_id", "start", "stance_id"]
    return view.sort_values(order, kind="stable", na_position="last", ignore_index=True)


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


def _join_actor(view: pd.DataFrame, end: str, actors: pd.DataFrame) -> None:
    ids = view[f"{end}_id"]
    for column in _END_COLUMNS:
        # An id that is in no actors table stands for itself: shown, not hidden.
        otherwise = ids if column in ("name", "country", "country_name") else ""
        view[f"{end}_{column}"] = looked_up(ids, actors[column], otherwise)


def looked_up(keys: pd.Series, column: pd.Series, otherwise: pd.Series | str) -> pd.Series:
    """The column's value for each key, ``otherwise`` where there is none; keeps the dtype also without rows."""
    return column.reindex(keys).set_axis(keys.index).fillna(otherwise)
