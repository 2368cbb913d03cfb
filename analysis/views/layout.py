"""Where the nodes of a network stand: a spring layout that is the same at each run."""
import math

import rustworkx

_SEED = 20_240_229
# Exponent of the distance from the middle; below 1 the middle is widened.
_CROWDING = 0.72


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
    radius = math.sqrt(len(part))
    spread = {inner[place]: _outwards(float(x), float(y)) for place, (x, y) in found.items()}
    return {node: (x * radius, y * radius) for node, (x, y) in spread.items()}


def _outwards(x: float, y: float) -> tuple[float, float]:
    """Move a place within the unit square away from its middle, where the most involved nodes crowd."""
    distance = math.hypot(x, y)
    stretch = distance ** (_CROWDING - 1) if distance > 0.001 else 1.0
    return x * stretch, y * stretch


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
