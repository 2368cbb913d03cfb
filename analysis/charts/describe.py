"""The charts in sentences: the alternative text for readers who do not see them."""
from collections.abc import Mapping

import pandas as pd

from analysis.charts.wording import act_text, left_out_text, number_text, signs_text, span_text, stances_text
from analysis.charts.words import worded
from analysis.views import SIGN_NAMES, Counts, Lanes, Matrix, Network

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


def _by_sign(rows: pd.DataFrame) -> dict[str, int]:
    totals = rows.groupby("sign")["count"].sum()
    return {name: int(totals.get(sign, 0)) for sign, name in SIGN_NAMES.items()}


def _top(pairs, texts: Mapping[str, str]) -> str:
    return ", ".join(f"{name} ({number_text(number, texts)})" for name, number in list(pairs)[:_TOP])


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
