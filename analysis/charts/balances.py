"""The balance of one or two dyads over time, on one scale: a mark a unit, its interval as a bar, turns as bands."""
from collections.abc import Mapping

import pandas as pd

from analysis.charts import style
from analysis.charts.course import balance_axis, middle
from analysis.charts.draft import Draft
from analysis.charts.escape import plotly_lines, plotly_text, shortened
from analysis.charts.layout import empty_figure, legend_line, legend_mark, new_figure, time_axis
from analysis.charts.wording import balance_text, number_text, span_text, stances_text
from analysis.charts.words import worded
from analysis.views import Balances, row_by_row

SIZES = (7.0, 20.0)
_GAP = 0.04
LONGEST_LABEL = 44
# The number of signed stances stands beside each mark of a panel with at most so many.
MOST_NUMBERED = 26


def balances_figure(found: Balances, texts: Mapping[str, str] | None = None, theme: str = "light") -> Draft:
    """Balances → plotly figure, two dyads side by side; ``customdata[0]`` of a mark is its key."""
    texts, points = worded(texts), found.points[found.points["signed"] > 0]
    if points.empty:
        return empty_figure(theme, texts)
    figure, many = new_figure(theme, texts, 360), len(found.dyads)
    width = (1 - _GAP * (many - 1)) / many
    for place, (key, label) in enumerate(found.dyads.items()):
        axis = "x" if place == 0 else f"x{place + 1}"
        _add_marks(figure, points[points["panel"] == place], place, axis, points["signed"].max(), texts, theme)
        figure.update_layout({f"xaxis{axis[1:]}": {"domain": [place * (width + _GAP), place * (width + _GAP) + width],
                                                   "anchor": "y", "gridcolor": style.THEME_COLOURS[theme].grid}})
        figure.add_annotation(text=f"<b>{plotly_text(shortened(label, LONGEST_LABEL))}</b>", x=0, xref=f"{axis} domain", y=1.02,
                              yref="y domain", xanchor="left", yanchor="bottom", showarrow=False)
        for turn in found.turns[key].turns:
            figure.add_shape(type="rect", xref=axis, yref="y domain", y0=0, y1=1, layer="below", line={"width": 0},
                             x0=turn.last_before.isoformat(), x1=_next(turn.first_after).isoformat(),
                             fillcolor=style.THEME_COLOURS[theme].faint, opacity=style.TURN_OPACITY)
    time_axis(figure, points["first"].min(), points["last"].max(), texts)
    balance_axis(figure.update_yaxes, texts, theme)
    _add_legend(figure, found, texts, theme)
    figure.update_layout(margin={"t": 78}, legend={"y": 1.09})
    return figure


def _next(day: pd.Timestamp) -> pd.Timestamp:
    return day + pd.Timedelta(days=1)


def _add_marks(figure: Draft, rows: pd.DataFrame, place: int, axis: str, largest: int, texts: Mapping[str, str],
               theme: str) -> None:
    colour = style.LINE_COLOURS[theme][place]
    bars = {"type": "data", "symmetric": False, "array": rows["high"] - rows["balance"],
            "arrayminus": rows["balance"] - rows["low"], "color": style.THEME_COLOURS[theme].faint, "thickness": 1.2, "width": 3}
    figure.add_scatter(
        x=[day.isoformat() for day in middle(rows)], y=rows["balance"], xaxis=axis, yaxis="y",
        mode="lines+markers" + ("+text" if len(rows) <= MOST_NUMBERED else ""), textposition="middle right",
        text=[f" {number_text(number, texts)}" for number in rows["signed"]],
        textfont={"size": 11, "color": style.THEME_COLOURS[theme].faint},
        showlegend=False, error_y=bars, customdata=rows[["key"]].to_numpy(), hoverinfo="text", cliponaxis=False,
        hovertext=[_hover(row, texts) for row in row_by_row(rows)], unselected={"marker": {"opacity": 0.45}},
        line={"color": colour, "width": 1, "dash": "dot"},
        marker={"color": colour, "symbol": style.LINE_SYMBOLS[place].plotly, "opacity": 0.95,
                "size": [style.scaled_size(number, largest, SIZES) for number in rows["signed"]],
                "line": {"width": 1, "color": style.THEME_COLOURS[theme].background}})


def _hover(row, texts: Mapping[str, str]) -> str:
    numbers = [f"{number_text(getattr(row, name), texts)} {texts[f'sign.{name}']}" for name in
               ("cooperative", "neutral", "conflictual") if getattr(row, name)]
    between = texts["interval"].format(low=balance_text(row.low, texts), high=balance_text(row.high, texts))
    lines = [texts["balance_of"].format(n=balance_text(row.balance, texts)), between,
             f"{stances_text(row.total, texts)}: {', '.join(numbers)}"]
    return "<br>".join([f"<b>{plotly_text(span_text(row.first, row.last, texts))}</b>", *map(plotly_lines, lines)])


def _add_legend(figure: Draft, found: Balances, texts: Mapping[str, str], theme: str) -> None:
    faint = style.THEME_COLOURS[theme].faint
    legend_mark(figure, texts["signed.size"], color=faint, symbol="circle", size=12)
    legend_mark(figure, texts["interval.name"], color=faint, symbol="line-ns", size=12, line={"color": faint, "width": 1.5})
    if any(each.turns for each in found.turns.values()):
        legend_line(figure, texts["turn"], color=faint, width=9)
