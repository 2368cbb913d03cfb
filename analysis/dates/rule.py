"""The form of a rule: a name, a bounded pattern, and what its match means at a moment."""
import re
from collections.abc import Callable
from typing import NamedTuple

from analysis.dates.moment import Moment
from analysis.dates.spans import Span

Resolve = Callable[[re.Match, Moment], Span | None]


class Rule(NamedTuple):
    """``resolve`` gives the span, ``spans.unknown`` where no publication day tells, None where it is no date."""

    name: str
    pattern: re.Pattern
    resolve: Resolve


def rule(name: str, pattern: str, resolve: Resolve) -> Rule:
    """A rule whose pattern starts and ends at word borders; capitals do not matter."""
    return Rule(name, re.compile(rf"(?<![\w@#/])(?<!\d[.,])(?<!\w[-‐‑])(?:{pattern})(?![\w@])", re.IGNORECASE), resolve)
