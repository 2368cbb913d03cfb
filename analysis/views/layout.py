"""Where the nodes of a network stand: a spring layout that is the same at each run."""
import math

import numpy as np
import rustworkx

_SEED = 20_240_229
# Exponent of the distance from the middle; below 1 the middle is widened.
_CROWDING = 0.72
# With so many nodes they are spread evenly over the disc, but for a tenth; of fewer the springs decide more.
_EVEN, _MOST_EVEN = 250, 0.9
# Steps in which nodes that stand too near one another move apart, and how near: a share of what each has in an even spread.
_STEPS, _NEAR = 20, 0.75


def positions(nodes: list[str], edges: list[tuple[str, str, int]]) -> dict[str, tuple[float, float]]:
    """Node ids and weighted edges → id → (x, y) within -1 to 1.

    Each connected part is laid out by itself (Fruchterman and Reingold 1991, from fixed starting points) and the parts
    are packed side by side, so that a pair apart from the rest does not push the rest into a corner.
    """
    if not nodes:
        return {}
    graph, index = rustworkx.PyGraph(multigraph=False), {}
    for node in sorted(nodes):
        index[node] = graph.add_node(node)
    for source, target, weight in sorted(edges):
        # The attraction grows slowly: a hundred stances do not pull a hundred times as much as one.
        pull = 1 + math.log(weight)
        graph.add_edge(index[source], index[target], pull)
    parts = sorted(rustworkx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    placed = [_one_part(graph, sorted(part)) for part in parts]
    return _packed(placed)


def _one_part(graph: rustworkx.PyGraph, part: list[int]) -> dict[str, tuple[float, float]]:
    """Positions of one connected part, centred, with radius growing as the square root of its number of nodes."""
    if len(part) == 1:
        return {graph[part[0]]: (0.0, 0.0)}
    inner = graph.subgraph(part)
    start = {place: (math.cos(2 * math.pi * place / len(part)), math.sin(2 * math.pi * place / len(part)))
             for place in range(len(part))}
    found = rustworkx.spring_layout(inner, pos=start, k=1.6 / math.sqrt(len(part)), num_iter=200, seed=_SEED,
                                    weight_fn=float, scale=1.0, center=(0.0, 0.0))
    names = [inner[place] for place in found.keys()]
    places = _apart(_evened(np.array([_outwards(float(x), float(y)) for x, y in found.values()])))
    return {node: (float(x), float(y)) for node, (x, y) in zip(names, places * math.sqrt(len(part)))}


def _outwards(x: float, y: float) -> tuple[float, float]:
    """Move a place within the unit square away from its middle, where the most involved nodes crowd."""
    distance = math.hypot(x, y)
    stretch = distance ** (_CROWDING - 1) if distance > 0.001 else 1.0
    return x * stretch, y * stretch


def _evened(places: np.ndarray) -> np.ndarray:
    """Places moved along their ray from the middle, so that many nodes stand as near one another in the middle as at the rim.

    A node keeps its direction. The disc grows towards the corners, which are otherwise empty.
    """
    distance = np.hypot(places[:, 0], places[:, 1])
    rank = np.empty(len(places))
    rank[np.argsort(distance, kind="stable")] = np.arange(len(places)) + 0.5
    share = min(_MOST_EVEN, len(places) / _EVEN)
    wanted = (1 - share) * distance + share * np.sqrt(rank / len(places))
    ray = places / np.maximum(distance, 1e-9)[:, None]
    cornered = (np.abs(ray) ** 4).sum(axis=1).clip(min=0.25) ** -0.25  # a superellipse, from 1 to 1.19
    return ray * (wanted * (1 + share * (cornered - 1)))[:, None]


def _apart(places: np.ndarray) -> np.ndarray:
    """Places of a disc, those that are too near one another moved apart, each by half of what is missing."""
    least = _NEAR * math.sqrt(math.pi / max(len(places), 4))
    for _ in range(_STEPS):
        x, y = places.T
        square = np.subtract.outer(x, x) ** 2 + np.subtract.outer(y, y) ** 2
        one, other = np.nonzero(np.triu(square < least ** 2, 1))
        if not len(one):
            break
        distance = np.sqrt(square[one, other])
        push = (places[one] - places[other]) * ((least - distance) / 2 / np.maximum(distance, 1e-6))[:, None]
        places = places.copy()
        np.add.at(places, one, push)
        np.add.at(places, other, -push)
    return places


def _packed(parts: list[dict[str, tuple[float, float]]]) -> dict[str, tuple[float, float]]:
    """Put the parts in rows under the largest, then bring everything within -1 to 1."""
    width = 2 * math.sqrt(len(parts[0])) + 1
    found, left, top, height = {}, 0.0, 0.0, 0.0
    for number, part in enumerate(parts):
        size = 2 * math.sqrt(len(part)) if len(part) > 1 else 1.0
        if number and left + size > width + 0.01 or number == 1:
            left, top, height = 0.0, top - height - 0.8, 0.0
        for node, (x, y) in part.items():
            found[node] = (left + size / 2 + x, top - size / 2 + y)
        left, height = left + size + 0.8, max(height, size)
    return _scaled(found)


def _scaled(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    reach = max(max(xs) - min(xs), max(ys) - min(ys)) / 2 or 1.0
    return {node: (round((x - middle[0]) / reach, 6), round((y - middle[1]) / reach, 6))
            for node, (x, y) in places.items()}
