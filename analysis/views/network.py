"""Who stands where towards whom, as a graph: directed, signed, and the same picture at each run."""
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.views.chosen import Rows, tally
from analysis.views.communities import centralities, communities
from analysis.views.ends import LEVELS, ends_of, mutual, ordered_ends
from analysis.views.keys import make_key
from analysis.views.layout import positions
from analysis.views.named import people_of
from analysis.views.selection import SIGN_NAMES

MOST_NODES = 300
MOST_EDGES = 1_000
TIES = {"both": (), "cooperative": (1,), "conflictual": (-1,)}  # which ties are drawn → their signs, none for all
_PAIR = ["source", "target"]


@dataclass(frozen=True)
class Network:
    """A graph of stances.

    ``nodes``: key, id, label, kind, country, role, given (stances it takes), received, total, degree (neighbours),
    balance (of what it gives and receives), x, y (within -1 to 1), community, betweenness, pagerank and stances given and
    received by sign (see communities.py). ``edges``: key, source, target, source_label, target_label, sign, directed
    (False for consultations, which have no direction), count, total and balance (of all that source does towards
    target). ``left_out``: why → stances not drawn: ``no target``, ``not people``, ``within`` (both ends are the same
    node), ``other signs``, ``below`` (edges under the threshold), ``beyond`` (more steps from the centre), ``other
    nodes`` (beyond the most involved), ``other edges`` (beyond the strongest).
    """

    nodes: pd.DataFrame
    edges: pd.DataFrame
    level: str
    threshold: int
    left_out: dict[str, int]


def network(view: pd.DataFrame | Rows, nodes: str = "people", threshold: int = 1, most: int = MOST_NODES,
            most_edges: int = MOST_EDGES, signs: tuple[int, ...] = (), centre: str = "", steps: int = 1) -> Network:
    """View table → Network; an edge is one source, target and sign with at least ``threshold`` stances.

    ``nodes`` is ``people`` (actors as the text names them: persons, and the countries, institutions and organisations
    that act in their own name), ``persons`` (of these, persons only) or ``countries`` (everyone stands for their country
    or organisation; people who have none stand for themselves). ``signs`` narrows to edges of these signs. With a
    ``centre``, the id of a node, only those within so many ``steps`` of it, in either direction, are drawn.
    """
    if nodes not in LEVELS:
        raise ValueError(f"nodes is one of {', '.join(LEVELS)}, not {nodes!r}")
    edges, left_out = _all_edges(view, nodes)
    signed = edges[edges["sign"].isin(signs)] if signs else edges
    strong = signed[signed["count"] >= threshold]
    near = around(strong, centre, steps) if centre else strong
    kept = _most_involved(near, most, centre)
    among = near[near["source"].isin(kept) & near["target"].isin(kept)]
    drawn = _strongest(among, most_edges)
    stages = {"other signs": (edges, signed), "below": (signed, strong), "beyond": (strong, near),
              "other nodes": (near, among), "other edges": (among, drawn)}
    left_out |= {why: before["count"].sum() - after["count"].sum() for why, (before, after) in stages.items()}
    table = _node_table(view, nodes, drawn)
    return Network(table, _edge_table(drawn, table), nodes, threshold,
                   {why: int(number) for why, number in left_out.items() if number})


def edge_rows(view: pd.DataFrame, nodes: str) -> pd.DataFrame:
    """View table → its rows as source, target, sign, directed; consultations with their ends in alphabetical order."""
    first, second = ordered_ends(view, nodes)
    return pd.DataFrame({"source": first, "target": second, "sign": view["sign"], "directed": ~mutual(view)})


def _all_edges(view: pd.DataFrame | Rows, nodes: str) -> tuple[pd.DataFrame, dict[str, int]]:
    """Edges between two different nodes, and why the other rows are in none."""
    column = LEVELS[nodes]
    pairs = tally(view, [f"source_{column}", f"target_{column}", "sign", "mutual"])
    source, target = ends_of(pairs, nodes)
    named, apart = (source != "") & (target != ""), source != target
    fits = pd.Series(True, index=pairs.index)
    if nodes == "persons":
        people = people_of(view)["kind"]
        persons = people.index[people == "person"]
        fits = source.isin(persons) & target.isin(persons)
    rows = edge_rows(pairs, nodes).assign(count=pairs["n"])[named & fits & apart]
    edges = rows.groupby([*_PAIR, "sign", "directed"])["count"].sum().reset_index()
    left_out = {"no target": ~named, "not people": named & ~fits, "within": named & fits & ~apart}
    return edges, {why: pairs.loc[rows, "n"].sum() for why, rows in left_out.items()}


def around(edges: pd.DataFrame, centre: str, steps: int) -> pd.DataFrame:
    """The edges among the nodes that are at most so many steps from the centre, in either direction."""
    reached = {centre}
    for _ in range(steps):
        touching = edges["source"].isin(reached) | edges["target"].isin(reached)
        reached |= {*edges.loc[touching, "source"], *edges.loc[touching, "target"]}
    return edges[edges["source"].isin(reached) & edges["target"].isin(reached)]


def _most_involved(edges: pd.DataFrame, most: int, centre: str) -> set[str]:
    """The most involved nodes; the centre is always among them."""
    strength = Counter()
    for end in _PAIR:
        for node, number in zip(edges[end].tolist(), edges["count"].tolist()):
            strength[node] += number
    ranked = sorted(strength.items(), key=lambda item: (item[0] != centre, -item[1], item[0]))
    return {node for node, _ in ranked[:most]}


def _strongest(edges: pd.DataFrame, most: int) -> pd.DataFrame:
    order = edges.sort_values(["count", *_PAIR, "sign"], ascending=[False, True, True, False])
    return order.head(most).sort_index()


def _edge_table(edges: pd.DataFrame, nodes: pd.DataFrame) -> pd.DataFrame:
    names, (source, target) = dict(zip(nodes["id"].tolist(), nodes["label"].tolist())), _numbered(edges, nodes["id"].tolist())
    pair, signs = source * len(nodes) + target, _signed(edges)
    pairs, places = np.unique(pair, return_inverse=True)
    totals = _by_sign([places], signs, len(pairs))
    ends = [edges[end].tolist() for end in _PAIR]
    table = edges.assign(
        total=totals.sum(axis=1)[places], balance=_balance(totals)[places],
        source_label=pd.Series([names[node] for node in ends[0]], index=edges.index, dtype="str"),
        target_label=pd.Series([names[node] for node in ends[1]], index=edges.index, dtype="str"),
        key=pd.Series([make_key("edge", *parts) for parts in zip(*ends, edges["sign"].tolist(), edges["directed"].tolist())],
                      index=edges.index, dtype="str"))
    return table.sort_values(["count", "source", "target", "sign"], ascending=[True, True, True, True],
                             ignore_index=True)


def _numbered(edges: pd.DataFrame, ids: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """The places of source and target of each edge among the nodes."""
    places = {node: place for place, node in enumerate(ids)}
    return tuple(np.array([places[node] for node in edges[end].tolist()], dtype="int64") for end in _PAIR)


def _signed(edges: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Column of the sign (in the order of SIGN_NAMES) and number of stances of each edge."""
    return 1 - edges["sign"].to_numpy(dtype="int64"), edges["count"].to_numpy(dtype="int64")


def _by_sign(groups: Sequence[np.ndarray], signs: tuple[np.ndarray, np.ndarray], number: int) -> np.ndarray:
    """For each edge the groups that it is counted in → stances of each group by sign."""
    found = np.zeros((number, len(SIGN_NAMES)), dtype="int64")
    for group in groups:
        np.add.at(found, (group, signs[0]), signs[1])
    return found


def _balance(by_sign: np.ndarray) -> np.ndarray:
    with np.errstate(invalid="ignore"):
        return (by_sign[:, 0] - by_sign[:, 2]) / by_sign.sum(axis=1)


def _node_table(view: pd.DataFrame | Rows, nodes: str, edges: pd.DataFrame) -> pd.DataFrame:
    ids = sorted({*edges["source"].tolist(), *edges["target"].tolist()})
    (source, target), count = _numbered(edges, ids), edges["count"].to_numpy(dtype="int64")
    table = _described(view, nodes).reindex(pd.Index(ids, dtype="str")).rename_axis("id").reset_index()
    given, received = (np.bincount(end, count, len(ids)).astype("int64") for end in (source, target))
    neighbours = np.unique(np.concatenate([source * len(ids) + target, target * len(ids) + source])) // max(1, len(ids))
    places = positions(ids, list(zip(edges["source"].tolist(), edges["target"].tolist(), edges["count"].tolist())))
    groups = communities(ids, edges)
    table = table.assign(
        given=given, received=received, degree=np.bincount(neighbours, minlength=len(ids)), total=given + received,
        balance=_balance(_by_sign([source, target], _signed(edges), len(ids))),
        key=pd.Series([make_key("node", node) for node in ids], dtype="str"),
        community=np.array([groups[node] for node in ids], dtype="int64"))
    table = table.join(centralities(ids, edges).reset_index(drop=True))
    return table.assign(**{axis: np.array([places[node][at] for node in ids], dtype="float64") for at, axis in enumerate("xy")})


def _described(view: pd.DataFrame | Rows, nodes: str) -> pd.DataFrame:
    """Id → label, kind, country, role, for everyone at either end."""
    table = people_of(view).rename(columns={"own_country": "country", "country": "node"})
    if nodes == "countries":
        table = table.iloc[np.argsort(table.index != table["node"], kind="stable")]  # an organisation before its people
        table = table.drop(columns="name").rename(columns={"country_name": "name"}).set_index("node").rename_axis("id")
        table = table[~table.index.duplicated()]
        table.loc[table["country"] != "", ["kind", "role"]] = ["country", ""]
    return table.rename(columns={"name": "label"})[["label", "kind", "country", "role"]]
