"""Balances over time, and towards common partners, printed."""
from collections.abc import Mapping

from matplotlib.dates import date2num
from matplotlib.figure import Figure

from analysis.charts import style
from analysis.charts.course import ENDS, SIZES, end_text, line_name, middle
from analysis.charts.escape import shortened
from analysis.exports.images.canvas import legend_entry, new_canvas
from analysis.exports.images.timeline import mark_time
from analysis.views import Course, Differences

_LINES = ("-", "--")


def draw_course(course: Course, texts: Mapping[str, str], theme: str) -> tuple[Figure, list]:
    """Course → figure and the entries of its legend."""
    figure, axes = new_canvas(420, theme)
    largest = course.points["total"].max()
    for place in range(len(course.lines)):
        rows = course.points[course.points["line"] == place]
        days, colour = date2num(middle(rows)), style.LINE_COLOURS[theme][place]
        axes.plot(days, rows["balance"], _LINES[place], color=colour, linewidth=1.2)
        axes.scatter(days, rows["balance"], s=_areas(rows["total"], largest), color=colour, zorder=3, clip_on=False,
                     marker=style.LINE_SYMBOLS[place].matplotlib, edgecolors=style.THEME_COLOURS[theme].background)
    mark_time(axes, course.points["first"].min(), course.points["last"].max(), texts)
    axes.set_ylim(-1.12, 1.12)
    axes.set_yticks(ENDS, [end_text(end, texts) for end in ENDS])
    axes.axhline(0, color=style.THEME_COLOURS[theme].faint, linewidth=0.8)
    return figure, _legend(course.lines, texts, theme)


def draw_differences(found: Differences, texts: Mapping[str, str], theme: str) -> tuple[Figure, list]:
    """Differences → figure and the entries of its legend."""
    figure, axes = new_canvas(170 + 30 * max(3, len(found.rows)), theme)
    largest, ends = found.points["total"].max(), found.points.pivot(index="row", columns="line", values="balance")
    axes.hlines(ends.index, ends[0], ends[1], color=style.THEME_COLOURS[theme].faint, linewidth=1.5)
    for place in range(len(found.lines)):
        rows = found.points[found.points["line"] == place]
        axes.scatter(rows["balance"], rows["row"], s=_areas(rows["total"], largest), zorder=3, clip_on=False,
                     color=style.LINE_COLOURS[theme][place], marker=style.LINE_SYMBOLS[place].matplotlib,
                     edgecolors=style.THEME_COLOURS[theme].background)
    axes.set_xlim(-1.12, 1.12)
    axes.set_xticks(ENDS, [end_text(end, texts) for end in ENDS])
    axes.set_yticks(range(len(found.rows)), [shortened(label, 34) for label in found.rows["label"]])
    axes.set_ylim(len(found.rows) - 0.4, -0.6)
    return figure, _legend(found.lines, texts, theme)


def _areas(totals, largest: int) -> list[float]:
    return [(0.75 * style.scaled_size(total, largest, SIZES)) ** 2 for total in totals]


def _legend(lines, texts: Mapping[str, str], theme: str) -> list:
    return [legend_entry(shortened(line_name(line, texts), 60), style.LINE_COLOURS[theme][place],
                         style.LINE_SYMBOLS[place].matplotlib) for place, line in enumerate(lines)]
