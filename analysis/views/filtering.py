"""Which rows of a view table in memory fit a Selection; the same in SQL is in ``conditions.py``."""
import pandas as pd

from analysis.index import fold, matches, terms_of
from analysis.tables import Tables
from analysis.views.ends import mutual
from analysis.views.reviews import fits_review
from analysis.views.selection import Selection


def fitting(view: pd.DataFrame, selection: Selection, tables: Tables | None = None, copies: pd.DataFrame | None = None
            ) -> pd.Series:
    """True for the rows that fit. ``tables`` hold the articles that ``search`` reads; ``copies`` has article_id and
    group_id (the articles it does not name have no near copy)."""
    fits = fits_review(view, selection.reviewed)
    for column, chosen in (("act", selection.acts), ("sign", selection.signs), ("voice", selection.voices),
                           ("source", selection.outlets), ("modality", selection.modalities)):
        if chosen:
            fits &= view[column].isin(chosen)
    if selection.negation != "any":
        fits &= view["negated"] == (selection.negation == "negated")
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
    if selection.search:
        fits &= view["article_id"].isin(articles_with(tables, selection.search))
    if selection.independent:
        fits &= ~view["article_id"].isin(_repeats(view.loc[fits, "article_id"], copies))
    return fits


def articles_with(tables: Tables | None, search: str) -> set[str]:
    """Ids of the articles that hold all that is searched for; of all articles where nothing in it can be looked for."""
    if tables is None:
        raise ValueError("a search reads the articles: give select() the tables or the stock, not the prepared view table")
    terms = terms_of(search)
    articles = tables.articles
    return {row.article_id for row in articles.itertuples() if matches(f"{fold(row.title)}{fold(row.text)}", terms)}


def _repeats(article_ids: pd.Series, copies: pd.DataFrame | None) -> set[str]:
    """Of these articles, those that are near copies of another of them that is counted instead."""
    if copies is None:
        return set()
    group = dict(zip(copies["article_id"], copies["group_id"]))
    kept: dict[str, str] = {}
    for article in sorted(set(article_ids), key=lambda article: (article != group.get(article, article), article)):
        kept.setdefault(group.get(article, article), article)
    return set(article_ids) - set(kept.values())


def _fits_actors(view: pd.DataFrame, selection: Selection) -> pd.Series:
    if selection.side == "between":
        fits = _chosen(view, "source", selection) & _chosen(view, "target", selection)
        if len(selection.countries) < 2:
            return fits
        people = view["source_id"].isin(selection.people) | view["target_id"].isin(selection.people)
        return fits & (people | (view["source_country"] != view["target_country"]))
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
