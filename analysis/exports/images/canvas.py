"""What all printed pictures share: canvas, fonts, legend, footer and the file itself. Drawn by matplotlib, without a
browser, in the colours and shapes of the charts."""
import io
import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from threading import Lock

import matplotlib
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from analysis.charts.escape import visible
from analysis.charts.style import THEME_COLOURS

FORMATS = ("png", "svg", "pdf")
WIDTH = 10.0
_RESOLUTION = 200
_LETTERS_PER_INCH = 15.5
# DejaVu has every accent of French; the others are taken, where they are installed, for names in Chinese characters.
_FONTS = ("DejaVu Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "WenQuanYi Zen Hei", "Droid Sans Fallback")
_PIXELS_PER_INCH = 100


@cache
def drawing_lock() -> Lock:
    """Matplotlib draws for one thread at a time."""
    return Lock()


@cache
def _ready() -> None:
    """Settings that matplotlib keeps for the whole process, made once: text stays text in SVG and PDF, and a dollar is
    a dollar, not the start of a formula."""
    installed = set(font_manager.get_font_names())
    matplotlib.rcParams.update({
        "svg.fonttype": "none", "svg.hashsalt": "homologue", "pdf.fonttype": 42, "text.parse_math": False,
        "axes.unicode_minus": True, "font.family": [font for font in _FONTS if font in installed] or ["sans-serif"]})


def new_canvas(height: float, theme: str) -> tuple[Figure, Axes]:
    """A figure ten inches wide and ``height`` pixels (hundredths of an inch) high, and its axes."""
    _ready()
    colours = THEME_COLOURS[theme]
    figure = Figure(figsize=(WIDTH, height / _PIXELS_PER_INCH), facecolor=colours.background, layout="constrained")
    FigureCanvasAgg(figure)
    figure.get_layout_engine().set(w_pad=0.12, h_pad=0.1)
    axes = figure.add_subplot()
    plain_axes(axes, theme)
    return figure, axes


def plain_axes(axes: Axes, theme: str) -> None:
    """Axes without a box, with a faint grid behind the marks."""
    colours = THEME_COLOURS[theme]
    axes.set_facecolor(colours.background)
    axes.set_axisbelow(True)
    axes.grid(True, color=colours.grid, linewidth=0.8)
    axes.tick_params(colors=colours.text, labelsize=9, length=0)
    for side in axes.spines.values():
        side.set_visible(False)


def legend_entry(name: str, colour: str, marker: str = "", line: float = 0.0, border: str = "", faded: float = 1.0,
                 dash: str = "-") -> Line2D:
    """An entry of the legend: a mark, or a line of some width."""
    # Matplotlib leaves out what begins with an underscore; the joiner before it cannot be seen.
    label = visible(name)
    label = f"\u2060{label}" if label.startswith("_") else label
    return Line2D([], [], label=label, color=colour, marker=marker or None, markersize=7, linewidth=line,
                  markeredgecolor=border or colour, alpha=faded, linestyle=dash)


def add_words(figure: Figure, entries: Sequence, title: str, footer: str, theme: str) -> None:
    """Legend above, title above that, footer below, all aligned to the left."""
    colours = THEME_COLOURS[theme]
    if entries:
        legend = figure.legend(
            handles=entries, loc="outside upper left", ncols=_columns(entries), frameon=False, fontsize=8.5,
            labelcolor=colours.text, handletextpad=0.5, columnspacing=1.4, alignment="left",
            title=visible(title) or None, title_fontproperties={"size": 13, "weight": "bold"})
        legend.get_title().set_color(colours.text)
    elif title:
        figure.suptitle(visible(title), x=0.012, ha="left", fontsize=13, fontweight="bold", color=colours.text)
    if footer:
        width = int(WIDTH * _LETTERS_PER_INCH)
        lines = [part for line in footer.split("\n") for part in textwrap.wrap(visible(line), width) or [""]]
        figure.supxlabel("\n".join(lines), x=0.012, ha="left", fontsize=7.5, color=colours.faint, linespacing=1.4)


def _columns(entries: Sequence) -> int:
    """As many columns as stand beside one another in the width of the picture."""
    inches = [0.065 * len(entry.get_label()) + 0.45 for entry in entries]
    return len(entries) if sum(inches) < WIDTH else max(1, int((WIDTH - 0.4) / max(inches)))


def written(figure: Figure, fmt: str, title: str, footer: str) -> bytes:
    """Figure → file. Title and footer are in its metadata too."""
    out = io.BytesIO()
    said = " · ".join(visible(line) for line in footer.split("\n") if line)
    figure.savefig(out, format=fmt, dpi=_RESOLUTION, facecolor=figure.get_facecolor(), metadata=_metadata(fmt, title, said))
    return out.getvalue()


def _metadata(fmt: str, title: str, said: str) -> Mapping[str, str | None]:
    name = visible(title) or "Homologue"
    if fmt == "png":
        return {"Title": name, "Description": said, "Software": "Homologue"}
    if fmt == "svg":
        return {"Title": name, "Description": said, "Creator": "Homologue", "Date": None}
    return {"Title": name, "Subject": said, "Creator": "Homologue", "CreationDate": None}
