"""Articles: the list, and one article read with its actors, dates and stances marked."""
import streamlit as st

from pages.parts import library
from pages.parts.dating import show_rereading
from pages.parts.layout import open_page, stop_if_empty

page = open_page("articles")
show_rereading(page)
listed = library.articles_listed(page)
chosen = library.choose_article(page, listed)
if chosen is None:
    if listed.empty:
        stop_if_empty(page)
    st.info(page.texts("articles.choose" if len(listed) else "articles.none"))
    st.stop()
library.read_article(page, chosen)
