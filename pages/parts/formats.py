"""Numbers, days and spans of days as the reader's language writes them.

    >>> day(date(2022, 10, 26), "en"), day(date(2022, 10, 26), "fr")
    ('26 Oct 2022', '26 oct. 2022')
    >>> number(12345, "en"), number(12345, "fr")
    ('12,345', '12\u202f345')
"""
from datetime import date
from functools import partial
from typing import NamedTuple


class Locale(NamedTuple):
    """How one language writes: thousands and decimal marks, colons, short months, the words around a span of days."""

    thousands: str
    decimal: str
    percent: str
    colon: str
    months: tuple[str, ...]
    widget_date: str


_LOCALES = {
    "en": Locale(",", ".", "%", ": ", ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
                 "DD/MM/YYYY"),
    "fr": Locale("\u202f", ",", "\u202f%", "\u00a0: ", ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août",
                                                         "sept.", "oct.", "nov.", "déc."), "DD/MM/YYYY"),
}


def number(value: float, language: str = "en", decimals: int = 0) -> str:
    """1234.5 → 1,234.5 (en), 1 234,5 (fr)."""
    locale = _LOCALES[language]
    plain = f"{value:,.{decimals}f}"
    return plain.replace(",", "\0").replace(".", locale.decimal).replace("\0", locale.thousands)


def signed(value: float, language: str = "en", decimals: int = 0) -> str:
    """The number with its sign, a true minus included: +3, 0, −2."""
    if round(value, decimals) == 0:
        return number(0, language, decimals)
    return ("+" if value > 0 else "\u2212") + number(abs(value), language, decimals)


def percent(share: float, language: str = "en") -> str:
    """0.62 → 62% (en), 62 % (fr)."""
    return number(share * 100, language) + _LOCALES[language].percent


def labelled(label: str, said: str, language: str = "en") -> str:
    """What something is, and what is said of it: ``Actor: France``, ``Acteur : France``."""
    return label + _LOCALES[language].colon + said


def day(value: date, language: str = "en") -> str:
    """26 Oct 2022 (en), 26 oct. 2022 (fr)."""
    return f"{_day_of_month(value.day, language)} {_LOCALES[language].months[value.month - 1]} {value.year}"


def span(first: date | None, last: date | None, language: str = "en") -> str:
    """A day, or two days with what they share said once: 3–9 Oct 2022, Oct 2022; empty where neither is known."""
    if first is None or last is None:
        known = first or last
        return day(known, language) if known else ""
    if first == last:
        return day(first, language)
    if _is_month(first, last):
        return f"{_LOCALES[language].months[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{_day_of_month(first.day, language)}–{day(last, language)}"
    if first.year == last.year:
        start = f"{_day_of_month(first.day, language)} {_LOCALES[language].months[first.month - 1]}"
        return f"{start} – {day(last, language)}"
    return f"{day(first, language)} – {day(last, language)}"


def widget_date(language: str = "en") -> str:
    """How a date field shows its day."""
    return _LOCALES[language].widget_date


def as_date(value: object) -> date | None:
    """A cell of a table (Timestamp or NaT) → the day, or None where it is unknown."""
    if value is None or value != value:
        return None
    return value.date() if hasattr(value, "date") else value


def _day_of_month(value: int, language: str) -> str:
    return "1er" if language == "fr" and value == 1 else str(value)


def _is_month(first: date, last: date) -> bool:
    """Whether the span is one whole calendar month."""
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first.day == 1 and (following - last).days == 1


class Formats(NamedTuple):
    """The functions above with the language filled in."""

    number: partial
    signed: partial
    percent: partial
    labelled: partial
    day: partial
    span: partial


def formats_for(language: str) -> Formats:
    """Formats of one language."""
    return Formats(*(partial(function, language=language) for function in (number, signed, percent, labelled, day, span)))
