"""What the tests of dates share: an article published on a given day, and its dates as plain tuples."""
from calendar import monthrange
from datetime import date

from analysis.articles import Article
from analysis.dates import find_dates


def article(text: str, published: str = "") -> Article:
    """An article whose whole text is body; ``published`` is a day, a month (``2022-10``) or unknown."""
    first = last = None
    if len(published) == 10:
        first = last = date.fromisoformat(published)
    elif published:
        year, month = map(int, published.split("-"))
        first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return Article("a", "a.txt", "", text, first, last)


def read(text: str, published: str = "") -> list[tuple[str, str, str, str]]:
    """(text, first day, last day, precision) of each date; an empty day is unknown."""
    found = find_dates(text, article(text, published))
    return [(one.text, str(one.first_day or ""), str(one.last_day or ""), one.precision) for one in found]


def day(text: str, when: str) -> tuple[str, str, str, str]:
    return text, when, when, "day"
