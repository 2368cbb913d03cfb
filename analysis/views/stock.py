"""All stances of a corpus, ready to be counted: numbers in DuckDB's memory, and sentences where they lie.

A :class:`Stock` is made once when a corpus is opened and shared by all readers; :meth:`Stock.rows` gives the
``chosen.Rows`` that fit a Selection, of which views count or read only what they need.
"""
import copy
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from threading import Lock

import duckdb
import pandas as pd
import pyarrow as pa

from analysis.index import article_index, codes_of, stance_index
from analysis.index.building import with_unknown
from analysis.tables import ROW_TYPES, ActorRow, ArticleRow, Tables, dtypes, empty_tables
from analysis.views import conditions as where
from analysis.views.chosen import Rows
from analysis.views.conditions import Condition
from analysis.views.layers import LaidShelf, Layer, Schema
from analysis.views.loading import keep_copies, keep_frame, load, merged_actors, parts_clause
from analysis.views.reviews import with_review
from analysis.views.rows import labelled
from analysis.views.selection import Selection
from analysis.views.shelves import FileShelf, FrameShelf

LISTED = "article_id, title, outlet as source, path, first as published_first, last as published_last"
LISTED_TYPES = {name: dtypes(ArticleRow)[name] for name in (
    "article_id", "title", "source", "path", "published_first", "published_last")}
Copies = Callable[[], pd.DataFrame | None]


class Stock:
    """``actors`` has the columns of ActorRow; ``all_stances`` and ``all_articles`` say how many there are."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, clauses: Mapping[str, str], actors: pd.DataFrame,
                 shelf: FileShelf | FrameShelf | LaidShelf, copies: Copies) -> None:
        self.clauses, self.shelf, self.actors = dict(clauses), shelf, actors
        self._connection, self._copies = connection, copies
        self._lock, self._grouped = Lock(), []
        self._rename: Callable[[str, str], str] | None = None
        self._layer: Schema | None = None
        load(connection, clauses, self.labels["country"])
        self.all_stances, self.all_articles = (self.one(f"select count(*) from {name}") for name in ("stance", "article"))

    @classmethod
    def of_tables(cls, tables: Tables, copies: Copies = lambda: None) -> "Stock":
        """A stock of tables in memory; ``copies`` gives the groups of near copies (article_id, group_id), when asked."""
        connection = duckdb.connect(":memory:")
        stances = stance_index(tables.stances, tables.articles).assign(review=with_review(tables.stances)["review"].array)
        keep_frame(connection, "stance_index", stances)
        keep_frame(connection, "article_index", article_index(tables.articles))
        keep_frame(connection, "stances", tables.stances[["stance_id", "sentence"]])
        clauses = {name: name for name in ("stance_index", "article_index", "stances")}
        return cls(connection, clauses, with_unknown(tables.actors, tables.stances), FrameShelf(tables), copies)

    @classmethod
    def of_parts(cls, files: Mapping[str, Sequence[str]], copies: Copies, whole: Callable[[], Tables]) -> "Stock":
        """A stock of a corpus: table name → its Parquet file in each part, in one order for all tables.

        ``copies`` and ``whole`` (all tables in memory) are called when they are first needed.
        """
        connection = duckdb.connect(":memory:")
        clauses = {name: parts_clause(paths) for name, paths in files.items()}
        clauses["stance_index"] = f"(select *, file_index, '' as review from {clauses['stance_index']})"
        actors = merged_actors(connection, clauses["actor_index"]).assign(aliases="")[list(ActorRow._fields)]
        return cls(connection, clauses, actors.astype(dtypes(ActorRow)), FileShelf(files, connection, whole), copies)

    def named(self, rename: Callable[[str, str], str]) -> "Stock":
        """The same stock, in which countries and organisations are called what ``rename`` makes of their id and name."""
        other = copy.copy(self)
        for name in ("labels", "tables", "corpus_figures"):
            other.__dict__.pop(name, None)
        other.actors, other._rename = _renamed(self.actors, rename), rename
        return other

    def under(self, layer: Layer) -> "Stock":
        """The same stock with a layer over it, of which only the layer's own rows are read (see ``layers.py``).

        It goes over a stock as ``of_tables`` and ``of_parts`` make it, before names are given in another language.
        """
        if self._layer or self._rename:
            raise ValueError("a layer goes over a stock that has neither a layer nor other names")
        other = copy.copy(self)
        for name in ("labels", "tables", "ids", "names", "kept", "corpus_figures"):
            other.__dict__.pop(name, None)
        other.actors = with_unknown(layer.actors, layer.stances)
        other.shelf = LaidShelf(self.shelf, layer)
        other._layer = Schema(self._connection, layer, other.labels["country"], self.labels["country"])
        other.clauses = {**self.clauses, "stances": other._layer.sentences(self.clauses["stances"], layer.stances, self._connection)}
        other.all_stances = other.one("select count(*) from stance")
        return other

    def part(self, article_ids: Iterable[str], paths: Iterable[str] = ()) -> Tables:
        """The articles with these ids, or from these paths, with their stances, and all actors; no other rows."""
        wanted = pd.DataFrame({"name": [*article_ids, *paths]}, dtype="str")
        with self._cursor() as cursor:
            cursor.register("wanted", wanted)
            found = "select article, part, place from article where article_id in (from wanted) or path in (from wanted)"
            articles = cursor.sql(found).to_arrow_table().to_pandas()
            stances = cursor.sql(f"select part, place from stance where article in (select article from ({found}))").to_arrow_table().to_pandas()
        rows = {"articles": self.shelf.at("articles", articles), "stances": self.stances_at(stances), "actors": self.actors}
        return replace(empty_tables(), **{name: table.reset_index(drop=True) for name, table in rows.items()})

    def whole_articles(self, article_ids: Iterable[str]) -> Tables:
        """These articles with all their rows, and all actors."""
        found = [tables for each in article_ids if (tables := self.article(each))]
        rows = {name: pd.concat([getattr(tables, name) for tables in found], ignore_index=True) for name in ROW_TYPES if name != "actors"} if found else {}
        return replace(empty_tables(), actors=self.actors, **rows)

    @cached_property
    def labels(self) -> pd.DataFrame:
        """Actors by id with label, node and node name (see ``rows.labelled``)."""
        return labelled(self.actors)

    @cached_property
    def ids(self) -> pd.Series:
        """Code → id, of actors and of the countries and organisations they stand for; 0 is nobody."""
        named = pd.concat([pd.Series([""]), pd.Series(self.labels.index), self.labels["country"]]).drop_duplicates()
        return pd.Series(named.array, index=codes_of(named).array, dtype="str")

    @cached_property
    def names(self) -> pd.CategoricalDtype:
        """The same ids in the same order, as a kind that all columns of ids share."""
        return pd.CategoricalDtype(pd.Index(self.ids))

    @cached_property
    def tables(self) -> Tables:
        """All tables in memory: for what asks about all articles at once; of a large corpus they are large."""
        tables = self.shelf.whole()
        return replace(tables, actors=_renamed(tables.actors, self._rename)) if self._rename else tables

    @cached_property
    def kept(self) -> int:
        """How many stances there are but those that an analyst rejected."""
        return len(self.rows())

    def rows(self, selection: Selection = Selection()) -> Rows:
        """The stances that fit."""
        found = where.conditions_of(selection, self.clauses)
        if selection.text:
            found.append(self._saying(selection.text))
        if selection.independent:
            self._group_copies()
            found.append(where.independent(found))
        return Rows(self, where.both(found))

    def texts(self, article_ids: pd.Series) -> dict[str, str]:
        """The texts of articles by id."""
        with self._cursor() as cursor:
            cursor.register("wanted", pd.DataFrame({"article_id": article_ids}))
            places = cursor.sql("select part, place from article semi join wanted using (article_id)").to_arrow_table().to_pandas()
        found = self.shelf.at("articles", places)
        return dict(zip(found["article_id"], found["text"]))

    def paths(self) -> list[str]:
        """Where the articles came from."""
        return self.query("select path from article")["path"].to_list()

    @cached_property
    def corpus_figures(self) -> dict[str, int]:
        """What is known and not known of all articles and actors, for ``summary``."""
        found = self.query("""select count(*) as all_articles, count(*) filter (first is null) as undated_articles,
            count(*) filter (first <> last) as month_only_articles from article""").iloc[0].to_dict()
        nameless = (self.actors["kind"] == "person") & (self.actors["name"] == "")
        return {**{name: int(number) for name, number in found.items()}, "all_actors": int((self.actors["kind"] != "").sum()),
                "unresolved_offices": int(nameless.sum()), "all_stances": self.kept}

    def article(self, article_id: str) -> Tables | None:
        """One article with its rows, and all actors; None where there is no such article."""
        found = self.query("select part from article where article_id = ?", (article_id,))
        if found.empty:
            return None
        part = int(found["part"].iloc[0])
        return Tables(**{name: self.shelf.of_article(name, part, article_id) for name in ROW_TYPES if name != "actors"},
                      actors=self.actors)

    def stances_at(self, places: pd.DataFrame) -> pd.DataFrame:
        """Rows of ``stances`` by part and place."""
        return self.shelf.at("stances", places)

    def articles_at(self, codes: pd.Series) -> pd.DataFrame:
        """Articles by code, without their text: article_id, title, source, path, published_first, published_last."""
        with self._cursor() as cursor:
            cursor.register("wanted", pa.table({"article": codes.unique()}))
            found = cursor.sql(f"select {LISTED} from article semi join wanted using (article)").to_arrow_table()
        return found.to_pandas(date_as_object=False).astype(LISTED_TYPES)

    def places_of(self, stance_id: str) -> list[tuple[int, int]]:
        """Part and place of the stance with this id, if there is one."""
        found = self.query(f"select file_index, file_row_number from {self.clauses['stances']} where stance_id = ?", (stance_id,))
        return list(found.itertuples(index=False, name=None))

    def keep(self, found: Condition) -> str:
        """Put stances (what follows ``from``) into a table of their own; returns its name."""
        name = f"kept_{uuid.uuid4().hex}"
        with self._cursor() as cursor:
            cursor.execute(f"create table main.{name} as select * from {found.sql}", list(found.values))
        return name

    def drop(self, name: str) -> None:
        """Forget such a table."""
        with self._connection.cursor() as cursor:
            cursor.execute(f"drop table if exists main.{name}")

    def query(self, sql: str, values: Sequence = ()) -> pd.DataFrame:
        """The answer of DuckDB to a query over the tables of ``loading.py``. Safe in several threads."""
        return self.arrow(sql, values).to_pandas(date_as_object=False)

    def arrow(self, sql: str, values: Sequence = ()) -> pa.Table:
        """The same answer as Arrow has it, where making a frame of it would take longer than the query."""
        with self._cursor() as cursor:
            return cursor.sql(sql, params=list(values)).to_arrow_table()

    def one(self, sql: str, values: Sequence = ()) -> int:
        """The number that a query gives."""
        with self._cursor() as cursor:
            return int(cursor.execute(sql, list(values)).fetchone()[0])

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor that sees the layer's tables before those below."""
        with self._connection.cursor() as cursor:
            if self._layer:
                cursor.execute(f"set search_path = '{self._layer.name},main'")
            yield cursor

    def _saying(self, text: str) -> Condition:
        """What stands in the sentence, in the title or in a name at either end, whatever the case."""
        named = self.labels.index[self.labels["name"].str.casefold().str.contains(text.casefold(), regex=False)]
        return Condition(f"""{where.codes_among('source', named)} or {where.codes_among('target', named)}
            or article in (select article from article where contains(lower(title), ?))
            or (part, place) in (select (file_index, file_row_number) from {self.clauses['stances']}
                where contains(lower(sentence), ?))""", (text.lower(), text.lower()))

    def _group_copies(self) -> None:
        """Fill the table ``copy`` when it is first asked for."""
        with self._lock:
            if not self._grouped:
                keep_copies(self._connection, self._copies())
                self._grouped.append(True)


def _renamed(actors: pd.DataFrame, rename: Callable[[str, str], str]) -> pd.DataFrame:
    places = actors["kind"].isin(("country", "organisation"))
    names = [rename(row.actor_id, row.name) if place else row.name for row, place in zip(actors.itertuples(), places)]
    return actors.assign(name=pd.Series(names, index=actors.index, dtype="str"))
