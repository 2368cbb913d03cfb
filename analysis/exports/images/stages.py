"""A network through time, printed: one small picture a period, all in the same places."""
import math
from collections.abc import Mapping

from matplotlib.figure import Figure

from analysis.charts.style import THEME_COLOURS
from analysis.charts.wording import span_text
from analysis.exports.images.canvas import new_canvas, plain_axes
from analysis.exports.images.network import draw_graph, network_legend
from analysis.views import Stages

_MOST = 12


def draw_stages(stages: Stages, texts: Mapping[str, str], theme: str) -> tuple[Figure, list]:
    """Stages → figure and the entries of its legend; of more than twelve periods, the latest twelve."""
    shown = list(zip(stages.periods, stages.networks))[-_MOST:]
    columns = 2 if len(shown) <= 4 else 3
    rows = math.ceil(len(shown) / columns)
    figure, axes = new_canvas(90 + rows * (360 if columns == 2 else 250), theme)
    axes.remove()
    grid = figure.subplots(rows, columns, squeeze=False).ravel()
    for place in grid:
        plain_axes(place, theme)
        place.set_axis_off()
    for place, (period, network) in zip(grid, shown):
        place.set_axis_on()
        draw_graph(place, network, stages.whole, theme, float(columns))
        place.set_title(span_text(*period, texts), fontsize=9, loc="left", color=THEME_COLOURS[theme].text)
    return figure, network_legend(stages.whole, texts, theme)
