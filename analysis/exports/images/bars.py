"""Signed bars in panels, printed."""
from collections.abc import Mapping

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from analysis.charts import style
from analysis.charts.bars import panel_title, reach, row_labels, scale, scale_text
from analysis.charts.escape import shortened, visible
from analysis.exports.images.canvas import new_canvas, plain_axes
from analysis.views import SIGN_NAMES, Bars


def draw_bars(bars: Bars, texts: Mapping[str, str], theme: str) -> tuple[Figure, list]:
    """Bars → figure and the entries of its legend."""
    figure, axes = new_canvas(170 + 28 * max(3, len(bars.rows)), theme)
    axes.remove()
    panels = figure.subplots(1, len(bars.panels), sharey=True, squeeze=False)[0]
    left, right = reach(bars)
    room, marks = (left + right) * 0.04 or 1, scale(bars)
    for place, (axes, panel) in enumerate(zip(panels, bars.panels)):
        plain_axes(axes, theme)
        _stack(axes, bars, place, theme)
        axes.set_xlim(-left - room, right + room)
        axes.set_xticks(marks, [scale_text(mark, bars, texts) for mark in marks])
        axes.axvline(0, color=style.THEME_COLOURS[theme].faint, linewidth=0.8)
        axes.grid(False, axis="y")
        axes.set_title(shortened(panel_title(panel, texts), 44), fontsize=9, loc="left",
                       color=style.THEME_COLOURS[theme].faint)
    panels[0].set_yticks(range(len(bars.rows)), [shortened(visible(name), 34) for name in row_labels(bars, texts)])
    panels[0].set_ylim(len(bars.rows) - 0.4, -0.6)
    used = set(bars.cells["sign"])
    return figure, [Patch(label=texts[f"sign.{name}"], **_fill(sign, theme)) for sign, name in SIGN_NAMES.items()
                    if sign in used]


def _stack(axes: Axes, bars: Bars, place: int, theme: str) -> None:
    """Cooperative bars from the line to the right, neutral ones after them, conflictual ones to the left."""
    values = bars.cells.assign(value=bars.cells["share"] * 100 if bars.shares else bars.cells["count"])
    values = values[values["panel"] == place].set_index(["row", "sign"])["value"]
    for line, row in enumerate(bars.rows["id"]):
        up, on, down = (float(values.get((row, sign), 0)) for sign in (1, 0, -1))
        axes.barh([line], [up], 0.72, **_fill(1, theme))
        axes.barh([line], [on], 0.72, left=[up], **_fill(0, theme))
        axes.barh([line], [-down], 0.72, **_fill(-1, theme))


def _fill(sign: int, theme: str) -> dict:
    return {"facecolor": style.sign_colour(sign, theme), "hatch": style.SIGN_HATCHES[sign] * 3,
            "edgecolor": style.THEME_COLOURS[theme].background, "linewidth": 0}
