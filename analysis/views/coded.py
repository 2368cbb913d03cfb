"""Stances in memory as small numbers: filtered once, then counted many times without asking DuckDB again.

Each column of the view table that is counted is kept as codes, small whole numbers, and the different values that they stand
for. Counting the different values of several columns is then arithmetic: their codes are joined into one number a stance.
"""
import math
from collections.abc import Callable, Iterable, Sequence
from threading import RLock
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.views.ends import SYMMETRIC
from analysis.views.spans import unit_bounds

# Column of the view table → where it stands in the table ``stance`` of loading.py.
IDS = {"source_id": "source", "target_id": "target", "source_country": "source_node", "target_country": "target_node"}
_WORDS, _DAYS = ("act", "voice", "modality", "dated"), ("day_first", "day_last")
READ = ", ".join([*(f"{code} as {name}" for name, code in IDS.items()), *_WORDS, *_DAYS, "sign", "negated"])
_EDGES = {"from": "day_first", "to": "day_last"}
_SIGNS, _NO_DAY = (-1, 0, 1), -2 ** 31
_MOST_SPACE = 2 ** 62  # the codes of several columns together are one 64-bit number
_LONGEST = 100_000  # days that are numbered one by one; of longer times only those that occur
_SPARE = 4  # as many counters as stances, times this, are sooner set up than a dictionary of those that occur


class Column(NamedTuple):
    """One number a stance, and the value that each number stands for."""

    codes: np.ndarray
    values: pd.Index
    kind: pd.CategoricalDtype | None = None

    def at(self, places: np.ndarray) -> "Column":
        """The same of some stances."""
        return self._replace(codes=self.codes[places])

    @property
    def series(self) -> pd.Series:
        """As the view table has it; words and ids as categories, which are compared and looked up by their codes."""
        if self.kind is None:
            return pd.Series(self.values.take(self.codes))
        return pd.Series(pd.Categorical.from_codes(self.codes, dtype=self.kind, validate=False))


class Coded:
    """Stances that fit, by column. ``coded["act"]`` is a column of the view table, so that what is asked of a view table
    row by row can be asked of it too; ``where`` gives those for which the answer is yes."""

    def __init__(self, column: Callable[[str], Column], number: int) -> None:
        self._column, self._number = column, number
        self._found: dict[str, Column] = {}
        self._lock = RLock()

    def __len__(self) -> int:
        return self._number

    def __getitem__(self, name: str) -> pd.Series:
        return self.column(name).series

    def __contains__(self, name: str) -> bool:
        return name in COUNTED

    @property
    def index(self) -> pd.RangeIndex:
        """A number for each stance."""
        return pd.RangeIndex(self._number)

    def column(self, name: str) -> Column:
        """A column, its codes worked out when it is first asked for."""
        with self._lock:
            if name not in self._found:
                self._found[name] = self._column(name) if name in _PLAIN else self._made(name)
            return self._found[name]

    def where(self, fits: Callable[["Coded"], pd.Series]) -> "Coded":
        """Those of which a condition holds."""
        places = np.flatnonzero(fits(self).to_numpy())
        return Coded(lambda name: self.column(name).at(places), len(places))

    def countable(self, columns: Iterable[str]) -> bool:
        """Whether these columns are here, and their codes together fit into one number."""
        names = list(columns)
        return COUNTED.issuperset(names) and math.prod(len(self.column(name).values) for name in names) < _MOST_SPACE

    def tally(self, columns: Sequence[str]) -> pd.DataFrame:
        """Columns → their different values with ``n``, the number of stances (see ``chosen.tally``)."""
        found, numbers = _different(*self._joined(columns))
        return self._parted(found, columns).assign(n=numbers)

    def counted(self, name: str) -> dict:
        """Value of a column → number of stances."""
        codes, values, _ = self.column(name)
        counts = np.bincount(codes, minlength=len(values))
        found = np.flatnonzero(counts)
        return dict(zip(values.take(found).tolist(), counts[found].tolist()))

    def bounds(self, name: str) -> tuple[pd.Timestamp, pd.Timestamp]:
        """The first and the last of the days of a column; NaT where none is known."""
        codes, days, _ = self.column(name)
        found = days.take(np.flatnonzero(np.bincount(codes, minlength=len(days))))
        return found.min(), found.max()

    def either(self, one: str, other: str) -> pd.Index:
        """The different values of two columns of ids together."""
        counts = [np.bincount(self.column(name).codes, minlength=len(self.column(name).values)) for name in (one, other)]
        return self.column(one).values.take(np.flatnonzero(counts[0] + counts[1]))

    def spread(self, columns: Sequence[str], asked: Callable[[pd.DataFrame], pd.Series]) -> pd.Series:
        """The answer for each stance to what depends on these columns alone, asked once of their different values."""
        places, found = pd.factorize(self._joined(columns)[0])
        return pd.Series(asked(self._parted(found, columns)).to_numpy()[places])

    def _joined(self, columns: Sequence[str]) -> tuple[np.ndarray, int]:
        """The codes of several columns as one number a stance, and how many numbers there can be."""
        joined, space = np.zeros(self._number, dtype="int64"), 1
        for name in columns:
            part = self.column(name)
            joined, space = joined * len(part.values) + part.codes, space * len(part.values)
        return joined, space

    def _parted(self, numbers: np.ndarray, columns: Sequence[str]) -> pd.DataFrame:
        """Such numbers → the values of the columns."""
        decoded = {}
        for name in reversed(columns):
            values = self.column(name).values
            numbers, codes = np.divmod(numbers, max(1, len(values)))
            decoded[name] = values.take(codes)
        return pd.DataFrame({name: decoded[name] for name in columns})

    def _made(self, name: str) -> Column:
        """A column that is made of others."""
        if name == "mutual":
            acts = self.column("act")
            return Column(acts.values.isin(SYMMETRIC).astype("int8")[acts.codes], pd.Index([False, True]))
        edge, _, unit = name.partition("_")
        days = self.column(_EDGES[edge])
        bounds = unit_bounds(pd.Series(days.values), unit)[edge == "to"]
        codes, values = pd.factorize(bounds, use_na_sentinel=False)
        return Column(codes.astype("int32")[days.codes], pd.DatetimeIndex(values))


_PLAIN = frozenset([*IDS, *_WORDS, *_DAYS, "sign", "negated"])
COUNTED = _PLAIN | {"mutual", *(f"{edge}_{unit}" for edge in _EDGES for unit in ("day", "week", "month", "year"))}


def coded(rows: pa.Table, codes: pd.Index, names: pd.CategoricalDtype) -> Coded:
    """Rows with the columns READ, the codes of all ids, and the ids in the same order → Coded."""
    left = {name: rows.column(name) for name in rows.column_names}
    return Coded(lambda name: _column(name, left.pop(name), codes, names), len(rows))


def _column(name: str, values: pa.ChunkedArray, codes: pd.Index, names: pd.CategoricalDtype) -> Column:
    if name in IDS:
        return Column(codes.get_indexer(values.to_numpy()).astype("int32"), names.categories, names)
    if name == "sign":
        return Column(values.to_numpy() + np.int8(1), pd.Index(_SIGNS, dtype="int64"))
    if name == "negated":
        return Column(values.to_numpy().astype("int8"), pd.Index([False, True]))
    if name in _DAYS:
        return _days(values.cast("int32").fill_null(_NO_DAY).to_numpy())
    words = values.dictionary_encode().unify_dictionaries().combine_chunks()
    parts = words.chunks if hasattr(words, "chunks") else [words]
    if not parts:
        return Column(np.zeros(0, dtype="int8"), pd.Index([], dtype="str"), pd.CategoricalDtype(pd.Index([], dtype="str")))
    kind = pd.CategoricalDtype(pd.Index(parts[0].dictionary.to_pylist(), dtype="str"))
    return Column(np.concatenate([part.indices.to_numpy() for part in parts]), kind.categories, kind)


def _days(days: np.ndarray) -> Column:
    """Days since 1970, of which some are unknown, numbered from the first on; the number 0 is unknown."""
    known = days[days != _NO_DAY]
    first, last = (int(known.min()), int(known.max())) if len(known) else (0, -1)
    if last - first > _LONGEST:
        codes, found = pd.factorize(days)
    else:
        codes, found = np.where(days == _NO_DAY, 0, days - (first - 1)), np.arange(first - 1, last + 1)
        found[0] = _NO_DAY
    written = np.where(found == _NO_DAY, np.datetime64("NaT", "s"), found.astype("datetime64[D]").astype("datetime64[s]"))
    return Column(codes.astype("int32"), pd.DatetimeIndex(written))


def _different(numbers: np.ndarray, space: int) -> tuple[np.ndarray, np.ndarray]:
    """The different ones among numbers from 0 to below ``space``, and how often each occurs."""
    if space <= max(1 << 16, _SPARE * len(numbers)):
        counts = np.bincount(numbers, minlength=1)
        found = np.flatnonzero(counts)
        return found, counts[found]
    places, found = pd.factorize(numbers)
    return found, np.bincount(places, minlength=len(found))
