"""Where the lanes of a timeline and the lines and labels of a network run, the same on the screen and in print."""
import math
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from analysis.charts.escape import shortened
from analysis.charts.style import LANE_HEIGHT, MANY_SIZES, MARK_SIZE, MOST_LANE_HEIGHT
from analysis.views import Lanes, row_by_row

_STEPS = 12
# What the start, the handle and the end of a curve weigh in each of its points.
_SHARES = tuple(((1 - at) ** 2, 2 * at * (1 - at), at ** 2) for at in (step / _STEPS for step in range(_STEPS + 1)))
_BEND = 0.16
_DRAWN = ["source", "target", "directed", "sign", "key", "count"]
# Where along an edge its arrow stands: beyond the middle, so that it points to the target.
_ARROW_AT = 0.6
# Networks are drawn wider than high, as screens and pages are.
ASPECT = 1.5
# How far beyond the outermost nodes the drawing reaches.
MARGIN = 1.14
_MOST_LABELS = 70
# So many of the most involved nodes are named where their names cover no other name.
_ALWAYS = 12
# Size of a letter, a line of text and a node, in units of the layout.
_LETTER, _LINE, _NODE = 0.0225, 0.05, 0.035
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class EdgePath:
    """One edge: its points from source to target, where its arrow stands, where that points (degrees from up, clockwise)
    and the point of the curve just ``before`` it."""

    key: str
    sign: int
    directed: bool
    count: int
    points: tuple[tuple[float, float], ...]
    arrow: tuple[float, float]
    angle: float
    before: tuple[float, float]


def spread(nodes: pd.DataFrame) -> pd.DataFrame:
    """Nodes of a Network with x from -1.5 to 1.5, the width of the drawing."""
    return nodes.assign(x=nodes["x"] * ASPECT)


def lane_places(lanes: Lanes) -> tuple[pd.Series, pd.Series, float]:
    """Height of the middle of each lane, height of each point, and of all, in pixels from the top; a lane with a high
    stack of marks is higher, up to a limit, beyond which its marks overlap."""
    stack, mark = lanes.lanes["stack"], (MANY_SIZES[1] if lanes.aggregated else MARK_SIZE) + 2
    heights = (stack * mark + 8).clip(LANE_HEIGHT, MOST_LANE_HEIGHT)
    middle = heights.cumsum() - heights / 2
    step = ((heights - 8) / stack).clip(upper=mark)
    points = lanes.points
    return middle, points["order"].map(middle) + points["offset"] * points["order"].map(step), float(heights.sum())


def edge_paths(nodes: pd.DataFrame, edges: pd.DataFrame) -> list[EdgePath]:
    """Nodes (id, x, y) and edges of a Network → paths; edges of one pair are bent apart, each to its own side."""
    places = {row.id: (row.x, row.y) for row in row_by_row(nodes[["id", "x", "y"]])}
    taken: dict[tuple[str, str], int] = {}
    found = []
    for edge in sorted(row_by_row(edges[_DRAWN]), key=lambda edge: edge[:4]):
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
    points = tuple((a * x0 + b * handle[0] + c * x1, a * y0 + b * handle[1] + c * y1) for a, b, c in _SHARES)
    at = _ARROW_AT if edge.directed else 0.5
    before, after = _on_curve(start, handle, end, at - 0.02), _on_curve(start, handle, end, at + 0.02)
    angle = math.degrees(math.atan2(after[0] - before[0], after[1] - before[1]))
    return EdgePath(edge.key, edge.sign, edge.directed, edge.count, points, _on_curve(start, handle, end, at), angle,
                    before)


def _on_curve(start: tuple[float, float], handle: tuple[float, float], end: tuple[float, float],
              at: float) -> tuple[float, float]:
    return tuple((1 - at) ** 2 * start[axis] + 2 * at * (1 - at) * handle[axis] + at ** 2 * end[axis]
                 for axis in (0, 1))


class Label(NamedTuple):
    """Where a label stands: its node, the side of the node it is on, and its text."""

    side: str
    text: str


def node_labels(nodes: pd.DataFrame, longest: int = 30, scale: float = 1.0) -> dict[str, Label]:
    """Labels of the most involved nodes that can stand above, below or beside them without covering one another.

    Nodes are those of :func:`spread`; labels longer than ``longest`` characters are cut. ``scale`` is 2 where the
    drawing is half as wide, and letters take twice the place.
    """
    written: list[Box] = []
    found = {}
    # In a crowd the labels of the most involved may cover the nodes of the least involved.
    ranked = nodes.sort_values(["total", "id"], ascending=[False, True]).head(_MOST_LABELS if len(nodes) <= 120 else 40)
    rows = list(row_by_row(ranked[["id", "x", "y", "label"]]))
    boxes = [(row.x - _NODE, row.y - _NODE, row.x + _NODE, row.y + _NODE) for row in rows]
    for number, node in enumerate(rows):
        text = shortened(node.label, longest)
        others = boxes[:number] + boxes[number + 1:] + written
        sides = [place for place in _sides(node.x, node.y, len(text) * _LETTER * scale, _LINE * scale) if _inside(place[1])]
        free = [place for place in sides if not any(_overlap(place[1], other) for other in others)]
        if not free and number < _ALWAYS:  # the strongest are named, over the nodes beside them if need be
            free = [place for place in sides if not any(_overlap(place[1], other) for other in written)]
        for side, box in free[:1]:
            found[node.id] = Label(side, text)
            written.append(box)
    return found


def _sides(x: float, y: float, width: float, line: float) -> tuple[tuple[str, Box], ...]:
    out, half = _NODE + 0.01, width / 2
    return (("top", (x - half, y + out, x + half, y + out + line)),
            ("bottom", (x - half, y - out - line, x + half, y - out)),
            ("right", (x + out, y - line / 2, x + out + width, y + line / 2)),
            ("left", (x - out - width, y - line / 2, x - out, y + line / 2)))


def _inside(box: Box) -> bool:
    return box[0] > -ASPECT * MARGIN and box[2] < ASPECT * MARGIN


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
