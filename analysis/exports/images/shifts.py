"""What changed between two periods, printed: the same colours and dashes as on the screen."""
from collections.abc import Mapping

from matplotlib.figure import Figure

from analysis.charts import style
from analysis.exports.images.canvas import legend_entry, new_canvas
from analysis.exports.images.network import draw_graph, network_legend
from analysis.views import SHIFTS, Network


def draw_shifts(moved: Network, texts: Mapping[str, str], theme: str) -> tuple[Figure, list]:
    """The network of ``views.shifts`` → figure and the entries of its legend."""
    figure, axes = new_canvas(800, theme)
    dashes = {key: style.SHIFT_DASHES[state].matplotlib for key, state in zip(moved.edges["key"], moved.edges["state"])}
    draw_graph(axes, moved, moved, theme, dashes=dashes)
    colour = style.THEME_COLOURS[theme].text
    states = [legend_entry(texts[f"shift.{state}"], colour, line=2, dash=style.SHIFT_DASHES[state].matplotlib)
              for state in SHIFTS if (moved.edges["state"] == state).any()]
    return figure, states + network_legend(moved, texts, theme)
