"""Days, weeks, months and years: which unit suits a period, and which stances fall inside one such unit."""
import numpy as np
import pandas as pd

UNITS = ("day", "week", "month", "year")
# pandas period codes; weeks run from Monday to Sunday.
_CODES = {"day": "D", "week": "W-SUN", "month": "M", "year": "Y"}
_THURSDAY = 3  # days from Monday to the day of the week on which numbered days begin, 1 January 1970
# A period is cut to its main part only with so many stances, for so small a share at each end, for so much length.
_ENOUGH, _TAIL, _TIMES = 50, 0.02, 3
_LONGEST = {"day": 45, "week": 400, "month": 366 * 30}


def unit_bounds(days: pd.Series, unit: str) -> tuple[pd.Series, pd.Series]:
    """First and last day of the unit each day is in; NaT stays NaT."""
    each = days.to_numpy().astype("datetime64[D]")
    if unit == "week":
        first = each - (each.astype("int64") + _THURSDAY) % 7
        last = first + 6
    else:
        part = each.astype(f"datetime64[{_CODES[unit][0]}]")
        first, last = part.astype("datetime64[D]"), (part + 1).astype("datetime64[D]") - 1
    return tuple(pd.Series(edge.astype("datetime64[s]"), index=days.index, name=days.name) for edge in (first, last))


def within_unit(view: pd.DataFrame, unit: str) -> pd.Series:
    """True where all days that a stance can mean are in one and the same unit; False where wider or unknown."""
    _, last = unit_bounds(view["day_first"], unit)
    return view["day_last"].notna() & (view["day_last"] <= last)


def weights(view: pd.DataFrame) -> pd.Series:
    """How many stances each row stands for: ``n`` of a tally, else one."""
    return view["n"] if "n" in view else pd.Series(1, index=view.index)


def period_unit(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """Unit for a period: days up to 45 days, weeks up to 400, months up to 30 years, else years."""
    days = (last - first).days + 1
    return next((unit for unit, longest in _LONGEST.items() if days <= longest), "year")


def fitting_unit(view: pd.DataFrame) -> str:
    """The period's unit, or the next coarser one in which at least half of the dated stances have their place.

    A corpus dated by month alone is thus counted by month, however short it is.
    """
    dated = view[view["day_first"].notna()]
    if dated.empty:
        return "month"
    unit = period_unit(dated["day_first"].min(), dated["day_last"].max())
    for candidate in UNITS[UNITS.index(unit):]:
        if np.average(within_unit(dated, candidate), weights=weights(dated)) >= 0.5:
            return candidate
    return unit


def main_period(view: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """First and last day of the main period, where the whole is more than three times as long as the span that holds
    96 % of the dated stances; else None. What is within half
    that length of it stays, so that only an end far from the rest is cut.

    An article of 2020 may recall a treaty of 1949: on an axis of seventy years nothing of 2020 could be told apart.
    """
    days = view[view["day_first"].notna()]
    number = weights(days).sum()
    if number < _ENOUGH:
        return None
    tail = int(number * _TAIL)
    firsts, first = sorted_at(days, "day_first", tail)
    lasts, last = sorted_at(days, "day_last", number - 1 - tail)
    length = max(last - first, pd.Timedelta(days=30))
    if lasts.iloc[-1] - firsts.iloc[0] <= _TIMES * length:
        return None
    near = length / 2
    return firsts[firsts >= first - near].iloc[0], lasts[lasts <= last + near].iloc[-1]


def sorted_at(view: pd.DataFrame, column: str, place: int) -> tuple[pd.Series, pd.Timestamp]:
    """The days of a column in order, and the one in this place when each stance is counted."""
    order = view[column].sort_values()
    reached = weights(view).reindex(order.index).cumsum().searchsorted(place, side="right")
    return order, order.iloc[reached]


def touches(view: pd.DataFrame, period: tuple[pd.Timestamp, pd.Timestamp] | None) -> pd.Series:
    """True where the days of a stance touch the period, or are unknown; everywhere where there is no period."""
    if period is None:
        return pd.Series(True, index=view.index)
    return view["day_first"].isna() | ((view["day_last"] >= period[0]) & (view["day_first"] <= period[1]))


def all_units(first: pd.Timestamp, last: pd.Timestamp, unit: str) -> pd.DataFrame:
    """Every unit from the one of ``first`` to the one of ``last``: columns first, last."""
    periods = pd.period_range(first, last, freq=_CODES[unit])
    return pd.DataFrame({"first": periods.start_time, "last": periods.end_time.normalize()}).astype("datetime64[s]")
