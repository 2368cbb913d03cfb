"""Timeline: each stance as a mark in a lane, and below it how many there are by day, week or month."""
import streamlit as st

from analysis.charts import counts_figure, describe_counts, describe_timeline, timeline_figure
from analysis.views import LANES, UNITS, counts, lanes
from pages.parts.charts import show_chart
from pages.parts.exports import Drawing
from pages.parts.layout import open_page, stop_if_empty
from pages.parts.settings import choose_one
from pages.parts.words import chart_words

page = open_page("timeline")
stop_if_empty(page)
words = chart_words(page.texts)

with st.container(horizontal=True, vertical_alignment="bottom"):
    by = choose_one(page, "lanes", LANES, "actor")
    most = choose_one(page, "most", ("10", "20", "30", "60"), "20")
drawn = lanes(page.view, by, int(most))
figure = timeline_figure(drawn, words, page.theme)
show_chart(page, "timeline", "chart", Drawing("timeline", drawn, figure, describe_timeline(drawn, words)), by + most)

unit = choose_one(page, "unit", ("auto", *UNITS), "auto")
counted = counts(page.view, unit)
figure = counts_figure(counted, words, page.theme)
show_chart(page, "timeline", "counts", Drawing("counts", counted, figure, describe_counts(counted, words)), unit)
