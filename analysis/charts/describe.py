"""The charts in sentences: the alternative text for readers who do not see them."""
from collections.abc import Mapping

import pandas as pd

from analysis.charts.bars import panel_title, row_labels
from analysis.charts.course import line_name
from analysis.charts.wording import act_text, balance_text, left_out_text, number_text, signs_text, span_text, stances_text
from analysis.charts.words import worded
from analysis.views import SIGN_NAMES, Balances, Bars, Counts, Course, Differences, Lanes, Matrix, Network, Stages

_TOP = 3


def describe_timeline(lanes: Lanes, texts: Mapping[str, str] | None = None) -> str:
    """Number of stances and lanes, period, signs, the fullest lanes, and what is not drawn."""
    texts = worded(texts)
    points, table = lanes.points, lanes.lanes.sort_values("count", ascending=False, kind="stable")
    if points.empty:
        return _joined(texts["empty"], left_out_text(lanes.left_out, texts))
    names = [act_text(label, False, texts) if lanes.by == "act" else label for label in table["label"]]
    single = points if lanes.aggregated else points.drop_duplicates("stance_id")
    said = texts["describe.timeline"].format(
        stances=stances_text(int(single["count"].sum()), texts), lanes=number_text(len(table), texts),
        period=span_text(points["day_first"].min(), points["day_last"].max(), texts),
        signs=signs_text(_by_sign(single), texts), top=_top(zip(names, table["count"]), texts))
    return _joined(said, left_out_text(lanes.left_out, texts))


def describe_counts(counts: Counts, texts: Mapping[str, str] | None = None) -> str:
    """Period, unit, signs, the fullest unit, and what falls into no single unit."""
    texts = worded(texts)
    beside = left_out_text({"wider": counts.wider, "undated": counts.unknown, **counts.left_out}, texts)
    if counts.bins.empty:
        return _joined(texts["empty"], beside)
    fullest = counts.bins.loc[counts.bins["total"].idxmax()]
    return _joined(texts["describe.counts"].format(
        unit=texts[f"unit.{counts.unit}"], period=span_text(counts.bins["first"].min(), counts.bins["last"].max(), texts),
        signs=signs_text({name: int(counts.bins[name].sum()) for name in SIGN_NAMES.values()}, texts),
        most=stances_text(int(fullest["total"]), texts), when=span_text(fullest["first"], fullest["last"], texts)), beside)


def describe_network(network: Network, texts: Mapping[str, str] | None = None) -> str:
    """Number of nodes and edges, signs, the most involved, and what is not drawn."""
    texts = worded(texts)
    if network.nodes.empty:
        return _joined(texts["empty"], left_out_text(network.left_out, texts))
    table = network.nodes.sort_values(["total", "id"], ascending=[False, True])
    return _joined(texts["describe.network"].format(
        nodes=number_text(len(network.nodes), texts), edges=number_text(len(network.edges), texts),
        signs=signs_text(_by_sign(network.edges), texts), top=_top(zip(table["label"], table["total"]), texts)),
        left_out_text(network.left_out, texts))


def describe_stages(stages: Stages, texts: Mapping[str, str] | None = None) -> str:
    """Number of nodes and periods, signs, the fullest periods, and what is in none."""
    texts = worded(texts)
    if not stages.networks or stages.whole.nodes.empty:
        return _joined(texts["empty"], left_out_text(stages.left_out, texts))
    edges = pd.concat([network.edges for network in stages.networks])
    full = sorted(((span_text(*period, texts), int(network.edges["count"].sum()))
                   for period, network in zip(stages.periods, stages.networks)), key=lambda pair: -pair[1])
    return _joined(texts["describe.stages"].format(
        nodes=number_text(len(stages.whole.nodes), texts), steps=number_text(len(stages.periods), texts),
        period=span_text(stages.periods[0][0], stages.periods[-1][1], texts), signs=signs_text(_by_sign(edges), texts),
        top=_top(full, texts)), left_out_text(stages.left_out, texts))


def describe_matrix(matrix: Matrix, texts: Mapping[str, str] | None = None) -> str:
    """Number of countries, the pairs with most stances, and what is not drawn."""
    texts = worded(texts)
    if matrix.cells.empty:
        return _joined(texts["empty"], left_out_text(matrix.left_out, texts))
    table = matrix.cells.sort_values(["total", "row", "column"], ascending=[False, True, True])
    pairs = [f"{row} → {column}" for row, column in zip(table["row_label"], table["column_label"])]
    return _joined(texts["describe.matrix"].format(
        nodes=number_text(len(matrix.order), texts), top=_top(zip(pairs, table["total"]), texts)),
        left_out_text(matrix.left_out, texts))


def describe_bars(bars: Bars, texts: Mapping[str, str] | None = None) -> str:
    """The panels, signs, the longest rows, and what is not drawn."""
    texts = worded(texts)
    if bars.cells.empty:
        return _joined(texts["empty"], left_out_text(bars.left_out, texts))
    rows = sorted(zip(row_labels(bars, texts), bars.rows["total"]), key=lambda pair: -pair[1])
    return _joined(texts["describe.bars"].format(
        panels="; ".join(panel_title(panel, texts) for panel in bars.panels), signs=signs_text(_by_sign(bars.cells), texts),
        top=_top(rows, texts)), left_out_text(bars.left_out, texts))


def describe_course(course: Course, texts: Mapping[str, str] | None = None) -> str:
    """Unit, period, and for each line its latest balance."""
    texts = worded(texts)
    points = course.points
    if points.empty:
        return _joined(texts["empty"], left_out_text(course.left_out, texts))
    lines = []
    for place, line in enumerate(course.lines):
        rows = points[points["line"] == place]
        if len(rows):
            last = rows.iloc[-1]
            lines.append(texts["describe.course_line"].format(
                line=line_name(line, texts), balance=balance_text(last["balance"], texts),
                n=stances_text(int(last["total"]), texts)))
    return _joined(texts["describe.course"].format(
        unit=texts[f"unit.{course.unit}"], period=span_text(points["first"].min(), points["last"].max(), texts),
        lines=" ".join(lines)), left_out_text(course.left_out, texts))


def describe_differences(found: Differences, texts: Mapping[str, str] | None = None) -> str:
    """Number of common partners, those towards whom the balances are furthest apart, and what is not drawn."""
    texts = worded(texts)
    if found.points.empty:
        return _joined(texts["empty"], left_out_text(found.left_out, texts))
    top = ", ".join(f"{label} ({number_text(gap, texts, 2)})"
                    for label, gap in zip(found.rows["label"][:_TOP], found.rows["gap"]))
    return _joined(texts["describe.differences"].format(n=number_text(len(found.rows), texts), top=top),
                   left_out_text(found.left_out, texts))


def describe_balances(found: Balances, texts: Mapping[str, str] | None = None) -> str:
    """Dyads, period, and for each its stances, latest balance with its interval, and turns; what is in no unit."""
    texts, points = worded(texts), found.points[found.points["signed"] > 0]
    if points.empty:
        return _joined(texts["empty"], left_out_text(found.left_out, texts))
    said = [texts["describe.balances"].format(
        names=", ".join(found.dyads.values()), unit=texts[f"unit.{found.unit}"],
        period=span_text(points["first"].min(), points["last"].max(), texts))]
    for place, (key, label) in enumerate(found.dyads.items()):
        rows = points[points["panel"] == place]
        if len(rows):
            last = rows.iloc[-1]
            between = texts["interval"].format(low=balance_text(last["low"], texts), high=balance_text(last["high"], texts))
            said.append(texts["describe.balance"].format(
                name=label, stances=stances_text(int(rows["total"].sum()), texts), balance=balance_text(last["balance"], texts),
                interval=between, when=span_text(last["first"], last["last"], texts), turns=len(found.turns[key].turns)))
    return _joined(*said, left_out_text(found.left_out, texts))


def _by_sign(rows: pd.DataFrame) -> dict[str, int]:
    totals = rows.groupby("sign")["count"].sum()
    return {name: int(totals.get(sign, 0)) for sign, name in SIGN_NAMES.items()}


def _top(pairs, texts: Mapping[str, str]) -> str:
    return ", ".join(f"{name} ({number_text(number, texts)})" for name, number in list(pairs)[:_TOP])


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
