"""Counts in time, printed."""
from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from analysis.charts import style
from analysis.charts.counts import number_step
from analysis.charts.wording import number_text
from analysis.exports.images.canvas import new_canvas, plain_axes
from analysis.exports.images.timeline import mark_time
from analysis.views import SIGN_NAMES, Counts

_DAY = pd.Timedelta(days=1)


def draw_counts(counts: Counts, texts: Mapping[str, str], theme: str) -> tuple[Figure, list]:
    """Counts → figure and the entries of its legend."""
    figure, axes = new_canvas(420, theme)
    beside = sum(counts.undated.values()) > 0
    if beside:
        axes.remove()
        axes, side = figure.subplots(1, 2, sharey=True, width_ratios=(9, 1))
        plain_axes(axes, theme)
        plain_axes(side, theme)
        _stack(side, [0.0], [0.6], {name: [counts.undated[name]] for name in SIGN_NAMES.values()}, theme)
        side.set_xticks([0.0], [texts[f"undated_bar.{counts.unit}"].replace(" ", "\n")])
        side.set_xlim(-0.6, 0.6)
        side.tick_params(labelleft=False)
    bins = counts.bins
    if len(bins):
        days = bins["last"] + _DAY - bins["first"]
        _stack(axes, date2num(bins["first"] + days / 2), days.dt.days * 0.92, bins, theme)
        mark_time(axes, bins["first"].min(), bins["last"].max(), texts)
    _number_axis(axes, counts, texts, theme)
    return figure, [Patch(label=texts[f"sign.{name}"], **_fill(sign, theme)) for sign, name in SIGN_NAMES.items()]


def _stack(axes: Axes, x, widths, numbers, theme: str) -> None:
    """Cooperative bars from the line upwards, neutral ones on them, conflictual ones downwards."""
    up, on, down = ([float(number) for number in numbers[name]] for name in ("cooperative", "neutral", "conflictual"))
    axes.bar(x, up, widths, **_fill(1, theme))
    axes.bar(x, on, widths, bottom=up, **_fill(0, theme))
    axes.bar(x, [-number for number in down], widths, **_fill(-1, theme))


def _fill(sign: int, theme: str) -> dict:
    return {"facecolor": style.sign_colour(sign, theme), "hatch": style.SIGN_HATCHES[sign] * 3,
            "edgecolor": style.THEME_COLOURS[theme].background, "linewidth": 0}


def _number_axis(axes: Axes, counts: Counts, texts: Mapping[str, str], theme: str) -> None:
    low, high = axes.get_ylim()
    step = number_step(max(1, int(high - low)))
    marks = list(range(-int(-low // step) * step, int(high // step) * step + 1, step))
    axes.set_yticks(marks, [number_text(abs(mark), texts) for mark in marks])
    axes.axhline(0, color=style.THEME_COLOURS[theme].faint, linewidth=0.8)
    axes.set_ylabel(texts["axis.stances"], color=style.THEME_COLOURS[theme].text, fontsize=9)
