"""Who holds together, and who stands in the middle: communities and centralities of a network of stances.

Communities are found by Louvain (Blondel and others 2008, as in networkx) among ties of good will only: two actors are
tied where they take more cooperative than conflictual stances towards one another, and the tie weighs the difference.
Signs would otherwise be lost, for Louvain knows no enmity. The same network gives the same communities at each run.
"""
from collections import Counter
from collections.abc import Iterator

import networkx
import pandas as pd
import rustworkx

from analysis.views.selection import SIGN_NAMES

_SEED = 20_240_229


def communities(nodes: list[str], edges: pd.DataFrame) -> dict[str, int]:
    """Node ids and edges (source, target, sign, count) → id → number of its community, 1 for the largest.

    0 stands for those whom no tie of good will joins to anybody.
    """
    graph = networkx.Graph()
    graph.add_nodes_from(sorted(nodes))
    ties: dict[tuple[str, str], int] = {}
    for source, target, sign, count in _listed(edges, "source", "target", "sign", "count"):
        pair = (source, target) if source <= target else (target, source)
        ties[pair] = ties.get(pair, 0) + sign * count
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in sorted(ties.items()) if weight > 0)
    found = networkx.community.louvain_communities(graph, weight="weight", seed=_SEED) if len(graph) else []
    groups = sorted((sorted(group) for group in found if len(group) > 1), key=lambda group: (-len(group), group[0]))
    numbers = {node: number for number, group in enumerate(groups, 1) for node in group}
    return {node: numbers.get(node, 0) for node in nodes}


def centralities(nodes: list[str], edges: pd.DataFrame) -> pd.DataFrame:
    """Node ids and edges → one row a node, by id: given_cooperative, given_conflictual, received_cooperative,
    received_conflictual (stances), betweenness (0 to 1) and pagerank (all together 1).

    Betweenness (Brandes 2001) is the share of the shortest ways between two others that lead through the node, whatever
    the sign and number of stances. PageRank (Page and others 1999, damping 0.85) weighs edges by their stances: high
    where many stances aim, and those of whom many stances aim at count more. A consultation is a way in both directions.
    """
    graph = rustworkx.PyDiGraph(multigraph=False)
    index = dict(zip(nodes, graph.add_nodes_from(nodes)))
    for (source, target), weight in sorted(_ways(edges).items()):
        graph.add_edge(index[source], index[target], float(weight))
    between = rustworkx.digraph_betweenness_centrality(graph, normalized=True)
    rank = rustworkx.pagerank(graph, weight_fn=float) if nodes else {}
    table = pd.DataFrame({"betweenness": [between[index[node]] for node in nodes],
                          "pagerank": [rank[index[node]] for node in nodes]},
                         index=pd.Index(nodes, dtype="str", name="id"), dtype="float64")
    strength: dict[tuple[str, int], Counter] = {(end, sign): Counter() for end in ("source", "target") for sign in SIGN_NAMES}
    for source, target, sign, count in _listed(edges, "source", "target", "sign", "count"):
        strength["source", sign][source] += count
        strength["target", sign][target] += count
    for way, end in (("given", "source"), ("received", "target")):
        for name, sign in (("cooperative", 1), ("conflictual", -1)):
            table[f"{way}_{name}"] = [strength[end, sign].get(node, 0) for node in nodes]
    return table


def _ways(edges: pd.DataFrame) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for source, target, directed, count in _listed(edges, "source", "target", "directed", "count"):
        for way in [(source, target)] + ([] if directed else [(target, source)]):
            found[way] = found.get(way, 0) + count
    return found


def _listed(edges: pd.DataFrame, *columns: str) -> Iterator[tuple]:
    """The edges as tuples of these columns alone, of which pandas makes them soonest."""
    return zip(*(edges[column].tolist() for column in columns))


def neighbours(edges: pd.DataFrame, node: str, most: int = 5) -> pd.DataFrame:
    """Edges of a Network (source, target, their labels, sign, count) → the neighbours of a node with most stances, both
    directions together: id, label, cooperative, neutral, conflictual, total."""
    out, back = edges[edges["source"] == node], edges[edges["target"] == node]
    both = pd.concat([out.assign(id=out["target"], label=out["target_label"]),
                      back.assign(id=back["source"], label=back["source_label"])])
    table = both.pivot_table(index=["id", "label"], columns="sign", values="count", aggfunc="sum", fill_value=0)
    table = table.reindex(columns=[1, 0, -1], fill_value=0).set_axis(["cooperative", "neutral", "conflictual"], axis=1)
    table = table.assign(total=table.sum(axis=1)).astype("int64").reset_index()
    return table.sort_values(["total", "label"], ascending=[False, True], ignore_index=True).head(most)
