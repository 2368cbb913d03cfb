"""Dates of the calendar: 26 mars 2018, du 3 au 5 juin, fin octobre, en 2014, années 1990, printemps 2020.

Where the year is not said it is the one nearest to the publication, on the side that the verb looks to.
"""
import re
from datetime import date

from analysis.dates.moment import Moment
from analysis.dates.rule import (
    SIGN_DAY_OF_MONTH,
    SIGN_MONTH,
    SIGN_MONTH_FIRST,
    SIGN_YEAR,
    SIGN_YEAR_FIRST,
    Rule,
    is_name,
    rule,
    sign,
)
from analysis.dates.spans import (
    Span,
    a_day,
    a_month,
    a_season,
    a_year,
    part_of_decade,
    part_of_month,
    part_of_year,
    unknown,
)
from analysis.dates.words import (
    DASH,
    DAY,
    FEASTS,
    HOUR_PART,
    MONTH,
    ORDINALS,
    S0,
    SEASONS,
    SHORT_MONTH,
    WEEKDAY,
    YEAR,
    S,
    day_number,
    either,
    month,
    part,
)
from analysis.dates.years import year_of

_OF_YEAR = rf"(?:{S}(?P<year>{YEAR}))?"
_SIDE = rf"(?:{S}(?P<side>derni[eè]re?|pass[ée]e?|prochaine?))?"
_PART = rf"(?:(?P<part>début|debut|commencement|milieu|mi|fin|courant)(?:{S}(?:du{S}mois{S})?(?:de{S}|d[’'])?|{DASH}))?"
_STORY_YEAR = (
    rf"(?:{S}de{S}(?P<story>la{S}même{S}année|cette{S}année(?:-là)?"
    rf"|l[’']année{S}(?P<yearside>dernière|passée|suivante|précédente|prochaine)))?"
)
_UNITS = (
    r"(?:km|kilomètres|mètres|euros|dollars|soldats|hommes|personnes|militaires|combattants|morts|blessés|civils|migrants"
    r"|réfugiés|tonnes|milliards|millions|barils|manifestants|policiers|prisonniers|habitants|membres|missiles|femmes|enfants"
    r"|victimes|centrifugeuses|cas|ans|livres|heures|places|emplois|roubles|francs|détenus|opposants|signatures|voix|élus"
    r"|candidats|sites|entreprises|tirs|véhicules|chars|avions|kilos|familles|points|pages|logements|colons|otages|km²)"
)
_NO_YEAR_BEFORE = re.compile(r"(?:résolutions?|articles?|décrets?|n°|numéro|directives?)[^.;]{0,20}$", re.IGNORECASE)
_ATTACKS = re.compile(r"\b(?:attentats?|attaques)\b[^.;,]{0,30}$", re.IGNORECASE)  # those of 11 September are those of 2001

_POSTPONED = re.compile(r"(?:report(?:ée?s?)?|repoussée?s?|avancée?s?|passe[rnt]{0,3})\s$", re.IGNORECASE)


def _day(match: re.Match, at: Moment) -> Span | None:
    the_month, the_day = month(match["month"]), day_number(match["day"])
    if a_day(2000, the_month, the_day) is None:
        return None
    if (the_day, the_month) == (11, 9) and not match["year"] and _ATTACKS.search(at.text[max(0, at.start - 60):at.start]):
        return a_day(2001, 9, 11)
    year = year_of(match, at, the_month, the_day)
    if year is None:
        return unknown("day")
    return a_day(year, the_month, the_day) or unknown("day")


def _numeric(match: re.Match, at: Moment) -> Span | None:
    year = int(match["y"])
    return a_day(year, int(match["m"]), int(match["d"]))


def _days(match: re.Match, at: Moment) -> Span | None:
    """``du 3 au 5 juin``, ``les 24 et 25 septembre``: one span; days that do not follow one another are two dates."""
    the_month, first, last = month(match["month"]), day_number(match["day"]), day_number(match["last"])
    if match.groupdict().get("and") and last != first + 1:
        return None
    if first >= last or a_day(2000, the_month, last) is None:
        return None
    year = year_of(match, at, the_month, last)
    if year is None:
        return unknown("span")
    ends = a_day(year, the_month, last)
    return Span(ends.first.replace(day=first), ends.last, "span") if ends else None


def _days_over_months(match: re.Match, at: Moment) -> Span | None:
    """``du 30 juin au 3 juillet``: the year said last holds for both."""
    the_month, the_day = month(match["month"]), day_number(match["day"])
    if _POSTPONED.search(at.text[max(0, at.start - 12):at.start]):
        return None
    year = year_of(match, at, the_month, the_day)
    if year is None:
        return unknown("span")
    last = a_day(year, the_month, the_day)
    from_month = month(match["from_month"])
    from_year = int(match["from_year"]) if match["from_year"] else year - (from_month > the_month)
    first = a_day(from_year, from_month, day_number(match["from_day"]))
    return Span(first.first, last.last, "span") if first and last and first.first <= last.first else None


def _month(match: re.Match, at: Moment) -> Span | None:
    the_month, which = month(match["month"]), part(match.groupdict().get("part"))
    if not match.groupdict().get("year") and is_name(match, "month", at):
        return None
    year = year_of(match, at, the_month, None)
    if year is None:
        return unknown("span" if which else "month")
    return part_of_month(year, the_month, which) if which else a_month(year, the_month)


def _months(match: re.Match, at: Moment) -> Span | None:
    """``entre janvier et fin mai``, ``de juin à décembre 2019``."""
    last_month = month(match["month"])
    year = year_of(match, at, last_month, None)
    if year is None:
        return unknown("span")
    first_month = month(match["from_month"])
    from_year = int(match["from_year"]) if match["from_year"] else year - (first_month > last_month)
    starts, ends = part(match["from_part"]), part(match["part"])
    first = part_of_month(from_year, first_month, starts).first if starts else a_month(from_year, first_month).first
    last = part_of_month(year, last_month, ends).last if ends else a_month(year, last_month).last
    return Span(first, last, "span") if first <= last else None


def _year(match: re.Match, at: Moment) -> Span | None:
    year, which = int(match["year"]), part(match.groupdict().get("part"))
    if _NO_YEAR_BEFORE.search(at.text[max(0, at.start - 40):at.start]):
        return None
    return part_of_year(year, which) if which else a_year(year)


def _years(match: re.Match, at: Moment) -> Span | None:
    first = int(match["from_year"])
    if _NO_YEAR_BEFORE.search(at.text[max(0, at.start - 40):at.start]):
        return None
    last = int(match["year"]) if match["year"] else first - first % 100 + int(match["short"])
    return Span(date(first, 1, 1), date(last, 12, 31), "span") if first < last else None


def _decade(match: re.Match, at: Moment) -> Span | None:
    decade = int(match["decade"])
    decade += 1900 if decade < 100 else 0
    return part_of_decade(decade - decade % 10, part(match["part"]))


def _season(match: re.Match, at: Moment) -> Span | None:
    season, side = SEASONS[match["season"].lower()], (match["side"] or "").lower()
    if match["year"]:
        return a_season(int(match["year"]), season)
    if at.published is None:
        return unknown("span")
    now = at.published.first
    spans = [a_season(year, season) for year in range(now.year - 2, now.year + 3)]
    looks = at.direction()
    if side:
        looks = "future" if side.startswith("prochain") else "past"
    if looks == "future":
        return next(span for span in spans if (span.first > now if side else span.last >= now))
    return [span for span in spans if (span.last < now if side else span.first <= now)][-1]


def _quarter(match: re.Match, at: Moment) -> Span | None:
    length = 3 if match["unit"].lower() == "trimestre" else 6
    which = ORDINALS.get(match["ordinal"].lower(), 0) or 12 // length
    if which > 12 // length:
        return None
    if not match["year"] and at.published is None:
        return unknown("span")
    year = int(match["year"]) if match["year"] else at.published.first.year
    return Span(date(year, (which - 1) * length + 1, 1), a_month(year, which * length).last, "span")


def _feast(match: re.Match, at: Moment) -> Span | None:
    the_month, the_day = FEASTS[match["feast"].lower().replace("’", "'")]
    year = year_of(match, at, the_month, the_day)
    return a_day(year, the_month, the_day) if year else unknown("day")


_LE = rf"(?:(?:le|ce|les){S})?"
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY})(?:{S}(?:matin|soir|après-midi))?,?{S})?"
_IN = (
    rf"(?:en|de|d[’']|depuis|pour|jusqu[’']en|jusqu[’']à|à{S}partir{S}de|dès|avant|après|et|à|au{S}mois{S}de|entre|d[’']ici"
    rf"|courant|ou|puis|mois{S}de)"
)
_BARE_MONTH = either(("janvier", "février", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"))
_YEAR_PREPOSITION = (
    r"(?:en|de|depuis|d[’']ici|d[’']ici{S}à|jusqu[’']en|jusqu[’']à|dès|avant|après|à|et|pour|vers|l[’']an|(?:l[’'])?année|fin|début|"
    r"présidentielle|législatives|élections?|scrutin|mondial|jo|jeux|cop|ou|puis|que|entre)".replace("{S}", S)
)
_SEASON = sign("printemps", "automne", "hiver", "été", form=r"(?!été)|(?<=[’'eut])été|(?<=[’'eut].)été|(?<=[’'eut]..)été")
_SEASON_OF_YEAR = sign(*SEASONS, form=rf"\w{{3,9}}{S}(?:de{S})?\d")

RULES: tuple[Rule, ...] = (
    rule("iso", SIGN_YEAR_FIRST, r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])", _numeric),
    rule("numeric", SIGN_YEAR, r"(?P<d>0?[1-9]|[12]\d|3[01])(?P<sep>[/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<y>(?:19|20)\d\d)", _numeric),
    rule("days", SIGN_DAY_OF_MONTH, rf"(?:du|entre{S}le|de){S}(?:{WEEKDAY}{S})?(?P<day>{DAY}){S}(?:au|et{S}le){S}(?:{WEEKDAY}{S})?(?P<last>{DAY})"
         rf"{S}(?P<month>{SHORT_MONTH}){_OF_YEAR}{_SIDE}", _days),
    rule("days", SIGN_DAY_OF_MONTH, rf"{_LE}(?P<day>{DAY}){S0}(?:(?P<and>et)|à|{DASH}){S0}(?P<last>{DAY}){S}(?P<month>{SHORT_MONTH}){_OF_YEAR}{_SIDE}",
         _days),
    rule("day_of_list", SIGN_DAY_OF_MONTH, rf"{_LE}(?P<day>{DAY})(?=(?:{S}et|,{S}(?:{DAY}){S}et){S}{DAY}{S}(?P<month>{SHORT_MONTH})(?!\w){_OF_YEAR})", _day),
    rule("days_over_months", SIGN_DAY_OF_MONTH, rf"(?:(?:du|entre{S}le|de){S})?(?:{WEEKDAY}{S})?(?P<from_day>{DAY}){S}(?P<from_month>{SHORT_MONTH})"
         rf"(?:{S}(?P<from_year>{YEAR}))?{S}(?:au|et{S}le){S}(?:{WEEKDAY}{S})?(?P<day>{DAY}){S}(?P<month>{SHORT_MONTH}){_OF_YEAR}",
         _days_over_months),
    rule("day", SIGN_DAY_OF_MONTH, rf"{_LE}{_WEEKDAY}(?P<day>{DAY}){S}(?P<month>{SHORT_MONTH}){_OF_YEAR}{_SIDE}{_STORY_YEAR}(?:{HOUR_PART})?", _day),
    rule("months", SIGN_MONTH, rf"(?:entre|de|d[’']){S0}(?P<from_part>(?:début|mi|fin)(?={S}|-))?(?:{S}|-)?(?P<from_month>{MONTH})"
         rf"(?:{S}(?P<from_year>{YEAR}))?{S}(?:et|à){S}(?P<part>(?:début|mi|fin)(?={S}|-))?(?:{S}|-)?(?P<month>{MONTH}){_OF_YEAR}", _months),
    rule("part_of_month", SIGN_MONTH, rf"(?:(?:à|au|en|le|la){S}(?:la{S})?)?(?P<part>début|debut|commencement|milieu|mi|fin|courant)"
         rf"(?:{S}(?:du{S}mois{S})?(?:de{S}|d[’'])?|{DASH})(?P<month>{MONTH}){_OF_YEAR}{_SIDE}{_STORY_YEAR}", _month),
    rule("month", SIGN_MONTH, rf"{_IN}{S0}(?P<month>{MONTH}){_OF_YEAR}{_SIDE}{_STORY_YEAR}", _month),
    rule("month", SIGN_MONTH_FIRST, rf"(?P<month>{MONTH}){S}(?P<year>{YEAR})", _month),
    rule("month", SIGN_MONTH_FIRST, rf"(?P<month>{MONTH}){S}(?P<side>derni[eè]r|passé|prochain)", _month),
    rule("month", SIGN_MONTH_FIRST, rf"(?P<month>{_BARE_MONTH}){_SIDE}", _month),
    rule("part_of_year", SIGN_YEAR, rf"(?:(?:à|au|en|le|la){S}(?:la{S})?)?"
         rf"(?P<part>début|debut|milieu|mi|fin)(?:{S}(?:de{S}(?:l[’']année{S})?)?|"
         rf"{DASH})(?P<year>{YEAR})", _year),
    rule("decade", sign("années"), rf"(?:(?:dans|à|au|la|le){S}(?:la{S})?)?(?:(?P<part>début|milieu|fin){S}des{S}|les{S})?années{S}(?P<decade>(?"
         r":1[0-9]|20)\d0|[2-9]0)", _decade),
    rule("years", SIGN_YEAR, rf"(?:(?:de|en|la|des){S})?(?P<from_year>(?:1[5-9]|20)\d\d)(?:{DASH}(?P<short>\d\d)|(?:{DASH}|{S}à{S})(?P<year>{YEAR}))",
         _years),
    rule("years", SIGN_YEAR, rf"entre{S}(?P<from_year>(?:1[5-9]|20)\d\d){S}et{S}(?P<year>{YEAR})(?P<short>(?!{S}{_UNITS}\b))", _years),
    rule("quarter", sign("trimestre", "semestre"), rf"(?:au|le|du){S}(?P<ordinal>{either(ORDINALS)}){S}(?P<unit>trimestre|semestre)(?:{S}(?:de{S}(?:l[’']année{S})?)?(?P<year>{YEAR}))?",
         _quarter),
    rule("season", _SEASON, rf"(?:à{S}l[’']|au{S}|cet{S}|ce{S}|l[’']|le{S}|depuis{S}l[’'])(?P<season>{either(SEASONS)})"
         rf"(?!{S}(?:arabe|de{S}Prague))(?:{S}(?:de{S})?(?P<year>{YEAR}))?{_SIDE}", _season),
    rule("season", _SEASON_OF_YEAR, rf"(?:en{S})?(?P<season>{either(SEASONS)}){S}(?:de{S})?(?P<year>{YEAR})(?P<side>)", _season),
    rule("feast", sign("noël", "sylvestre", "jour", "nouvel", "toussaint", "assomption", form=r"(?!jour)|jour.{1,2}de.{1,2}l[’']an"), rf"(?:le{S}|à{S}|la{S})?(?P<feast>noël|saint-sylvestre|(?:jour{S}de{S}l[’']|nouvel{S})an|toussaint|assomptio"
         rf"n){_OF_YEAR}{_SIDE}", _feast),
    rule("year", SIGN_YEAR, rf"{_YEAR_PREPOSITION}(?:{S}|-)(?P<year>{YEAR})(?!{S}{_UNITS}\b)", _year),
    rule("year", SIGN_YEAR_FIRST, rf"(?<=\()(?P<year>{YEAR})(?=\))", _year),
    rule("year", SIGN_YEAR_FIRST, rf"(?<=\d\d\d\d, )(?P<year>{YEAR})(?=,|{S}et{S})", _year),
)
