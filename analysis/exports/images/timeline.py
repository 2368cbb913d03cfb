"""The timeline, printed."""
from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from analysis.charts import style
from analysis.charts.geometry import lane_places
from analysis.charts.ticks import time_ticks
from analysis.charts.timeline import lane_labels, middles
from analysis.exports.images.canvas import legend_entry, new_canvas
from analysis.views import SIGN_NAMES, Lanes

TIME = "time"  # what axes with time across are called, so that events find them
_DAY = pd.Timedelta(days=1)


def draw_timeline(lanes: Lanes, texts: Mapping[str, str], theme: str) -> tuple[Figure, list]:
    """Lanes → figure and the entries of its legend."""
    middle, heights, height = lane_places(lanes)
    figure, axes = new_canvas(170 + max(100, height), theme)
    points = lanes.points.assign(y=heights, middle=middles(lanes.points))
    for sign in SIGN_NAMES:
        spans = points[(points["sign"] == sign) & points["span"]]
        axes.hlines(spans["y"], date2num(spans["day_first"]), date2num(spans["day_last"] + _DAY),
                    colors=style.sign_colour(sign, theme), alpha=style.SPAN_OPACITY, linewidth=style.SPAN_WIDTH * 0.75)
    shapes = points["voice"] if not lanes.aggregated else pd.Series("", index=points.index)
    largest = int(points["count"].max()) if lanes.aggregated else 0
    for (sign, voice, span), rows in points.assign(shape=shapes).groupby(["sign", "shape", "span"]):
        _add_marks(axes, rows, sign, voice, span, theme, largest)
    axes.set_ylim(height, 0)
    axes.set_yticks(middle, ["\n".join(lines) for lines in lane_labels(lanes, texts)])
    mark_time(axes, points["day_first"].min(), points["day_last"].max(), texts)
    return figure, _legend(lanes, texts, theme)


def _add_marks(axes: Axes, rows: pd.DataFrame, sign: int, voice: str, span: bool, theme: str, largest: int) -> None:
    colour, ground = style.sign_colour(sign, theme), style.THEME_COLOURS[theme].background
    sizes = [0.75 * (style.scaled_size(count, largest, style.MANY_SIZES) if largest else style.MARK_SIZE)
             for count in rows["count"]]
    axes.scatter(date2num(rows["middle"]), rows["y"], marker=style.voice_symbol(voice).matplotlib,
                 s=[size ** 2 for size in sizes], facecolors=ground if span else colour,
                 edgecolors=colour if span else ground, linewidths=1.4 if span else 0.5, zorder=3)


def mark_time(axes: Axes, first: pd.Timestamp, last: pd.Timestamp, texts: Mapping[str, str]) -> None:
    """Ticks and bounds of a time axis."""
    axes.set_gid(TIME)
    ticks = time_ticks(first, last, texts)
    axes.set_xticks(date2num([day for day, _ in ticks]), ["\n".join(lines) for _, lines in ticks])
    room = max((last + _DAY - first) * 0.015, pd.Timedelta(hours=12))
    axes.set_xlim(date2num(first - room), date2num(last + _DAY + room))


def _legend(lanes: Lanes, texts: Mapping[str, str], theme: str) -> list:
    faint = style.THEME_COLOURS[theme].faint
    entries = [legend_entry(texts[f"sign.{name}"], style.sign_colour(sign, theme), "o")
               for sign, name in SIGN_NAMES.items()]
    if lanes.aggregated:
        entries.append(legend_entry(texts[f"many.{lanes.aggregated}"], faint, "o"))
    else:
        used = set(lanes.points["voice"])
        entries += [legend_entry(texts[f"voice.{voice}"], faint, symbol.matplotlib)
                    for voice, symbol in style.VOICE_SYMBOLS.items() if voice in used]
    if lanes.points["span"].any():
        entries.append(legend_entry(texts["span"], faint, line=style.SPAN_WIDTH * 0.75, faded=0.6))
    return entries
