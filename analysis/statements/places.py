"""Where a sentence names somebody: the mentions of an article, and as words of one of its sentences."""
from bisect import bisect_left, bisect_right
from operator import attrgetter, itemgetter
from typing import NamedTuple

from analysis.records import Mention
from analysis.statements.units import QUOTE, Unit
from analysis.statements.words import TITLES

_TITLE_ENDS = TITLES | {"."}
_ACTOR, _IS_PLACE = attrgetter("actor_id"), attrgetter("place")


class Name(NamedTuple):
    """A span of the text that is a mention, with all actors that it names; ``is_place`` where it only says where."""

    start: int
    end: int
    actors: tuple[str, ...]
    is_place: bool


class Place(NamedTuple):
    """A mention in a unit, by words: ``first:last``, and the actors that it names."""

    first: int
    last: int
    actors: tuple[str, ...]
    is_place: bool


def names(mentions: list[Mention]) -> list[Name]:
    """The mentions of an article span by span, in order, the longer first where two start together."""
    spans: dict[tuple[int, int], list[Mention]] = {}
    for one in mentions:
        spans.setdefault((one.start, -one.end), []).append(one)
    return [Name(start, -end, tuple(dict.fromkeys(map(_ACTOR, group))), all(map(_IS_PLACE, group)))
            for (start, end), group in sorted(spans.items(), key=itemgetter(0))]


def places(unit: Unit, named: list[Name]) -> list[Place]:
    """The names that start in a unit as words outside its quotations, outermost first where they overlap, in order."""
    found: list[Place] = []
    taken, words, starts, ends = -1, unit.words, unit.starts, unit.ends
    for start, end, actors, is_place in named:
        if start < taken:
            continue
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        while first < last and words[first] == QUOTE:
            first += 1
        while first < last and words[last - 1] == QUOTE:
            last -= 1
        if first < last and not words[first].startswith(("pro-", "anti-", "ex-")):
            titled = first and words[first - 1] in _TITLE_ENDS
            found.append(Place(_with_title(words, first) if titled else first, last, actors, is_place))
            taken = end
    return found


def _with_title(words: tuple[str, ...], first: int) -> int:
    """Where a name starts with the title that may stand before it: ``M. Roux``, ``Mme Diallo``, not further titles of rank."""
    if first > 1 and words[first - 1] == "." and words[first - 2] in TITLES:
        return first - 2
    return first - 1 if words[first - 1] in TITLES else first
