"""Arithmetic on spans of days: months, weeks, seasons, and spans shifted by a number of units.

A ``Span`` is a first and a last day with the precision in which the text speaks (day, span, month or year). Where the
publication is known only by month, a span holds every day that is possible.
"""
from calendar import monthrange
from datetime import date
from typing import NamedTuple

EARLIEST, LATEST = date(1000, 1, 1), date(2999, 12, 31)


class Span(NamedTuple):
    """First and last day, and the precision in which the text gives them; both None where the day is unknown."""

    first: date | None
    last: date | None
    precision: str


def unknown(precision: str) -> Span:
    """A date is meant, but nothing tells which: ``jeudi`` where the publication day is not known."""
    return Span(None, None, precision)


def clamp(ordinal: int) -> date:
    """A day from its ordinal, held within the years 1000 to 2999 so that no text can overflow the calendar."""
    return date.fromordinal(max(EARLIEST.toordinal(), min(LATEST.toordinal(), ordinal)))


def add_days(day: date, number: int) -> date:
    """``number`` days later (earlier if negative)."""
    return clamp(day.toordinal() + max(-800_000, min(800_000, number)))


def add_months(day: date, number: int) -> date:
    """``number`` months later, on the same day of the month or its last: 31 May + 1 month = 30 June."""
    index = day.year * 12 + day.month - 1 + max(-20_000, min(20_000, number))
    year, month = max(EARLIEST.year, min(LATEST.year, index // 12)), index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def a_day(year: int, month: int, number: int) -> Span | None:
    """The day, or None where the calendar has no such day (30 février)."""
    if not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        return None
    return Span(date(year, month, number), date(year, month, number), "day")


def a_month(year: int, month: int) -> Span:
    """First to last day of the month."""
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def a_year(year: int) -> Span:
    """1 January to 31 December."""
    return Span(date(year, 1, 1), date(year, 12, 31), "year")


def part_of_month(year: int, month: int, part: str) -> Span:
    """``début`` is days 1-10, ``mi`` 11-20, ``fin`` 21 to the end of the month."""
    whole = a_month(year, month)
    first, last = {"début": (1, 10), "mi": (11, 20), "fin": (21, whole.last.day)}[part]
    return Span(whole.first.replace(day=first), whole.first.replace(day=last), "span")


def part_of_year(year: int, part: str) -> Span:
    """``début`` is January to March, ``mi`` June and July, ``fin`` October to December."""
    first, last = {"début": (1, 3), "mi": (6, 7), "fin": (10, 12)}[part]
    return Span(date(year, first, 1), a_month(year, last).last, "span")


def part_of_decade(decade: int, part: str) -> Span:
    """``début des années 1990`` is 1990-1993, ``fin`` 1997-1999, the middle 1994-1996; no part: the ten years."""
    first, last = {"début": (0, 3), "mi": (4, 6), "fin": (7, 9), "": (0, 9)}[part]
    return Span(date(decade + first, 1, 1), date(decade + last, 12, 31), "span")


def a_season(year: int, season: str) -> Span:
    """The astronomical season that begins in ``year`` (hiver 2019 begins in December 2018 and is named after 2019)."""
    bounds = {
        "printemps": (date(year, 3, 20), date(year, 6, 20)),
        "été": (date(year, 6, 21), date(year, 9, 22)),
        "automne": (date(year, 9, 23), date(year, 12, 20)),
        "hiver": (date(year - 1, 12, 21), date(year, 3, 20)),
    }
    return Span(*bounds[season], "span")


def a_week(day: date) -> Span:
    """Monday to Sunday of the week that holds ``day``."""
    monday = add_days(day, -day.weekday())
    return Span(monday, add_days(monday, 6), "span")


def shift(span: Span, number: int, unit: str) -> Span:
    """A span ``number`` days, weeks, months or years later, no more precise than the unit in which the text counts.

    Days and weeks keep days. Months keep the day where the span is a day. A year counted from a day is spoken of by
    the month (``un an plus tard``), several years by the year (``il y a 17 ans``).
    """
    if unit in ("jour", "semaine"):
        days = number * (7 if unit == "semaine" else 1)
        return Span(add_days(span.first, days), add_days(span.last, days), span.precision)
    months = number * (12 if unit == "an" else 1)
    first, last = add_months(span.first, months), add_months(span.last, months)
    if span.precision == "year":
        return Span(date(first.year, 1, 1), date(last.year, 12, 31), "year")
    if unit == "mois" and span.precision == "day":
        return Span(first, last, "day")
    if unit == "an" and abs(number) > 1 and span.precision != "month":
        return Span(date(first.year, 1, 1), date(last.year, 12, 31), "year")
    return Span(first.replace(day=1), a_month(last.year, last.month).last, "month")
