"""Pictures of the charts as PNG, SVG and PDF, drawn anew from the same views: no browser is needed."""
from collections.abc import Mapping, Sequence

from matplotlib.figure import Figure

from analysis.charts.style import THEME_COLOURS
from analysis.charts.wording import left_out_text
from analysis.charts.words import worded
from analysis.exports.images.balances import draw_balances, draw_events
from analysis.exports.images.bars import draw_bars
from analysis.exports.images.canvas import FORMATS, add_words, drawing_lock, new_canvas, written
from analysis.exports.images.counts import draw_counts
from analysis.exports.images.course import draw_course, draw_differences
from analysis.exports.images.matrix import draw_matrix
from analysis.exports.images.network import draw_network
from analysis.exports.images.shifts import draw_shifts
from analysis.exports.images.stages import draw_stages
from analysis.exports.images.timeline import draw_timeline
from analysis.views import Balances, Bars, Counts, Course, Differences, Event, Lanes, Matrix, Network, Stages

Drawn = Balances | Lanes | Counts | Network | Matrix | Stages | Bars | Course | Differences
KINDS = ("timeline", "counts", "network", "matrix", "stages", "bars", "course", "differences", "balances", "shifts")


def chart_image(kind: str, drawn: Drawn, fmt: str = "png", footer: str = "", title: str = "",
                texts: Mapping[str, str] | None = None, theme: str = "light",
                events: Sequence[Event] = ()) -> bytes:
    """View → picture file with legend, title, footer and a line on what is left out.

    ``kind`` is one of KINDS; ``fmt`` png (200 dots per inch), svg or pdf (text stays text); ``events`` are marked on axes
    of time.
    Raises ValueError for another kind or format. A view without anything gives a picture that says so.
    """
    if kind not in KINDS or fmt not in FORMATS:
        raise ValueError(f"no picture of kind {kind!r} in format {fmt!r}")
    words = worded(texts)
    with drawing_lock():
        figure, entries = _drawn(kind, drawn, words, theme)
        draw_events(figure, events, theme)
        said = "\n".join(line for line in (left_out_text(drawn.left_out, words), footer) if line)
        add_words(figure, entries, title, said, theme)
        return written(figure, fmt, title, said)


def _drawn(kind: str, drawn: Drawn, texts: Mapping[str, str], theme: str) -> tuple[Figure, list]:
    if _is_empty(drawn):
        return _empty(texts, theme), []
    draw = {"timeline": draw_timeline, "counts": draw_counts, "network": draw_network, "matrix": draw_matrix,
            "stages": draw_stages, "bars": draw_bars, "course": draw_course, "differences": draw_differences,
            "balances": draw_balances, "shifts": draw_shifts}[kind]
    return draw(drawn, texts, theme)


def _is_empty(drawn: Drawn) -> bool:
    match drawn:
        case Lanes(points=rows) | Network(nodes=rows) | Matrix(cells=rows) | Bars(cells=rows) | Course(
                points=rows) | Differences(points=rows):
            return rows.empty
        case Balances():
            return not drawn.points["signed"].any()
        case Stages():
            return not drawn.networks or drawn.whole.nodes.empty
        case Counts():
            return drawn.bins.empty and not sum(drawn.undated.values())
    raise TypeError(f"no view to draw: {type(drawn).__name__}")


def _empty(texts: Mapping[str, str], theme: str) -> Figure:
    figure, axes = new_canvas(220, theme)
    axes.set_axis_off()
    axes.annotate(texts["empty"], (0.5, 0.5), xycoords="axes fraction", ha="center", color=THEME_COLOURS[theme].faint)
    return figure
