"""The network, printed: the same places, curves, widths and labels as on the screen."""
import math
from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke

from analysis.charts import style
from analysis.charts.geometry import ASPECT, MARGIN, EdgePath, edge_paths, node_labels, spread
from analysis.exports.images.canvas import legend_entry, new_canvas
from analysis.views import SIGN_NAMES, Network

_SIDES = {"top": ((0, 1), "center", "bottom"), "bottom": ((0, -1), "center", "top"),
          "right": ((1, 0), "left", "center"), "left": ((-1, 0), "right", "center")}


def draw_network(network: Network, texts: Mapping[str, str], theme: str) -> tuple[Figure, list]:
    """Network → figure and the entries of its legend."""
    figure, axes = new_canvas(800, theme)
    draw_graph(axes, network, network, theme)
    return figure, network_legend(network, texts, theme)


def draw_graph(axes: Axes, network: Network, whole: Network, theme: str, scale: float = 1.0, dashes: Mapping[str, str] = MappingProxyType({})) -> None:
    """Draw a network, or a period of a ``whole`` in the places and sizes of that; ``scale`` 2 is half as wide. ``dashes``: key of
    an edge → how its line is broken."""
    axes.grid(False)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_aspect("equal")
    axes.set_xlim(-ASPECT * MARGIN, ASPECT * MARGIN)
    axes.set_ylim(-1.1, 1.12)
    nodes, places = spread(network.nodes), spread(whole.nodes)
    _add_edges(axes, edge_paths(places, network.edges), theme, dashes)
    sizes = _add_nodes(axes, nodes, whole, theme, scale)
    _add_labels(axes, nodes, places, sizes, theme, scale)


def _add_edges(axes: Axes, paths: list[EdgePath], theme: str, dashes: Mapping[str, str]) -> None:
    colours = [style.sign_colour(path.sign, theme) for path in paths]
    widths = [0.7 * style.edge_width(path.count) for path in paths]
    axes.add_collection(LineCollection([path.points for path in paths], colors=colours, linewidths=widths,
                                       linestyles=[dashes.get(path.key, "-") for path in paths],
                                       alpha=[style.edge_opacity(len(paths), style.edge_width(path.count)) for path in paths], capstyle="butt" if dashes else "round", zorder=1))
    directed = [(path, colour) for path, colour in zip(paths, colours) if path.directed]
    axes.add_collection(PolyCollection(
        [_arrow(path, len(paths)) for path, _ in directed], facecolors=[colour for _, colour in directed],
        edgecolors=style.THEME_COLOURS[theme].background, zorder=2, alpha=[style.arrow_opacity(path.count, len(paths)) for path, _ in directed],
        linewidths=[0.4 * style.arrow_rim(style.arrow_size(path.count, len(paths))) for path, _ in directed]))
    dots = [(path, colour) for path, colour in zip(paths, colours) if not path.directed]
    areas = [(0.55 * style.arrow_size(path.count, len(paths))) ** 2 for path, _ in dots]
    axes.scatter([path.arrow[0] for path, _ in dots], [path.arrow[1] for path, _ in dots], s=areas,
                 c=[colour for _, colour in dots], zorder=2)


def _arrow(path: EdgePath, edges: int) -> list[tuple[float, float]]:
    """A triangle at the edge's arrow, in units of the drawing."""
    size = 0.0022 * style.arrow_size(path.count, edges)
    turn = math.radians(path.angle)
    along, across = (math.sin(turn), math.cos(turn)), (math.cos(turn), -math.sin(turn))
    x, y = path.arrow
    return [(x + along[0] * size, y + along[1] * size),
            (x - along[0] * size + across[0] * size * 0.7, y - along[1] * size + across[1] * size * 0.7),
            (x - along[0] * size - across[0] * size * 0.7, y - along[1] * size - across[1] * size * 0.7)]


def _add_nodes(axes: Axes, nodes: pd.DataFrame, whole: Network, theme: str, scale: float) -> dict[str, float]:
    """Draw the nodes in the colours of their communities; id → its diameter in points."""
    colours, largest = style.THEME_COLOURS[theme], whole.nodes["total"].max()
    diameters = {row.id: 0.75 / scale * style.scaled_size(row.total, largest, style.node_sizes(len(whole.nodes)))
                 for row in nodes.itertuples()}
    for kind, rows in nodes.groupby("kind"):
        fills = [style.community_colour(community, theme) for community in rows["community"]]
        axes.scatter(rows["x"], rows["y"], s=[diameters[node] ** 2 for node in rows["id"]],
                     marker=style.kind_symbol(kind).matplotlib, facecolors=fills, edgecolors=colours.node_border,
                     linewidths=1.1, zorder=3)
    return diameters


def _add_labels(axes: Axes, nodes: pd.DataFrame, whole: pd.DataFrame, diameters: dict[str, float], theme: str,
                scale: float) -> None:
    colours, places = style.THEME_COLOURS[theme], nodes.set_index("id")
    halo = [withStroke(linewidth=2.5, foreground=colours.background)]
    for node, label in node_labels(whole, scale=scale).items():
        if node not in places.index:
            continue
        (right, up), across, along = _SIDES[label.side]
        away = diameters[node] / 2 + 3
        axes.annotate(label.text, (places.at[node, "x"], places.at[node, "y"]), (right * away, up * away),
                      textcoords="offset points", ha=across, va=along, fontsize=8, color=colours.text, zorder=4,
                      path_effects=halo)


def network_legend(network: Network, texts: Mapping[str, str], theme: str) -> list:
    """The entries of a network's legend."""
    colours = style.THEME_COLOURS[theme]
    entries = [legend_entry(texts[f"sign.{name}"], style.sign_colour(sign, theme), line=3)
               for sign, name in SIGN_NAMES.items() if (network.edges["sign"] == sign).any()]
    if not network.edges["directed"].all():
        entries.append(legend_entry(texts["meetings"], style.sign_colour(0, theme), "o"))
    used = set(network.nodes["kind"])
    return entries + [legend_entry(texts[f"kind.{kind}"], colours.node, symbol.matplotlib, border=colours.node_border)
                      for kind, symbol in style.KIND_SYMBOLS.items() if kind in used]
