"""One actor: who it is, which stances are its own, and which are taken towards it."""
from dataclasses import dataclass

import pandas as pd

from analysis.tables import Tables
from analysis.views.chosen import Rows
from analysis.views.concerns import WAYS, on_way
from analysis.views.ends import ends_of
from analysis.views.names import actor_label, french_name
from analysis.views.narrowing import at_either_end
from analysis.views.row_by_row import row_by_row
from analysis.views.rows import prepared

_STATES = ("country", "organisation")


@dataclass(frozen=True)
class Actor:
    """An actor of the corpus. ``level`` says what is its own: for countries and organisations (``countries``) whatever
    anybody does who stands for it, for others (``people``) what the text names it itself as doing. ``stances`` is how
    many it is in."""

    id: str
    label: str
    kind: str
    country: str
    country_label: str
    role: str
    aliases: tuple[str, ...]
    wikidata: str
    level: str
    stances: int


def actors_of(tables: Tables, view: pd.DataFrame | None = None) -> tuple[Actor, ...]:
    """Tables (and their prepared view table, where there is one) → all actors, those with most stances first.

    A country or organisation that only its people name in the corpus is among them.
    """
    view = prepared(tables) if view is None else view
    counts = {level: _involved(view, level) for level in ("people", "countries")}
    names = dict(zip(tables.actors["actor_id"], tables.actors["name"]))
    found = [_actor(row, names, counts) for row in row_by_row(tables.actors)]
    known = {actor.id for actor in found}
    found += [Actor(node, names.get(node) or french_name(node), "country", node, "", "", (), "", "countries", number)
              for node, number in counts["countries"].items() if node not in known]
    return tuple(sorted(found, key=lambda actor: (-actor.stances, actor.label, actor.id)))


def _actor(row, names: dict[str, str], counts: dict[str, dict[str, int]]) -> Actor:
    level = "countries" if row.kind in _STATES else "people"
    own = row.country if row.country != row.actor_id else ""
    country = french_name(own, names.get(own, "")) if own else ""
    aliases = tuple(filter(None, row.aliases.split("|")))
    return Actor(row.actor_id, actor_label(row.name, row.role, country, row.actor_id), row.kind, row.country, country,
                 row.role, aliases, row.wikidata, level, counts[level].get(row.actor_id, 0))


def _involved(view: pd.DataFrame, level: str) -> dict[str, int]:
    source, target = ends_of(view, level)
    ends = pd.concat([source, target[target != source]])
    return ends[ends != ""].value_counts().to_dict()


def rows_of(view: pd.DataFrame | Rows, *actors: Actor) -> pd.DataFrame | Rows:
    """The rows of a view table with one of these actors at either end; rows that are not read stay so."""
    if isinstance(view, Rows):
        return view.narrowed(" or ".join(at_either_end(actor.level, actor.id) for actor in actors) or "false")
    fits = pd.Series(False, index=view.index)
    for actor in actors:
        source, target = ends_of(view, actor.level)
        fits |= (source == actor.id) | (target == actor.id)
    return view[fits].reset_index(drop=True)


def meetings_of(view: pd.DataFrame, actor: Actor) -> pd.DataFrame:
    """The meetings and calls of an actor, the latest first, undated ones last."""
    met = view[on_way(view, actor.id, actor.level, "meetings")]
    return met.sort_values(["day_last", "day_first", "article_id", "start"], ascending=[False, False, True, True],
                           na_position="last", kind="stable", ignore_index=True)


@dataclass(frozen=True)
class Tally:
    """How many stances concern an actor in each way, within its country, and in how many articles."""

    given: int
    received: int
    meetings: int
    within: int
    articles: int


def tally_of(view: pd.DataFrame, actor: Actor) -> Tally:
    """The actor's rows of a view table → how many of which kind."""
    ways = [int(on_way(view, actor.id, actor.level, way).sum()) for way in WAYS]
    return Tally(*ways, within=len(view) - sum(ways), articles=view["article_id"].nunique())


def members(tables: Tables, actor: Actor) -> tuple[str, ...]:
    """Ids of all who stand for the actor: for a country also its people and institutions; itself first."""
    if actor.level != "countries":
        return (actor.id,)
    own = tables.actors["country"] == actor.id
    return (actor.id, *(found for found in tables.actors.loc[own, "actor_id"] if found != actor.id))


def office_holders(tables: Tables, view: pd.DataFrame, actor: Actor) -> pd.DataFrame:
    """The people of a country or organisation met in the corpus: id, name, role, stances (in the view), mentions and
    first and last day on which an article names them (NaT where unknown); most stances first."""
    people = tables.actors[(tables.actors["country"] == actor.id) & (tables.actors["kind"] == "person")]
    counts = _involved(view, "people")
    table = pd.DataFrame({
        "id": people["actor_id"], "role": people["role"],
        "name": [actor_label(row.name, row.role, actor.label, row.actor_id) for row in row_by_row(people)],
        "stances": people["actor_id"].map(counts).fillna(0).astype("int64")})
    met = _met(tables, people["actor_id"])
    table = table.merge(met, left_on="id", right_index=True, how="left").fillna({"mentions": 0})
    return table.astype({"mentions": "int64"}).sort_values(["stances", "mentions", "name"], ascending=[False, False, True],
                                                           ignore_index=True)


def _met(tables: Tables, ids: pd.Series) -> pd.DataFrame:
    """Actor id → mentions and the first and last day of the articles that name it."""
    named = tables.mentions[tables.mentions["actor_id"].isin(ids)]
    days = tables.articles[["article_id", "published_first", "published_last"]]
    joined = named.merge(days, on="article_id", how="left")
    return joined.groupby("actor_id").agg(mentions=("start", "size"), first=("published_first", "min"),
                                          last=("published_last", "max"))


def actors_in(tables: Tables, article_id: str, most: int = 30) -> pd.DataFrame:
    """Who is named in an article: id, label and mentions, most often first."""
    counts = tables.mentions.loc[tables.mentions["article_id"] == article_id, "actor_id"].value_counts()
    rows = tables.actors[tables.actors["actor_id"].isin(counts.index)]
    names = dict(zip(tables.actors["actor_id"], tables.actors["name"]))
    table = pd.DataFrame({
        "id": rows["actor_id"], "mentions": rows["actor_id"].map(counts).astype("int64"),
        "label": [actor_label(row.name, row.role, names.get(row.country, row.country), row.actor_id)
                  for row in row_by_row(rows)]})
    return table.sort_values(["mentions", "label"], ascending=[False, True], ignore_index=True).head(most)
