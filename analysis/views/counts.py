"""How many stances by day, week or month, by sign, and those whose day is not known closely enough."""
from dataclasses import dataclass

import pandas as pd

from analysis.views.chosen import Rows, tally
from analysis.views.keys import make_key
from analysis.views.selection import SIGN_NAMES
from analysis.views.spans import UNITS, all_units, fitting_unit, main_period, touches, unit_bounds, within_unit

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
    first, last = unit_bounds(days["day_first"], unit)
    bins = days.groupby([first.rename("first"), last.rename("last"), "sign"])["n"].sum().unstack("sign", fill_value=0)
    bins = bins.reindex(columns=list(SIGN_NAMES), fill_value=0).rename(columns=SIGN_NAMES).reset_index()
    bins.columns.name = None
    if len(bins):
        every = all_units(bins["first"].min(), bins["last"].max(), unit)
        if len(every) <= _MOST_EMPTY_BINS:
            bins = every.merge(bins, how="left", on=["first", "last"]).fillna(dict.fromkeys(SIGN_NAMES.values(), 0))
    bins = bins.astype({"first": "datetime64[s]", "last": "datetime64[s]", **dict.fromkeys(SIGN_NAMES.values(), "int64")})
    bins["total"] = bins[list(SIGN_NAMES.values())].sum(axis=1)
    bins["balance"] = balance(bins)
    return bins


def balance(tally: pd.DataFrame) -> pd.Series:
    """(cooperative - conflictual) / total, from -1 to 1; empty where total is 0."""
    return (tally["cooperative"] - tally["conflictual"]) / tally["total"].where(tally["total"] > 0)


def bin_key(counted: Counts, first: pd.Timestamp, last: pd.Timestamp, sign: int) -> str:
    """Key of one bar, for :func:`analysis.views.behind`."""
    return make_key("bin", counted.unit, first.date().isoformat(), last.date().isoformat(), sign)


def undated_key(counted: Counts, sign: int) -> str:
    """Key of the bar of stances that fit into no single unit."""
    return make_key("undated", counted.unit, sign, *(day.date().isoformat() for day in counted.period or ()))
