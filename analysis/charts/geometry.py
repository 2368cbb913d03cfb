"""Where the lines and labels of a network run, the same for the screen and for the printed picture."""
import math
from dataclasses import dataclass

import pandas as pd

_STEPS = 12
_BEND = 0.16
# Where along an edge its arrow stands: beyond the middle, so that it points to the target.
_ARROW_AT = 0.6


@dataclass(frozen=True)
class EdgePath:
    """One edge: its points from source to target, where its arrow stands and where that points (degrees from up,
    clockwise)."""

    key: str
    sign: int
    directed: bool
    count: int
    points: tuple[tuple[float, float], ...]
    arrow: tuple[float, float]
    angle: float


def edge_paths(nodes: pd.DataFrame, edges: pd.DataFrame) -> list[EdgePath]:
    """Nodes (id, x, y) and edges of a Network → paths; edges of one pair are bent apart, each to its own side."""
    places = {row.id: (row.x, row.y) for row in nodes.itertuples()}
    taken: dict[tuple[str, str], int] = {}
    found = []
    for edge in edges.sort_values(["source", "target", "directed", "sign"]).itertuples():
        pair = (edge.source, edge.target)
        bend = 0.0
        if edge.directed:
            taken[pair] = taken.get(pair, 0) + 1
            bend = _BEND * taken[pair]
        found.append(_path(edge, places[edge.source], places[edge.target], bend))
    return sorted(found, key=lambda path: path.count)


def _path(edge, start: tuple[float, float], end: tuple[float, float], bend: float) -> EdgePath:
    """A quadratic curve whose middle is moved to the left of its direction by ``bend`` times its length."""
    (x0, y0), (x1, y1) = start, end
    handle = ((x0 + x1) / 2 - (y1 - y0) * bend, (y0 + y1) / 2 + (x1 - x0) * bend)
    points = tuple(_on_curve(start, handle, end, step / _STEPS) for step in range(_STEPS + 1))
    at = _ARROW_AT if edge.directed else 0.5
    before, after = _on_curve(start, handle, end, at - 0.02), _on_curve(start, handle, end, at + 0.02)
    angle = math.degrees(math.atan2(after[0] - before[0], after[1] - before[1]))
    return EdgePath(edge.key, edge.sign, edge.directed, edge.count, points, _on_curve(start, handle, end, at), angle)


def _on_curve(start: tuple[float, float], handle: tuple[float, float], end: tuple[float, float],
              at: float) -> tuple[float, float]:
    return tuple((1 - at) ** 2 * start[axis] + 2 * at * (1 - at) * handle[axis] + at ** 2 * end[axis]
                 for axis in (0, 1))


def labelled_nodes(nodes: pd.DataFrame, labels: dict[str, str], letter: float = 0.021, line: float = 0.05) -> set[str]:
    """Ids of the nodes whose labels can stand above them without covering a label or a node of more stances.

    ``letter`` is the width of a letter and ``line`` the height of a line, in units of the layout (which is 2 wide).
    """
    boxes, found = [], set()
    ranked = nodes.sort_values(["total", "id"], ascending=[False, True])
    for node in ranked.itertuples():
        half = len(labels[node.id]) * letter / 2
        box = (node.x - half, node.y + 0.02, node.x + half, node.y + 0.02 + line)
        if not any(_overlap(box, other) for other in boxes):
            found.add(node.id)
            boxes += [box, (node.x - 0.03, node.y - 0.03, node.x + 0.03, node.y + 0.03)]
    return found


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
