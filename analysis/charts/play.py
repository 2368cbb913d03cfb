"""A network through time: one frame a period, with a slider and buttons; every node keeps its place."""
from collections.abc import Mapping

from analysis.charts.draft import Draft
from analysis.charts.edges import looks_of
from analysis.charts.escape import plotly_text
from analysis.charts.geometry import spread
from analysis.charts.layout import empty_figure, legend_line, new_figure
from analysis.charts.network import frame_network, network_traces
from analysis.charts.style import THEME_COLOURS, sign_colour
from analysis.charts.wording import span_text
from analysis.charts.words import worded
from analysis.views import SIGN_NAMES, Stages

_HEIGHT = 740
_PACE = 900


def play_figure(stages: Stages, texts: Mapping[str, str] | None = None, theme: str = "light") -> Draft:
    """Stages → plotly figure with frames; keys stand for the stances of the period that is shown."""
    texts = worded(texts)
    if not stages.networks or stages.whole.nodes.empty:
        return empty_figure(theme, texts)
    figure = new_figure(theme, texts, _HEIGHT)
    looks = looks_of(stages.networks)
    names = [span_text(first, last, texts) for first, last in stages.periods]
    frames = [network_traces(network, texts, theme, stages.whole, looks=looks) for network in stages.networks]
    for trace in (_everyone(stages, theme), *frames[0]):
        figure.add_trace(trace)
    for sign, name in SIGN_NAMES.items():
        legend_line(figure, texts[f"sign.{name}"], color=sign_colour(sign, theme), width=4)
    places = list(range(1, len(frames[0]) + 1))
    for number, traces in enumerate(frames):
        figure.add_frame(traces, places, str(number))
    frame_network(figure)
    figure.update_layout(updatemenus=[_buttons(texts, theme)], sliders=[_slider(names, texts, theme)],
                         margin={"b": 96})
    return figure


def _everyone(stages: Stages, theme: str) -> dict:
    """All nodes, faint, so that those without a stance in a period still show where they stand."""
    nodes = spread(stages.whole.nodes)
    return {"type": "scatter", "x": nodes["x"], "y": nodes["y"], "mode": "markers", "hoverinfo": "skip", "showlegend": False,
            "marker": {"size": 6, "color": THEME_COLOURS[theme].grid, "symbol": "circle"}, "unselected": {"marker": {"opacity": 1}}}


def _buttons(texts: Mapping[str, str], theme: str) -> dict:
    colours = THEME_COLOURS[theme]
    play = {"frame": {"duration": _PACE, "redraw": False}, "transition": {"duration": 0}, "fromcurrent": True}
    pause = {"frame": {"duration": 0, "redraw": False}, "mode": "immediate"}
    return {"type": "buttons", "direction": "left", "x": 0, "xanchor": "left", "y": 0, "yanchor": "top",
            "pad": {"t": 38, "r": 8}, "showactive": False, "bgcolor": "rgba(0,0,0,0)", "bordercolor": colours.grid,
            "font": {"color": colours.text, "size": 12},
            "buttons": [{"label": plotly_text(texts["play"]), "method": "animate", "args": [None, play]},
                        {"label": plotly_text(texts["pause"]), "method": "animate", "args": [[None], pause]}]}


def _slider(names: list[str], texts: Mapping[str, str], theme: str) -> dict:
    colours = THEME_COLOURS[theme]
    at_once = {"mode": "immediate", "frame": {"duration": 0, "redraw": False}, "transition": {"duration": 0}}
    steps = [{"label": plotly_text(name), "method": "animate", "args": [[str(number)], at_once]}
             for number, name in enumerate(names)]
    return {"x": 0.22, "xanchor": "left", "len": 0.78, "y": 0, "yanchor": "top", "pad": {"t": 14}, "steps": steps,
            "currentvalue": {"prefix": "", "xanchor": "left", "font": {"size": 13, "color": colours.text}},
            "bgcolor": colours.grid, "bordercolor": colours.grid, "tickcolor": colours.faint, "ticklen": 0,
            "minorticklen": 0, "font": {"color": "rgba(0,0,0,0)", "size": 1}, "activebgcolor": colours.faint}
