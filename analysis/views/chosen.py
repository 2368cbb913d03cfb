"""The stances that fit a Selection, not read yet: views count them where they are and read the few they show."""
from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

import pandas as pd

from analysis.views.conditions import MUTUAL, Condition, both
from analysis.views.ends import SYMMETRIC
from analysis.views.rows import joined

FEW = 20_000  # rows that are sooner read than counted; they are kept
_CODED = {"source_id": "source", "target_id": "target", "reporter_id": "reporter", "source_country": "source_node",
          "target_country": "target_node"}
_OF_ARTICLE = {"source": "outlet", "article_id": "article_id", "title": "title", "path": "path"}
_PLAIN = {name: name for name in ("act", "sign", "voice", "modality", "negated", "dated", "day_first", "day_last", "start",
                                  "confidence")}
_EXPRESSIONS = {**_CODED, **_OF_ARTICLE, **_PLAIN, "mutual": MUTUAL}
_DTYPES = {"sign": "int64", "start": "int64", "n": "int64", "day_first": "datetime64[s]", "day_last": "datetime64[s]",
           "act": "str", "voice": "str", "modality": "str", "dated": "str"}


class Source(Protocol):
    """What Rows ask of their stock (``stock.Stock``)."""

    labels: pd.DataFrame
    ids: pd.Series

    def query(self, sql: str, values: Sequence = ()) -> pd.DataFrame: ...
    def one(self, sql: str, values: Sequence = ()) -> int: ...
    def stances_at(self, places: pd.DataFrame) -> pd.DataFrame: ...
    def articles_at(self, codes: pd.Series) -> pd.DataFrame: ...


class Rows:
    """Stances of a stock that fulfil a condition."""

    def __init__(self, stock: Source, condition: Condition) -> None:
        self.stock, self._condition = stock, condition

    def __len__(self) -> int:
        return self._number

    @cached_property
    def _number(self) -> int:
        return self.stock.one(f"select count(*) from stance where {self._condition.sql}", self._condition.values)

    @property
    def few(self) -> bool:
        """Whether they are sooner read than counted."""
        return len(self) <= FEW

    def narrowed(self, sql: str, *values: object) -> "Rows":
        """Those that also fulfil a condition over the table ``stance`` (see ``loading.py``)."""
        return Rows(self.stock, both((self._condition, Condition(sql, values))))

    def tally(self, columns: Sequence[str]) -> pd.DataFrame:
        """Columns of the view table (and ``mutual``) → their different values with ``n``, the number of stances."""
        listed = ", ".join(f"{_EXPRESSIONS[column]} as {column}" for column in columns)
        join = " join article using (article)" if _OF_ARTICLE.keys() & set(columns) else ""
        return self.decoded(self.stock.query(
            f"select {listed}, count(*) as n from (select * from stance where {self._condition.sql}) stance{join} group by all",
            self._condition.values))

    def figures(self, expressions: str) -> pd.Series:
        """One row of figures over these stances, by name."""
        return self.stock.query(f"select {expressions} from stance where {self._condition.sql}", self._condition.values).iloc[0]

    def decoded(self, table: pd.DataFrame) -> pd.DataFrame:
        """Codes back to ids, and the dtypes of the view table."""
        for column in _CODED.keys() & set(table.columns):
            table[column] = self.stock.ids.reindex(table[column]).array
        return table.astype({name: kind for name, kind in _DTYPES.items() if name in table})

    def frame(self, order: str = "", most: int | None = None) -> pd.DataFrame:
        """The rows of the view table, as ``select`` gives them; with ``most`` only the first in an order of ``stance``."""
        if order or most is not None:
            return self._read(f" order by {order}" * bool(order) + f" limit {most}" * (most is not None))
        return self._few if self.few else self._read("")

    @cached_property
    def _few(self) -> pd.DataFrame:
        return self._read("")

    def _read(self, rest: str) -> pd.DataFrame:
        places = self.stock.query(f"select part, place, article from stance where {self._condition.sql}{rest}",
                                  self._condition.values)
        return joined(self.stock.stances_at(places), self.stock.articles_at(places["article"]), self.stock.labels)


def frame_of(view: "pd.DataFrame | Rows") -> pd.DataFrame:
    """The view table itself, for what reads each row."""
    return view.frame() if isinstance(view, Rows) else view


def tally(view: "pd.DataFrame | Rows", columns: Sequence[str]) -> pd.DataFrame:
    """Columns of a view table → their different values with ``n``, the number of stances; days that are unknown too."""
    if isinstance(view, Rows):
        return view.tally(columns)
    rows = view.assign(mutual=view["act"].isin(SYMMETRIC)) if "mutual" in columns and "mutual" not in view else view
    return rows.groupby(list(columns), dropna=False, sort=False).size().rename("n").reset_index()
