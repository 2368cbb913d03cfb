"""A chart for a screen of some 360 pixels: shorter labels, fewer days on the axis, smaller type; the same marks."""
from html import unescape

import plotly.graph_objects as go

from analysis.charts.bars import PANEL
from analysis.charts.draft import Draft
from analysis.charts.escape import plotly_text, shortened, wrapped
from analysis.charts.style import NARROW_BUBBLE, NARROW_FONT

_LABEL, _LINES = 13, 2
_CHARACTER = 6  # pixels of a letter of NARROW_FONT
_MOST_DAYS = 4
_TITLE_LINES = 3
_TITLES = 42  # letters of all titles that stand beside one another


def narrowed(figure: Draft | go.Figure) -> go.Figure:
    """A copy of the figure, drawn for a narrow screen; dragging moves the page and not the chart."""
    figure = go.Figure(figure.figure if isinstance(figure, Draft) else figure)
    longest = max([0, *(_shorten_rows(axis) for axis in figure.select_yaxes())])
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
    figure.update_layout(margin={"r": 6, **({"l": 10 + _CHARACTER * longest} if longest else {})})
    figure.for_each_trace(_shrink, selector={"type": "scatter"})
    return figure


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


def _plain(label: str) -> str:
    return unescape(str(label).replace("<br>", " "))


def _short(line: str, most: int) -> str:
    """One line of a label, cut; its bold signs stay around it."""
    bold = line.startswith("<b>") and line.endswith("</b>")
    inner = plotly_text(shortened(unescape(line.removeprefix("<b>").removesuffix("</b>")), most))
    return f"<b>{inner}</b>" if bold else inner
