"""A chart for a screen of some 360 pixels: shorter labels, fewer days on the axis, smaller type; the same marks."""
from html import unescape

import numpy as np
import plotly.graph_objects as go

from analysis.charts.bars import PANEL
from analysis.charts.draft import Draft
from analysis.charts.escape import plotly_text, shortened, wrapped
from analysis.charts.geometry import Spot, label_sides
from analysis.charts.matrix import CORNER, overhang
from analysis.charts.network import POSITIONS
from analysis.charts.style import NARROW_BUBBLE, NARROW_FONT

_LABEL, _LINES = 13, 2
_CHARACTER = 6  # pixels of a letter of NARROW_FONT
_MOST_DAYS = 4
_TITLE_LINES = 3
_COLUMN = 20  # pixels of a column of a matrix
_WIDTH = 340  # pixels of the drawing
_THINNER = 0.65  # of a network's lines and arrows
_NAME, _ALWAYS = 20, 6  # letters of a node's name, and how many nodes are named even where their names cover other nodes
_TITLES = 42  # letters of all titles that stand beside one another


def narrowed(figure: Draft | go.Figure) -> go.Figure:
    """A copy of the figure, drawn for a narrow screen; dragging moves the page and not the chart."""
    figure = go.Figure(figure.figure if isinstance(figure, Draft) else figure)
    corner = [len(_plain(line)) for words in figure.layout.annotations if words.name == CORNER for line in words.text.split("<br>")]
    longest = max([0, *corner, *(_shorten_rows(axis) for axis in figure.select_yaxes())])
    for axis in figure.select_xaxes():
        _shorten_columns(axis)
    most = _TITLES // len(list(figure.select_xaxes()))
    for annotation in figure.layout.annotations:
        annotation.font.size = NARROW_FONT
        if annotation.name == PANEL:  # cut short, the titles of two panels would be the same
            annotation.text = "<br>".join(map(plotly_text, wrapped(_plain(annotation.text), most, lines=_TITLE_LINES)))
        else:
            annotation.text = "<br>".join(_short(line, most) for line in str(annotation.text or "").split("<br>"))
    figure.update_layout(dragmode=False, font_size=NARROW_FONT, legend_font_size=NARROW_FONT, legend_tracegroupgap=6)
    figure.update_layout(margin={"r": 6 + _leaning(figure), **({"l": 10 + _CHARACTER * longest} if longest else {})})
    figure.for_each_trace(_shrink, selector={"type": "scatter"})
    traces = [*figure.data, *(trace for frame in figure.frames for trace in frame.data)]
    if any(_names_nodes(trace) for trace in traces):
        for trace in traces:
            _thin(trace, figure)
    return figure


def _leaning(figure: go.Figure) -> float:
    """Room at the right for names of columns that lean out of the drawing."""
    slanting = [axis for axis in figure.select_xaxes() if axis.ticktext and axis.ticklabeloverflow == "allow"]
    return max((overhang([_plain(label) for label in axis.ticktext], _COLUMN, _CHARACTER) for axis in slanting), default=0.0)


def _shorten_rows(axis) -> int:
    """Shorten the labels of the rows; returns the length of the longest line."""
    if axis.ticktext is None:
        return 0
    labels = [wrapped(_plain(label), _LABEL, lines=_LINES) for label in axis.ticktext]
    axis.update(ticktext=["<br>".join(map(plotly_text, lines)) for lines in labels], tickfont_size=NARROW_FONT)
    return max((len(line) for lines in labels for line in lines), default=0)


def _shorten_columns(axis) -> None:
    """Fewer days on an axis of time, and shorter names on one of names."""
    if axis.ticktext is None:
        return
    axis.tickfont.size = NARROW_FONT
    if axis.type == "date":
        step = -(-len(axis.ticktext) // _MOST_DAYS)
        axis.update(tickvals=list(axis.tickvals)[::step], ticktext=list(axis.ticktext)[::step])
    else:
        axis.ticktext = ["<br>".join(_short(line, _LABEL) for line in label.split("<br>")) for label in axis.ticktext]


def _shrink(trace: go.Scatter) -> None:
    """Bubbles with a figure in them no larger than their row; the bar of colours over the whole width."""
    if trace.mode == "markers+text" and trace.marker.colorbar.orientation == "h":
        trace.marker.size = [min(size, NARROW_BUBBLE) for size in trace.marker.size]
        trace.marker.colorbar.update(len=1, tickfont_size=NARROW_FONT)
        trace.textfont.size = NARROW_FONT - 1


def _names_nodes(trace: go.Scatter) -> bool:
    """Whether these are the nodes of a network: only their names stand each on a side of its own."""
    return trace.type == "scatter" and isinstance(trace.textposition, tuple)


def _thin(trace: go.Scatter, figure: go.Figure) -> None:
    """A trace of a network, whose lines and marks would fill a narrow screen."""
    if _names_nodes(trace):
        _name_fewer(trace, figure)
    elif trace.mode == "lines" and not trace.showlegend:
        trace.line.width *= _THINNER
    elif trace.type == "scatter" and isinstance(trace.marker.size, tuple | list | np.ndarray):
        trace.marker.size = [_THINNER * size for size in trace.marker.size]


def _name_fewer(trace: go.Scatter, figure: go.Figure) -> None:
    """Of the nodes of a network that are named on a wide screen, those whose names have room on a narrow one."""
    across, along = figure.layout.xaxis.range, figure.layout.yaxis.range
    wide, high = _WIDTH / (across[1] - across[0]), 0.86 * (figure.layout.height or 450) / (along[1] - along[0])
    texts = [shortened(_plain(text), _NAME) for text in trace.text]
    sizes = [0.8 * size for size in trace.marker.size]
    spots = [Spot(x * wide, y * high, size / 2, text) for x, y, size, text in zip(trace.x, trace.y, sizes, texts)]
    sides = label_sides(spots, _WIDTH / 2, _ALWAYS, _CHARACTER)
    trace.update(text=[plotly_text(text) if place in sides else "" for place, text in enumerate(texts)], textfont_size=NARROW_FONT,
                 textposition=[POSITIONS[sides.get(place, "top")] for place in range(len(texts))], marker_size=sizes)


def _plain(label: str) -> str:
    return unescape(str(label).replace("<br>", " "))


def _short(line: str, most: int) -> str:
    """One line of a label, cut; its bold signs stay around it."""
    bold = line.startswith("<b>") and line.endswith("</b>")
    inner = plotly_text(shortened(unescape(line.removeprefix("<b>").removesuffix("</b>")), most))
    return f"<b>{inner}</b>" if bold else inner
