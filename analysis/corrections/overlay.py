"""What corrections change in the tables, as few rows: laid over tables of any size, whose other rows stay as they are.

A table of a million stances keeps its rows; the overlay holds those that a coder touched, and who is whom now.
"""
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from analysis.corrections.records import Correction
from analysis.tables import ActorRow, StanceRow, Tables, dtypes, frame

REVIEWS = ("accepted", "edited", "added", "rejected")
EVERYWHERE = ""
_ENDS = {"stances": ("source_id", "target_id", "reporter_id"), "mentions": ("actor_id",), "statements": ("speaker_id",)}


@dataclass(frozen=True)
class Unfit:
    """A correction that no longer fits, and why: a word of :data:`analysis.corrections.replay.WHYS`.

    ``about`` names the article, stance or actor that it hangs on, as it was. ``partly`` where it was applied to others.
    """

    correction: Correction
    why: str
    about: str = ""
    partly: bool = False


@dataclass(frozen=True)
class Overlay:
    """The outcome of a log.

    ``stances``: columns of StanceRow and ``review`` (one of REVIEWS), whole rows by stance_id; those of ``added`` are in
    no table. ``actors``: rows of ActorRow to put in the place of those with their id, or to add; ``gone``: ids that are
    other actors now. ``relabel``: (article_id, or EVERYWHERE, actor_id) → who that is; an article's own entry goes first.
    ``days``: article_id → first and last day of publication. ``undone``: ids of lines that no longer count.
    """

    stances: pd.DataFrame = field(default_factory=lambda: stance_frame(()))
    added: frozenset[str] = frozenset()
    actors: pd.DataFrame = field(default_factory=lambda: frame(ActorRow))
    gone: frozenset[str] = frozenset()
    relabel: Mapping[tuple[str, str], str] = field(default_factory=dict)
    days: Mapping[str, tuple] = field(default_factory=dict)
    undone: frozenset[str] = frozenset()
    unfit: tuple[Unfit, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        """Whether tables with this overlay are as they were."""
        return not (len(self.stances) or len(self.actors) or self.gone or self.relabel or self.days)


def stance_frame(rows) -> pd.DataFrame:
    """Rows (dicts) → a frame with the columns of ``stances`` and ``review``."""
    names = [*StanceRow._fields, "review"]
    return pd.DataFrame([{name: row[name] for name in names} for row in rows], columns=names).astype(
        {**dtypes(StanceRow), "review": "str"})


def lay_over(tables: Tables, overlay: Overlay) -> Tables:
    """The tables with an overlay; the given ones are not changed. ``stances`` gets the column ``review``, empty where
    nobody looked at the row."""
    if overlay.changes_nothing:
        return tables
    others = {name: lay_over_rows(name, getattr(tables, name), overlay) for name in ("articles", "mentions", "statements")}
    return replace(tables, stances=_stances(tables.stances, overlay), actors=_actors(tables.actors, overlay), **others)


def lay_over_rows(table: str, rows: pd.DataFrame, overlay: Overlay) -> pd.DataFrame:
    """Some rows of a table with an overlay; of stances those that no coder judged (who is whom in them)."""
    if table == "articles":
        return _articles(rows, overlay)
    return _relabelled(rows, _ENDS.get(table, ()), overlay)


def _stances(stances: pd.DataFrame, overlay: Overlay) -> pd.DataFrame:
    table = _relabelled(stances, _ENDS["stances"], overlay)
    table = table.assign(review=pd.Series("", index=table.index, dtype="str"))
    if overlay.stances.empty:
        return table
    new = overlay.stances.set_index("stance_id", drop=False)
    touched = table["stance_id"].isin(new.index)
    rows = new.loc[table.loc[touched, "stance_id"]].set_axis(table.index[touched])
    kept = table[~touched]
    # In their old places, and what was added behind them in the order of the log.
    together = pd.concat([kept, rows]).sort_index(kind="stable") if touched.any() else table
    added = overlay.stances[overlay.stances["stance_id"].isin(overlay.added)]
    return pd.concat([together, added], ignore_index=True).astype({**dtypes(StanceRow), "review": "str"})


def _relabelled(table: pd.DataFrame, columns: tuple[str, ...], overlay: Overlay) -> pd.DataFrame:
    """The table with other actor ids where somebody is somebody else now."""
    if not overlay.relabel:
        return table
    known = {actor for _, actor in overlay.relabel}
    changed = {}
    for column in columns:
        ids = table[column]
        touched = ids.isin(known)
        if touched.any():
            pairs = zip(table.loc[touched, "article_id"], ids[touched], strict=True)
            now = [relabelled(article, actor, overlay.relabel) for article, actor in pairs]
            changed[column] = ids.mask(touched, pd.Series(now, index=ids.index[touched], dtype="str")).astype("str")
    return table.assign(**changed)


def relabelled(article_id: str, actor_id: str, relabel: Mapping[tuple[str, str], str]) -> str:
    """Who an actor is now in an article."""
    return relabel.get((article_id, actor_id), relabel.get((EVERYWHERE, actor_id), actor_id))


def _actors(actors: pd.DataFrame, overlay: Overlay) -> pd.DataFrame:
    new = overlay.actors.set_index("actor_id", drop=False)
    kept = actors[~actors["actor_id"].isin(overlay.gone)]
    touched = kept["actor_id"].isin(new.index)
    rows = new.loc[kept.loc[touched, "actor_id"]].set_axis(kept.index[touched])
    more = overlay.actors[~overlay.actors["actor_id"].isin(set(kept["actor_id"]))]
    together = pd.concat([kept[~touched], rows]).sort_index(kind="stable") if touched.any() else kept
    return pd.concat([together, more], ignore_index=True).astype(dtypes(ActorRow)) if len(new) or len(overlay.gone) else actors


def _articles(articles: pd.DataFrame, overlay: Overlay) -> pd.DataFrame:
    if not overlay.days:
        return articles
    touched = articles["article_id"].isin(set(overlay.days))
    changed = {}
    for place, name in enumerate(("published_first", "published_last")):
        days = pd.to_datetime(pd.Series([overlay.days[key][place] for key in articles.loc[touched, "article_id"]],
                                        index=articles.index[touched], dtype="object")).astype("datetime64[s]")
        changed[name] = articles[name].mask(touched, days).astype("datetime64[s]")
    return articles.assign(**changed)
