"""Signed bars in panels side by side, all on one scale: cooperative and neutral to the right, conflictual to the left."""
from collections.abc import Mapping

import numpy as np

from analysis.charts import style
from analysis.charts.counts import number_step
from analysis.charts.draft import Draft
from analysis.charts.escape import plotly_lines, plotly_text, shortened
from analysis.charts.layout import empty_figure, legend_mark, new_figure
from analysis.charts.wording import act_text, number_text
from analysis.charts.words import worded
from analysis.views import SIGN_NAMES, Bars, Panel, row_by_row

_ORDER = (1, 0, -1)
_ROW = 30
_LONGEST_LABEL = 30
_GAP = 0.03
PANEL = "panel"  # what the title of a panel is called among the annotations


def bars_figure(bars: Bars, texts: Mapping[str, str] | None = None, theme: str = "light") -> Draft:
    """Bars → plotly figure; ``customdata[0]`` of a bar is its key."""
    texts = worded(texts)
    if bars.cells.empty:
        return empty_figure(theme, texts)
    figure = new_figure(theme, texts, 130 + _ROW * max(3, len(bars.rows)))
    figure.update_layout(barmode="relative", bargap=0.25)
    _add_bars(figure, bars, texts, theme)
    for sign in _ORDER:
        if (bars.cells["sign"] == sign).any():
            legend_mark(figure, texts[f"sign.{SIGN_NAMES[sign]}"], color=style.sign_colour(sign, theme), symbol="square")
    _axes(figure, bars, texts, theme)
    return figure


def _add_bars(figure: Draft, bars: Bars, texts: Mapping[str, str], theme: str) -> None:
    """A trace for each panel and sign; what all bars need is worked out once, before they are parted."""
    cells, names = bars.cells, dict(zip(bars.rows["id"].tolist(), row_labels(bars, texts)))
    order = {row: place for place, row in enumerate(names)}
    rows, values, keys = (cells[name].to_numpy() for name in ("row", "share" if bars.shares else "count", "key"))
    hover = [_hover(cell, names[cell.row], bars, texts) for cell in row_by_row(cells)]
    for place in range(len(bars.panels)):
        for sign in _ORDER:
            found = np.flatnonzero((cells["panel"] == place) & (cells["sign"] == sign))
            axis = "x" if place == 0 else f"x{place + 1}"
            figure.add_trace({
                "type": "bar", "orientation": "h", "x": values[found] * (100 if bars.shares else 1) * (-1 if sign < 0 else 1),
                "y": [order[row] for row in rows[found]], "xaxis": axis, "yaxis": "y", "width": 0.72, "showlegend": False,
                "customdata": keys[found].reshape(-1, 1), "hoverinfo": "text", "textposition": "none", "hovertext": [hover[at] for at in found],
                "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 0.45}},
                "marker": {"color": style.sign_colour(sign, theme), "line": {"width": 0}, "pattern": {
                    "shape": style.SIGN_HATCHES[sign], "fgopacity": 0.45, "size": 6, "solidity": 0.2, "fillmode": "overlay",
                    "fgcolor": style.THEME_COLOURS[theme].background}}})


def _hover(cell, name: str, bars: Bars, texts: Mapping[str, str]) -> str:
    said = texts["stances_in"].format(n=number_text(cell.count, texts), sign=texts[f"sign.{SIGN_NAMES[cell.sign]}"])
    lines = [panel_title(bars.panels[cell.panel], texts), said]
    if bars.shares:
        lines.append(texts["share_of"].format(n=number_text(cell.share * 100, texts, 1)))
    return "<br>".join([f"<b>{plotly_lines(name, lines=2)}</b>", *(plotly_text(line) for line in lines)])


def panel_title(panel: Panel, texts: Mapping[str, str]) -> str:
    """What a panel shows: France towards others."""
    return texts[f"panel.{panel.way}"].format(name=panel.label)


def row_labels(bars: Bars, texts: Mapping[str, str]) -> list[str]:
    """What stands before each row: the partner's name, or the act or voice in words."""
    if bars.kind == "act":
        return [act_text(label, False, texts) for label in bars.rows["label"]]
    return [texts.get(f"voice.{label}", label) if bars.kind == "voice" else label for label in bars.rows["label"]]


def reach(bars: Bars) -> tuple[float, float]:
    """How far the bars reach to the left and to the right, in the unit drawn; the same in all panels."""
    values = bars.cells["share"] * 100 if bars.shares else bars.cells["count"]
    right = values.where(bars.cells["sign"] >= 0, 0).groupby([bars.cells["panel"], bars.cells["row"]]).sum().max()
    left = values.where(bars.cells["sign"] < 0, 0).max()
    return float(left), float(right)


def scale(bars: Bars) -> list[int]:
    """Ticks of the panels' common scale: few, since panels are small, but never the zero alone."""
    left, right = reach(bars)
    length = max(1, int((2 if len(bars.panels) > 1 else 1) * (left + right)))
    while (step := number_step(length)) > max(1, left, right):
        length //= 2
    return list(range(-int(left // step) * step, int(right // step) * step + 1, step))


def scale_text(mark: int, bars: Bars, texts: Mapping[str, str]) -> str:
    """A tick in words: without sign, with % where shares are drawn."""
    return number_text(abs(mark), texts) + (texts["percent"] if bars.shares else "")


def _axes(figure: Draft, bars: Bars, texts: Mapping[str, str], theme: str) -> None:
    colours, number = style.THEME_COLOURS[theme], len(bars.panels)
    left, right = reach(bars)
    room = (left + right) * 0.04 or 1
    marks, width = scale(bars), (1 - _GAP * (number - 1)) / number
    for place, panel in enumerate(bars.panels):
        start = place * (width + _GAP)
        figure.update_layout({f"xaxis{place + 1 if place else ''}": {
            "domain": [start, start + width], "range": [-left - room, right + room], "anchor": "y", "tickvals": marks,
            "ticktext": [scale_text(mark, bars, texts) for mark in marks], "gridcolor": colours.grid, "zeroline": True,
            "zerolinecolor": colours.faint, "zerolinewidth": 1, "fixedrange": True}})
        figure.add_annotation(text=plotly_lines(panel_title(panel, texts), 34, 2), showarrow=False, x=start, xref="paper", name=PANEL,
                              xanchor="left", y=1, yref="paper", yanchor="bottom", font={"size": 12, "color": colours.faint})
    names = [plotly_text(shortened(name, _LONGEST_LABEL)) for name in row_labels(bars, texts)]
    figure.update_yaxes(range=[len(names) - 0.4, -0.6], tickvals=list(range(len(names))), ticktext=names, showgrid=False,
                        fixedrange=True)
    figure.update_layout(margin={"t": 84}, legend={"y": 1, "yref": "container", "yanchor": "top"}, dragmode=False)
