"""The view table: stances joined with the names, countries and articles they speak of, and its filter.

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
import numpy as np
import pandas as pd

from analysis.tables import Tables
from analysis.views.ends import mutual
from analysis.views.names import actor_label, french_name
from analysis.views.reviews import fits_review, with_review
from analysis.views.selection import Selection, active, without

_END_COLUMNS = ("name", "kind", "role", "own_country", "country", "country_name")


def prepared(tables: Tables | pd.DataFrame) -> pd.DataFrame:
    """Tables → the view table of all stances; a table already prepared comes back as it is, so that it can be cached."""
    if isinstance(tables, pd.DataFrame):
        return tables
    view = with_review(tables.stances)
    actors = _labelled(tables.actors)
    for end in ("source", "target"):
        _join_actor(view, end, actors)
    view["reporter_name"] = _looked_up(view["reporter_id"], actors["name"], view["reporter_id"])
    _join_article(view, tables.articles)
    view["sign"] = view["polarity"].where(~view["negated"], 0).astype("int64")
    order = ["day_first", "day_last", "article_id", "start", "stance_id"]
    return view.sort_values(order, kind="stable", na_position="last", ignore_index=True)


def _labelled(actors: pd.DataFrame) -> pd.DataFrame:
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
        view[f"{end}_{column}"] = _looked_up(ids, actors[column], otherwise)


def _looked_up(keys: pd.Series, column: pd.Series, otherwise: pd.Series | str) -> pd.Series:
    """The column's value for each key, ``otherwise`` where there is none; keeps the dtype also without rows."""
    return column.reindex(keys).set_axis(keys.index).fillna(otherwise)


def _join_article(view: pd.DataFrame, articles: pd.DataFrame) -> None:
    by_id = articles.set_index("article_id")
    for column in ("title", "source", "path"):
        view[column] = _looked_up(view["article_id"], by_id[column], "")
    published = {edge: by_id[f"published_{edge}"].reindex(view["article_id"]).set_axis(view.index)
                 for edge in ("first", "last")}
    own = view["first_day"].notna() & view["last_day"].notna()
    for edge in ("first", "last"):
        view[f"day_{edge}"] = view[f"{edge}_day"].where(own, published[edge]).astype("datetime64[s]")
    known = np.where(view["day_first"].notna(), "publication", "")
    view["dated"] = pd.Series(np.where(own, "text", known), index=view.index, dtype="str")


def select(tables: Tables | pd.DataFrame, selection: Selection = Selection()) -> pd.DataFrame:
    """Tables, or the prepared view table, → the rows of the view table that fit, in order, with a fresh index."""
    view = prepared(tables)
    fits = fits_review(view, selection.reviewed)
    for column, chosen in (("act", selection.acts), ("sign", selection.signs), ("voice", selection.voices),
                           ("source", selection.outlets)):
        if chosen:
            fits &= view[column].isin(chosen)
    if selection.min_confidence > 0:
        fits &= view["confidence"] >= selection.min_confidence
    if selection.first:
        fits &= view["day_last"] >= pd.Timestamp(selection.first)
    if selection.last:
        fits &= view["day_first"] <= pd.Timestamp(selection.last)
    if selection.countries or selection.people:
        fits &= _fits_actors(view, selection)
    if selection.text:
        fits &= _fits_text(view, selection.text)
    return view[fits].reset_index(drop=True)


def _fits_actors(view: pd.DataFrame, selection: Selection) -> pd.Series:
    if selection.side == "between":
        return _chosen(view, "source", selection) & _chosen(view, "target", selection)
    fits = pd.Series(True, index=view.index)
    for chosen, column in ((selection.countries, "country"), (selection.people, "id")):
        if chosen:
            fits &= _on_side(view, view[f"source_{column}"].isin(chosen), view[f"target_{column}"].isin(chosen),
                             selection.side)
    return fits


def _chosen(view: pd.DataFrame, end: str, selection: Selection) -> pd.Series:
    return view[f"{end}_country"].isin(selection.countries) | view[f"{end}_id"].isin(selection.people)


def _on_side(view: pd.DataFrame, source: pd.Series, target: pd.Series, side: str) -> pd.Series:
    if side == "either":
        return source | target
    both = mutual(view)
    return (source | (target & both)) if side == "from" else (target | (source & both))


def _fits_text(view: pd.DataFrame, text: str) -> pd.Series:
    fits = pd.Series(False, index=view.index)
    for column in ("sentence", "title", "source_name", "target_name"):
        fits |= view[column].str.casefold().str.contains(text.casefold(), regex=False)
    return fits


def hidden_by_confidence(tables: Tables | pd.DataFrame, selection: Selection) -> int:
    """How many stances fit the Selection in all but their confidence."""
    if not selection.min_confidence:
        return 0
    view = select(tables, without(selection, "min_confidence"))
    return int((view["confidence"] < selection.min_confidence).sum())


def emptied_by(tables: Tables | pd.DataFrame, selection: Selection) -> list[str]:
    """Fields of a Selection without rows that, each taken away alone, would give rows.

    ``first`` and ``last`` are tried together too, as the period; the list is empty where only several filters taken
    away together would help.
    """
    view = prepared(tables)
    found = [name for name in active(selection) if len(select(view, without(selection, name)))]
    if selection.first and selection.last and not {"first", "last"} & set(found):
        if len(select(view, without(selection, "first", "last"))):
            found += ["first", "last"]
    return found
