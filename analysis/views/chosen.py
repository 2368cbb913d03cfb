"""The stances that fit a Selection, not read yet: views count them where they are and read the few they show."""
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

import numpy as np
import pandas as pd
import pyarrow as pa
from pandas.api.extensions import ExtensionArray

from analysis.views.coded import COUNTED, IDS, READ, Coded, coded
from analysis.views.conditions import MUTUAL, Condition, both, codes_among
from analysis.views.ends import mutual
from analysis.views.loading import quoted
from analysis.views.rows import joined
from analysis.views.spans import unit_bounds

FEW = 20_000  # rows that are sooner read than counted; they are kept
_MOST_CODED = _MOST_KEPT = 1_500_000  # rows whose columns are brought into memory, or that are put into a table of their own
_LARGEST_SHARE = 0.5
PLACE = "@"
PERSON = ("name", "kind", "role", "own_country", "country", "country_name")
_CODED = {**IDS, "reporter_id": "reporter"}
_OF_ARTICLE = {"source": "outlet", "article_id": "article_id", "title": "title", "path": "path"}
_PLAIN = {name: name for name in ("act", "sign", "voice", "modality", "negated", "dated", "day_first", "day_last", "start",
                                  "confidence")}
# First and last day of the unit that a stance's first and last day are in; weeks run from Monday to Sunday.
UNITS = {"from_day": "day_first", "to_day": "day_last",
          "from_week": "date_trunc('week', day_first)::date", "to_week": "(date_trunc('week', day_last) + interval 6 day)::date",
          "from_month": "date_trunc('month', day_first)::date", "to_month": "last_day(day_last)",
          "from_year": "date_trunc('year', day_first)::date",
          "to_year": "(date_trunc('year', day_last) + interval 1 year - interval 1 day)::date"}
EXPRESSIONS = {**UNITS, **_CODED, **_OF_ARTICLE, **_PLAIN, "mutual": MUTUAL}
_NUMBERS = {"sign": "int64", "start": "int64", "n": "int64", "confidence": "float64", "negated": "bool", "mutual": "bool",
            **dict.fromkeys(("day_first", "day_last", *UNITS), "datetime64[s]")}


class Source(Protocol):
    """What Rows ask of their stock (``stock.Stock``)."""

    labels: pd.DataFrame
    ids: pd.Series
    names: pd.CategoricalDtype
    all_stances: int
    clauses: Mapping[str, str]

    def query(self, sql: str, values: Sequence = ()) -> pd.DataFrame: ...
    def arrow(self, sql: str, values: Sequence = ()) -> pa.Table: ...
    def one(self, sql: str, values: Sequence = ()) -> int: ...
    def stances_at(self, places: pd.DataFrame) -> pd.DataFrame: ...
    def articles_at(self, codes: pd.Series) -> pd.DataFrame: ...
    def places_of(self, stance_id: str) -> list[tuple[int, int]]: ...
    def keep(self, found: Condition) -> str: ...
    def drop(self, name: str) -> None: ...


class Rows:
    """Stances of a stock that fulfil a condition.

    What is counted of them is brought into memory once (``coded``), and counted there. What is asked of DuckDB besides
    searches all stances the first time; for what comes after it they are put into a table of their own, which goes with the
    Rows, unless they are most of the stock or very many. ``base`` are the Rows that these were narrowed from, whose condition
    holds too; ``coded_by`` finds them in memory.
    """

    def __init__(self, stock: Source, condition: Condition, base: "Rows | None" = None,
                 coded_by: "Callable[[], Coded | None] | None" = None) -> None:
        self.stock, self.condition, self._base = stock, condition, base
        self._coded_by, self._asked = coded_by, "select" in condition.sql  # a search in another table is never made twice

    def __len__(self) -> int:
        return self._number

    @cached_property
    def coded(self) -> Coded | None:
        """What is counted of them, in memory; None where they are too many, or fit by a condition said in SQL alone."""
        if self._base is not None or len(self) > _MOST_CODED:
            return self._coded_by and self._coded_by()
        found = self._own if self._asked else self._searched
        rows = self.stock.arrow(f"select {READ} from {found.sql}", found.values)
        return coded(rows, self.stock.ids.index, self.stock.names)

    @cached_property
    def _number(self) -> int:
        if self._base is not None and self.coded is not None:
            return len(self.coded)
        fits = self.fits() if self._base is not None else self._searched
        return self.stock.one(f"select count(*) from {fits.sql}", fits.values)

    @property
    def few(self) -> bool:
        """Whether they are sooner read than counted."""
        return len(self) <= FEW

    @property
    def _searched(self) -> Condition:
        return Condition(f"stance where {self.condition.sql}", self.condition.values)

    def fits(self) -> Condition:
        """What follows ``from`` in a query over these stances, which are called ``stance`` there, and its values."""
        if self._base is not None:
            base = self._base.fits()
            return Condition(f"{base.sql} and ({self.condition.sql})", base.values + self.condition.values)
        before, self._asked = self._asked, True
        return self._own if before else self._searched

    @cached_property
    def _own(self) -> Condition:
        if self.condition.sql == "true" or len(self) > min(_MOST_KEPT, self.stock.all_stances * _LARGEST_SHARE):
            return self._searched
        name = self.stock.keep(self._searched)
        weakref.finalize(self, self.stock.drop, name).atexit = False
        return Condition(f"{name} as stance where true")

    def narrowed(self, sql: str, *values: object, test: "Callable[[Coded], pd.Series] | None" = None) -> "Rows":
        """Those that also fulfil a condition over the table ``stance`` (see ``loading.py``), and, said a second time, over
        what is in memory."""
        own = (self.condition,) if self._base is not None else ()
        return Rows(self.stock, both((*own, Condition(sql, values))), self if self._base is None else self._base,
                    test and (lambda: None if self.coded is None else self.coded.where(test)))

    def of_article(self, article_id: str) -> "Rows":
        """Those of one article."""
        return self.narrowed(codes_among("article", [article_id]))

    def called(self, *stance_ids: str) -> "Rows":
        """Those with these ids, or with the places that a sketch has instead."""
        places = [tuple(map(int, found[1:].split(":"))) for found in stance_ids if found.startswith(PLACE)]
        for each in stance_ids:
            places += [] if each.startswith(PLACE) else self.stock.places_of(each)
        listed = ", ".join(f"({part}, {place})" for part, place in places)
        return self.narrowed(f"(part, place) in ({listed})" if places else "false")

    def in_any(self, others: Sequence["Rows"]) -> "Rows":
        """Those of these that are also in one of the others."""
        either = " or ".join(f"({other.condition.sql})" for other in others)
        return self.narrowed(either, *(value for other in others for value in other.condition.values))

    def latest(self, most: int) -> "Rows":
        """Those with the latest last days: as many as asked for, and the others of the earliest of these days."""
        fits = self.fits()
        days = self.stock.query(f"""select day_last from {fits.sql} and day_last is not null
            order by day_last desc limit {most}""", fits.values)["day_last"]
        return self.narrowed("day_last >= ?", days.iloc[-1]) if len(days) else self.narrowed("false")

    def tally(self, columns: Sequence[str]) -> pd.DataFrame:
        """Columns of the view table (and ``mutual``) → their different values with ``n``, the number of stances."""
        if self.coded is not None and self.coded.countable(columns):
            return self.coded.tally(columns)
        listed = ", ".join(f"{EXPRESSIONS[column]} as {column}" for column in columns)
        join, fits = " join article using (article)" if _OF_ARTICLE.keys() & set(columns) else "", self.fits()
        return self.decoded(self.stock.arrow(
            f"select {listed}, count(*) as n from (select * from {fits.sql}) stance{join} group by all", fits.values))

    def bounds(self, column: str) -> tuple[pd.Timestamp, pd.Timestamp]:
        """The first and the last of the days of a column; NaT where none is known."""
        if self.coded is not None:
            return self.coded.bounds(column)
        days = self.tally([column])[column]
        return days.min(), days.max()

    def numbers(self) -> dict[str, int]:
        """How many articles they are from, and of how many known outlets."""
        fits = self.fits()
        found = self.stock.query(f"""select count(distinct article_id) as articles, count(distinct outlet) filter (outlet <> '') as outlets
            from (select article from {fits.sql}) stance join article using (article)""", fits.values)
        return {name: int(found[name].iloc[0]) for name in found}

    def people(self) -> pd.DataFrame:
        """Who stands at either end (see ``people_of``)."""
        if self.coded is not None:
            named = self.coded.either("source_id", "target_id")
        else:
            fits = self.fits()
            ends = self.stock.query(f"select distinct unnest([source, target]) as id from {fits.sql}", fits.values)
            named = self.stock.ids.reindex(ends.loc[ends["id"] != 0, "id"]).array
        places = self.stock.labels.index.get_indexer(pd.Index(named))
        return self.stock.labels.iloc[places[places >= 0]][list(PERSON)].rename_axis("id")

    def decoded(self, answer: pa.Table) -> pd.DataFrame:
        """What DuckDB answered, with codes back to ids, and the dtypes of the view table."""
        return pd.DataFrame({name: self._decoded(name, answer.column(name)) for name in answer.column_names})

    def _decoded(self, name: str, values: pa.ChunkedArray) -> "np.ndarray | ExtensionArray":
        if name in _CODED:
            return self.stock.ids.array.take(self.stock.ids.index.get_indexer(values.to_numpy()))
        if name in _NUMBERS:
            return values.to_numpy().astype(_NUMBERS[name])
        return pd.array(values.cast(pa.large_string()), dtype="str")

    def frame(self, order: str = "", most: int | None = None) -> pd.DataFrame:
        """The rows of the view table, as ``select`` gives them; with ``most`` only the first in an order of ``stance``."""
        if order or most is not None:
            return self._read(f" order by {order}" * bool(order) + f" limit {most}" * (most is not None))
        return self._few if self.few else self._read("")

    @cached_property
    def _few(self) -> pd.DataFrame:
        return self._read("")

    def _read(self, rest: str) -> pd.DataFrame:
        fits = self.fits()
        places = self.stock.query(f"select part, place, article from {fits.sql}{rest}", fits.values)
        return joined(self.stock.stances_at(places), self.stock.articles_at(places["article"]), self.stock.labels)


def dated(view: "pd.DataFrame | Rows") -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and the last day of a view table; NaT where none is known."""
    if isinstance(view, Rows):
        return view.bounds("day_first")[0], view.bounds("day_last")[1]
    return view["day_first"].min(), view["day_last"].max()


def called(view: "pd.DataFrame | Rows", stance_ids: Iterable[str]) -> pd.DataFrame:
    """The rows of the view table with these ids (or places of a sketch), read."""
    if isinstance(view, Rows):
        return view.called(*stance_ids).frame()
    return view[view["stance_id"].isin(list(stance_ids))]


def where(view: "pd.DataFrame | Rows", sql: str, rows: Callable[[pd.DataFrame | Coded], pd.Series], *values: object,
          of: Sequence[str] = ()) -> "pd.DataFrame | Rows":
    """The stances that fulfil a condition, said twice: over the table ``stance`` and over a view table, row by row. ``of``
    are the columns that it depends on, where it is better asked once for each of their different values."""
    if not isinstance(view, Rows):
        return view[rows(view)]
    return view.narrowed(sql, *values, test=(lambda coded: coded.spread(of, rows)) if of else rows)


def among(view: "pd.DataFrame | Rows", column: str, ids: Iterable[str]) -> "pd.DataFrame | Rows":
    """The stances that have one of these ids (or acts) in a column."""
    wanted = list(ids)
    listed = ", ".join(map(quoted, wanted)) or "null"
    sql = codes_among(_CODED[column], wanted) if column in _CODED else f"{column} in ({listed})"
    if isinstance(view, Rows) and column not in COUNTED:
        return view.narrowed(sql)
    return where(view, sql, lambda rows: rows[column].isin(wanted))


def between_two(view: "pd.DataFrame | Rows") -> "pd.DataFrame | Rows":
    """The stances between two different countries or organisations."""
    return where(view, "source_node <> 0 and target_node <> 0 and source_node <> target_node", lambda rows: (
        (rows["source_country"] != "") & (rows["target_country"] != "") & (rows["source_country"] != rows["target_country"])))


def alike(view: "pd.DataFrame | Rows", one: str, other: str) -> "pd.DataFrame | Rows":
    """The stances that have the same in two columns."""
    return where(view, f"{EXPRESSIONS[one]} = {EXPRESSIONS[other]}", lambda rows: rows[one] == rows[other])


def origins(view: "pd.DataFrame | Rows") -> dict[str, int]:
    """How many ``articles`` the stances are from, and of how many known ``outlets``."""
    if isinstance(view, Rows):
        return view.numbers()
    return {"articles": view["article_id"].nunique(), "outlets": len({*view["source"]} - {""})}


def counted(view: "pd.DataFrame | Rows", column: str) -> dict:
    """Value of a column → number of stances."""
    if isinstance(view, Rows) and column in COUNTED and view.coded is not None:
        return view.coded.counted(column)
    table = tally(view, [column])
    return dict(zip(table[column].tolist(), table["n"].tolist()))


def involved(view: "pd.DataFrame | Rows", column: str, only: Iterable[str] | None = None) -> dict[str, int]:
    """Value of ``id`` or ``country`` → number of stances that have it at either end (once where at both); ``only`` these."""
    ends = [f"source_{column}", f"target_{column}"]
    sides = [view if only is None else among(view, end, only) for end in ends]
    same = alike(sides[0], *ends)
    found = Counter(counted(sides[0], ends[0]))
    found.update(counted(sides[1], ends[1]))
    found.subtract(counted(same, ends[0]))
    return {each: found[each] for each in sorted(found) if each}


def frame_of(view: "pd.DataFrame | Rows") -> pd.DataFrame:
    """The view table itself, for what reads each row."""
    return view.frame() if isinstance(view, Rows) else view


def tally(view: "pd.DataFrame | Rows", columns: Sequence[str]) -> pd.DataFrame:
    """Columns of a view table → their different values with ``n``, the number of stances; days that are unknown too.

    Also ``mutual`` (the act has no direction), and ``from_`` and ``to_`` with a unit of time: the first day of the unit
    that a stance begins in, the last of the one that it ends in.
    """
    if isinstance(view, Rows):
        return view.tally(columns)
    rows = view
    for column in columns:
        if column == "mutual":
            rows = rows.assign(mutual=mutual(rows))
        elif column in UNITS:
            edge, _, unit = column.partition("_")
            days, place = (rows["day_first"], 0) if edge == "from" else (rows["day_last"], 1)
            rows = rows.assign(**{column: unit_bounds(days, unit)[place]})
    return rows.groupby(list(columns), dropna=False, sort=False).size().rename("n").reset_index()
