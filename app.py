"""Overview: what is in the corpus, who stands where, and what is new. Started with: streamlit run app.py"""
import streamlit as st

from analysis.views import newest
from pages.parts.evidence import show_sentences
from pages.parts.layout import open_page, stop_if_empty

page = open_page("overview")
stop_if_empty(page)
st.subheader(page.texts("overview.newest"), anchor=False)
show_sentences(page, newest(page.view, most=50), "newest")
