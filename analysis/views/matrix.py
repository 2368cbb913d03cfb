"""Who stands where: countries and organisations against one another, signed, with counts."""
from dataclasses import dataclass

import pandas as pd

from analysis.views.chosen import Rows, labels_of, tally
from analysis.views.counts import balance
from analysis.views.ends import ends_of
from analysis.views.keys import make_key
from analysis.views.selection import SIGN_NAMES


@dataclass(frozen=True)
class Matrix:
    """``cells``: key, row (source), column (target), row_label, column_label, cooperative, neutral, conflictual, total,
    balance, only cells with stances. ``order``: id → label, most involved first. ``left_out``: why → stances."""

    cells: pd.DataFrame
    order: dict[str, str]
    left_out: dict[str, int]


def matrix(view: pd.DataFrame | Rows, most: int = 20) -> Matrix:
    """View table → the ``most`` most involved countries and organisations, row towards column.

    A consultation has no direction and stands in both cells of its pair; every other stance stands in one.
    """
    pairs = tally(view, ["source_country", "target_country", "sign", "mutual"])
    source, target = ends_of(pairs, "countries")
    pairs = pd.DataFrame({"row": source, "column": target, "sign": pairs["sign"], "mutual": pairs["mutual"], "n": pairs["n"]})
    named, apart = (source != "") & (target != ""), source != target
    ends = [pairs[named & apart].groupby(end)["n"].sum() for end in ("row", "column")]
    involved = ends[0].add(ends[1], fill_value=0)
    ranked = sorted(involved.items(), key=lambda item: (-item[1], item[0]))[:most]
    names = labels_of(view, "countries")
    order = {node: names[node] for node, _ in ranked}
    shown = named & apart & source.isin(order) & target.isin(order)
    left_out = {"no target": ~named, "within": named & ~apart, "other countries": named & apart & ~shown}
    counted = {why: int(pairs.loc[rows, "n"].sum()) for why, rows in left_out.items()}
    return Matrix(_cells(pairs[shown], order), order, {why: n for why, n in counted.items() if n})


def _cells(pairs: pd.DataFrame, order: dict[str, str]) -> pd.DataFrame:
    turned = pairs[pairs["mutual"]].rename(columns={"row": "column", "column": "row"})
    both = pd.concat([pairs, turned])
    cells = both.groupby(["row", "column", "sign"])["n"].sum().unstack("sign", fill_value=0)
    cells = cells.reindex(columns=list(SIGN_NAMES), fill_value=0).rename(columns=SIGN_NAMES).reset_index()
    cells.columns.name = None
    cells["total"] = cells[list(SIGN_NAMES.values())].sum(axis=1)
    cells["balance"] = balance(cells)
    cells["row_label"], cells["column_label"] = cells["row"].map(order), cells["column"].map(order)
    cells["key"] = [make_key("cell", row, column) for row, column in zip(cells["row"], cells["column"])]
    return cells
