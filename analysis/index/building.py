"""The tables of a part → its index tables."""
from collections.abc import Mapping

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from analysis.index.codes import codes_of
from analysis.index.folding import fold
from analysis.index.rows import ActorIndexRow, ArticleIndexRow, StanceIndexRow
from analysis.tables import dtypes

_ACTOR = ["actor_id", "name", "kind", "country", "role", "wikidata"]


def indexes_of(frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Index table name → rows, from ``articles``, ``actors`` (as each article met them) and ``stances``."""
    return {"stance_index": stance_index(frames["stances"], frames["articles"]),
            "article_index": article_index(frames["articles"]),
            "actor_index": actor_index(with_unknown(frames["actors"], frames["stances"]), frames["articles"])}


def days_of(stances: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """``day_first``, ``day_last`` and ``dated`` of stances: their own days, else those of the publication (``text``,
    ``publication``, or empty where neither is known)."""
    at = pd.Index(articles["article_id"]).get_indexer(stances["article_id"])
    own = (stances["first_day"].notna() & stances["last_day"].notna()).to_numpy()
    first, last = (np.where(own, _days(stances[f"{edge}_day"].array), _days(articles[f"published_{edge}"].array.take(at, allow_fill=True)))
                   for edge in ("first", "last"))
    dated = np.where(own, "text", np.where(np.isnat(first), "", "publication"))
    return pd.DataFrame({"day_first": first, "day_last": last, "dated": pd.array(dated, dtype="str")}, index=stances.index)


def _days(days: ExtensionArray) -> np.ndarray:
    return np.asarray(days).astype("datetime64[s]")


def stance_index(stances: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Stances and their articles → one StanceIndexRow a stance, in the same order."""
    codes = {name: codes_of(stances[column]) for name, column in (
        ("article", "article_id"), ("source", "source_id"), ("target", "target_id"), ("reporter", "reporter_id"))}
    same = stances[["start", "act", "voice", "negated", "modality", "confidence"]]
    sign = stances["polarity"].where(~stances["negated"], 0)
    return _typed(same.assign(**codes, sign=sign).join(days_of(stances, articles)), StanceIndexRow)


def article_index(articles: pd.DataFrame) -> pd.DataFrame:
    """Articles → one ArticleIndexRow an article, in the same order."""
    folded = [f"{fold(row.title)}{fold(row.text)}" for row in articles.itertuples()]
    return _typed(articles.assign(article=codes_of(articles["article_id"]), folded=folded), ArticleIndexRow)


def actor_index(met: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Actors as each article met them → each way that an actor is described once, with the newest day of it."""
    published = articles.set_index("article_id")["published_last"]
    newest = published.reindex(met["article_id"]).set_axis(met.index)
    known = met[_ACTOR].assign(newest=newest, place=np.arange(len(met)))
    known = known.sort_values(["newest", "place"], ascending=[False, True], na_position="last").drop_duplicates(_ACTOR)
    known = known.sort_values("place", ignore_index=True)
    return _typed(known.assign(actor=codes_of(known["actor_id"])), ActorIndexRow)


def with_unknown(actors: pd.DataFrame, stances: pd.DataFrame) -> pd.DataFrame:
    """Actors, and a row without a kind for each end of a stance that is not among them: it stands for itself."""
    ends = pd.concat([stances["source_id"], stances["target_id"], stances["reporter_id"]]).drop_duplicates()
    unknown = ends[(ends != "") & ~ends.isin(actors["actor_id"])]
    rows = pd.DataFrame({"actor_id": unknown}, columns=actors.columns).fillna("")
    return pd.concat([actors, rows.astype(actors.dtypes.to_dict())], ignore_index=True) if len(rows) else actors


def _typed(table: pd.DataFrame, row_type: type) -> pd.DataFrame:
    return table[list(row_type._fields)].astype(dtypes(row_type)).reset_index(drop=True)
