"""Timeline: each stance as a mark in a lane, and below it how many there are by day, week or month."""
import streamlit as st

from analysis.charts import counts_figure, describe_counts, describe_timeline, timeline_figure
from analysis.views import LANES, UNITS, counts, lanes
from pages.parts.charts import chart_words, say_left_out, show_chart, show_chosen
from pages.parts.exports import head_with_exports
from pages.parts.layout import open_page, stop_if_empty
from pages.parts.settings import choose_one

page = open_page("timeline")
stop_if_empty(page)
words = chart_words(page.texts)

with st.container(horizontal=True, vertical_alignment="bottom"):
    by = choose_one(page, "lanes", LANES, "actor")
    most = choose_one(page, "most", ("10", "20", "30", "60"), "20")
drawn = lanes(page.view, by, int(most))
head_with_exports(page, "timeline", "chart", drawn)
chosen = show_chart(page, "timeline", timeline_figure(drawn, words, page.theme), describe_timeline(drawn, words), by + most)
say_left_out(page, drawn.left_out)
show_chosen(page, page.view, chosen, "timeline")

unit = choose_one(page, "unit", ("auto", *UNITS), "auto")
counted = counts(page.view, unit)
head_with_exports(page, "timeline", "counts", counted)
chosen = show_chart(page, "counts", counts_figure(counted, words, page.theme), describe_counts(counted, words), unit)
show_chosen(page, page.view, chosen, "counts")
