"""Counts in time: cooperative and neutral above the line, conflictual below it; undated ones beside the axis."""
from collections.abc import Mapping

import pandas as pd

from analysis.charts import style
from analysis.charts.draft import Draft
from analysis.charts.escape import plotly_text
from analysis.charts.layout import empty_figure, new_figure, time_axis
from analysis.charts.wording import balance_text, number_text, span_text
from analysis.charts.words import worded
from analysis.views import SIGN_NAMES, Counts, row_by_row
from analysis.views.counts import bin_key, undated_key

_ORDER = (1, 0, -1)


def counts_figure(counts: Counts, texts: Mapping[str, str] | None = None, theme: str = "light") -> Draft:
    """Counts → plotly figure; ``customdata[0]`` of a bar is its key."""
    texts = worded(texts)
    beside = sum(counts.undated.values())
    if counts.bins.empty and not beside:
        return empty_figure(theme, texts)
    figure = new_figure(theme, texts, 300)
    figure.update_layout(barmode="relative", bargap=0.08)
    for sign in _ORDER:
        _add_bars(figure, counts, sign, texts, theme)
    if beside:
        _add_undated(figure, counts, texts, theme)
    if len(counts.bins):
        time_axis(figure, counts.bins["first"].min(), counts.bins["last"].max(), texts, anchor=None)
    figure.update_layout(xaxis={"domain": [0, 0.88 if beside else 1]})
    _number_axis(figure, counts, texts, theme)
    return figure


def _add_bars(figure: Draft, counts: Counts, sign: int, texts: Mapping[str, str], theme: str) -> None:
    bins, name = counts.bins, SIGN_NAMES[sign]
    rows = bins[bins[name] > 0]
    days = rows["last"] + pd.Timedelta(days=1) - rows["first"]
    hover = [_hover(row.first, row.last, getattr(row, name), name, row.balance, texts) for row in row_by_row(rows)]
    figure.add_trace({
        "type": "bar", "x": [day.isoformat() for day in rows["first"] + days / 2], "y": rows[name] * (-1 if sign < 0 else 1),
        "width": (days.dt.total_seconds() * 1000 * 0.92).tolist(), "name": plotly_text(texts[f"sign.{name}"]),
        "customdata": [[bin_key(counts, row.first, row.last, sign)] for row in row_by_row(rows)],
        "hovertext": hover, "hoverinfo": "text", "marker": _fill(sign, theme), "textposition": "none",
        "showlegend": True, "legendgroup": name})


def _fill(sign: int, theme: str) -> dict:
    return {"color": style.sign_colour(sign, theme), "line": {"width": 0},
            "pattern": {"shape": style.SIGN_HATCHES[sign], "fgopacity": 0.45, "size": 6, "solidity": 0.2,
                        "fgcolor": style.THEME_COLOURS[theme].background, "fillmode": "overlay"}}


def _hover(first, last, number: int, name: str, balance: float, texts: Mapping[str, str]) -> str:
    sign = texts["stances_in"].format(n=number_text(number, texts), sign=texts[f"sign.{name}"])
    lines = [span_text(first, last, texts), sign, texts["balance_of"].format(n=balance_text(balance, texts))]
    return "<br>".join(plotly_text(line) for line in lines)


def _add_undated(figure: Draft, counts: Counts, texts: Mapping[str, str], theme: str) -> None:
    """One bar on an axis of its own for what falls into no single unit."""
    label = texts[f"undated_bar.{counts.unit}"]
    shown = plotly_text(label).replace(" ", "<br>", 2)
    for sign in _ORDER:
        name = SIGN_NAMES[sign]
        number = counts.undated[name]
        if not number:
            continue
        said = texts["stances_in"].format(n=number_text(number, texts), sign=texts[f"sign.{name}"])
        figure.add_trace({
            "type": "bar", "x": [shown], "y": [number * (-1 if sign < 0 else 1)], "xaxis": "x2", "yaxis": "y", "showlegend": False,
            "width": [0.5], "customdata": [[undated_key(counts, sign)]], "hoverinfo": "text",
            "hovertext": [f"{plotly_text(label)}<br>{plotly_text(said)}"], "marker": _fill(sign, theme), "textposition": "none"})
    figure.update_layout(xaxis2={"domain": [0.9, 1], "anchor": "y", "type": "category", "automargin": True,
                                 "linecolor": style.THEME_COLOURS[theme].grid})


def _number_axis(figure: Draft, counts: Counts, texts: Mapping[str, str], theme: str) -> None:
    """Whole numbers, the same upwards and downwards."""
    up = max([*(counts.bins["cooperative"] + counts.bins["neutral"]),
              counts.undated["cooperative"] + counts.undated["neutral"], 1])
    down = max([*counts.bins["conflictual"], counts.undated["conflictual"]])
    step = number_step(up + down)
    marks = list(range(-int(down // step) * step, int(up // step) * step + 1, step))
    figure.update_yaxes(tickmode="array", tickvals=marks, ticktext=[number_text(abs(mark), texts) for mark in marks],
                        title={"text": plotly_text(texts["axis.stances"]), "font": {"size": 12}}, zeroline=True,
                        zerolinecolor=style.THEME_COLOURS[theme].faint, zerolinewidth=1)


def number_step(reach: int) -> int:
    """Distance of the ticks of an axis of whole numbers: 1, 2 or 5 times a power of ten, about six ticks."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if reach / step <= 6:
                return step
        power *= 10
