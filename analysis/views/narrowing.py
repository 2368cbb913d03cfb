"""The stances that a mark of a chart can stand for, before they are read: ``keys.behind`` looks at these only.

Each condition may let too much through, never too little.
"""
from collections.abc import Iterable

from analysis.views.chosen import Rows
from analysis.views.conditions import codes_among
from analysis.views.ends import LEVELS

_NODES = {"id": "{end}", "country": "{end}_node"}


def narrowed(rows: Rows, kind: str, parts: list, nodes: str) -> Rows:
    """Rows, and the parts of a key → the rows that it can stand for."""
    return _NARROWERS[kind](rows, nodes, *parts)


def at_either_end(nodes: str, *ids: str) -> str:
    """Condition that one of the ends is one of these."""
    return " or ".join(codes_among(_NODES[LEVELS[nodes]].format(end=end), ids) for end in ("source", "target"))


def _stance(rows: Rows, nodes: str, stance_id: str) -> Rows:
    return rows.called(stance_id)


def _signed(rows: Rows, sign: int | None) -> Rows:
    return rows if sign is None else rows.narrowed("sign = ?", sign)


def _days(rows: Rows, first: str, last: str) -> Rows:
    return rows.narrowed("day_first >= ?::date and day_last <= ?::date", first, last)


def _span(rows: Rows, nodes: str, by: str, lane: str, unit: str, first: str, last: str, sign: int) -> Rows:
    found = _days(_signed(rows, sign), first, last)
    if by == "act":
        return found.narrowed("act = ?", lane)
    if by in ("actor", "country"):
        return found.narrowed(at_either_end("people" if by == "actor" else "countries", lane))
    return found.narrowed(at_either_end("countries", *lane.split(" > " if " > " in lane else " - ")))


def _bin(rows: Rows, nodes: str, unit: str, first: str, last: str, sign: int) -> Rows:
    return _days(_signed(rows, sign), first, last)


def _undated(rows: Rows, nodes: str, unit: str, sign: int, *period: str) -> Rows:
    return _signed(rows, sign).narrowed("day_first is null or day_last > day_first")


def _node(rows: Rows, nodes: str, node: str) -> Rows:
    return rows.narrowed(at_either_end(nodes, node))


def _pair(rows: Rows, nodes: str, source: str, target: str, sign: int | None = None, directed: bool = False) -> Rows:
    return _signed(rows, sign).narrowed(at_either_end(nodes, source)).narrowed(at_either_end(nodes, target))


def _within(rows: Rows, nodes: str, first: str, last: str, kind: str, *parts) -> Rows:
    return narrowed(_days(rows, first, last), kind, list(parts), nodes)


def _dyad(rows: Rows, nodes: str, dyad: str, unit: str, first: str, last: str) -> Rows:
    return _days(of_dyads(rows, [dyad]), first, last)


def of_dyads(rows: Rows, dyads: Iterable[str]) -> Rows:
    """The stances between the two of one of these dyads, whichever way."""
    pairs = [dyad.split(">" if ">" in dyad else "-", 1) for dyad in dyads]
    return rows.narrowed(" or ".join(f"({at_either_end('countries', one)}) and ({at_either_end('countries', other)})"
                                     for one, other in pairs) or "false")


def _cell(rows: Rows, nodes: str, row: str, column: str) -> Rows:
    return _pair(rows, "countries", row, column)


def _bar(rows: Rows, nodes: str, actor: str, level: str, way: str, by: str, row: str, sign: int | None) -> Rows:
    return _signed(rows, sign).narrowed(at_either_end(level, actor))


def _course(rows: Rows, nodes: str, actor: str, level: str, way: str, unit: str, first: str, last: str) -> Rows:
    return _days(rows, first, last).narrowed(at_either_end(level, actor))


_NARROWERS = {"stance": _stance, "span": _span, "bin": _bin, "undated": _undated, "node": _node, "edge": _pair,
              "pair": _pair, "within": _within, "cell": _cell, "bar": _bar, "course": _course, "dyad": _dyad}
