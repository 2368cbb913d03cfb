"""Stances: every stance that fits, as a table; choosing rows shows their sentences."""
import streamlit as st

from pages.parts.correcting import show_verdicts
from pages.parts.evidence import show_sentences
from pages.parts.exports import head_with_exports
from pages.parts.layout import open_page, stop_if_empty
from pages.parts.table import show_stances

page = open_page("stances")
stop_if_empty(page)

head_with_exports(page, "stances", "table", field=True)
chosen = show_stances(page)
if chosen.empty:
    st.caption(page.texts("stances.choose"))
else:
    show_verdicts(page, chosen)
    show_sentences(page, chosen, "stances", details=True)
