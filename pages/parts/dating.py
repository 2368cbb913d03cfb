"""The publication date of one article, or of all that were ticked."""
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.corrections import making, parse_days
from pages.parts import ledger
from pages.parts.correcting import ask_coder
from pages.parts.layout import Page
from pages.parts.stancefields import note_of, show_note


def show_date_form(page: Page, articles: pd.DataFrame, name: str) -> None:
    """A form that sets one date for these articles; ``name`` tells it from others on the page."""
    texts, key = page.texts, f"date_{name}_{len(ledger.current_log().corrections)}"
    known = ask_coder(page, f"date_{name}")
    with st.form(f"{key}_form", border=False):
        st.text_input(texts("correcting.published"), key=f"{key}_days", help=texts("correcting.days_help"), max_chars=40,
                      placeholder=texts("correcting.days_example"))
        st.caption(texts("correcting.days_reach"))
        show_note(page, key)
        st.form_submit_button(texts.count("correcting.set_date", len(articles)), key=f"{key}_save", type="primary",
                              disabled=not known, on_click=_set_dates, args=(page, articles["article_id"].tolist(), key))


def _set_dates(page: Page, ids: Sequence[str], key: str) -> None:
    def lines() -> list:
        typed = st.session_state[f"{key}_days"]
        if not typed.strip():
            raise ValueError(page.texts("correcting.no_days"))
        rows = page.corpus.stock.part(ids).articles.itertuples(index=False)
        return [making.set_dates(ledger.coder(), rows, parse_days(typed), note_of(key))]

    ledger.keep(lines)
