"""Marks on a time axis, with their texts in the reader's language: plotly knows no French month."""
from collections.abc import Mapping

import pandas as pd

from analysis.charts.wording import month_name

# Steps from fine to coarse: unit, and every how many of it (months and years counted from January and year 0, so that
# half-years begin in January and July and decades in round years).
_STEPS = (("day", 1), ("day", 2), ("week", 1), ("week", 2), ("month", 1), ("month", 2), ("month", 3), ("month", 6),
          ("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 25), ("year", 50), ("year", 100))
_OFFSETS = {"day": "D", "week": "W-MON", "month": "MS", "year": "YS"}
_SHORTEST = {"day": 1, "week": 7, "month": 28, "year": 365}


def time_ticks(first: pd.Timestamp, last: pd.Timestamp, texts: Mapping[str, str],
               most: int = 9) -> list[tuple[pd.Timestamp, list[str]]]:
    """Days to mark between two days, at most ``most`` where possible, each with one or two lines of text.

    The second line gives the year where it is the first mark or the year changes.
    """
    length = (last - first).days
    # Steps that would give many times too many marks are not even tried.
    for unit, every in [step for step in _STEPS if length / (_SHORTEST[step[0]] * step[1]) <= 2 * most + 2] or _STEPS[-1:]:
        days = _marks(first.normalize(), last.normalize(), unit, every)
        if len(days) <= most:
            break
    if len(days) == 0:
        days, unit = pd.DatetimeIndex([first.normalize()]), "day"
    found, year = [], 0
    for day in days:
        # The mark of a single day is its noon, where its stances stand; that of a month or year is its beginning.
        place = day + pd.Timedelta(hours=12) if (unit, every) == ("day", 1) else day
        found.append((place, _lines(day, unit, day.year != year, texts)))
        year = day.year
    return found


def _marks(first: pd.Timestamp, last: pd.Timestamp, unit: str, every: int) -> pd.DatetimeIndex:
    days = pd.date_range(first, last, freq=_OFFSETS[unit])
    if unit == "month":
        return days[(days.month - 1) % every == 0]
    return days[days.year % every == 0] if unit == "year" else days[::every]


def _lines(day: pd.Timestamp, unit: str, new_year: bool, texts: Mapping[str, str]) -> list[str]:
    if unit == "year":
        return [str(day.year)]
    month = month_name(day.month, texts, short=True)
    if unit == "month":
        return [month, str(day.year)] if new_year else [month]
    number = texts["date.first_of_month"] if day.day == 1 else str(day.day)
    return [f"{number} {month}", str(day.year)] if new_year else [f"{number} {month}"]
