"""What changed between two periods of a network, as a network: the pairs that appeared, vanished or turned, in their places."""
import pandas as pd

from analysis.views.network import Network
from analysis.views.periods import Stages, changes

SHIFTS = ("new", "turned", "gone")
_PAIR = ["source", "target"]


def shifts(both: Stages) -> Network:
    """Two periods of one network → the network of what changed: one edge a pair.

    Edges have the columns of a Network's and ``state`` (one of SHIFTS), ``before_total``, ``before_balance``,
    ``after_total`` and ``after_balance``. ``sign``, ``count``, ``total`` and ``balance`` say how the pair stands in the
    second period, and of a pair that is gone, how it stood in the first. Nodes are those of the pairs, where they stand in the
    whole and with its numbers. ``left_out`` has ``unchanged``: stances of pairs whose balance has the same sign in both.
    """
    found = changes(*both.networks)
    moved = found[found["state"] != "kept"].copy()
    last = moved["state"].map({"gone": "before"}).fillna("after")
    for name in ("total", "balance"):
        moved[name] = moved[f"after_{name}"].where(last == "after", moved[f"before_{name}"])
    moved["count"] = moved["total"]
    moved["sign"] = [(value > 0) - (value < 0) for value in moved["balance"].fillna(0.0)]
    edges = pd.concat([network.edges for network in both.networks])
    directed = edges.groupby(_PAIR)["directed"].any()
    moved["directed"] = [bool(directed[pair]) for pair in zip(moved["source"], moved["target"])]
    order = moved.sort_values(["count", *_PAIR], ignore_index=True)
    ends = {*order["source"], *order["target"]}
    nodes = both.whole.nodes[both.whole.nodes["id"].isin(ends)].reset_index(drop=True)
    kept = found[found["state"] == "kept"]
    unchanged = int(kept["before_total"].sum() + kept["after_total"].sum())
    return Network(nodes, order.astype({"count": "int64", "total": "int64", "sign": "int64", "balance": "float64"}), both.whole.level,
                   both.whole.threshold, {**both.left_out, **({"unchanged": unchanged} if unchanged else {})})
