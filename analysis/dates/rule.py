"""The form of a rule: a name, a sign, a bounded pattern, and what its match means at a moment.

Patterns are long and most sentences hold no date, so each rule names a sign that all its matches hold (``semaine``, a
month, four figures): the pattern is tried only round the places of its sign.
"""
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from analysis.dates.moment import Moment
from analysis.dates.spans import Span
from analysis.dates.words import MONTH, WEEKDAYS

Resolve = Callable[[re.Match, Moment], Span | None]

_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n«»“”\"(\[–—-]|\d)\s{0,3}$")


BEFORE, BEHIND = 120, 160  # characters round a sign that hold any match with it, and what the pattern sees behind it
Stretch = tuple[int, int]


class Sign(NamedTuple):
    """What every match of a rule holds, or sees right behind itself: one of ``words``, in small letters; ``form`` is a
    pattern that must match where the word starts, to leave out other words that hold it (``mai`` in ``maison``)."""

    words: tuple[str, ...]
    form: re.Pattern | None = None


def sign(*words: str, form: str = "") -> Sign:
    """A sign of these words."""
    return Sign(words, re.compile(form) if form else None)


SIGN_MONTH = sign("janv", "févr", "fevr", "mars", "avril", "mai", "juin", "juil", "août", "aout", "sept", "oct", "nov",
                  "déc", "dece", form=rf"(?:{MONTH}|(?:janv|févr|juil|sept|oct|nov|déc)(?:\.|(?=[ \u00a0\u202f](?:19|20)\d\d)))(?!\w)")
SIGN_WEEKDAY = sign(*WEEKDAYS)
SIGN_YEAR = sign("15", "16", "17", "18", "19", "20", form=r"\d{4}")


class Rule(NamedTuple):
    """``resolve`` gives the span, ``spans.unknown`` where no publication day tells, None where it is no date."""

    name: str
    sign: Sign
    pattern: re.Pattern
    resolve: Resolve


def rule(name: str, seen: Sign, pattern: str, resolve: Resolve) -> Rule:
    """A rule whose pattern starts and ends at word borders; capitals do not matter."""
    whole = re.compile(rf"(?<![\w@#/])(?<!\d[.,])(?<!\w[-‐‑])(?:{pattern})(?![\w@])", re.IGNORECASE)
    return Rule(name, seen, whole, resolve)


def matches(rules: tuple[Rule, ...], text: str, first: int) -> Iterator[tuple[int, re.Match]]:
    """(number of the rule, match) for all matches of all rules from ``first`` on."""
    small = text.lower()
    near: dict[Sign, list[Stretch]] = {}
    for number, one in enumerate(rules):
        if len(small) != len(text):  # a few capitals of other languages have small forms of two letters: no short cut
            near[one.sign] = [(first, len(text))]
        elif one.sign not in near:
            near[one.sign] = _round(one.sign, small, first)
        for start, end in near[one.sign]:
            for match in one.pattern.finditer(text, start, end):
                yield number, match


def _round(seen: Sign, small: str, first: int) -> list[Stretch]:
    """The stretches round the places of a sign, those that touch joined, so that none starts inside a match."""
    found: list[Stretch] = []
    for place in sorted(place for word in seen.words for place in _places(word, seen.form, small, first)):
        start, end = max(place - BEFORE, first), min(place + BEHIND, len(small))
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _places(word: str, form: re.Pattern | None, small: str, first: int) -> Iterator[int]:
    """Where a word of a sign stands."""
    place = small.find(word, first)
    while place >= 0:
        if form is None or form.match(small, place):
            yield place
        place = small.find(word, place + 1)


def is_name(match: re.Match, group: str, at: Moment) -> bool:
    """Whether the day or month is written as a name (``Journal du Dimanche``, ``Septembre noir``): a capital that no
    sentence start and no all-capital line accounts for."""
    word = match[group]
    if word[0].islower() or word.isupper():
        return False
    at_front = match.start(group) == match.start() and _SENTENCE_START.search(at.text[max(0, at.start - 12):at.start])
    return not at_front
