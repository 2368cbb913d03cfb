"""Balances: of one or two actors over time, and of two actors towards the partners they have in common."""
from collections.abc import Mapping

import pandas as pd

from analysis.charts import style
from analysis.charts.draft import Draft
from analysis.charts.escape import plotly_lines, plotly_text, shortened
from analysis.charts.layout import empty_figure, new_figure, time_axis
from analysis.charts.wording import balance_text, span_text, stances_text
from analysis.charts.words import worded
from analysis.views import Course, Differences, Panel, row_by_row

_DASHES = ("solid", "dash")
SIZES = (7.0, 22.0)
_ROW = 32
_LONGEST_LABEL = 30
ENDS = (-1, -0.5, 0, 0.5, 1)


def line_name(line: Panel, texts: Mapping[str, str]) -> str:
    """What a line tells: what France does."""
    return texts[f"line.{line.way}"].format(name=line.label)


def course_figure(course: Course, texts: Mapping[str, str] | None = None, theme: str = "light") -> Draft:
    """Course → plotly figure; a mark is larger where it stands for more stances; ``customdata[0]`` is its key."""
    texts = worded(texts)
    if course.points.empty:
        return empty_figure(theme, texts)
    figure, largest = new_figure(theme, texts, 320), course.points["total"].max()
    for place, line in enumerate(course.lines):
        rows = course.points[course.points["line"] == place]
        figure.add_scatter(
            x=[day.isoformat() for day in middle(rows)], y=rows["balance"], mode="lines+markers",
            name=plotly_text(shortened(line_name(line, texts), 60)), customdata=rows[["key"]].to_numpy(), hoverinfo="text",
            hovertext=[_hover(line_name(line, texts), span_text(row.first, row.last, texts), row, texts)
                       for row in row_by_row(rows)], cliponaxis=False, unselected={"marker": {"opacity": 0.45}},
            line={"color": style.LINE_COLOURS[theme][place], "width": 1.5, "dash": _DASHES[place]},
            marker=_marker(rows, place, largest, theme))
    time_axis(figure, course.points["first"].min(), course.points["last"].max(), texts)
    balance_axis(figure.update_yaxes, texts, theme)
    return figure


def middle(rows: pd.DataFrame) -> pd.Series:
    """The middle of each row's unit."""
    return rows["first"] + (rows["last"] + pd.Timedelta(days=1) - rows["first"]) / 2


def _marker(rows: pd.DataFrame, place: int, largest: int, theme: str) -> dict:
    return {"color": style.LINE_COLOURS[theme][place], "symbol": style.LINE_SYMBOLS[place].plotly, "opacity": 0.9,
            "size": [style.scaled_size(total, largest, SIZES) for total in rows["total"]],
            "line": {"width": 1, "color": style.THEME_COLOURS[theme].background}}


def _hover(who: str, head: str, row, texts: Mapping[str, str]) -> str:
    lines = [who, stances_text(int(row.total), texts), texts["balance_of"].format(n=balance_text(row.balance, texts))]
    return "<br>".join([f"<b>{plotly_lines(head, lines=2)}</b>", *(plotly_lines(line, lines=2) for line in lines)])


def balance_axis(update, texts: Mapping[str, str], theme: str) -> None:
    """An axis of balances, from all conflictual to all cooperative."""
    update(range=[-1.12, 1.12], tickvals=list(ENDS), ticktext=[plotly_text(end_text(end, texts)) for end in ENDS],
           zeroline=True, zerolinecolor=style.THEME_COLOURS[theme].faint, zerolinewidth=1, fixedrange=True)


def end_text(mark: float, texts: Mapping[str, str]) -> str:
    """A tick of a balance; the ends say what they mean."""
    words = {1: texts["sign.cooperative"], -1: texts["sign.conflictual"]}
    return " ".join(filter(None, (balance_text(mark, texts), words.get(mark, ""))))


def differences_figure(found: Differences, texts: Mapping[str, str] | None = None, theme: str = "light") -> Draft:
    """Differences → plotly figure: for each partner the two balances, and a line between them."""
    texts = worded(texts)
    if found.points.empty:
        return empty_figure(theme, texts)
    figure, largest = new_figure(theme, texts, 130 + _ROW * max(3, len(found.rows))), found.points["total"].max()
    ends = found.points.pivot(index="row", columns="line", values="balance")
    figure.add_scatter(
        x=[value for one, other in zip(ends[0], ends[1]) for value in (one, other, None)],
        y=[value for row in ends.index for value in (row, row, None)], mode="lines", hoverinfo="skip", showlegend=False,
        line={"color": style.THEME_COLOURS[theme].faint, "width": 2})
    labels = found.rows["label"]
    for place, line in enumerate(found.lines):
        rows = found.points[found.points["line"] == place]
        figure.add_scatter(
            x=rows["balance"], y=rows["row"], mode="markers", name=plotly_text(shortened(line_name(line, texts), 60)),
            customdata=rows[["key"]].to_numpy(), hoverinfo="text", unselected={"marker": {"opacity": 0.45}},
            hovertext=[_hover(line_name(line, texts), labels[row.row], row, texts) for row in row_by_row(rows)],
            cliponaxis=False, marker=_marker(rows, place, largest, theme))
    balance_axis(figure.update_xaxes, texts, theme)
    names = [plotly_text(shortened(label, _LONGEST_LABEL)) for label in labels]
    figure.update_yaxes(range=[len(names) - 0.4, -0.6], tickvals=list(range(len(names))), ticktext=names, fixedrange=True)
    figure.update_layout(dragmode=False)
    return figure
