"""The form of a rule: a name, a sign, a bounded pattern, and what its match means at a moment.

Patterns are long and most sentences hold no date, so each rule names a sign that all its matches hold (``semaine``, a
month, a year): the words of a text are read once, and a pattern is tried only at the words before its sign.
"""
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from analysis.dates.moment import Moment
from analysis.dates.spans import Span
from analysis.dates.words import MONTHS, WEEKDAYS
from analysis.spelling import Spelling, fold, spell

Resolve = Callable[[re.Match, Moment], Span | None]

_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n«»“”\"(\[–—-]|\d)\s{0,3}$")


BEFORE, BEHIND = 60, 160  # characters round a sign that hold any match with it, and what the pattern sees behind it


class Sign(NamedTuple):
    """What every match of a rule holds, or sees right behind itself: one of ``words``, folded; ``form`` is a
    pattern that must match where the word starts, to leave out those that stand otherwise (``le`` before no number);
    ``before`` says how many characters before the word a match may start."""

    words: frozenset[str]
    form: re.Pattern | None = None
    before: int = BEFORE


def sign(*words: str, form: str = "", before: int = BEFORE) -> Sign:
    """A sign of these words."""
    return Sign(frozenset(map(fold, words)), re.compile(form, re.IGNORECASE) if form else None, before)


SIGN_MONTH = sign(*MONTHS, before=50)
SIGN_MONTH_FIRST = SIGN_MONTH._replace(before=0)
SIGN_DAY_OF_MONTH = sign(*MONTHS, form=r"(?<=[\dr \u00a0\u202f][ \u00a0\u202f])")
SIGN_WEEKDAY = sign(*WEEKDAYS, before=45)
SIGN_YEAR = sign(*map(str, range(1500, 2100)), before=40)
SIGN_YEAR_FIRST = SIGN_YEAR._replace(before=0)


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


class Lookout:
    """Rules, found by the words of their signs."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self._signs = list(dict.fromkeys(one.sign for one in rules))
        self._tried = [[(number, one.pattern.match) for number, one in enumerate(rules) if one.sign == seen] for seen in self._signs]
        self._signs_of: dict[str, list[int]] = {}
        for number, seen in enumerate(self._signs):
            for word in seen.words:
                self._signs_of.setdefault(word, []).append(number)

    def matches(self, text: str, first: int) -> Iterator[tuple[int, re.Match]]:
        """(number of the rule, match) for all matches of all rules from ``first`` on."""
        words = spell(text)
        for seen, places in self._places(text, words, first).items():
            near = _near(words.start, bisect_left(words.start, first), places, self._signs[seen].before)
            for number, match_at in self._tried[seen]:
                done = 0
                for start, end in near:
                    match = match_at(text, start, end) if start >= done else None
                    if match:
                        done = match.end()
                        yield number, match

    def _places(self, text: str, words: Spelling, first: int) -> dict[int, list[int]]:
        """The words at which each sign stands (their numbers)."""
        signs_of, places = self._signs_of, {}
        for i in [place for place, word in enumerate(words.fold) if word in signs_of]:
            start = words.start[i]
            for number in signs_of[words.fold[i]] if start >= first else ():
                form = self._signs[number].form
                if form is None or form.match(text, start):
                    places.setdefault(number, []).append(i)
        return places


def _near(starts: list[int], free: int, places: list[int], before: int) -> list[tuple[int, int]]:
    """Where a match may start that holds one of the signs at these words, each with where its sight ends; no word before
    ``free`` is one."""
    found: list[tuple[int, int]] = []
    for place in places:
        sign_at = starts[place]
        free = max(free, bisect_left(starts, sign_at - before))
        found += [(start, sign_at + BEHIND) for start in starts[free:place + 1]]
        free = place + 1
    return found


def is_name(match: re.Match, group: str, at: Moment) -> bool:
    """Whether the day or month is written as a name (``Journal du Dimanche``, ``Septembre noir``): a capital that no
    sentence start and no all-capital line accounts for."""
    word = match[group]
    if word[0].islower() or word.isupper():
        return False
    at_front = match.start(group) == match.start() and _SENTENCE_START.search(at.text[max(0, at.start - 12):at.start])
    return not at_front
