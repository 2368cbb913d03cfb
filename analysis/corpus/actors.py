"""Actors as each article met them → the one actors table of the corpus."""
import pandas as pd

from analysis.tables import ActorRow, dtypes, frame


def merge_met(met: pd.DataFrame, published: pd.Series) -> pd.DataFrame:
    """One row an actor, as ``analysis.pipeline.merge_actors`` gives for the same articles.

    ``met`` has the columns of MetActorRow; ``published`` is the last day of publication by article_id. Name, country,
    role and Wikidata id come from the newest article that knows them, aliases from all, the newest first.
    """
    if met.empty:
        return frame(ActorRow)
    age = met["article_id"].map(published).fillna(pd.Timestamp.min.as_unit("s"))
    newest_first = met.assign(age=age).sort_values("age", ascending=False, kind="stable").drop(columns="age")
    distinct = newest_first.drop(columns="article_id").drop_duplicates()
    known = distinct.replace("", None).groupby("actor_id", sort=False).first().fillna("").reset_index()
    aliases = _aliases(distinct)
    known["aliases"] = [_others(aliases.get(key, ""), name) for key, name in zip(known["actor_id"], known["name"], strict=True)]
    return known[list(ActorRow._fields)].astype(dtypes(ActorRow))


def _aliases(distinct: pd.DataFrame) -> dict[str, str]:
    """actor_id → all spellings, each once, in the order met."""
    one_each = distinct[["actor_id", "aliases"]].assign(aliases=distinct["aliases"].str.split("|")).explode("aliases")
    one_each = one_each[one_each["aliases"] != ""].drop_duplicates()
    return one_each.groupby("actor_id", sort=False)["aliases"].agg("|".join).to_dict()


def _others(aliases: str, name: str) -> str:
    return "|".join(alias for alias in aliases.split("|") if alias != name)
