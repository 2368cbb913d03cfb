"""The balance of actors over time, and where two actors differ in those they both take stances towards."""
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.views.actor import Actor
from analysis.views.bars import Panel
from analysis.views.concerns import on_way, others
from analysis.views.ends import labels
from analysis.views.keys import make_key
from analysis.views.row_by_row import row_by_row
from analysis.views.spans import UNITS, fitting_unit, main_period, touches, unit_bounds, within_unit


@dataclass(frozen=True)
class Course:
    """``points``: key, line (its place in ``lines``), first, last, total, balance, one row a unit in which the line has
    stances. ``lines`` say whose and which way. ``left_out``: why → stances in no unit."""

    points: pd.DataFrame
    lines: tuple[Panel, ...]
    unit: str
    left_out: dict[str, int]


@dataclass(frozen=True)
class Differences:
    """Partners that two actors have in common. ``points``: row (its place in ``rows``), line (0 or 1), key, total and
    balance. ``rows``: id, label, gap (how far the balances are apart), total; the widest gap first. ``left_out``: why →
    stances."""

    points: pd.DataFrame
    rows: pd.DataFrame
    lines: tuple[Panel, ...]
    left_out: dict[str, int]


def course(view: pd.DataFrame, lines: Sequence[Panel], unit: str = "auto") -> Course:
    """View table → balance by day, week, month or year of each line; ``auto`` chooses one unit for all of them."""
    if unit != "auto" and unit not in UNITS:
        raise ValueError(f"unit is auto or one of {', '.join(UNITS)}, not {unit!r}")
    parts = [view.loc[on_way(view, line.actor, line.level, line.way), ["sign", "day_first", "day_last"]].assign(line=place)
             for place, line in enumerate(lines)]
    rows = pd.concat(parts, ignore_index=True)
    near = touches(rows, main_period(rows))
    unit = fitting_unit(rows[near]) if unit == "auto" else unit
    inside = near & within_unit(rows, unit)
    undated = rows["day_first"].isna()
    left_out = {"undated": undated.sum(), "outside": (~near).sum(), "wider": (near & ~inside & ~undated).sum()}
    points = _points(rows[inside], unit)
    points["key"] = [make_key("course", lines[row.line].actor, lines[row.line].level, lines[row.line].way, unit,
                              row.first.date().isoformat(), row.last.date().isoformat()) for row in row_by_row(points)]
    return Course(points, tuple(lines), unit, {why: int(number) for why, number in left_out.items() if number})


def _points(rows: pd.DataFrame, unit: str) -> pd.DataFrame:
    first, last = unit_bounds(rows["day_first"], unit)
    grouped = rows.assign(first=first, last=last).groupby(["line", "first", "last"])["sign"]
    return grouped.agg(total="size", balance="mean").reset_index()


def differences(view: pd.DataFrame, one: Actor, other: Actor, by: str = "countries", most: int = 15) -> Differences:
    """View table → the partners towards whom both actors take stances, and the balance of each of the two."""
    lines = tuple(Panel(actor.id, actor.level, actor.label, "given") for actor in (one, other))
    rows = pd.concat([_towards(view, place, line, by) for place, line in enumerate(lines)], ignore_index=True)
    named = rows[~rows["row"].isin(["", one.id, other.id])]
    table = named.groupby(["row", "line"])["sign"].agg(total="size", balance="mean").unstack("line").dropna()
    empty = table.empty or table["balance"].shape[1] < 2
    gaps = pd.Series(dtype="float64") if empty else (table["balance"][0] - table["balance"][1]).abs()
    totals = pd.Series(dtype="int64") if empty else table["total"].sum(axis=1).astype("int64")
    ranked = sorted(gaps.index, key=lambda row: (-gaps[row], -totals[row], row))[:most]
    names = labels(view, by)
    order = pd.DataFrame({"id": pd.Series(ranked, dtype="str"), "label": pd.Series([names[row] for row in ranked], dtype="str"),
                          "gap": [gaps[row] for row in ranked], "total": [totals[row] for row in ranked]})
    points = pd.DataFrame([
        {"row": place, "line": line, "total": int(table.loc[row, ("total", line)]),
         "balance": table.loc[row, ("balance", line)],
         "key": make_key("bar", lines[line].actor, lines[line].level, "given", by, row, None)}
        for place, row in enumerate(ranked) for line in (0, 1)], columns=["row", "line", "total", "balance", "key"])
    common = named["row"].isin(gaps.index)
    left_out = {"not common": (~common).sum(), "other partners": (common & ~named["row"].isin(ranked)).sum(),
                "no target": (rows["row"] == "").sum(), "each other": rows["row"].isin([one.id, other.id]).sum()}
    return Differences(points, order, lines, {why: int(number) for why, number in left_out.items() if number})


def _towards(view: pd.DataFrame, place: int, line: Panel, by: str) -> pd.DataFrame:
    rows = view[on_way(view, line.actor, line.level, line.way)]
    return pd.DataFrame({"line": place, "row": others(rows, line.actor, line.level, by), "sign": rows["sign"]})
