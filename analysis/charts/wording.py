"""Numbers, days and counts written with the words of the reader's language (see words.py for the keys)."""
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

import pandas as pd

from analysis.views.selection import SIGN_NAMES

Day = date | pd.Timestamp


def number_text(value: float, texts: Mapping[str, str], decimals: int = 0) -> str:
    """1234.5 → ``1,234.5`` in English, ``1 234,5`` in French.

    >>> number_text(1234.56, {"number.decimal": ",", "number.thousands": " "}, 1)
    '1 234,6'
    """
    plain = f"{value:,.{decimals}f}"
    marks = {",": texts["number.thousands"], ".": texts["number.decimal"], "-": "\u2212"}
    return "".join(marks.get(sign, sign) for sign in plain)


def balance_text(value: float, texts: Mapping[str, str]) -> str:
    """A balance with its sign: ``+0.5``, ``0``, ``−1``; empty where there is none."""
    if pd.isna(value):
        return ""
    rounded = round(float(value), 2)
    decimals = 0 if rounded == int(rounded) else 2
    return ("+" if rounded > 0 else "") + number_text(rounded + 0.0, texts, decimals)


def stances_text(number: int, texts: Mapping[str, str]) -> str:
    """``1 stance``, ``25 stances``."""
    return texts["stances.one" if number == 1 else "stances.other"].format(n=number_text(number, texts))


def month_name(month: int, texts: Mapping[str, str], short: bool = False) -> str:
    """Name of a month, 1 to 12."""
    return texts["months_short" if short else "months"].split()[month - 1]


def day_text(day: Day, texts: Mapping[str, str]) -> str:
    """``4 March 2024``."""
    number = texts["date.first_of_month"] if day.day == 1 else str(day.day)
    return texts["date.day"].format(day=number, month=month_name(day.month, texts), year=day.year)


def span_text(first: Day | None, last: Day | None, texts: Mapping[str, str]) -> str:
    """A day, a month or year where the span is just that, or from day to day; says so where the day is unknown."""
    if pd.isna(first) or pd.isna(last):
        return texts["date.unknown"]
    if (first.year, first.month, first.day) == (last.year, last.month, last.day):
        return day_text(first, texts)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.year == last.year:
        if first.month == last.month:
            return texts["date.month"].format(month=month_name(first.month, texts), year=first.year)
        if (first.month, last.month) == (1, 12):
            return str(first.year)
    return texts["date.span"].format(first=day_text(first, texts), last=day_text(last, texts))


def left_out_text(left_out: Mapping[str, int], texts: Mapping[str, str]) -> str:
    """``Not drawn: 2 without a known day.``; empty where all is drawn."""
    parts = [texts[f"left_out.{why}"].format(n=number_text(number, texts)) for why, number in left_out.items() if number]
    return texts["left_out"].format(parts=", ".join(parts)) if parts else ""


def signs_text(numbers: Mapping[str, int], texts: Mapping[str, str]) -> str:
    """``7 cooperative, 7 neutral, 11 conflictual``."""
    return ", ".join(f"{number_text(numbers.get(name, 0), texts)} {texts[f'sign.{name}']}" for name in SIGN_NAMES.values())


def act_text(act: str, negated: bool, texts: Mapping[str, str]) -> str:
    """The act in words; ``not: supports`` where it is denied."""
    word = texts.get(f"act.{act}", act)
    return texts["negated"].format(act=word) if negated else word
