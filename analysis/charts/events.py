"""Events that the analyst added, drawn into any chart that has a time axis; a span stays a span."""
from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.charts import style
from analysis.charts.draft import Draft
from analysis.charts.escape import plotly_text, shortened
from analysis.charts.wording import span_text
from analysis.charts.words import worded
from analysis.views import Event, within

LONGEST_LABEL = 28
# Labels nearer to the one before than this share of the axis are left out, their lines stay.
CLOSEST = 0.018
_DAY = pd.Timedelta(days=1)


def add_events(figure: Draft, events: Sequence[Event], texts: Mapping[str, str] | None = None,
               theme: str = "light") -> Draft:
    """The figure with a line or band, and a label, for each event that touches the period of a time axis in it."""
    texts, colours = worded(texts), style.THEME_COLOURS[theme]
    for name, axis in figure.axes("x") if events else ():
        if axis.get("type") != "date" or not axis.get("range"):
            continue
        first, last = map(pd.Timestamp, axis["range"])
        ref = name.replace("axis", "")
        for event, labelled in placed(events, first, last):
            start, end = ends_of_event(event)
            shape = {"xref": ref, "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
            if event.first == event.last:
                noon = (start + _DAY / 2).isoformat()
                figure.add_shape(type="line", x0=noon, x1=noon, line={"color": colours.text, "width": 1, "dash": "dash"}, **shape)
            else:
                figure.add_shape(type="rect", x0=max(start, first).isoformat(), x1=min(end, last).isoformat(),
                                 fillcolor=colours.text, opacity=style.EVENT_OPACITY, line={"width": 0}, **shape)
            if labelled:
                days = span_text(pd.Timestamp(event.first), pd.Timestamp(event.last), texts)
                figure.add_annotation(
                    text=plotly_text(shortened(event.label, LONGEST_LABEL)), hovertext=plotly_text(f"{event.label}, {days}"),
                    x=label_place(event, first, last).isoformat(), xref=ref, y=1, yref="paper", textangle=-90, showarrow=False,
                    xanchor="right", yanchor="top", font={"size": 11, "color": colours.text})
    return figure


def ends_of_event(event: Event) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First and last moment of an event."""
    return pd.Timestamp(event.first), pd.Timestamp(event.last) + _DAY


def label_place(event: Event, first: pd.Timestamp, last: pd.Timestamp) -> pd.Timestamp:
    """Where the label stands: at the middle of what is seen of the event."""
    start, end = ends_of_event(event)
    start, end = max(start, first), min(end, last)
    return start + (end - start) / 2


def placed(events: Sequence[Event], first: pd.Timestamp, last: pd.Timestamp) -> list[tuple[Event, bool]]:
    """The events that touch a period, in order, and whether there is room for the label of each."""
    found, reached = [], None
    for event in within(tuple(events), first.date(), last.date()):
        place = label_place(event, first, last)
        room = reached is None or place - reached >= (last - first) * CLOSEST
        reached = place if room else reached
        found.append((event, room))
    return found
