"""Who stands where, printed."""
from collections.abc import Mapping

from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.cm import ScalarMappable
from matplotlib.figure import Figure

from analysis.charts import style
from analysis.charts.escape import shortened
from analysis.charts.wording import number_text
from analysis.exports.images.canvas import new_canvas
from analysis.views import Matrix

_LONGEST_LABEL = 28


def draw_matrix(matrix: Matrix, texts: Mapping[str, str], theme: str) -> tuple[Figure, list]:
    """Matrix → figure (its legend is the colour bar, so that there are no entries)."""
    colours = style.THEME_COLOURS[theme]
    figure, axes = new_canvas(300 + 34 * max(4, len(matrix.order)), theme)
    places = {node: place for place, node in enumerate(matrix.order)}
    cells, largest = matrix.cells, matrix.cells["total"].max()
    x, y = cells["column"].map(places), cells["row"].map(places)
    fills = [style.balance_colour(balance, theme) for balance in cells["balance"]]
    sizes = [0.7 * style.scaled_size(total, largest, style.BUBBLE_SIZES) for total in cells["total"]]
    axes.scatter(x, y, s=[size ** 2 for size in sizes], c=fills, zorder=3)
    for across, down, total, fill in zip(x, y, cells["total"], fills):
        axes.text(across, down, number_text(total, texts), ha="center", va="center", fontsize=7.5, zorder=4,
                  color=style.readable_on(fill))
    labels = [shortened(label, _LONGEST_LABEL) for label in matrix.order.values()]
    axes.xaxis.tick_top()
    axes.xaxis.set_label_position("top")
    axes.set_xticks(range(len(labels)), labels, rotation=45, ha="left", rotation_mode="anchor")
    axes.set_yticks(range(len(labels)), labels)
    axes.set_xlim(-0.6, len(labels) - 0.4)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.set_xlabel(texts["axis.column"], color=colours.text, fontsize=9)
    axes.set_ylabel(texts["axis.row"], color=colours.text, fontsize=9)
    _add_bar(figure, axes, texts, theme)
    return figure, []


def _add_bar(figure: Figure, axes, texts: Mapping[str, str], theme: str) -> None:
    scale = LinearSegmentedColormap.from_list("balance", style.balance_scale(theme))
    colours = style.THEME_COLOURS[theme]
    bar = figure.colorbar(ScalarMappable(Normalize(-1, 1), scale), ax=axes, orientation="horizontal", shrink=0.4,
                          aspect=40, anchor=(0.0, 0.5), pad=0.02)
    bar.set_ticks([-1, 0, 1], labels=[f"−1 {texts['sign.conflictual']}", "0", f"+1 {texts['sign.cooperative']}"])
    bar.set_label(texts["balance"], color=colours.text, fontsize=8.5)
    bar.ax.tick_params(colors=colours.text, labelsize=8, length=0)
    bar.outline.set_visible(False)
