"""Where the lanes of a timeline and the lines and labels of a network run, the same on the screen and in print."""
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.charts.escape import shortened
from analysis.charts.style import LANE_HEIGHT, MANY_SIZES, MARK_SIZE, MOST_LANE_HEIGHT, node_sizes, scaled_size
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
_MOST_LABELS = 90
# So many of the most involved nodes are named where their names cover no other name.
_ALWAYS = 12
# Width of a letter and height of a line, in pixels.
_LETTER, _LINE = 6.9, 15.0
# Pixels of a unit of the layout, where a network has the whole width of a page.
_ACROSS, _ALONG = 310.0, 265.0
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
    drawing is half as wide and high, and letters take twice the place.
    """
    ranked = nodes.sort_values(["total", "id"], ascending=[False, True])
    sizes = node_sizes(len(nodes))
    largest = nodes["total"].max() if len(nodes) else 0
    texts = [shortened(label, longest) for label in ranked["label"]]
    spots = [Spot(row.x * _ACROSS / scale, row.y * _ALONG / scale, scaled_size(row.total, largest, sizes) / 2, text)
             for row, text in zip(row_by_row(ranked[["x", "y", "total"]]), texts)]
    sides = label_sides(spots, ASPECT * MARGIN * _ACROSS / scale)
    return {ranked["id"].iat[place]: Label(side, texts[place]) for place, side in sides.items()}


class Spot(NamedTuple):
    """A node in pixels: its place, its radius, and the text that wants to stand beside it."""

    x: float
    y: float
    radius: float
    text: str


def label_sides(spots: Sequence[Spot], edge: float, always: int = _ALWAYS, letter: float = _LETTER) -> dict[int, str]:
    """Nodes, the most involved first → place in the list → side of those whose label finds room within ``edge`` of the middle.

    No label covers another, nor a node that is named before it or of its own rank. Of the sides that are free, it takes the one
    where it covers fewest of the lesser nodes.
    """
    written: list[Box] = []
    found: dict[int, str] = {}
    dots = np.array([(spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius) for spot in spots]).reshape(-1, 4)
    for place, spot in enumerate(spots[:_MOST_LABELS]):
        sides = [each for each in _sides(spot, letter) if abs(each[1][0]) < edge and abs(each[1][2]) < edge
                 and not any(_overlap(each[1], other) for other in written)] if spot.text else []
        covered = [(*_covered(box, dots), side, box) for side, box in sides]
        free = [each for each in covered if not each[0]] or (covered if place < always else [])  # the strongest are named, over nodes if need be
        for _, _, side, box in sorted(free, key=lambda each: each[:2])[:1]:
            found[place] = side
            written.append(box)
    return found


def _sides(spot: Spot, letter: float) -> tuple[tuple[str, Box], ...]:
    """The box of a label on each side; heights grow upwards."""
    x, y, out, width = spot.x, spot.y, spot.radius + 2, len(spot.text) * letter
    half = width / 2
    return (("top", (x - half, y + out, x + half, y + out + _LINE)),
            ("bottom", (x - half, y - out - _LINE, x + half, y - out)),
            ("right", (x + out, y - _LINE / 2, x + out + width, y + _LINE / 2)),
            ("left", (x - out - width, y - _LINE / 2, x - out, y + _LINE / 2)))


def _covered(box: Box, dots: np.ndarray) -> tuple[int, int]:
    """How many nodes a label would cover: of those that may be named, and of all."""
    under = (dots[:, 0] < box[2]) & (box[0] < dots[:, 2]) & (dots[:, 1] < box[3]) & (box[1] < dots[:, 3])
    return np.count_nonzero(under[:_MOST_LABELS]), np.count_nonzero(under)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
