"""The form of a rule: a name, a bounded pattern, and what its match means at a moment."""
import re
from collections.abc import Callable
from typing import NamedTuple

from analysis.dates.moment import Moment
from analysis.dates.spans import Span

Resolve = Callable[[re.Match, Moment], Span | None]

_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n«»“”\"(\[–—-]|\d)\s{0,3}$")


class Rule(NamedTuple):
    """``resolve`` gives the span, ``spans.unknown`` where no publication day tells, None where it is no date."""

    name: str
    pattern: re.Pattern
    resolve: Resolve


def rule(name: str, pattern: str, resolve: Resolve) -> Rule:
    """A rule whose pattern starts and ends at word borders; capitals do not matter."""
    return Rule(name, re.compile(rf"(?<![\w@#/])(?<!\d[.,])(?<!\w[-‐‑])(?:{pattern})(?![\w@])", re.IGNORECASE), resolve)


def is_name(match: re.Match, group: str, at: Moment) -> bool:
    """Whether the day or month is written as a name (``Journal du Dimanche``, ``Septembre noir``): a capital that no
    sentence start and no all-capital line accounts for."""
    word = match[group]
    if word[0].islower() or word.isupper():
        return False
    at_front = match.start(group) == match.start() and _SENTENCE_START.search(at.text[max(0, at.start - 12):at.start])
    return not at_front
