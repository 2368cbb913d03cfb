"""Days as an analyst types them: a day, a month, a year, a span of these, or ``?`` for not known.

    >>> parse_days("2024-05"), write_days(date(2024, 5, 1), date(2024, 5, 31))
    (Days(first=datetime.date(2024, 5, 1), last=datetime.date(2024, 5, 31), precision='month'), '2024-05')
"""
import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_FRENCH = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(\d{4})$")
_BETWEEN = re.compile(r"\s{0,9}(?:\.\.|–|—|\s-\s|\bto\b|\bau\b|;)\s{0,9}")
UNKNOWN = "?"


class Days(NamedTuple):
    """First and last day, None where not known, and the precision: day, span, month, year, or empty."""

    first: date | None
    last: date | None
    precision: str


def parse_days(text: str) -> Days:
    """``2024-05-06``, ``2024-05``, ``2024``, ``06/05/2024``, ``05/2024``, ``2024-05-06 .. 2024-05-09``, ``?`` or empty.

    Raises ValueError where it is none of these, or the last day comes before the first.
    """
    text = text.strip()
    if text in ("", UNKNOWN):
        return Days(None, None, "")
    parts = _BETWEEN.split(text)
    if len(parts) == 1:
        return _one(text)
    if len(parts) != 2:
        raise ValueError(f"not a day, month, year or span: {text[:60]!r}")
    first, last = _one(parts[0]).first, _one(parts[1]).last
    if first > last:
        raise ValueError(f"{first} is after {last}")
    return Days(first, last, precision_of(first, last))


def write_days(first: date | None, last: date | None) -> str:
    """Two days as they are typed; empty where they are not known."""
    if first is None or last is None:
        return ""
    kind = precision_of(first, last)
    return {"day": first.isoformat(), "month": first.isoformat()[:7], "year": first.isoformat()[:4]}.get(
        kind, f"{first} .. {last}")


def precision_of(first: date, last: date) -> str:
    """day, month, year or span."""
    if first == last:
        return "day"
    if first.day == 1 and last == _last_of(first.year, first.month):
        return "month"
    return "year" if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)) else "span"


def _one(text: str) -> Days:
    iso, french = _ISO.match(text), _FRENCH.match(text)
    if iso:
        year, month, day = iso.groups()
    elif french:
        day, month, year = french.groups()
    else:
        raise ValueError(f"not a day, month or year: {text[:60]!r}")
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"there is no such day: {text[:60]!r}") from error
    last = first if day else _last_of(first.year, first.month if month else 12)
    return Days(first, last, "day" if day else "month" if month else "year")


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
