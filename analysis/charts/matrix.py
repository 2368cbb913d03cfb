"""Who stands where: a bubble for each pair, size and figure by number, colour by balance."""
from collections.abc import Mapping, Sequence

from analysis.charts import style
from analysis.charts.draft import Draft
from analysis.charts.escape import plotly_lines, plotly_text, shortened
from analysis.charts.layout import empty_figure, new_figure
from analysis.charts.wording import balance_text, number_text, signs_text
from analysis.charts.words import worded
from analysis.views import SIGN_NAMES, Matrix, row_by_row

_LONGEST_LABEL = 24
CORNER = "corner"  # the words left of the columns' labels
_COLUMN, _LETTER, _SLANT = 36, 6.8, 0.71  # pixels of a column at least and of a letter; the cosine of 45 degrees
_CHARACTER = 7.8  # pixels of a letter of the words at the corner, in the widest of the fonts


def matrix_figure(matrix: Matrix, texts: Mapping[str, str] | None = None, theme: str = "light") -> Draft:
    """Matrix → plotly figure, rows towards columns; ``customdata[0]`` of a bubble is its key."""
    texts = worded(texts)
    if matrix.cells.empty:
        return empty_figure(theme, texts)
    figure = new_figure(theme, texts, 150 + 36 * max(4, len(matrix.order)))
    cells, places = matrix.cells, {node: place for place, node in enumerate(matrix.order)}
    colours = [style.balance_colour(balance, theme) for balance in cells["balance"]]
    largest = cells["total"].max()
    figure.add_scatter(
        x=cells["column"].map(places), y=cells["row"].map(places), mode="markers+text", showlegend=False,
        customdata=cells[["key"]].to_numpy(), text=[number_text(total, texts) for total in cells["total"]],
        textfont={"size": 11, "color": [style.readable_on(colour) for colour in colours]}, hoverinfo="text",
        hovertext=[_hover(cell, texts) for cell in row_by_row(cells)],
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 0.5}},
        marker={"size": [style.scaled_size(total, largest, style.BUBBLE_SIZES) for total in cells["total"]],
                "color": cells["balance"], "cmin": -1, "cmax": 1, "colorscale": style.balance_scale(theme), "opacity": 1,
                "line": {"width": 0}, "colorbar": _colorbar(texts)})
    _axes(figure, matrix, texts, theme)
    return figure


def _colorbar(texts: Mapping[str, str]) -> dict:
    title = {"text": plotly_text(texts["balance"]), "side": "top", "font": {"size": 12}}
    ends = [f"−1 {texts['sign.conflictual']}", "0", f"+1 {texts['sign.cooperative']}"]
    return {"title": title, "tickfont": {"size": 12}, "tickvals": [-1, 0, 1],
            "ticktext": [plotly_text(end) for end in ends], "orientation": "h", "thickness": 10, "len": 0.45, "x": 0,
            "xanchor": "left", "y": 0, "yanchor": "top", "outlinewidth": 0}


def _axes(figure: Draft, matrix: Matrix, texts: Mapping[str, str], theme: str) -> None:
    shown = [shortened(label, _LONGEST_LABEL) for label in matrix.order.values()]
    labels = list(map(plotly_text, shown))
    marks, end = list(range(len(labels))), len(labels) - 0.4
    shared = {"tickmode": "array", "tickvals": marks, "ticktext": labels, "gridcolor": style.THEME_COLOURS[theme].grid}
    # Of names that lean out of the drawing plotly shows none, unless it is told to; the margin gives them their room.
    figure.update_xaxes(range=[-0.6, end], side="top", tickangle=-45, constrain="domain", ticklabeloverflow="allow", **shared)
    figure.update_yaxes(range=[end, -0.6], **shared)
    corner = (f"{texts['axis.row']} ↓", f"{texts['axis.column']} →")
    # The words stand left of the plot, where only the labels of the rows make room by themselves.
    figure.update_layout(margin={"l": 14 + _CHARACTER * max(map(len, corner)), "r": 14 + overhang(shown, _COLUMN, _LETTER)})
    figure.add_annotation(
        name=CORNER, text="<br>".join(map(plotly_text, corner)), showarrow=False, align="right",
        xref="paper", yref="paper", x=0, y=1, xanchor="right", yanchor="bottom", xshift=-6, yshift=6,
        font={"size": 12, "color": style.THEME_COLOURS[theme].faint})


def overhang(labels: Sequence[str], column: float, letter: float) -> float:
    """Pixels by which slanting names of columns lean out of the drawing at its right, for columns and letters of these widths."""
    return max([0.0, *(letter * len(label) * _SLANT - column * (place + 0.5) for place, label in enumerate(reversed(labels)))])


def _hover(cell, texts: Mapping[str, str]) -> str:
    who = plotly_lines(f"{cell.row_label} → {cell.column_label}", lines=2)
    numbers = signs_text({name: getattr(cell, name) for name in SIGN_NAMES.values()}, texts)
    lines = [numbers, texts["balance_of"].format(n=balance_text(cell.balance, texts))]
    return "<br>".join([f"<b>{who}</b>", *(plotly_text(line) for line in lines)])
