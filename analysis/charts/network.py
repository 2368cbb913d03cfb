"""The network: nodes by kind, edges directed and signed, width by number, the same layout at each run."""
from collections.abc import Mapping

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.escape import plotly_lines, plotly_text
from analysis.charts.geometry import ASPECT, MARGIN, EdgePath, edge_paths, node_labels, spread
from analysis.charts.layout import empty_figure, legend_line, legend_mark, new_figure
from analysis.charts.wording import balance_text, number_text
from analysis.charts.words import worded
from analysis.views import SIGN_NAMES, Network

_HEIGHT = 680
_POSITIONS = {"top": "top center", "bottom": "bottom center", "left": "middle left", "right": "middle right"}


def network_figure(network: Network, texts: Mapping[str, str] | None = None, theme: str = "light") -> go.Figure:
    """Network → plotly figure; ``customdata[0]`` of a node, and of the arrow on an edge, is its key."""
    texts = worded(texts)
    if network.nodes.empty:
        return empty_figure(theme, texts)
    figure = new_figure(theme, texts, _HEIGHT)
    nodes = spread(network.nodes)
    paths = edge_paths(nodes, network.edges)
    for (sign, width), group in _by_look(paths).items():
        _add_lines(figure, group, sign, width, theme, len(paths))
    _add_arrows(figure, network, paths, texts, theme)
    _add_nodes(figure, nodes, texts, theme)
    _add_legend(figure, network, texts, theme)
    figure.update_xaxes(visible=False, range=[-ASPECT * MARGIN, ASPECT * MARGIN], constrain="range")
    figure.update_yaxes(visible=False, range=[-1.08, 1.15], scaleanchor="x", scaleratio=1, constrain="range")
    figure.update_layout(dragmode="pan", hovermode="closest")
    return figure


def _by_look(paths: list[EdgePath]) -> dict[tuple[int, float], list[EdgePath]]:
    """Edges of one sign and width are one trace: plotly knows one width a trace."""
    groups: dict[tuple[int, float], list[EdgePath]] = {}
    for path in paths:
        groups.setdefault((path.sign, style.edge_width(path.count)), []).append(path)
    return dict(sorted(groups.items(), key=lambda item: item[0][1]))


def _add_lines(figure: go.Figure, paths: list[EdgePath], sign: int, width: float, theme: str,
               edges: int) -> None:
    gap = (np.nan, np.nan)
    places = np.array([point for path in paths for point in (*path.points, gap)])
    figure.add_scatter(x=places[:, 0], y=places[:, 1], mode="lines", hoverinfo="skip", showlegend=False,
                       opacity=style.edge_opacity(edges),
                       line={"color": style.sign_colour(sign, theme), "width": width})


def _add_arrows(figure: go.Figure, network: Network, paths: list[EdgePath], texts: Mapping[str, str],
                theme: str) -> None:
    """On each edge an arrow (a dot where it has no direction) that carries the hover text and the key."""
    edges = {row.key: row for row in network.edges.itertuples()}
    for look in sorted({(path.sign, path.directed) for path in paths}):
        group = [path for path in paths if (path.sign, path.directed) == look]
        figure.add_scatter(
            x=np.array([path.arrow[0] for path in group]), y=np.array([path.arrow[1] for path in group]), mode="markers",
            customdata=[[path.key] for path in group], hovertext=[edge_hover(edges[path.key], texts) for path in group],
            hoverinfo="text", showlegend=False, selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 0.5}}, marker={
                "symbol": "arrow" if look[1] else "circle", "angleref": "up", "color": style.sign_colour(look[0], theme),
                "angle": np.array([path.angle for path in group]), "opacity": 1,
                "size": np.array([style.arrow_size(path.count, len(paths)) for path in group]),
                "line": {"width": 1, "color": style.THEME_COLOURS[theme].background}})


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


def node_hover(node, texts: Mapping[str, str]) -> str:
    """What a node says on hover, escaped: name, office, how many stances it takes and receives."""
    numbers = texts["gives_receives"].format(given=number_text(node.given, texts),
                                             received=number_text(node.received, texts))
    lines = [node.role or texts.get(f"kind.{node.kind}", ""), numbers,
             texts["balance_of"].format(n=balance_text(node.balance, texts))]
    return "<br>".join([f"<b>{plotly_lines(node.label, lines=2)}</b>", *(plotly_lines(line) for line in lines if line)])


def _add_nodes(figure: go.Figure, nodes: pd.DataFrame, texts: Mapping[str, str], theme: str) -> None:
    colours, sizes = style.THEME_COLOURS[theme], style.node_sizes(len(nodes))
    labels = node_labels(nodes)
    largest = nodes["total"].max()
    figure.add_scatter(
        x=nodes["x"], y=nodes["y"], mode="markers+text", showlegend=False, customdata=nodes[["key"]].to_numpy(),
        text=[plotly_text(labels[node].text) if node in labels else "" for node in nodes["id"]],
        textposition=[_POSITIONS[labels[node].side] if node in labels else "top center" for node in nodes["id"]],
        textfont={"size": 12, "color": colours.text, "shadow": f"0 0 3px {colours.background}"},
        hoverinfo="text", cliponaxis=False,
        hovertext=[node_hover(row, texts) for row in nodes.itertuples()],
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.6}, "textfont": {"color": colours.faint}},
        marker={"symbol": [style.kind_symbol(kind).plotly for kind in nodes["kind"]], "color": colours.node,
                "size": [style.scaled_size(total, largest, sizes) for total in nodes["total"]], "opacity": 1,
                "line": {"width": 1.5, "color": colours.node_border}})


def _add_legend(figure: go.Figure, network: Network, texts: Mapping[str, str], theme: str) -> None:
    colours = style.THEME_COLOURS[theme]
    for sign, name in SIGN_NAMES.items():
        if (network.edges["sign"] == sign).any():
            legend_line(figure, texts[f"sign.{name}"], color=style.sign_colour(sign, theme), width=4)
    if not network.edges["directed"].all():
        legend_mark(figure, texts["meetings"], color=style.sign_colour(0, theme), symbol="circle", size=9)
    for kind, symbol in style.KIND_SYMBOLS.items():
        if (network.nodes["kind"] == kind).any():
            legend_mark(figure, texts[f"kind.{kind}"], color=colours.node, symbol=symbol.plotly,
                        line={"width": 1.5, "color": colours.node_border})
