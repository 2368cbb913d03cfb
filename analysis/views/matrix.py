"""Who stands where: countries and organisations against one another, signed, with counts."""
from dataclasses import dataclass

import pandas as pd

from analysis.views.counts import balance
from analysis.views.ends import ends_of, labels, mutual
from analysis.views.keys import make_key
from analysis.views.selection import SIGN_NAMES


@dataclass(frozen=True)
class Matrix:
    """``cells``: key, row (source), column (target), row_label, column_label, cooperative, neutral, conflictual, total,
    balance, only cells with stances. ``order``: id → label, most involved first. ``left_out``: why → stances."""

    cells: pd.DataFrame
    order: dict[str, str]
    left_out: dict[str, int]


def matrix(view: pd.DataFrame, most: int = 20) -> Matrix:
    """View table → the ``most`` most involved countries and organisations, row towards column.

    A consultation has no direction and stands in both cells of its pair; every other stance stands in one.
    """
    source, target = ends_of(view, "countries")
    pairs = pd.DataFrame({"row": source, "column": target, "sign": view["sign"], "mutual": mutual(view)})
    named, apart = (source != "") & (target != ""), source != target
    involved = pd.concat([pairs.loc[named & apart, "row"], pairs.loc[named & apart, "column"]]).value_counts()
    ranked = sorted(involved.items(), key=lambda item: (-item[1], item[0]))[:most]
    names = labels(view, "countries")
    order = {node: names[node] for node, _ in ranked}
    shown = named & apart & source.isin(order) & target.isin(order)
    left_out = {"no target": int((~named).sum()), "within": int((named & ~apart).sum()),
                "other countries": int((named & apart & ~shown).sum())}
    return Matrix(_cells(pairs[shown], order), order, {why: n for why, n in left_out.items() if n})


def _cells(pairs: pd.DataFrame, order: dict[str, str]) -> pd.DataFrame:
    turned = pairs[pairs["mutual"]].rename(columns={"row": "column", "column": "row"})
    both = pd.concat([pairs, turned])
    tally = both.groupby(["row", "column", "sign"]).size().unstack("sign", fill_value=0)
    tally = tally.reindex(columns=list(SIGN_NAMES), fill_value=0).rename(columns=SIGN_NAMES).reset_index()
    tally.columns.name = None
    tally["total"] = tally[list(SIGN_NAMES.values())].sum(axis=1)
    tally["balance"] = balance(tally)
    tally["row_label"], tally["column_label"] = tally["row"].map(order), tally["column"].map(order)
    tally["key"] = [make_key("cell", row, column) for row, column in zip(tally["row"], tally["column"])]
    return tally
