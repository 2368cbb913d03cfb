"""The figures of the Overview."""
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.acts import VOICES
from analysis.tables import Tables
from analysis.views.chosen import Rows, among, counted, dated, involved, origins
from analysis.views.named import people_of
from analysis.views.names import actor_label
from analysis.views.reviews import fits_review, with_review
from analysis.views.selection import SIGN_NAMES
from analysis.views.stock import Stock


@dataclass(frozen=True)
class Summary:
    """Figures of the chosen stances (``view``) and of the corpus they come from.

    ``articles``, ``actors``, ``countries``, ``outlets``: how many occur in the view; ``all_articles``, ``all_stances``,
    ``all_actors``: how many there are. ``signs`` and ``voices``: name → stances. ``dated_by``: where the days come from
    (text, publication, unknown) → stances. The gaps: ``undated_articles``, ``month_only_articles``,
    ``unresolved_offices`` (actors known only by office), ``untargeted`` stances, ``negated`` stances.
    """

    stances: int
    articles: int
    actors: int
    countries: int
    outlets: int
    first: date | None
    last: date | None
    signs: dict[str, int]
    voices: dict[str, int]
    dated_by: dict[str, int]
    untargeted: int
    negated: int
    all_stances: int
    all_articles: int
    all_actors: int
    undated_articles: int
    month_only_articles: int
    unresolved_offices: int


def summary(tables: Tables | Stock, view: pd.DataFrame | Rows) -> Summary:
    """Tables, or a stock, and a view table or rows of them → figures."""
    first, last = dated(view)
    signs, voices, days, negated = (counted(view, column) for column in ("sign", "voice", "dated", "negated"))
    people = people_of(view)
    return Summary(
        stances=len(view), **origins(view), actors=len(people), countries=people["country"].nunique(),
        first=None if pd.isna(first) else first.date(), last=None if pd.isna(last) else last.date(),
        signs={name: signs.get(sign, 0) for sign, name in SIGN_NAMES.items()},
        voices={voice: voices.get(voice, 0) for voice in VOICES},
        dated_by={word: days.get(key, 0)
                  for word, key in (("text", "text"), ("publication", "publication"), ("unknown", ""))},
        untargeted=len(among(view, "target_id", [""])), negated=negated.get(True, 0),
        **(tables.corpus_figures if isinstance(tables, Stock) else _corpus_figures(tables)))


def _corpus_figures(tables: Tables) -> dict[str, int]:
    articles, actors = tables.articles, tables.actors
    known = articles["published_first"].notna()
    return {
        "all_stances": int(fits_review(with_review(tables.stances), "kept").sum()), "all_articles": len(articles),
        "all_actors": len(actors), "undated_articles": int((~known).sum()),
        "month_only_articles": int((known & (articles["published_first"] != articles["published_last"])).sum()),
        "unresolved_offices": int(((actors["kind"] == "person") & (actors["name"] == "")).sum())}


def newest(view: pd.DataFrame | Rows, most: int = 10) -> pd.DataFrame:
    """The latest stances of a view: by last day, then first; undated ones are left out."""
    if isinstance(view, Rows):
        view = view.latest(most).frame(
            "day_last desc, day_first desc, (select article_id from article where article.article = stance.article), start, part, place", most)
    known = view[view["day_last"].notna()]
    order = known.sort_values(["day_last", "day_first", "article_id", "start"], ascending=[False, False, True, True], kind="stable")
    return order.head(most).reset_index(drop=True)


def unresolved(tables: Tables | Stock, view: pd.DataFrame | Rows) -> pd.DataFrame:
    """The offices without a known holder in the stances of a view: actor_id, label, stances; most stances first."""
    nameless = tables.actors[(tables.actors["kind"] == "person") & (tables.actors["name"] == "")]
    counts = involved(view, "id", nameless["actor_id"])
    roles = {row.actor_id: actor_label("", row.role, row.country, row.actor_id)
             for row in nameless[nameless["actor_id"].isin(counts)].itertuples()}
    ranked = sorted(counts, key=lambda actor: (-counts[actor], actor))
    return pd.DataFrame({"actor_id": pd.Series(ranked, dtype="str"), "label": pd.Series([roles[actor] for actor in ranked], dtype="str"),
                         "stances": pd.Series([counts[actor] for actor in ranked], dtype="int64")})


def happened(view: pd.DataFrame | Rows) -> pd.DataFrame | Rows:
    """The stances that are told as having happened, not as planned or possible."""
    return among(view, "modality", ["actual"])
