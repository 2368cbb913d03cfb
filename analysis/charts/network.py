"""The network: nodes by kind, edges directed and signed, width by number, the same layout at each run."""
from collections.abc import Mapping

import pandas as pd

from analysis.charts import style
from analysis.charts.draft import Draft
from analysis.charts.edges import Look, edge_traces, looks_of
from analysis.charts.escape import plotly_lines, plotly_text
from analysis.charts.geometry import ASPECT, MARGIN, edge_paths, node_labels, spread
from analysis.charts.layout import empty_figure, legend_line, legend_mark, new_figure
from analysis.charts.wording import balance_text, number_text
from analysis.charts.words import worded
from analysis.views import SIGN_NAMES, Network, row_by_row

_HEIGHT = 680
PART_HEIGHT = 440  # pixels: of half a network, and of a small one
POSITIONS = {"top": "top center", "bottom": "bottom center", "left": "middle left", "right": "middle right"}


def network_figure(network: Network, texts: Mapping[str, str] | None = None, theme: str = "light",
                   whole: Network | None = None, height: int = 0) -> Draft:
    """Network → plotly figure; ``customdata[0]`` of a node, and of every place along an edge, is its key.

    The colour of a node is that of its community. Given the ``whole`` that the network is a period of, sizes are those of
    the whole and the drawing is half as wide. ``height`` is in pixels, 0 for the usual one.
    """
    texts = worded(texts)
    if network.nodes.empty:
        return empty_figure(theme, texts)
    figure = new_figure(theme, texts, height or (PART_HEIGHT if whole else _HEIGHT))
    for trace in network_traces(network, texts, theme, whole, 2.25 if whole else 1.0):
        figure.add_trace(trace)
    _add_legend(figure, network, texts, theme)
    frame_network(figure)
    if whole:
        figure.update_layout(margin={"t": 78})
    return figure


def frame_network(figure: Draft) -> None:
    """Axes that are not seen. Width and height have scales of their own, so that a narrow screen is filled too: places
    have no measure."""
    figure.update_xaxes(visible=False, range=[-ASPECT * MARGIN, ASPECT * MARGIN])
    figure.update_yaxes(visible=False, range=[-1.08, 1.15])
    figure.update_layout(dragmode="pan", hovermode="closest")


def network_traces(network: Network, texts: Mapping[str, str], theme: str, whole: Network | None = None,
                   label_scale: float = 1.0, looks: list[Look] | None = None) -> list[dict]:
    """All traces of a network: edges, then nodes. ``looks`` are those of :func:`analysis.charts.edges.looks_of`, given
    where several networks must have the same traces."""
    whole = whole or network
    nodes = spread(network.nodes)
    paths = edge_paths(spread(whole.nodes), network.edges)
    traces = edge_traces(network, paths, looks or looks_of([network]), texts, theme, len(whole.edges))
    return [*traces, node_trace(nodes, whole, texts, theme, label_scale)]


def node_trace(nodes: pd.DataFrame, whole: Network, texts: Mapping[str, str], theme: str,
                label_scale: float) -> dict:
    """The nodes, the most involved first, so that the less involved lie on top of them."""
    nodes = nodes.sort_values(["total", "id"], ascending=[False, True])
    colours, sizes = style.THEME_COLOURS[theme], style.node_sizes(len(whole.nodes))
    labels = node_labels(spread(whole.nodes), scale=label_scale)
    largest = whole.nodes["total"].max()
    fills = [style.community_colour(community, theme) for community in nodes["community"]]
    return {
        "type": "scatter", "x": nodes["x"], "y": nodes["y"], "mode": "markers+text", "showlegend": False,
        "customdata": nodes[["key"]].to_numpy(),
        "text": [plotly_text(labels[node].text) if node in labels else "" for node in nodes["id"]],
        "textposition": [POSITIONS[labels[node].side] if node in labels else "top center" for node in nodes["id"]],
        "textfont": {"size": 12, "color": colours.text, "shadow": ", ".join([f"0 0 3px {colours.background}"] * 3)},
        "hoverinfo": "text", "cliponaxis": False, "hovertext": [node_hover(row, texts) for row in row_by_row(nodes)],
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.6}, "textfont": {"color": colours.faint}},
        "marker": {"symbol": [style.kind_symbol(kind).plotly for kind in nodes["kind"]], "color": fills,
                "size": [style.scaled_size(total, largest, sizes) for total in nodes["total"]], "opacity": 1,
                "line": {"width": 1.5, "color": colours.node_border}}}


def node_hover(node, texts: Mapping[str, str]) -> str:
    """What a node says on hover, escaped: name, office, how many stances it takes and receives, community."""
    numbers = texts["gives_receives"].format(given=number_text(node.given, texts),
                                             received=number_text(node.received, texts))
    community = texts["community_of"].format(n=node.community) if node.community else ""
    lines = [node.role or texts.get(f"kind.{node.kind}", ""), numbers,
             texts["balance_of"].format(n=balance_text(node.balance, texts)), community]
    return "<br>".join([f"<b>{plotly_lines(node.label, lines=2)}</b>", *(plotly_lines(line) for line in lines if line)])


def _add_legend(figure: Draft, network: Network, texts: Mapping[str, str], theme: str) -> None:
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
