"""Dyads: two countries or organisations, both directions or one, and the balance between them over time.

The balance here is that of the *signed* stances alone: (cooperative - conflictual) / (cooperative + conflictual), from -1
to 1; neutral ones are counted beside it. With few stances it says little, and how little is told by an interval: the
Wilson score interval at 95 % for the share of cooperative ones among the signed (Wilson 1927; recommended for small numbers
by Brown, Cai and DasGupta, Interval estimation for a binomial proportion, Statistical Science 16, 2001), doubled and
shifted to the scale from -1 to 1. It takes stances as independent of one another; those of one article are not quite, so that it is
rather too narrow than too wide.
"""
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.views.chosen import Rows, between_two, labels_of, tally
from analysis.views.ends import in_dyad
from analysis.views.keys import make_key
from analysis.views.narrowing import of_dyads
from analysis.views.selection import SIGN_NAMES
from analysis.views.sketches import sketch_of
from analysis.views.spans import UNITS, fitting_unit, main_period, touches, unit_bounds, within_unit
from analysis.views.turns import Turns, turns

_Z = 1.959964  # the normal quantile of a 95 % interval
_NAMES = list(SIGN_NAMES.values())


@dataclass(frozen=True)
class Balances:
    """Balance of one or two dyads by a unit of time.

    ``points``: key, panel (place in ``dyads``), first, last, cooperative, neutral, conflictual, signed, total, balance, low,
    high (of the interval; all three empty where nothing signed was counted), one row a unit with stances. ``dyads``: key →
    label. ``left_out``: why → stances in no unit (``undated``, ``wider`` than it, ``outside`` the main period). ``turns``:
    key → the turns of that dyad (see turns.py).
    """

    points: pd.DataFrame
    dyads: dict[str, str]
    unit: str
    left_out: dict[str, int]
    turns: dict[str, Turns]


def dyads(view: pd.DataFrame | Rows) -> pd.DataFrame:
    """View table → the dyads that can be chosen, most stances first: key, label, count.

    ``FRA-MAR`` is both directions, ``FRA>MAR`` one of them; a consultation has no direction and is in all three.
    """
    ends = tally(between_two(view), ["source_country", "target_country", "mutual"])
    one, other, both = ends["source_country"], ends["target_country"], ends["mutual"].astype("bool")
    ordered = one.where(one < other, other), other.where(one < other, one)
    ways = [(*ordered, "-", ends.index), (one, other, ">", ends.index), (other, one, ">", ends.index[both])]
    rows = pd.concat([pd.DataFrame({"one": first[index], "sign": sign, "other": second[index], "count": ends["n"][index]})
                      for first, second, sign, index in ways])
    table = rows.groupby(["one", "sign", "other"])["count"].sum().reset_index().astype({"one": "str", "sign": "str", "other": "str"})
    names = labels_of(view, "countries")
    arrow = table["sign"].map({"-": " – ", ">": " → "}).astype("str")
    table["key"] = table["one"] + table["sign"] + table["other"]
    table["label"] = table["one"].map(names).astype("str") + arrow + table["other"].map(names).astype("str")
    # Both directions come before each of them where all their stances go one way.
    order = table.assign(one_way=table["sign"] == ">")
    return order.sort_values(["count", "one_way", "key"], ascending=[False, True, True], ignore_index=True)[
        ["key", "label", "count"]]


def dyad_label(key: str, names: dict[str, str]) -> str:
    """``France – Maroc`` for both directions, ``France → Maroc`` for one."""
    ends = key.split(">" if ">" in key else "-", 1)
    return (" → " if ">" in key else " – ").join(names.get(end, end) for end in ends)


def balances(view: pd.DataFrame | Rows, keys: Sequence[str], unit: str = "auto") -> Balances:
    """View table → the balance of these dyads by day, week, month or year, all by one unit; ``auto`` chooses it."""
    if unit != "auto" and unit not in UNITS:
        raise ValueError(f"unit is auto or one of {', '.join(UNITS)}, not {unit!r}")
    names = labels_of(view, "countries")
    view = sketch_of(of_dyads(view, keys) if isinstance(view, Rows) else view)
    parts = [view[in_dyad(view, key)].assign(panel=place) for place, key in enumerate(keys)]
    rows = pd.concat(parts, ignore_index=True)
    near = touches(rows, main_period(rows))
    unit = fitting_unit(rows[near]) if unit == "auto" else unit
    inside, undated = near & within_unit(rows, unit), rows["day_first"].isna()
    left_out = {"undated": undated.sum(), "wider": (near & ~inside & ~undated).sum(), "outside": (~near).sum()}
    return Balances(_points(rows[inside], list(keys), unit), {key: dyad_label(key, names) for key in keys}, unit,
                    {why: int(number) for why, number in left_out.items() if number}, {key: turns(view, key) for key in keys})


def _points(rows: pd.DataFrame, keys: list[str], unit: str) -> pd.DataFrame:
    first, last = unit_bounds(rows["day_first"], unit)
    tally = rows.groupby([rows["panel"], first.rename("first"), last.rename("last"), "sign"]).size().unstack("sign", fill_value=0)
    tally = tally.reindex(columns=list(SIGN_NAMES), fill_value=0).rename(columns=SIGN_NAMES).reset_index()
    tally.columns.name = None
    tally = tally.astype({"first": "datetime64[s]", "last": "datetime64[s]", **dict.fromkeys(_NAMES, "int64")})
    tally["signed"] = tally["cooperative"] + tally["conflictual"]
    tally["total"] = tally["signed"] + tally["neutral"]
    tally["balance"] = (tally["cooperative"] - tally["conflictual"]) / tally["signed"].where(tally["signed"] > 0)
    tally["low"], tally["high"] = interval(tally["cooperative"], tally["signed"])
    tally["key"] = pd.Series([make_key("dyad", keys[row.panel], unit, row.first.date().isoformat(), row.last.date().isoformat())
                              for row in tally.itertuples()], index=tally.index, dtype="str")
    return tally


def interval(cooperative: pd.Series, signed: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Wilson score interval at 95 % of a balance, ends from -1 to 1; empty where nothing was counted.

    >>> low, high = interval(pd.Series([3]), pd.Series([3]))
    >>> round(low[0], 2), round(high[0], 2)
    (-0.12, 1.0)
    """
    return tuple(pd.Series(end, index=signed.index) for end in wilson(cooperative.to_numpy(), signed.to_numpy()))


def wilson(cooperative: np.ndarray, signed: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same of plain arrays."""
    number = np.where(signed > 0, signed, np.nan)
    share = cooperative / number
    middle = (share + _Z ** 2 / (2 * number)) / (1 + _Z ** 2 / number)
    half = _Z / (1 + _Z ** 2 / number) * np.sqrt(share * (1 - share) / number + _Z ** 2 / (4 * number ** 2))
    return np.clip(2 * (middle - half) - 1, -1, 1), np.clip(2 * (middle + half) - 1, -1, 1)
