"""Marks on a time axis, with their texts in the reader's language: plotly knows no French month."""
from collections.abc import Mapping

import pandas as pd

from analysis.charts.wording import month_name

# Steps from fine to coarse: pandas offset, and whether the text names the day, the month or the year alone.
_STEPS = (("1D", "day"), ("2D", "day"), ("W-MON", "day"), ("2W-MON", "day"), ("MS", "month"), ("2MS", "month"),
          ("3MS", "month"), ("6MS", "month"), ("YS", "year"), ("2YS", "year"), ("5YS", "year"), ("10YS", "year"),
          ("25YS", "year"), ("50YS", "year"), ("100YS", "year"))


def time_ticks(first: pd.Timestamp, last: pd.Timestamp, texts: Mapping[str, str],
               most: int = 8) -> list[tuple[pd.Timestamp, list[str]]]:
    """Days to mark between two days, at most ``most`` where possible, each with one or two lines of text.

    The second line gives the year where it is the first mark or the year changes.
    """
    for step, named in _STEPS:
        days = pd.date_range(first.normalize(), last.normalize(), freq=step)
        if len(days) <= most and (len(days) > 1 or step == "1D" or named != "year"):
            break
    if len(days) == 0:
        days, named = pd.DatetimeIndex([first.normalize()]), "day"
    found, year = [], 0
    for day in days:
        # The mark of a single day is its noon, where its stances stand; that of a month or year is its beginning.
        place = day + pd.Timedelta(hours=12) if step == "1D" else day
        found.append((place, _lines(day, named, day.year != year, texts)))
        year = day.year
    return found


def _lines(day: pd.Timestamp, named: str, new_year: bool, texts: Mapping[str, str]) -> list[str]:
    if named == "year":
        return [str(day.year)]
    month = month_name(day.month, texts, short=True)
    if named == "month":
        return [month, str(day.year)] if new_year else [month]
    number = texts["date.first_of_month"] if day.day == 1 else str(day.day)
    return [f"{number} {month}", str(day.year)] if new_year else [f"{number} {month}"]
