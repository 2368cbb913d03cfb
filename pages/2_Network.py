"""Network: who takes stances towards whom, as arrows between people or countries."""
import streamlit as st

from analysis.charts import describe_network, network_figure
from analysis.views import network
from pages.parts.charts import show_chart
from pages.parts.exports import Drawing
from pages.parts.layout import open_page, stop_if_empty
from pages.parts.settings import choose_one
from pages.parts.table import show_edges
from pages.parts.words import chart_words

page = open_page("network")
stop_if_empty(page)
words = chart_words(page.texts)

with st.container(horizontal=True, vertical_alignment="bottom"):
    nodes = choose_one(page, "nodes", ("countries", "people"), "countries")
    threshold = choose_one(page, "threshold", ("1", "2", "3", "5", "10"), "1")
drawn = network(page.view, nodes, int(threshold))
figure = network_figure(drawn, words, page.theme)
show_chart(page, "network", "chart", Drawing("network", drawn, figure, describe_network(drawn, words)), nodes + threshold)
show_edges(page, drawn)
