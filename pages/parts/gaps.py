"""What is not known, with the way to mend each: articles by their date, offices without a holder, files not read."""
from functools import partial

import pandas as pd
import streamlit as st

from analysis.views import Summary, unresolved
from pages.parts.escaping import escape_markdown
from pages.parts.layout import PAGES, TOOLS, Page
from pages.parts.once import once
from pages.parts.settings import choose_one
from pages.parts.state import link_query

DATES = ("all", "undated", "month")
_MOST_OFFICES = 12


def show_gaps(page: Page, figures: Summary) -> None:
    """What is not known, in one line each with a link to where it is mended; nothing where nothing is missing."""
    texts = page.texts
    gaps = (("undated_articles", figures.undated_articles, {"dates": "undated"}),
            ("month_only_articles", figures.month_only_articles, {"dates": "month"}))
    if not (any(number for _, number, _ in gaps) or figures.unresolved_offices or figures.untargeted or page.corpus.rejected):
        return
    st.subheader(texts("gaps.title"), anchor=False, help=texts("gaps.title_help"))
    for name, number, query in gaps:
        if number:
            _line(page, texts.count(f"gaps.{name}", number), PAGES["articles"], texts("gaps.set_dates"), **query)
    if page.corpus.rejected:
        _line(page, texts.count("overview.unread", len(page.corpus.rejected)), TOOLS["import"], texts("gaps.import"))
    if figures.untargeted:
        st.markdown(texts.count("gaps.untargeted", figures.untargeted))
    if figures.unresolved_offices:
        _line(page, texts.count("gaps.unresolved_offices", figures.unresolved_offices), PAGES["corrections"], texts("gaps.mend_offices"), part="actors")
        _show_offices(page)


def _line(page: Page, words: str, path: str, label: str, **query: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(words, width="content")
        st.page_link(path, label=f":blue[{label}]", width="content", query_params=link_query(page.selection, **query))


def _show_offices(page: Page) -> None:
    """The offices without a holder that most stances hang on, each with the way to these stances."""
    offices = once(page, "offices", (), partial(unresolved, page.corpus.stock, page.rows))
    for office in offices.head(_MOST_OFFICES).itertuples():
        words = page.texts.formats.labelled(escape_markdown(office.label), page.texts.count("evidence.sentences", office.stances))
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"office_{office.actor_id}"):
            st.markdown(f"– {words}", width="content")
            st.page_link(PAGES["stances"], label=f":blue[{page.texts('gaps.see')}]", width="content",
                         query_params={**link_query(page.selection), "person": [office.actor_id]})
    if len(offices) > _MOST_OFFICES:
        st.caption(page.texts.count("gaps.more_offices", len(offices) - _MOST_OFFICES))


def narrowed_by_date(page: Page, listed: pd.DataFrame) -> pd.DataFrame:
    """The listed articles, or only those without a date, or dated by a span, where there are such and the reader asks."""
    undated = listed["published_first"].isna()
    spans = ~undated & (listed["published_first"] != listed["published_last"])
    if not (undated | spans).any():
        return listed
    chosen = choose_one(page, "dates", DATES, "all")
    return {"all": listed, "undated": listed[undated], "month": listed[spans]}[chosen].reset_index(drop=True)
