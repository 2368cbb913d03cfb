"""Movers: the pairs whose number of stances, or whose balance, changed most from one period to the next.

Two periods of the same length are compared, the last one ending on the last day of the main period of what is told as
having happened. A stance counts in a period where all its days are in it; what is wider or outside is counted beside.
With small numbers a change is soon chance. It is called *clear* only where both periods together have ten stances of the
pair at least, and

- of the number: the Wilson interval at 95 % of the share that the last period has of both does not hold the share that it
  has of all pairs together, so that a corpus that grew makes no pair move;
- of the balance: Newcombe's interval at 95 % of the difference of the two shares of cooperative ones among the signed
  (Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17, 1998, method
  10) does not hold zero.

Neither knows that stances of one article are not independent, so that clear is not proven.
"""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.views.chosen import Rows, among, between_two, frame_of, tally, where
from analysis.views.dyads import dyad_label, interval
from analysis.views.ends import in_dyad
from analysis.views.named import labels_of
from analysis.views.narrowing import of_dyads
from analysis.views.selection import SIGN_NAMES
from analysis.views.spans import main_period, touches

LENGTHS = (7, 30, 90, 365)
_ENOUGH, _LEAST = 30, 10
_NAMES = tuple(SIGN_NAMES.values())
_NONE = (0,) * len(_NAMES)
COLUMNS = ["key", "label", "total_before", "total", "balance_before", "balance", "cooperative_before", "conflictual_before",
           "cooperative", "conflictual", "more", "better", "volume_clear", "balance_clear"]
Period = tuple[pd.Timestamp, pd.Timestamp]


@dataclass(frozen=True)
class Movers:
    """``table``: one row a pair (COLUMNS; ``more`` and ``better`` are the changes of number and balance), the clearest
    first. ``last``, ``before``: first and last day of the two periods, None where nothing is dated. ``left_out``: why →
    stances of pairs in neither: ``undated``, ``wider`` (in both or partly in one)."""

    table: pd.DataFrame
    last: Period | None
    before: Period | None
    left_out: dict[str, int]


def movers(view: pd.DataFrame | Rows, length: int | None = None, most: int = 12) -> Movers:
    """View table → the pairs that moved most in the last ``length`` days against as many before.

    Without a length the shortest of LENGTHS is taken in whose last period there are thirty stances, else the longest.
    """
    rows = _of_pairs(view)
    days = tally(rows, ["day_first", "day_last"])
    known = days[days["day_first"].notna()]
    if known.empty:
        return Movers(pd.DataFrame(columns=COLUMNS), None, None, {"undated": len(rows)} if len(rows) else {})
    end = known.loc[touches(known, main_period(known)), "day_last"].max()
    length = length or next((days for days in LENGTHS if known.loc[_inside(known, _period(end, days)), "n"].sum() >= _ENOUGH), LENGTHS[-1])
    last, before = _period(end, length), _period(end - pd.Timedelta(days=length), length)
    wider = ~_inside(known, last) & ~_inside(known, before) & (known["day_last"] >= before[0]) & (known["day_first"] <= last[1])
    left_out = {"undated": int(days["n"].sum() - known["n"].sum()), "wider": int(known.loc[wider, "n"].sum())}
    table = _compared(_within(rows, before), _within(rows, last), labels_of(view, "countries"), most)
    return Movers(table, last, before, {why: number for why, number in left_out.items() if number})


def of_mover(view: pd.DataFrame | Rows, key: str, found: Movers) -> pd.DataFrame:
    """The rows behind a pair of the table: those of the last period first, then those before."""
    rows = frame_of(_of_pairs(of_dyads(view, [key]) if isinstance(view, Rows) else view))
    rows = rows[in_dyad(rows, key)]
    rows = rows[rows["day_first"].notna()]
    return pd.concat([rows[_inside(rows, found.last)], rows[_inside(rows, found.before)]]).reset_index(drop=True)


def _of_pairs(view: pd.DataFrame | Rows) -> pd.DataFrame | Rows:
    return between_two(among(view, "modality", ["actual"]))


def _within(rows: pd.DataFrame | Rows, period: Period) -> pd.DataFrame:
    """Source, target and sign of what is in a period, with how many."""
    inside = where(rows, "day_first >= ? and day_last <= ?", lambda stances: _inside(stances, period), *(day.date() for day in period))
    return tally(inside, ["source_country", "target_country", "sign"])


def _period(end: pd.Timestamp, days: int) -> Period:
    return end - pd.Timedelta(days=days - 1), end


def _inside(rows: pd.DataFrame, period: Period) -> pd.Series:
    return (rows["day_first"] >= period[0]) & (rows["day_last"] <= period[1])


def _compared(before: pd.DataFrame, last: pd.DataFrame, names: dict[str, str], most: int) -> pd.DataFrame:
    then, now = _pairs(before), _pairs(last)
    keys = sorted(then.keys() | now.keys())
    both = {**_figures([then.get(key, _NONE) for key in keys], "_before"), **_figures([now.get(key, _NONE) for key in keys], "")}
    both |= {"more": both["total"] - both["total_before"], "better": both["balance"] - both["balance_before"]}
    number = both["total"] + both["total_before"]
    share = both["total"].sum() / max(1, number.sum())
    low, high = interval(both["total"], number)
    both["volume_clear"] = (number >= _LEAST) & ((low > 2 * share - 1) | (high < 2 * share - 1))
    both["balance_clear"] = (number >= _LEAST) & _differs(both)
    order = np.lexsort((-_weight(both, share), -both["volume_clear"].astype(int) - both["balance_clear"]))  # then by key, as they are
    moved = order[((both["more"] != 0) | (np.nan_to_num(both["better"]) != 0))[order]][:most]
    shown = [keys[place] for place in moved]
    table = pd.DataFrame({"key": pd.array(shown, dtype="str"), "label": pd.array([dyad_label(key, names) for key in shown], dtype="str"),
                          **{name: each[moved] for name, each in both.items()}})
    return table[COLUMNS]


def _pairs(rows: pd.DataFrame) -> dict[str, list[int]]:
    """Pair → its stances by sign, in the order of SIGN_NAMES."""
    found: dict[str, list[int]] = {}
    for source, target, sign, number in zip(*(rows[name].tolist() for name in ("source_country", "target_country", "sign", "n"))):
        found.setdefault(f"{min(source, target)}-{max(source, target)}", list(_NONE))[1 - sign] += number
    return found


def _figures(pairs: list[Sequence[int]], suffix: str) -> dict[str, np.ndarray]:
    """Stances by sign → these and what comes of them, with a suffix to their names."""
    counts = np.array(pairs, dtype="int64").reshape(-1, len(_NAMES))
    signed = counts[:, 0] + counts[:, 2]
    with np.errstate(invalid="ignore"):
        found = dict(zip(_NAMES, counts.T)) | {"signed": signed, "total": counts.sum(axis=1), "balance": (counts[:, 0] - counts[:, 2]) / signed}
    return {f"{name}{suffix}": each for name, each in found.items()}


def _differs(both: Mapping[str, np.ndarray]) -> np.ndarray:
    """Whether Newcombe's interval of the difference of the balances leaves zero out."""
    (now, now_low, now_high), (then, then_low, then_high) = (
        (both[f"balance{suffix}"], *interval(both[f"cooperative{suffix}"], both[f"signed{suffix}"])) for suffix in ("", "_before"))
    difference = now - then
    low = difference - np.sqrt((now - now_low) ** 2 + (then_high - then) ** 2)
    high = difference + np.sqrt((now_high - now) ** 2 + (then - then_low) ** 2)
    return (low > 0) | (high < 0)


def _weight(both: Mapping[str, np.ndarray], share: float) -> np.ndarray:
    """How far a pair moved, in standard errors: the larger of the change of its number and of its balance; ``share`` is what
    the last period has of all pairs."""
    number = both["total"] + both["total_before"]
    volume = np.abs(both["total"] - share * number) / np.sqrt(number * max(share * (1 - share), 1e-9))
    ups = (both["cooperative"] + both["cooperative_before"] + 1) / (both["signed"] + both["signed_before"] + 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = 2 * np.sqrt(ups * (1 - ups) * (1 / both["signed"] + 1 / both["signed_before"]))
        return np.maximum(volume, np.nan_to_num(np.abs(both["better"]) / error))
