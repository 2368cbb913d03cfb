"""How many stances by day, week or month, by sign, and those whose day is not known closely enough."""
from dataclasses import dataclass

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from analysis.views.chosen import Rows, tally
from analysis.views.keys import make_key
from analysis.views.selection import SIGN_NAMES
from analysis.views.spans import UNITS, all_units, fitting_unit, main_period, touches, unit_bounds, weights, within_unit

_MOST_EMPTY_BINS = 3_000


@dataclass(frozen=True)
class Counts:
    """Counts in time. ``bins``: first, last, cooperative, neutral, conflictual, total, balance, one row a unit.

    ``undated``: sign name → stances that fit into no single unit (``wider`` than it, or ``unknown`` day), not drawn in
    time but counted beside it: ``bins`` and ``undated`` together are all rows. ``balance`` is (cooperative -
    conflictual) / total, empty where nothing was counted. ``left_out``: ``outside``, the few stances far from the main
    ``period`` (None where that is the whole).
    """

    bins: pd.DataFrame
    unit: str
    undated: dict[str, int]
    wider: int
    unknown: int
    left_out: dict[str, int]
    period: tuple[pd.Timestamp, pd.Timestamp] | None


def counts(view: pd.DataFrame | Rows, unit: str = "auto", whole: bool = False) -> Counts:
    """View table → counts; ``unit`` is day, week, month, year, or auto (chosen by the period, see spans.py).

    The few stances far outside the main period are left out, unless ``whole``.
    """
    if unit != "auto" and unit not in UNITS:
        raise ValueError(f"unit is auto or one of {', '.join(UNITS)}, not {unit!r}")
    days = tally(view, ["day_first", "day_last", "sign"])
    period = None if whole else main_period(days)
    near = touches(days, period)
    left_out = {"outside": int(days.loc[~near, "n"].sum())} if period else {}
    days = days[near]
    unit = fitting_unit(days) if unit == "auto" else unit
    inside = within_unit(days, unit)
    outside = days[~inside]
    undated = {name: int(outside.loc[outside["sign"] == sign, "n"].sum()) for sign, name in SIGN_NAMES.items()}
    unknown = int(outside.loc[outside["day_first"].isna(), "n"].sum())
    return Counts(_bins(days[inside], unit), unit, undated, int(outside["n"].sum()) - unknown, unknown, left_out, period)


def _bins(days: pd.DataFrame, unit: str) -> pd.DataFrame:
    first, last, counts = signed_units(days, unit)
    if len(first):
        every = all_units(first[0], last[-1], unit)
        if len(every) <= _MOST_EMPTY_BINS:
            filled = np.zeros((len(every), len(SIGN_NAMES)), dtype="int64")
            filled[every["first"].searchsorted(first)] = counts
            first, last, counts = every["first"].array, every["last"].array, filled
    bins = pd.DataFrame({"first": first, "last": last, **dict(zip(SIGN_NAMES.values(), counts.T))})
    bins["total"] = counts.sum(axis=1)
    bins["balance"] = balance(bins)
    return bins


def signed_units(rows: pd.DataFrame, unit: str) -> tuple[ExtensionArray, ExtensionArray, np.ndarray]:
    """First and last days of the units that stances (or a tally of them) begin in, in order, and how many of each sign there
    are in each, in the order of SIGN_NAMES."""
    begun, places = np.unique(unit_bounds(rows["day_first"], unit)[0].to_numpy(), return_inverse=True)
    counts = np.zeros((len(begun), len(SIGN_NAMES)), dtype="int64")
    np.add.at(counts, (places, 1 - rows["sign"].to_numpy(dtype="int64")), weights(rows).to_numpy())
    first, last = unit_bounds(pd.Series(begun), unit)
    return first.array, last.array, counts


def balance(tally: pd.DataFrame) -> pd.Series:
    """(cooperative - conflictual) / total, from -1 to 1; empty where total is 0."""
    return (tally["cooperative"] - tally["conflictual"]) / tally["total"].where(tally["total"] > 0)


def bin_key(counted: Counts, first: pd.Timestamp, last: pd.Timestamp, sign: int) -> str:
    """Key of one bar, for :func:`analysis.views.behind`."""
    return make_key("bin", counted.unit, first.date().isoformat(), last.date().isoformat(), sign)


def undated_key(counted: Counts, sign: int) -> str:
    """Key of the bar of stances that fit into no single unit."""
    return make_key("undated", counted.unit, sign, *(day.date().isoformat() for day in counted.period or ()))
