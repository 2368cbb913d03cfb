"""The balance of dyads over time, and events, printed."""
from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num, num2date
from matplotlib.figure import Figure

from analysis.charts import style
from analysis.charts.balances import LONGEST_LABEL, MOST_NUMBERED, SIZES
from analysis.charts.course import ENDS, end_text, middle
from analysis.charts.escape import shortened, visible
from analysis.charts.events import LONGEST_LABEL as LONGEST_EVENT
from analysis.charts.events import ends_of_event, label_place, placed
from analysis.charts.wording import number_text
from analysis.exports.images.canvas import legend_entry, new_canvas, plain_axes
from analysis.exports.images.timeline import TIME, mark_time
from analysis.views import Balances, Event

_DAY = pd.Timedelta(days=1)


def draw_balances(found: Balances, texts: Mapping[str, str], theme: str) -> tuple[Figure, list]:
    """Balances → figure, a panel a dyad, and the entries of its legend."""
    figure, axes = new_canvas(440, theme)
    points, panels = found.points[found.points["signed"] > 0], [axes]
    if len(found.dyads) > 1:
        axes.remove()
        panels = list(figure.subplots(1, len(found.dyads), sharey=True))
    for place, ((key, label), panel) in enumerate(zip(found.dyads.items(), panels)):
        plain_axes(panel, theme)
        panel.set_title(visible(shortened(label, LONGEST_LABEL)), loc="left", fontsize=10, color=style.THEME_COLOURS[theme].text)
        _panel(panel, points[points["panel"] == place], place, points["signed"].max(), texts, theme)
        for turn in found.turns[key].turns:
            panel.axvspan(date2num(turn.last_before), date2num(turn.first_after + _DAY), linewidth=0,
                          color=style.THEME_COLOURS[theme].faint, alpha=style.TURN_OPACITY)
        mark_time(panel, points["first"].min(), points["last"].max(), texts)
        panel.axhline(0, color=style.THEME_COLOURS[theme].faint, linewidth=0.8)
    panels[0].set_ylim(-1.12, 1.12)
    panels[0].set_yticks(ENDS, [end_text(end, texts) for end in ENDS])
    return figure, _legend(found, texts, theme)


def _panel(axes: Axes, rows: pd.DataFrame, place: int, largest: int, texts: Mapping[str, str], theme: str) -> None:
    days, colour = date2num(middle(rows)), style.LINE_COLOURS[theme][place]
    axes.vlines(days, rows["low"], rows["high"], color=style.THEME_COLOURS[theme].faint, linewidth=1)
    axes.plot(days, rows["balance"], ":", color=colour, linewidth=1)
    axes.scatter(days, rows["balance"], s=[(0.75 * style.scaled_size(number, largest, SIZES)) ** 2 for number in rows["signed"]],
                 color=colour, marker=style.LINE_SYMBOLS[place].matplotlib, zorder=3, clip_on=False,
                 edgecolors=style.THEME_COLOURS[theme].background)
    if len(rows) <= MOST_NUMBERED:
        for day, row in zip(days, rows.itertuples()):
            axes.annotate(number_text(row.signed, texts), (day, row.balance), xytext=(8, 0), textcoords="offset points",
                          va="center", fontsize=7, color=style.THEME_COLOURS[theme].faint)


def _legend(found: Balances, texts: Mapping[str, str], theme: str) -> list:
    faint = style.THEME_COLOURS[theme].faint
    entries = [legend_entry(texts["signed.size"], faint, "o"), legend_entry(texts["interval.name"], faint, "|")]
    if any(each.turns for each in found.turns.values()):
        entries.append(legend_entry(texts["turn"], faint, line=7, faded=0.5))
    return entries


def draw_events(figure: Figure, events: Sequence[Event], theme: str) -> None:
    """Lines, bands and labels of events in every panel that has a time axis."""
    colours = style.THEME_COLOURS[theme]
    for axes in (axes for axes in figure.axes if axes.get_gid() == TIME):
        first, last = (pd.Timestamp(num2date(end)).tz_localize(None) for end in axes.get_xlim())
        for event, labelled in placed(events, first, last):
            start, end = ends_of_event(event)
            if event.first == event.last:
                axes.axvline(date2num(start + _DAY / 2), color=colours.text, linewidth=0.8, linestyle="--", zorder=1)
            else:
                axes.axvspan(date2num(max(start, first)), date2num(min(end, last)), color=colours.text, linewidth=0,
                             alpha=style.EVENT_OPACITY, zorder=0)
            if labelled:
                axes.text(date2num(label_place(event, first, last)), 0.99, visible(shortened(event.label, LONGEST_EVENT)),
                          transform=axes.get_xaxis_transform(), rotation=90, ha="right", va="top", fontsize=7.5,
                          color=colours.text)
