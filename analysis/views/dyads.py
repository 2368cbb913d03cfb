"""Dyads: two countries or organisations, both directions or one, and the balance between them over time.

The balance here is that of the *signed* stances alone: (cooperative - conflictual) / (cooperative + conflictual), from -1
to 1; neutral ones are counted beside it. With few stances it says little, and how little is told by an interval: the
Wilson score interval at 95 % for the share of cooperative ones among the signed (Wilson 1927; recommended for small numbers
by Brown, Cai and DasGupta, Interval estimation for a binomial proportion, Statistical Science 16, 2001), doubled and
shifted to the scale from -1 to 1. It takes stances as independent of one another; those of one article are not quite, so that it is
rather too narrow than too wide.
"""
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.views.chosen import Rows, between_two, tally
from analysis.views.counts import signed_units
from analysis.views.ends import in_dyad
from analysis.views.keys import make_key
from analysis.views.named import labels_of
from analysis.views.narrowing import of_dyads
from analysis.views.selection import SIGN_NAMES
from analysis.views.sketches import sketch_of
from analysis.views.spans import UNITS, fitting_unit, main_period, touches, within_unit
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
    found: Counter[tuple[str, str, str]] = Counter()
    for one, other, mutual, number in zip(*(ends[name].tolist() for name in ends)):
        found[min(one, other), "-", max(one, other)] += number
        found[one, ">", other] += number
        if mutual:
            found[other, ">", one] += number
    # Both directions come before each of them where all their stances go one way.
    order = sorted(found, key=lambda dyad: (-found[dyad], dyad[1] == ">", "".join(dyad)))
    names = labels_of(view, "countries")
    labels = [f"{names[one]} {'→' if sign == '>' else '–'} {names[other]}" for one, sign, other in order]
    return pd.DataFrame({"key": pd.array(["".join(dyad) for dyad in order], dtype="str"), "label": pd.array(labels, dtype="str"),
                         "count": np.array([found[dyad] for dyad in order], dtype="int64")})


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
    return pd.concat([_panel(rows[rows["panel"] == place], place, key, unit) for place, key in enumerate(keys)], ignore_index=True)


def _panel(rows: pd.DataFrame, place: int, key: str, unit: str) -> pd.DataFrame:
    first, last, counts = signed_units(rows, unit)
    signed = counts[:, 0] + counts[:, 2]
    low, high = interval(counts[:, 0], signed)
    written = (np.datetime_as_string(np.asarray(edge).astype("datetime64[D]")).tolist() for edge in (first, last))
    return pd.DataFrame({
        "panel": place, "first": first, "last": last, **dict(zip(_NAMES, counts.T)), "signed": signed, "total": counts.sum(axis=1),
        "balance": (counts[:, 0] - counts[:, 2]) / np.where(signed > 0, signed, np.nan), "low": low, "high": high,
        "key": pd.array([make_key("dyad", key, unit, *days) for days in zip(*written)], dtype="str")})


def interval(cooperative: np.ndarray, signed: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Wilson score interval at 95 % of a balance, ends from -1 to 1; empty where nothing was counted.

    >>> low, high = interval(np.array([3]), np.array([3]))
    >>> round(low[0], 2), round(high[0], 2)
    (-0.12, 1.0)
    """
    number = np.where(signed > 0, signed, np.nan)
    share = cooperative / number
    middle = (share + _Z ** 2 / (2 * number)) / (1 + _Z ** 2 / number)
    half = _Z / (1 + _Z ** 2 / number) * np.sqrt(share * (1 - share) / number + _Z ** 2 / (4 * number ** 2))
    return np.clip(2 * (middle - half) - 1, -1, 1), np.clip(2 * (middle + half) - 1, -1, 1)
