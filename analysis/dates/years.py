"""Which year is meant where the text says only the month or the day: that of the story, or the one nearest to publication."""
import re

from analysis.dates.moment import NEAR, Moment, nearest_year
from analysis.dates.spans import Span, a_day, a_month
from analysis.dates.words import WEEKDAYS


def year_of(match: re.Match, at: Moment, the_month: int, the_day: int | None) -> int | None:
    """The year said, or the year of the story, or the one nearest to publication; None where nothing tells."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("story"):
        return _year_of_story(groups, at)
    side = groups.get("side")
    if at.published is None:
        return None
    if side:
        return _year_on_side(at.published, the_month, the_day, side)
    nearest = nearest_year(at.published, the_month, the_day, at.direction())
    hand = nearest if nearest and _at_hand(at.published, nearest, the_month, the_day) else None
    if groups.get("weekday"):
        return hand or _year_by_weekday(match, at, the_month, the_day) or nearest
    return _year_told_in_sentence(at) or hand or _year_told_of_month(at, the_month) or nearest


def _at_hand(published: Span, year: int, the_month: int, the_day: int | None) -> bool:
    """Within a month of publication: then no year told elsewhere matters."""
    span = a_day(year, the_month, the_day) if the_day else a_month(year, the_month)
    return bool(span) and (published.first - span.last).days <= 31 and (span.first - published.last).days <= 31


def _year_by_weekday(match: re.Match, at: Moment, the_month: int, the_day: int | None) -> int | None:
    """The year near publication in which the 26 March is the weekday that the text says."""
    word = match.groupdict().get("weekday")
    if not word or the_day is None:
        return None
    years = sorted(range(at.published.first.year - 1, at.published.last.year + 2), key=lambda year: year != at.published.first.year)
    spans = [(year, a_day(year, the_month, the_day)) for year in years]
    fitting = [(year, span.first) for year, span in spans if span and span.first.weekday() == WEEKDAYS[word.lower()]]
    return min(fitting, key=lambda one: abs((one[1] - at.published.first).days))[0] if fitting else None


def _year_told_of_month(at: Moment, the_month: int) -> int | None:
    """The year of the same month told shortly before: after ``début octobre 2019``, ``le 4 octobre`` is in 2019."""
    for one in reversed(at.mentioned):
        if at.start - one.end > NEAR:
            return None
        if one.said_year and one.span.first.month == one.span.last.month == the_month:
            return one.span.first.year
    return None


def _year_of_story(groups: dict, at: Moment) -> int | None:
    side = (groups.get("yearside") or "").lower()
    if side in ("dernière", "passée", "prochaine"):
        step = 1 if side == "prochaine" else -1
        return at.published.first.year + step if at.published else None
    last = at.last_mentioned()
    if last is None:
        return at.published.first.year if at.published and not side else None
    return last.first.year + {"suivante": 1, "précédente": -1}.get(side, 0)


def _year_on_side(published: Span, the_month: int, the_day: int | None, side: str) -> int:
    """``juin dernier`` is the last June that is over or at hand, ``juin prochain`` the next one."""
    year, back = published.first.year, not side.lower().startswith("prochain")
    for one in (year - 1, year, year + 1)[::-1 if back else 1]:
        span = a_day(one, the_month, the_day) if the_day else a_month(one, the_month)
        if span and (span.first < published.first if back else span.first > published.last):
            return one
    return year


def _year_told_in_sentence(at: Moment) -> int | None:
    """The year of a date said just before in the same sentence (``en 2015 … la parade du 9 mai``), if it is past."""
    last = at.last_in_sentence()
    if last is None or last.precision not in ("year", "day") or at.published is None:
        return None
    far = (at.published.first - last.last).days > 366
    return last.first.year if far and at.direction() != "future" else None
