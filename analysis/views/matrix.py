"""Who stands where: countries and organisations against one another, signed, with counts."""
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.views.chosen import Rows, tally
from analysis.views.keys import make_key
from analysis.views.named import labels_of
from analysis.views.selection import SIGN_NAMES

_REASONS = ("no target", "within", "other countries")


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
    between, involved, left_out = [], Counter(), Counter()
    for source, target, sign, mutual, number in zip(*(pairs[name].tolist() for name in pairs)):
        if not source or not target or source == target:
            left_out["no target" if not source or not target else "within"] += number
            continue
        between.append((source, target, sign, mutual, number))
        involved.update({source: number, target: number})
    names = labels_of(view, "countries")
    order = {node: names[node] for node, _ in sorted(involved.items(), key=lambda item: (-item[1], item[0]))[:most]}
    cells: dict[tuple[str, str], list[int]] = {}
    for source, target, sign, mutual, number in between:
        if source not in order or target not in order:
            left_out["other countries"] += number
            continue
        for cell in ((source, target), (target, source))[:1 + mutual]:
            cells.setdefault(cell, [0] * len(SIGN_NAMES))[1 - sign] += number
    return Matrix(_table(cells, order), order, {why: left_out[why] for why in _REASONS if left_out[why]})


def _table(cells: dict[tuple[str, str], list[int]], order: dict[str, str]) -> pd.DataFrame:
    """Row and column → stances by sign, in the order of SIGN_NAMES; as a table, in the order of the ids."""
    ends = sorted(cells)
    counts = np.array([cells[cell] for cell in ends], dtype="int64").reshape(-1, len(SIGN_NAMES))
    total = counts.sum(axis=1)
    words = {"row": [row for row, _ in ends], "column": [column for _, column in ends],
             "row_label": [order[row] for row, _ in ends], "column_label": [order[column] for _, column in ends],
             "key": [make_key("cell", *cell) for cell in ends]}
    words = {name: pd.array(column, dtype="str") for name, column in words.items()}
    return pd.DataFrame({"row": words["row"], "column": words["column"], **dict(zip(SIGN_NAMES.values(), counts.T)), "total": total,
                         "balance": (counts[:, 0] - counts[:, 2]) / total, **words})
