"""The key that a drawn mark carries, and the rows of the view table that stand behind it.

A key is a short JSON list: what kind of mark, then what identifies it. Charts put it into ``customdata``; when the
reader clicks, :func:`behind` finds the rows.
"""
import json
from collections.abc import Iterable
from json.encoder import encode_basestring

import pandas as pd

from analysis.views.chosen import PLACE, Rows
from analysis.views.concerns import on_way, others
from analysis.views.ends import ends_of, in_dyad, lane_of, mutual, ordered_ends
from analysis.views.narrowing import narrowed
from analysis.views.spans import touches, unit_bounds, within_unit


def make_key(*parts: object) -> str:
    """Parts → key.

    >>> make_key("edge", "FRA", "MAR", 1)
    '["edge", "FRA", "MAR", 1]'
    """
    return json.dumps(parts, ensure_ascii=False)


def stance_keys(ids: Iterable[str]) -> list[str]:
    """``make_key("stance", id)`` of thousands of ids.

    >>> stance_keys(["a1"])
    ['["stance", "a1"]']
    """
    return [f'["stance", {encode_basestring(identity)}]' for identity in ids]


def key_within(key: str, first: pd.Timestamp, last: pd.Timestamp) -> str:
    """The key of a mark, for the stances of a period only."""
    return make_key("within", first.date().isoformat(), last.date().isoformat(), *json.loads(key))


def node_of(key: str) -> str:
    """The id of the node that a key stands for; empty where it is none's."""
    *_, kind, node = ["", "", *json.loads(key)][-2:]
    return node if kind == "node" else ""


def behind(view: pd.DataFrame | Rows, key: str, nodes: str = "people") -> pd.DataFrame:
    """Rows of the view table behind a mark of a chart drawn from the same view.

    ``nodes`` is what the network's nodes were (people or countries). A key that no chart made raises ValueError.
    """
    try:
        kind, *parts = json.loads(key)
        view = narrowed(view, kind, parts, nodes).frame() if isinstance(view, Rows) else view
        rows = _READERS[kind](view, nodes, *parts)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not the key of a mark: {key[:80]!r}") from error
    return view[rows].reset_index(drop=True)


def _stance(view: pd.DataFrame, nodes: str, stance_id: str) -> pd.Series:
    # A place in the stock is no id of a row: what was read is what lies there.
    return pd.Series(True, index=view.index) if stance_id.startswith(PLACE) else view["stance_id"] == stance_id


def _span(view: pd.DataFrame, nodes: str, by: str, lane: str, unit: str, first: str, last: str, sign: int) -> pd.Series:
    starts, ends = unit_bounds(view["day_first"], unit)[0], unit_bounds(view["day_last"], unit)[1]
    rows = (starts == pd.Timestamp(first)) & (ends == pd.Timestamp(last)) & (view["sign"] == sign)
    if by in ("actor", "country"):
        source, target = ends_of(view, "people" if by == "actor" else "countries")
        return rows & ((source == lane) | ((target == lane) & mutual(view)))
    return rows & (lane_of(view, by) == lane)


def _bin(view: pd.DataFrame, nodes: str, unit: str, first: str, last: str, sign: int) -> pd.Series:
    return _days_in(view, first, last) & within_unit(view, unit) & (view["sign"] == sign)


def _undated(view: pd.DataFrame, nodes: str, unit: str, sign: int, *period: str) -> pd.Series:
    near = touches(view, tuple(map(pd.Timestamp, period)) or None)
    return ~within_unit(view, unit) & near & (view["sign"] == sign)


def _days_in(view: pd.DataFrame, first: str, last: str) -> pd.Series:
    return (view["day_first"] >= pd.Timestamp(first)) & (view["day_last"] <= pd.Timestamp(last))


def _node(view: pd.DataFrame, nodes: str, node: str) -> pd.Series:
    source, target = ends_of(view, nodes)
    return (source == node) | (target == node)


def _edge(view: pd.DataFrame, nodes: str, source_id: str, target_id: str, sign: int, directed: bool) -> pd.Series:
    source, target = ends_of(view, nodes)
    rows = (source == source_id) & (target == target_id)
    if not directed:
        rows |= (source == target_id) & (target == source_id)
    return rows & (view["sign"] == sign) & (mutual(view) != directed)


def _within(view: pd.DataFrame, nodes: str, first: str, last: str, kind: str, *parts) -> pd.Series:
    """What a mark of a network of one period stands for: the rows of that period only."""
    return _days_in(view, first, last) & _READERS[kind](view, nodes, *parts)


def _pair(view: pd.DataFrame, nodes: str, source_id: str, target_id: str) -> pd.Series:
    source, target = ordered_ends(view, nodes)
    return (source == source_id) & (target == target_id)


def _cell(view: pd.DataFrame, nodes: str, row: str, column: str) -> pd.Series:
    source, target = ends_of(view, "countries")
    return ((source == row) & (target == column)) | ((source == column) & (target == row) & mutual(view))


def _bar(view: pd.DataFrame, nodes: str, actor: str, level: str, way: str, by: str, row: str, sign: int | None) -> pd.Series:
    there = view[by] if by in ("voice", "act") else others(view, actor, level, by)
    rows = on_way(view, actor, level, way) & (there == row)
    return rows if sign is None else rows & (view["sign"] == sign)


def _course(view: pd.DataFrame, nodes: str, actor: str, level: str, way: str, unit: str, first: str, last: str) -> pd.Series:
    return on_way(view, actor, level, way) & _days_in(view, first, last) & within_unit(view, unit)


def _dyad(view: pd.DataFrame, nodes: str, dyad: str, unit: str, first: str, last: str) -> pd.Series:
    return in_dyad(view, dyad) & _days_in(view, first, last) & within_unit(view, unit)


_READERS = {"stance": _stance, "span": _span, "bin": _bin, "undated": _undated, "node": _node, "edge": _edge,
            "pair": _pair, "within": _within, "cell": _cell, "bar": _bar,
            "course": _course, "dyad": _dyad}
