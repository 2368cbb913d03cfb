"""Timeline: each stance as a mark in a lane, how many there are by day, week or month, and the balance of dyads."""
from functools import partial

import streamlit as st

from analysis.charts import counts_figure, describe_counts, describe_timeline, timeline_figure
from analysis.views import LANES, UNITS, counts, lanes
from pages.parts.charts import drawing_of, show_chart
from pages.parts.events import events_of
from pages.parts.layout import open_page, stop_if_empty
from pages.parts.settings import choose_one
from pages.parts.turning import show_balances

page = open_page("timeline")
stop_if_empty(page)
events = events_of(page)

with st.container(horizontal=True, vertical_alignment="bottom"):
    by = choose_one(page, "lanes", LANES, "actor")
    most = choose_one(page, "most", ("10", "20", "30", "60"), "20")
drawing = drawing_of(page, "timeline", by + most, partial(lanes, page.rows, by, int(most)), timeline_figure, describe_timeline, events)
show_chart(page, "timeline", "chart", drawing, by + most)

unit = choose_one(page, "unit", ("auto", *UNITS), "auto")
drawing = drawing_of(page, "counts", unit, partial(counts, page.rows, unit), counts_figure, describe_counts, events)
show_chart(page, "timeline", "counts", drawing, unit)
show_balances(page, unit, events)
