"""The timeline: one lane an actor or dyad, time across, colour by sign, shape by voice, an uncertain day as its span."""
from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.charts import style
from analysis.charts.draft import Draft
from analysis.charts.escape import plotly_lines, plotly_text, wrapped
from analysis.charts.geometry import lane_places
from analysis.charts.layout import empty_figure, legend_mark, new_figure, time_axis
from analysis.charts.wording import act_text, span_text, stances_text
from analysis.charts.words import worded
from analysis.views import SIGN_NAMES, Lanes, row_by_row

# Above so many marks the graphics card draws them; making ready for it takes longer than drawing fewer without it.
_MANY = 4_000
_LABEL_WIDTH = 26
_DAY = pd.Timedelta(days=1)
_SAID = ["key", "count", "sign", "voice", "modality", "reporter_name", "source_name", "target_name", "act",
         "negated", "sentence", "title"]


def timeline_figure(lanes: Lanes, texts: Mapping[str, str] | None = None, theme: str = "light") -> Draft:
    """Lanes → plotly figure; ``customdata[0]`` of a mark is its key (see ``analysis.views.behind``)."""
    texts = worded(texts)
    points = lanes.points
    if points.empty:
        return empty_figure(theme, texts)
    labels = lane_labels(lanes, texts)
    middle, heights, height = lane_places(lanes)
    figure = new_figure(theme, texts, int(110 + max(100, height)))
    for sign in SIGN_NAMES:
        spans = points["span"] & (points["sign"] == sign)
        _add_spans(figure, points.loc[spans, ["day_first", "day_last"]], heights[spans].to_numpy(), sign, theme)
    _add_marks(figure, lanes, heights.to_numpy(), texts, theme)
    _add_legend(figure, lanes, texts, theme)
    time_axis(figure, points["day_first"].min(), points["day_last"].max(), texts)
    figure.update_yaxes(tickmode="array", tickvals=middle, range=[height, 0], tickfont={"size": 12},
                        ticktext=["<br>".join(map(plotly_text, lines)) for lines in labels], automargin=False)
    figure.update_layout(margin={"l": 16 + 7 * max(len(line) for lines in labels for line in lines)})
    return figure


def lane_labels(lanes: Lanes, texts: Mapping[str, str]) -> list[list[str]]:
    """Labels of the lanes for the axis, each on at most two lines, not escaped."""
    labels = [act_text(label, False, texts) for label in lanes.lanes["label"]] if lanes.by == "act" else lanes.lanes["label"]
    return [wrapped(label, _LABEL_WIDTH, lines=2) for label in labels]


def middles(points: pd.DataFrame) -> pd.Series:
    """Noon of the day, or the middle of the span of days, both ends included."""
    return points["day_first"] + (points["day_last"] + _DAY - points["day_first"]) / 2


def _add_spans(figure: Draft, rows: pd.DataFrame, heights: np.ndarray, sign: int, theme: str) -> None:
    """All spans of a sign as one trace of separate lines."""
    if rows.empty:
        return
    gaps = np.full(len(rows), np.datetime64("NaT", "s"))
    x = np.column_stack([rows["day_first"].to_numpy(), (rows["day_last"] + _DAY).to_numpy(), gaps]).ravel()
    y = np.column_stack([heights, heights, np.full(len(rows), np.nan)]).ravel()
    figure.add_trace({
        "type": "scatter", "x": _written(x), "y": y, "mode": "lines", "hoverinfo": "skip", "showlegend": False,
        "opacity": style.SPAN_OPACITY, "line": {"width": style.SPAN_WIDTH, "color": style.sign_colour(sign, theme)}})


def _written(days: np.ndarray) -> list[str | None]:
    return [None if day == "NaT" else day for day in np.datetime_as_string(days.astype("datetime64[s]")).tolist()]


def _add_marks(figure: Draft, lanes: Lanes, heights: np.ndarray, texts: Mapping[str, str], theme: str) -> None:
    """A trace for each sign, voice and whether it is a span; what all marks need is worked out once, before they are parted."""
    points, many = lanes.points, "scattergl" if len(lanes.points) > _MANY else "scatter"
    x, keys, hover = np.array(_written(middles(points).to_numpy())), points["key"].to_numpy(dtype=object), np.array(_hovers(points, texts), dtype=object)
    largest = int(points["count"].max()) if lanes.aggregated else 0
    sizes = np.array([style.scaled_size(count, largest, style.MANY_SIZES) for count in points["count"].tolist()]) if largest else None
    looks = points[["sign", "span"]].assign(voice="" if largest else points["voice"])
    for (sign, voice, span), rows in sorted(looks.groupby(["sign", "voice", "span"], sort=False).indices.items()):
        colour = style.sign_colour(sign, theme)
        border = {"width": 2 if span else 1, "color": colour if span else style.THEME_COLOURS[theme].background}
        figure.add_trace({
            "type": many, "x": x[rows], "y": heights[rows], "mode": "markers", "showlegend": False,
            "marker": {"color": colour, "symbol": style.voice_symbol(voice).plotly + ("-open" if span else ""),
                       "size": style.MARK_SIZE if sizes is None else sizes[rows], "line": border},
            "hoverinfo": "text", "customdata": keys[rows].reshape(-1, 1), "hovertext": hover[rows],
            "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 0.35}}})


def _hovers(points: pd.DataFrame, texts: Mapping[str, str]) -> list[str]:
    """What each mark says, escaped; each span of days is put into words once."""
    days = list(zip(*(points[edge].to_numpy().astype("datetime64[D]").tolist() for edge in ("day_first", "day_last"))))
    told = {span: span_text(*span, texts) for span in set(days)}
    rows = row_by_row(points[points.columns.intersection(_SAID)])
    return [_hover(row, told[span], texts) for row, span in zip(rows, days)]


def _hover(row, when: str, texts: Mapping[str, str]) -> str:
    if row.key.startswith('["span"'):
        sign = texts[f"sign.{SIGN_NAMES[row.sign]}"]
        return f"<b>{plotly_text(stances_text(row.count, texts))}</b>, {plotly_text(sign)}<br>{plotly_text(when)}"
    parts = [when, texts.get(f"voice.{row.voice}", row.voice)]
    if row.modality != "actual":
        parts.append(texts.get(f"modality.{row.modality}", row.modality))
    if row.reporter_name:
        parts.append(texts["on_the_word_of"].format(name=row.reporter_name))
    who = f"{row.source_name} → {row.target_name or texts['no_target']}"
    return "<br>".join([
        f"<b>{plotly_lines(who, lines=2)}</b>", plotly_lines(act_text(row.act, row.negated, texts)),
        plotly_lines(" · ".join(parts), lines=3), plotly_lines(row.sentence or row.title)])


def _add_legend(figure: Draft, lanes: Lanes, texts: Mapping[str, str], theme: str) -> None:
    faint = style.THEME_COLOURS[theme].faint
    for sign, name in SIGN_NAMES.items():
        legend_mark(figure, texts[f"sign.{name}"], color=style.sign_colour(sign, theme), symbol="circle", size=12)
    if lanes.aggregated:
        legend_mark(figure, texts[f"many.{lanes.aggregated}"], color=faint, symbol="circle", size=style.MANY_SIZES[1] * 0.7)
    else:
        used = set(lanes.points["voice"])
        for voice, symbol in style.VOICE_SYMBOLS.items():
            if voice in used:
                legend_mark(figure, texts[f"voice.{voice}"], color=faint, symbol=symbol.plotly)
    if lanes.points["span"].any():
        bar = {"color": faint, "width": style.SPAN_WIDTH}
        legend_mark(figure, texts["span"], symbol="line-ew", size=11, line=bar, opacity=0.6)
