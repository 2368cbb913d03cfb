"""The figures of the Overview: what there is, what is missing, and what could not be read."""
import pandas as pd
import streamlit as st

from analysis.views import Summary
from pages.parts.layout import Page
from pages.parts.words import reason_words


def show_numbers(page: Page, figures: Summary) -> None:
    """Stances, articles, actors, countries, publishers and period of what the filter leaves, beside the whole."""
    texts, number = page.texts, page.texts.formats.number
    shown = (("stances", figures.stances, figures.all_stances), ("articles", figures.articles, figures.all_articles),
             ("actors", figures.actors, figures.all_actors), ("countries", figures.countries, None),
             ("outlets", figures.outlets, None))
    with st.container(horizontal=True, gap="medium", key="numbers"):
        for name, value, whole in shown:
            about = texts("numbers.of", n=number(whole)) if whole not in (None, value) else None
            st.metric(texts(f"numbers.{name}"), number(value) if value else "–", delta=about, delta_color="off", delta_arrow="off",
                      width="content", help=texts(f"numbers.{name}_help"))
        st.metric(texts("numbers.period"), texts.formats.span(figures.first, figures.last) or texts("numbers.unknown"),
                  width="content", help=texts("numbers.period_help"))


def show_unread(page: Page) -> None:
    """The files that could not be read, each with its reason."""
    rejected = page.corpus.rejected
    if not rejected:
        return
    with st.expander(page.texts.count("overview.unread", len(rejected)), icon=":material/warning:"):
        table = pd.DataFrame([(file, reason_words(reason, page.texts)) for file, reason in rejected], columns=["file", "reason"])
        st.dataframe(table, hide_index=True, alt=page.texts.count("overview.unread", len(rejected)), column_config={
            name: st.column_config.TextColumn(page.texts(f"overview.unread_{name}")) for name in table})
