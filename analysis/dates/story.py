"""Dates relative to the story: la veille, le lendemain, deux jours plus tôt, cette année-là, le 26 after a month.

They count from the last date that the text gave, or from publication where it gave none.
"""
import re

from analysis.dates.moment import Moment, nearest_year
from analysis.dates.rule import Rule, rule, sign
from analysis.dates.spans import (
    Span,
    a_day,
    a_month,
    a_week,
    a_year,
    add_days,
    add_months,
    shift,
    unknown,
)
from analysis.dates.words import (
    DAY,
    MONTH,
    NUMBER,
    S0,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    S,
    day_number,
    month,
    number,
    unit,
)

_DATED_EVENT = re.compile(rf"[^.;,\n]{{1,40}}?{S}du{S}(?P<day>{DAY}){S}(?P<month>{MONTH})\b(?!{S}\d{{4}})")
_EARLIER = ("tôt", "auparavant", "avant", "arrière", "précédent")


def _told_day(at: Moment) -> Span | None:
    """The last day told (or span of two days, as a night is), or the publication."""
    return at.last_day() or at.published


def _told(at: Moment) -> Span | None:
    return at.last_mentioned("day", "month", "year") or at.published


def _eve(match: re.Match, at: Moment) -> Span | None:
    from_day = _told_day(at)
    if from_day is None:
        return unknown("day")
    days = {"veille": -1, "avant-veille": -2, "lendemain": 1, "surlendemain": 2}[match["word"].lower()]
    return shift(from_day, days, "jour")


def _eve_of_event(match: re.Match, at: Moment) -> Span | None:
    """``au lendemain de la signature``: the day of which the sentence tells, not a day after the last date."""
    return _told_day(at) or unknown("day")


def _same_day(match: re.Match, at: Moment) -> Span | None:
    return _told_day(at) or unknown("day")


def _count(match: re.Match, at: Moment) -> Span | None:
    what = unit(match["unit"])
    told = _told_day(at) if what in ("jour", "semaine") else _told(at)
    if told is None:
        return unknown("day" if what in ("jour", "semaine") else "month")
    sign = -1 if match["way"].lower().endswith(_EARLIER) else 1
    return shift(told, sign * number(match["number"]), what)


def _count_of_event(match: re.Match, at: Moment) -> Span | None:
    """``trois jours après le putsch du 18 août`` counts from the date that follows; without one, ``trois jours après la
    mort`` is the day of which the text tells, and no date of its own where the sentence has just given that day."""
    if at.text[max(0, at.start - 3):at.start] == "ou ":
        return None
    dated = _DATED_EVENT.match(at.text, at.end)
    if dated and at.published:
        year = nearest_year(at.published, month(dated["month"]), day_number(dated["day"]), "past")
        event = a_day(year, month(dated["month"]), day_number(dated["day"])) if year else None
        sign = -1 if match["way"].lower() == "avant" else 1
        return shift(event, sign * number(match["number"]), unit(match["unit"])) if event else None
    if at.last_in_sentence():
        return None
    return _told_day(at) or unknown("day")


def _same_year(match: re.Match, at: Moment) -> Span | None:
    told = at.last_mentioned()
    return a_year(told.first.year) if told else unknown("year")


def _same_month(match: re.Match, at: Moment) -> Span | None:
    told = at.last_mentioned()
    return a_month(told.first.year, told.first.month) if told else unknown("month")


def _next_unit(match: re.Match, at: Moment) -> Span | None:
    """``la semaine suivante``, ``l'année précédente``, ``le mois suivant``."""
    what = unit(match["unit"])
    told = at.last_mentioned() or at.published
    if told is None:
        return unknown({"semaine": "span", "mois": "month"}.get(what, "year"))
    sign = -1 if match["side"].lower().startswith("préc") else 1
    if what == "semaine":
        return shift(Span(a_week(told.first).first, a_week(told.last).last, "span"), sign, what)
    if what == "mois":
        first = add_months(told.first, sign)
        return a_month(first.year, first.month)
    return a_year(told.first.year + sign)


def _weekday_before(match: re.Match, at: Moment) -> Span | None:
    """``le dimanche précédent``, ``le jeudi suivant``: counted from the last day told."""
    told, wanted = _told_day(at), WEEKDAYS[match["weekday"].lower()]
    if told is None or told.first != told.last:
        return unknown("day")
    back = match["side"].lower().startswith("préc")
    days = -((told.first.weekday() - wanted) % 7 or 7) if back else (wanted - told.first.weekday()) % 7 or 7
    day = add_days(told.first, days)
    return Span(day, day, "day")


def _bare_day(match: re.Match, at: Moment) -> Span | None:
    """``Le 26,`` in a chronicle: a day of the month told last."""
    told = at.last_day()
    if told is None or told.first != told.last:
        return None
    wanted = int(match["day"].replace("1er", "1")) if match["day"] != "1er" else 1
    return a_day(told.first.year, told.first.month, wanted)


RULES: tuple[Rule, ...] = (
    rule("eve_of_event", sign("veille", "lendemain"), rf"(?:(?P<at>à|au){S})(?:la{S})?(?P<word>veille|lendemain)(?={S}(?:de|du|des|d[’']))", _eve_of_event),
    rule("eve", sign("veille", "lendemain", "surlendemain"), rf"(?:(?:la|le|au|à{S}la){S}|l[’'])(?P<word>avant-veille|veille|surlendemain|lendemain)(?:{S}(?:soir|matin|au{S}soir))?"
         rf"(?!{S}(?:de|du|des)\b|{S}d[’'])", _eve),
    rule("same_day", sign("même", "jour", "date", form=r"(?!jour)|jour-là"), rf"(?:(?:le|du|au){S}même{S}jour|ce{S}jour-là|ce{S}même{S}jour|à{S}cette{S}date)", _same_day),
    rule("same_year", sign("même", "année", form=r"(?!année)|année-là"), rf"(?:la{S}même{S}année|cette{S}année-là|de{S}la{S}même{S}année)", _same_year),
    rule("same_month", sign("même", "mois", form=r"(?!mois)|mois-là"), rf"(?:le{S}même{S}mois|ce{S}mois-là)", _same_month),
    rule("count_of_event", sign("après", "avant"), rf"(?P<number>{NUMBER}){S}(?P<unit>jours?|semaines?){S}(?P<way>après|avant)(?={S}(?:le|la|les|un|une|son|sa|leur"
         rf"|leurs|ses|avoir)\b|{S}l[’'])", _count_of_event),
    rule("count", sign("tôt", "tard", "auparavant", "avant", "après", "arrière"), rf"(?P<number>{NUMBER}){S}(?P<unit>{UNIT}){S}(?P<way>plus{S}tôt|plus{S}tard|auparavant|avant|après|en{S}arrière)"
         rf"(?!{S}(?:le|la|les|un|une|son|sa|leur|leurs|ses|avoir|que|d[’'])\b|{S}(?:l|qu|d)[’'])", _count),
    rule("next_unit", sign("précédent", "précédente", "suivant", "suivante"), rf"(?:la|le|l[’']){S0}(?P<unit>semaine|mois|année|an){S}(?P<side>précédente?|suivante?)", _next_unit),
    rule("weekday_told", sign("précédent", "précédente", "suivant", "suivante"), rf"le{S}(?P<weekday>{WEEKDAY}){S}(?P<side>précédent|suivant)", _weekday_before),
    rule("bare_day", sign("le", form=rf"le{S}\d"), rf"le{S}(?P<day>1er|[12]\d|3[01]|[1-9])(?=,|{S}(?:au{S}soir|au{S}matin)\b)", _bare_day),
)
