"""The day an article was published, where its format does not give it: from its first lines, else from the file's name."""
import calendar
import re
from dataclasses import replace
from datetime import date

from analysis.articles import Article

_MONTHS = {name: number for number, names in enumerate((
    "janvier january jan janv", "février fevrier february feb févr fevr", "mars march mar", "avril april apr avr",
    "mai may", "juin june jun", "juillet july jul juil", "août aout august aug", "septembre september sep sept",
    "octobre october oct", "novembre november nov", "décembre decembre december dec déc"), 1) for name in names.split()}
_NAMED = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_MONTH = re.compile(rf"(?<!\d)(\d{{1,2}})(?:er|st|nd|rd|th)?[ \u00a0\u202f]{{1,2}}({_NAMED})\.?,?[ \u00a0\u202f]{{1,2}}(\d{{4}})(?!\d)", re.I)
_MONTH_DAY = re.compile(rf"\b({_NAMED})\.?[ \u00a0]{{1,2}}(\d{{1,2}})(?:st|nd|rd|th)?,?[ \u00a0]{{1,2}}(\d{{4}})(?!\d)", re.I)
_MONTH_ONLY = re.compile(rf"\b({_NAMED})\.?[ \u00a0]{{1,2}}(\d{{4}})(?!\d)", re.I)
_ISO = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)[-_./](0[1-9]|1[0-2])(?:[-_./](0[1-9]|[12]\d|3[01]))?(?![0-9A-SU-Za-z]|[-./]\d)")
_COMPACT = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![0-9A-Za-z])")
_SLASHED = re.compile(r"(?<![0-9A-Za-z])(0?[1-9]|[12]\d|3[01])[-/.](0?[1-9]|1[0-2])[-/.]((?:19|20)\d\d)(?![0-9A-Za-z])")
_SAYS_DAY = re.compile(r"^(?:publié|publiée|paru|parue|mis en ligne|mise en ligne|date|le|lundi|mardi|mercredi|jeudi|vendredi|"
                       r"samedi|dimanche)\b", re.I)
_TOP_LINES, _LONGEST_LINE = 8, 80

Span = tuple[date, date]


def day_in(text: str) -> Span | None:
    """First and last day of the first date written in a short text, in French, English or figures (day before month).

        >>> day_in("mercredi 11 septembre 2024 - 08:12")
        (datetime.date(2024, 9, 11), datetime.date(2024, 9, 11))
    """
    for pattern, order in ((_ISO, "ymd"), (_COMPACT, "ymd"), (_DAY_MONTH, "dmy"), (_MONTH_DAY, "mdy"), (_SLASHED, "dmy"),
                           (_MONTH_ONLY, "my")):
        match = pattern.search(text[:500])
        if match:
            parts = dict(zip(order, match.groups(), strict=True))
            return _span(int(parts["y"]), _month(parts["m"]), int(parts["d"]) if parts.get("d") else None)
    return None


def dated(article: Article) -> Article:
    """The article with its day, and where it was found, if its format gave none and its first lines or name do."""
    if article.published_first:
        return article if article.dated_by else replace(article, dated_by="header")
    for words, origin in ((_dateline(article), "text"), (_own_name(article.path), "file name")):
        span = day_in(words)
        if span:
            return replace(article, published_first=span[0], published_last=span[1], dated_by=origin)
    return article


def _own_name(path: str) -> str:
    """The file's name without its ending, where the file holds this article alone: an export is named for another day."""
    return "" if "#" in path else path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _dateline(article: Article) -> str:
    """The first short line that is about a day (« Publié le 11/09/2024 »), at the top of the text."""
    start = article.title_start if article.title_end > article.title_start else article.body_start
    for line in article.text[start:start + 2_000].splitlines()[:_TOP_LINES]:
        words = line.strip()
        if len(words) <= _LONGEST_LINE and (_SAYS_DAY.match(words) or words[:1].isdigit()) and day_in(words):
            return words
    return ""


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTHS[written.lower()]


def _span(year: int, month: int, day: int | None) -> Span | None:
    try:
        return (date(year, month, day or 1), date(year, month, day or calendar.monthrange(year, month)[1]))
    except ValueError:
        return None
