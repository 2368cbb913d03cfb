"""The edges of a network as traces: lines, points along them that can be clicked, and arrows.

Edges of one sign and width are one trace, since plotly knows one width a trace.
"""
from collections.abc import Iterable, Mapping

import numpy as np

from analysis.charts import style
from analysis.charts.escape import plotly_lines, plotly_text
from analysis.charts.geometry import EdgePath
from analysis.charts.wording import balance_text, number_text
from analysis.charts.words import worded
from analysis.views import SIGN_NAMES, Network, row_by_row

# Above so many edges the points that can be clicked are drawn by the graphics card.
_FEW_EDGES = 250
# What edges that look alike share: line or arrow, sign, and the line's width or whether the arrow has a direction.
Look = tuple[str, int, float]


def looks_of(networks: Iterable[Network]) -> list[Look]:
    """The looks of all edges of some networks, thin lines first, then arrows."""
    found: set[Look] = set()
    for network in networks:
        for sign, count, directed in set(row_by_row(network.edges[["sign", "count", "directed"]])):
            found |= {("line", sign, style.edge_width(count)), ("mark", sign, float(directed))}
    return sorted(found, key=lambda look: (look[0], look[2] if look[0] == "line" else look[1], look[1], look[2]))


def edge_traces(network: Network, paths: list[EdgePath], looks: list[Look], texts: Mapping[str, str], theme: str,
                number: int) -> list[dict]:
    """A trace for each look, also where no edge has it, and one of points that cannot be seen but be clicked.

    They are dictionaries: of a trace that is made already plotly makes a copy, checking every value once more. ``number``
    of edges sets how strong they are drawn.
    """
    said = {row.key: edge_hover(row, texts) for row in row_by_row(network.edges)}
    alike: dict[Look, list[EdgePath]] = {}
    for path in paths:
        for look in (("line", path.sign, style.edge_width(path.count)), ("mark", path.sign, float(path.directed))):
            alike.setdefault(look, []).append(path)
    lines = [line_trace(alike.get(look, []), look, theme, number) for look in looks if look[0] == "line"]
    arrows = [arrow_trace(alike.get(look, []), look, said, theme, number) for look in looks if look[0] == "mark"]
    return [*lines, touch_trace(paths, said, number), *arrows]


def line_trace(paths: list[EdgePath], look: Look, theme: str, number: int, dash: str = "solid") -> dict:
    """The lines of edges that look alike."""
    gap = (np.nan, np.nan)
    places = np.array([point for path in paths for point in (*path.points, gap)]).reshape(-1, 2)
    return {"type": "scatter", "x": places[:, 0], "y": places[:, 1], "mode": "lines", "hoverinfo": "skip", "showlegend": False,
            "opacity": style.edge_opacity(number, look[2]), "line": {"color": style.sign_colour(look[1], theme), "width": look[2], "dash": dash}}


def touch_trace(paths: list[EdgePath], said: Mapping[str, str], number: int) -> dict:
    """Points along each edge that cannot be seen, but be pointed at and clicked.

    Where edges are many the graphics card holds them: thousands of elements of a page would make it slow.
    """
    kind, step = ("scatter", 1) if number <= _FEW_EDGES else ("scattergl", 2)
    rows = [(x, y, path.key) for path in paths for x, y in path.points[1:-1:step]]
    clear = {"marker": {"opacity": 0}}
    return {
        "type": kind, "x": np.array([x for x, _, _ in rows]), "y": np.array([y for _, y, _ in rows]), "mode": "markers",
        "hoverinfo": "text", "customdata": _column([[key] for _, _, key in rows]),
        "hovertext": _column([said[key] for _, _, key in rows]), "showlegend": False,
        "marker": {"size": 8, "opacity": 0}, "selected": clear, "unselected": clear}


def arrow_trace(paths: list[EdgePath], look: Look, said: Mapping[str, str], theme: str, number: int) -> dict:
    """On each edge an arrow (a dot where it has no direction) that carries the hover text and the key.

    An arrow points away from the point before it in its trace, a point without size: on the screen, where it stays
    right however the drawing is stretched.
    """
    rows = [place for path in paths for place in _arrow_places(path, number)]
    return {
        "type": "scatter", "x": np.array([x for (x, _), _, _ in rows]), "y": np.array([y for (_, y), _, _ in rows]),
        "mode": "markers", "customdata": _column([[key] for _, _, key in rows]),
        "hovertext": _column([said[key] for _, _, key in rows]), "hoverinfo": "text", "showlegend": False,
        "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 0.5}}, "marker": {
            "symbol": "arrow" if look[2] else "circle", "angleref": "previous" if look[2] else "up",
            "color": style.sign_colour(look[1], theme), "size": np.array([size for _, size, _ in rows]),
            "opacity": np.array([style.arrow_opacity(path.count, number) for path in paths for _ in _arrow_places(path, number)]),
            "line": {"width": np.array([style.arrow_rim(size) for _, size, _ in rows]),
                     "color": style.THEME_COLOURS[theme].background}}}


def _column(values: list) -> np.ndarray:
    """Values as plotly takes them quickest."""
    return np.array(values, dtype=object).reshape(len(values), *([1] if values and isinstance(values[0], list) else []))


def _arrow_places(path: EdgePath, number: int) -> list[tuple[tuple[float, float], float, str]]:
    """Place, size and key: the arrow, and before it, where it has a direction, the point that it points away from."""
    arrow = (path.arrow, style.arrow_size(path.count, number), path.key)
    return [(path.before, 0.0, path.key), arrow] if path.directed else [arrow]


def edge_hover(edge, texts: Mapping[str, str]) -> str:
    """What an edge says on hover, escaped: who towards whom, how many of which sign, of how many in all."""
    arrow = "→" if edge.directed else "–"
    sign = texts["stances_in"].format(n=number_text(edge.count, texts), sign=texts[f"sign.{SIGN_NAMES[edge.sign]}"])
    lines = [sign if edge.directed else f"{sign} ({texts['act.consult']})"]
    if edge.total > edge.count:
        whole = texts["of_pair"].format(n=number_text(edge.total, texts))
        lines.append(f"{whole}, {texts['balance_of'].format(n=balance_text(edge.balance, texts))}")
    who = plotly_lines(f"{edge.source_label} {arrow} {edge.target_label}", lines=2)
    return "<br>".join([f"<b>{who}</b>", *(plotly_text(line) for line in lines)])
