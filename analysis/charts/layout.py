"""What all plotly charts share: layout, legend marks, time axis, settings of the tool bar."""
from collections.abc import Mapping

import pandas as pd

from analysis.charts.draft import Draft
from analysis.charts.escape import plotly_text
from analysis.charts.style import FONT, THEME_COLOURS
from analysis.charts.ticks import time_ticks


def new_figure(theme: str, texts: Mapping[str, str], height: int) -> Draft:
    """An empty figure in the colours of a theme, on a clear ground, with a legend above that cannot hide marks.

    Hiding is the filter's work: a mark hidden in the legend would still be in the rows exported below the chart.
    """
    colours = THEME_COLOURS[theme]
    # All at once: each later update takes plotly as long as making the figure.
    return Draft({
        "height": height, "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": colours.text}, "margin": {"l": 10, "r": 14, "t": 54, "b": 10},
        "separators": texts["number.decimal"] + texts["number.thousands"], "clickmode": "event+select", "dragmode": "zoom",
        "hoverlabel": {"align": "left", "bgcolor": colours.background, "bordercolor": colours.faint,
                       "font": {"family": FONT, "size": 13, "color": colours.text}},
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.0, "yanchor": "bottom", "itemclick": False,
                   "itemdoubleclick": False, "font": {"size": 12}, "traceorder": "normal", "tracegroupgap": 18},
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": colours.faint, "activecolor": colours.text}, "uirevision": "keep",
        "xaxis": {"gridcolor": colours.grid, "zeroline": False, "linecolor": colours.grid, "automargin": True},
        "yaxis": {"gridcolor": colours.grid, "zeroline": False, "automargin": True}})


def legend_mark(figure: Draft, name: str, **marker: object) -> None:
    """An entry of the legend that stands for no mark of its own."""
    figure.add_trace({"type": "scatter", "x": [None], "y": [None], "mode": "markers", "name": plotly_text(name), "hoverinfo": "skip",
                      "showlegend": True, "marker": {"size": 10, **marker}})


def legend_line(figure: Draft, name: str, **line: object) -> None:
    """An entry of the legend with a line."""
    figure.add_trace({"type": "scatter", "x": [None], "y": [None], "mode": "lines", "name": plotly_text(name), "hoverinfo": "skip",
                      "showlegend": True, "line": line})


def time_axis(figure: Draft, first: pd.Timestamp, last: pd.Timestamp, texts: Mapping[str, str], **where) -> None:
    """Set the ticks of a time axis from ``first`` to ``last``, both shown whole."""
    ticks = time_ticks(first, last, texts)
    end = last + pd.Timedelta(days=1)
    room = max((end - first) * 0.015, pd.Timedelta(hours=12))
    figure.update_xaxes(type="date", tickmode="array", tickvals=[day.isoformat() for day, _ in ticks],
                        ticktext=["<br>".join(plotly_text(line) for line in lines) for _, lines in ticks],
                        range=[(first - room).isoformat(), (end + room).isoformat()], hoverformat=" ", **where)


def empty_figure(theme: str, texts: Mapping[str, str]) -> Draft:
    """A figure that says that there is nothing to show."""
    figure = new_figure(theme, texts, 180)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    figure.add_annotation(text=plotly_text(texts["empty"]), showarrow=False, x=0.5, y=0.5, xref="paper", yref="paper",
                          font={"color": THEME_COLOURS[theme].faint, "size": 15})
    return figure


def chart_config(filename: str = "homologue", locale: str = "en") -> dict[str, object]:
    """Settings for ``st.plotly_chart(config=…)``: the browser's own picture button gives SVG under this name."""
    return {
        "displaylogo": False, "responsive": True, "locale": locale,
        "modeBarButtonsToRemove": ["lasso2d", "select2d", "autoScale2d"],
        "toImageButtonOptions": {"format": "svg", "filename": filename, "scale": 1},
    }
