"""Dates relative to publication: hier, jeudi, lundi dernier, la semaine prochaine, ce mois-ci, il y a trois jours.

Every reading needs the publication day; without it the date is kept, its days unknown.
"""
import re

from analysis.dates.moment import Moment, weekday
from analysis.dates.rule import SIGN_WEEKDAY, Rule, is_name, rule, sign
from analysis.dates.spans import (
    Span,
    a_month,
    a_week,
    a_year,
    add_days,
    add_months,
    part_of_month,
    part_of_year,
    shift,
    unknown,
)
from analysis.dates.words import (
    DASH,
    HOUR_PART,
    NUMBER,
    S0,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    S,
    number,
    part,
    unit,
)

_NOT_A_DATE = re.compile(r"(?<!\w)(?:chaque|tous les|toutes les|un|deux|des|dernier|premier|prochain|quelque|le|du|au)\s$", re.IGNORECASE)
_AHEAD = re.compile(r"d[’']ici", re.IGNORECASE)
_SIDES = {"dernier": -1, "dernière": -1, "derniere": -1, "passé": -1, "passée": -1, "précédent": -1, "précédente": -1,
          "prochain": 1, "prochaine": 1, "suivant": 1, "suivante": 1}
_DAYS = {"hier": -1, "avant-hier": -2, "aujourd'hui": 0, "demain": 1, "après-demain": 2}


def _around(at: Moment, days: int) -> Span:
    """``days`` from publication; where only the month is known, that month."""
    now = at.published
    if now.first != now.last:
        return Span(now.first, now.last, "day")
    return shift(now, days, "jour")


def _named_day(match: re.Match, at: Moment) -> Span | None:
    if at.published is None:
        return unknown("day")
    if match.groupdict().get("weekday"):
        return weekday(at.published, WEEKDAYS[match["weekday"].lower()], "past")
    return _around(at, _DAYS[match["word"].lower().replace("’", "'")])


def _this_day(match: re.Match, at: Moment) -> Span | None:
    """``ce matin``, ``ce soir``, ``dans la journée``: the publication day."""
    return _around(at, 0) if at.published else unknown("day")


def _weekday(match: re.Match, at: Moment) -> Span | None:
    """Not ``chaque lundi``, ``un dimanche``, ``le vendredi`` or ``Journal du Dimanche``."""
    if is_name(match, "weekday", at) or _NOT_A_DATE.search(at.text[max(0, at.start - 12):at.start]):
        return None
    if at.published is None:
        return unknown("day")
    wanted, side = WEEKDAYS[match["weekday"].lower()], (match["side"] or "").lower()
    now = at.published
    if side and now.first == now.last:
        step = _SIDES[side]
        days = ((wanted - now.first.weekday()) % 7 or 7) if step > 0 else -((now.first.weekday() - wanted) % 7 or 7)
        return shift(now, days, "jour")
    return weekday(now, wanted, _looks_at_this(at) if match["this"] else _looks(at, wanted))


def _looks_at_this(at: Moment) -> str:
    """``ce jeudi`` is the last one, but the coming one after a verb that plainly looks ahead (``prévue ce jeudi``)."""
    return "future" if at.direction() == "future" else "past"


def _looks(at: Moment, wanted: int) -> str:
    """Future after a future verb; a present verb with a weekday four or more days back also looks ahead, and so does a
    headline or noun phrase (``la réunion mardi``) with the weekday of tomorrow."""
    looks = at.direction()
    back = (at.published.first.weekday() - wanted) % 7
    return "future" if (looks == "present" and back >= 4) or (not looks and back == 6) else looks


def _weekdays(match: re.Match, at: Moment) -> Span | None:
    """``dans la nuit de mardi à mercredi``, ``de dimanche à mardi``: one span, that ends on or before publication."""
    if at.published is None:
        return unknown("span")
    first, last = WEEKDAYS[match["first"].lower()], WEEKDAYS[match["last"].lower()]
    looks = at.direction()
    length = (last - first) % 7 or 7
    if looks == "future":
        starts = weekday(at.published, first, "future")
        return Span(starts.first, add_days(starts.last, length), "span")
    ends = weekday(at.published, last, "past")
    return Span(add_days(ends.first, -length), ends.last, "span")


def _week(match: re.Match, at: Moment) -> Span | None:
    if at.published is None:
        return unknown("span")
    now, step = at.published, _SIDES.get((match["side"] or "").lower(), 0)
    first, last = a_week(now.first), a_week(now.last)
    if now.first != now.last and step == 0:
        ends = last.last if at.direction() == "future" else now.last
        return Span(first.first, ends, "span")
    return shift(Span(first.first, last.last, "span"), step, "semaine")


def _weekend(match: re.Match, at: Moment) -> Span | None:
    """Saturday and Sunday: this week's, or last week's after a past verb on a weekday."""
    if at.published is None:
        return unknown("span")
    now, step = at.published, _SIDES.get((match["side"] or "").lower(), 0)
    saturday, sunday = add_days(a_week(now.first).first, 5), a_week(now.last).last
    if step == 0 and now.first == now.last and now.first.weekday() < 5:
        recent = now.first.weekday() < 2 and at.direction() != "future"
        step = -1 if at.direction() in ("past", "done") or recent else 0
    elif step < 0 and now.first.weekday() < 5:
        step = -1
    return shift(Span(saturday, sunday, "span"), step, "semaine")


def _month(match: re.Match, at: Moment) -> Span | None:
    which = part(match.groupdict().get("part"))
    if at.published is None:
        return unknown("span" if which else "month")
    step = _SIDES.get((match["side"] or "").lower(), 0)
    if which == "fin" and step == 0 and at.published.last.day < 21 and not _AHEAD.match(match.group()) and at.direction() in ("past", "done"):
        step = -1
    first, last = add_months(at.published.first, step), add_months(at.published.last, step)
    if which:
        return Span(part_of_month(first.year, first.month, which).first, part_of_month(last.year, last.month, which).last, "span")
    return Span(a_month(first.year, first.month).first, a_month(last.year, last.month).last, "month")


def _year(match: re.Match, at: Moment) -> Span | None:
    which = part(match.groupdict().get("part"))
    if at.published is None:
        return unknown("span" if which else "year")
    year = at.published.first.year + _SIDES.get((match["side"] or "").lower(), 0)
    if which == "fin" and not match["side"] and at.published.last.month < 10 and not _AHEAD.match(match.group()) and at.direction() in ("past", "done"):
        year -= 1
    return part_of_year(year, which) if which else a_year(year)


def _ago(match: re.Match, at: Moment) -> Span | None:
    if at.published is None:
        return unknown("day" if unit(match["unit"]) in ("jour", "semaine") else "month")
    return shift(at.published, -number(match["number"]), unit(match["unit"]))


def _in(match: re.Match, at: Moment) -> Span | None:
    """``dans trois mois``: that day; the month or year for longer spans."""
    if at.published is None:
        return unknown("day" if unit(match["unit"]) in ("jour", "semaine") else "month")
    return shift(at.published, number(match["number"]), unit(match["unit"]))


def _last_units(match: re.Match, at: Moment) -> Span | None:
    """``au cours des 12 derniers mois``, ``l'année écoulée``: from so long ago until publication."""
    return _stretch(match, at, -1)


def _next_units(match: re.Match, at: Moment) -> Span | None:
    """``dans les trois prochains jours``, ``sous deux jours``: from publication until then."""
    return _stretch(match, at, 1)


def _stretch(match: re.Match, at: Moment, sign: int) -> Span | None:
    if at.published is None:
        return unknown("span")
    count, what = number(match.groupdict().get("number") or "1"), unit(match["unit"])
    days = {"jour": 1, "semaine": 7}.get(what)
    months = {"mois": 1, "an": 12}.get(what)
    far = [add_days(day, sign * count * days) if days else add_months(day, sign * count * months) for day in at.published[:2]]
    return Span(far[0], at.published.last, "span") if sign < 0 else Span(at.published.first, far[1], "span")


_SIDE = r"(?P<side>derni[eè]re?|pass[ée]e?|prochaine?)"
_FEW = r"(?:(?:près|environ|presque|plus|moins|à{S}peine|tout{S}juste){S}(?:d[’'])?(?:de{S})?)?".replace("{S}", S)
_WEEK_PART = rf"(?:(?:en|au|à|le|la){S}(?:la{S})?(?:début|milieu|fin){S}de{S}(?:la{S})?)?"

RULES: tuple[Rule, ...] = (
    rule("named_day", sign("hier", "aujourd", "demain"), rf"(?P<word>avant-hier|hier|aujourd[’']hui|après-demain|demain)(?:{S}\((?P<weekday>{WEEKDAY})\))?(?:"
         rf"{HOUR_PART})?", _named_day),
    rule("this_day", sign("matin", "soir", "midi", "nuit"), rf"(?:ce{S}(?:matin|soir|midi)|cet{S}après-midi|cette{S}nuit)", _this_day),
    rule("weekdays", SIGN_WEEKDAY, rf"(?:(?:dans|durant|pendant|de){S})?(?:la{S}nuit{S})?(?:de|du|entre){S}(?P<first>{WEEKDAY})(?:{HOUR_PART})?{S}"
         rf"(?:à|au|et){S}(?P<last>{WEEKDAY})(?:{HOUR_PART})?", _weekdays),
    rule("weekday", SIGN_WEEKDAY, rf"(?:(?P<this>ce){S})?(?:(?:le|dans{S}la{S}(?:journée|nuit|soirée|matinée){S}de|tôt){S})?(?P<weekday>"
         rf"{WEEKDAY})(?:{HOUR_PART})?(?:{S}{_SIDE})?", _weekday),
    rule("week", sign("semaine"), rf"{_WEEK_PART}(?:(?:la|cette|l[’']|une){S})?(?:toute{S}cette{S})?semaine{S}{_SIDE}", _week),
    rule("week", sign("semaine"), rf"(?:toute{S})?cette{S}semaine(?P<side>)", _week),
    rule("weekend", sign("week", "weekend"), rf"(?:(?:le|ce|du|au|pendant{S}le){S})week{DASH}?{S0}end(?:{S}{_SIDE})?", _weekend),
    rule("month", sign("mois"), rf"(?:(?:à|au|en|depuis|le|la|d[’']ici){S}(?:(?:à{S})?la{S}|le{S})?)?(?P<part>début|milieu|mi|fin){S}(?:du"
         rf"{S}mois|de{S}ce{S}mois)(?:{S}{_SIDE})?(?!{S}d[e’'])", _month),
    rule("month", sign("mois"), rf"(?:le|au|du|ce){S}mois{S}{_SIDE}", _month),
    rule("month", sign("mois"), r"ce{S}mois(?P<side>)(?:-ci)?(?!-là)".replace("{S}", S), _month),
    rule("year", sign("année"), rf"(?:(?:à|au|en|depuis|le|la|d[’']ici){S}(?:(?:à{S})?la{S}|le{S})?)?(?P<part>début|milieu|fin){S}(?:de{S}(?:"
         rf"l[’']|cette{S})|d[’'])année(?:{S}{_SIDE})?", _year),
    rule("year", sign("an", "année", form=r"(?<=[’'])"), rf"l[’'](?:an|année){S}{_SIDE}", _year),
    rule("year", sign("année"), rf"cette{S}(?:même{S})?année(?P<side>)(?!-là)", _year),
    rule("ago", sign("il", form=rf"il{S}y{S}a"), rf"il{S}y{S}a{S}{_FEW}(?P<number>{NUMBER}){S}(?P<unit>{UNIT})(?!{S}(?:que|de)\b|{S}d[’'])", _ago),
    rule("in", sign("dans", form=rf"dans{S}{NUMBER}"), rf"dans{S}(?P<number>{NUMBER}){S}(?P<unit>{UNIT})", _in),
    rule("last_units", sign("derniers", "dernières"), rf"(?:(?:au{S}cours|durant|pendant|lors|dans|depuis|ces|les|sur){S})(?:des{S}|les{S}|ces{S})?(?P<number>"
         rf"{NUMBER}){S}(?:derniers|dernières){S}(?P<unit>{UNIT})", _last_units),
    rule("last_units", sign("écoulé", "écoulée"), rf"(?:au{S}cours{S}de{S}|durant{S}|pendant{S}|depuis{S}|sur{S})?l[’'](?P<unit>année|an){S}écoulée?", _last_units),
    rule("next_units", sign("prochains", "prochaines"), rf"(?:dans|durant|pendant|ces|les|sur|pour){S}(?:les{S}|ces{S})?(?P<number>{NUMBER}){S}(?:prochains|prochain"
         rf"es){S}(?P<unit>{UNIT})", _next_units),
    rule("next_units", sign("venir"), rf"(?:(?:dans|durant|pendant|sur|pour){S})?les{S}(?P<number>{NUMBER}){S}(?P<unit>{UNIT}){S}à{S}venir", _next_units),
    rule("next_units", sign("sous", form=rf"sous{S}{NUMBER}"), rf"sous{S}(?P<number>{NUMBER}){S}(?P<unit>jours?|semaines?)", _next_units),
)
