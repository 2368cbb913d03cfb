"""Timeline: each stance as a mark in a lane, how many there are by day, week or month, and the balance of dyads."""
import streamlit as st

from analysis.charts import add_events, counts_figure, describe_counts, describe_timeline, timeline_figure
from analysis.views import LANES, UNITS, counts, lanes
from pages.parts.charts import show_chart
from pages.parts.events import events_of
from pages.parts.exports import Drawing
from pages.parts.layout import open_page, stop_if_empty
from pages.parts.settings import choose_one
from pages.parts.turning import show_balances
from pages.parts.words import chart_words

page = open_page("timeline")
stop_if_empty(page)
words = chart_words(page.texts)
events = events_of(page)

with st.container(horizontal=True, vertical_alignment="bottom"):
    by = choose_one(page, "lanes", LANES, "actor")
    most = choose_one(page, "most", ("10", "20", "30", "60"), "20")
drawn = lanes(page.rows, by, int(most))
figure = add_events(timeline_figure(drawn, words, page.theme), events, words, page.theme)
show_chart(page, "timeline", "chart", Drawing("timeline", drawn, figure, describe_timeline(drawn, words), events), by + most)

unit = choose_one(page, "unit", ("auto", *UNITS), "auto")
counted = counts(page.rows, unit)
figure = add_events(counts_figure(counted, words, page.theme), events, words, page.theme)
show_chart(page, "timeline", "counts", Drawing("counts", counted, figure, describe_counts(counted, words), events), unit)
show_balances(page, unit, events)
