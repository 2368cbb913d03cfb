"""Other rows laid over a stock without reading it: what analysts corrected stands in the place of what the analysis made.

The tables of the stock stay as they are, and other readers may use them meanwhile. The layer's own ``stance`` and
``article`` are views in a schema of their own that DuckDB looks into first: the stock's rows without those of the
articles that the layer speaks of, with other actors where somebody is somebody else now, and the layer's rows.
"""
import uuid
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import duckdb
import pandas as pd

from analysis.index import codes_of, stance_index
from analysis.tables import ROW_TYPES, Tables, dtypes
from analysis.views.reviews import with_review
from analysis.views.shelves import FileShelf, FrameShelf

PART = 4_000_000_000  # the layer's own part, beyond those of any corpus
_STANCE = """create view {schema}.stance as select old.* replace ({ends}) from main.stance old {joins}
    where old.article not in (select article from {schema}.spoken) union all by name select * from {schema}.touched"""
_ARTICLE = """create view {schema}.article as select old.* replace (
        case when new.article is null then old.first else new.first end as first,
        case when new.article is null then old.last else new.last end as last)
    from main.article old left join {schema}.spoken new on new.article = old.article"""
_TOUCHED = """insert into {schema}.touched by name select {part} as part, incoming.place, incoming.article, start, source, target, reporter,
        coalesce(a.node, source) as source_node, coalesce(b.node, target) as target_node, act, voice, modality, dated, review, sign,
        negated, confidence, day_first, day_last
    from incoming left join {schema}.actor a on a.actor = source left join {schema}.actor b on b.actor = target"""


@dataclass(frozen=True)
class Layer:
    """What stands over a stock.

    ``articles`` (columns of ``articles``) are those that the layer speaks of, and ``stances`` (with ``review``) all of
    theirs; ``actors`` are all actors; ``moved`` says of an actor who it is now, everywhere else. ``rows(table, rows)``
    gives rows of any table of the stock as the layer has them; ``whole`` gives all tables. ``anew`` names articles that were
    read again, and ``anew_rows`` holds their mentions, dates and statements by table, in the place of those below.
    """

    articles: pd.DataFrame
    stances: pd.DataFrame
    actors: pd.DataFrame
    moved: Mapping[str, str]
    rows: Callable[[str, pd.DataFrame], pd.DataFrame]
    whole: Callable[[], Tables]
    anew: frozenset[str] = frozenset()
    anew_rows: Mapping[str, pd.DataFrame] = field(default_factory=dict)


class LaidShelf:
    """A shelf under a layer: the layer's stances are a part of their own."""

    def __init__(self, below: "FileShelf | FrameShelf | LaidShelf", layer: Layer) -> None:
        self._below, self._layer, self.whole = below, layer, layer.whole
        self._spoken = set(layer.articles["article_id"])

    def at(self, table: str, places: pd.DataFrame) -> pd.DataFrame:
        """The rows at the places (part and place)."""
        own = places["part"] == PART
        below = self._layer.rows(table, self._below.at(table, places[~own]))
        if table != "stances" or not own.any():
            return below
        rows = self._layer.stances.take(sorted(places.loc[own, "place"]))
        return pd.concat([with_review(below), rows], ignore_index=True).astype({**dtypes(ROW_TYPES[table]), "review": "str"})

    def of_article(self, table: str, part: int, article_id: str) -> pd.DataFrame:
        """The rows of one article."""
        if table == "stances" and article_id in self._spoken:
            stances = self._layer.stances
            return stances[stances["article_id"] == article_id].reset_index(drop=True)
        if article_id in self._layer.anew and table in self._layer.anew_rows:
            rows = self._layer.anew_rows[table]
            return self._layer.rows(table, rows[rows["article_id"] == article_id].reset_index(drop=True))
        return self._layer.rows(table, self._below.of_article(table, part, article_id))


class Schema:
    """The schema of a layer, which goes when nobody looks at it any more."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, layer: Layer, nodes: pd.Series, before: pd.Series) -> None:
        """``nodes`` is actor id → country or organisation, ``before`` the same without the layer."""
        self.name = f"layer_{uuid.uuid4().hex}"
        with connection.cursor() as cursor:
            cursor.execute(f"create schema {self.name}")
            _keep(cursor, f"{self.name}.actor", pd.DataFrame({"actor": codes_of(nodes.index.to_series()).array, "node": codes_of(nodes).array}))
            articles = layer.articles
            _keep(cursor, f"{self.name}.spoken", pd.DataFrame({
                "article": codes_of(articles["article_id"]).array, "first": articles["published_first"].array,
                "last": articles["published_last"].array}), "article, first::date as first, last::date as last")
            index = stance_index(layer.stances, layer.articles).assign(review=layer.stances["review"].array, place=range(len(layer.stances)))
            cursor.execute(f"create table {self.name}.touched as select * from main.stance limit 0")
            cursor.register("incoming", index)
            cursor.execute(_TOUCHED.format(schema=self.name, part=PART))
            cursor.unregister("incoming")
            cursor.execute(_STANCE.format(schema=self.name, **self._moved(cursor, layer.moved, nodes, before)))
            cursor.execute(_ARTICLE.format(schema=self.name))
        weakref.finalize(self, _drop, connection, self.name)

    def _moved(self, cursor: duckdb.DuckDBPyConnection, moved: Mapping[str, str], nodes: pd.Series, before: pd.Series) -> dict[str, str]:
        """The part of the view that puts others in the place of actors; nothing where all are whom they were."""
        elsewhere = before.index[before != nodes.reindex(before.index).fillna(before)]
        now = {**{key: key for key in elsewhere}, **moved}
        if not now:
            return {"ends": "old.source as source", "joins": ""}
        table = pd.DataFrame({"actor": list(now), "now": list(now.values())}, dtype="str")
        table["node"] = nodes.reindex(table["now"]).fillna(table["now"].set_axis(table["now"])).array
        _keep(cursor, f"{self.name}.moved", table.apply(codes_of))
        ends = [f"coalesce({end}_now.now, old.{end}) as {end}" for end in ("source", "target", "reporter")]
        ends += [f"coalesce({end}_now.node, old.{end}_node) as {end}_node" for end in ("source", "target")]
        joins = [f"left join {self.name}.moved {end}_now on {end}_now.actor = old.{end}" for end in ("source", "target", "reporter")]
        return {"ends": ", ".join(ends), "joins": " ".join(joins)}

    def sentences(self, clause: str, stances: pd.DataFrame, connection: duckdb.DuckDBPyConnection) -> str:
        """Place, id and sentence of the stances below and of the layer's own, for a FROM clause."""
        with connection.cursor() as cursor:
            rows = stances[["stance_id", "sentence"]].assign(file_row_number=range(len(stances)))
            _keep(cursor, f"{self.name}.sentences", rows)
        names = "file_row_number, stance_id, sentence"
        return f"(select file_index, {names} from {clause} union all select {PART} as file_index, {names} from {self.name}.sentences)"


def _keep(cursor: duckdb.DuckDBPyConnection, name: str, rows: pd.DataFrame, columns: str = "*") -> None:
    cursor.register("incoming", rows)
    cursor.execute(f"create table {name} as select {columns} from incoming")
    cursor.unregister("incoming")


def _drop(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"drop schema if exists {name} cascade")
