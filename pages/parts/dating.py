"""The publication date of one article, or of all that were ticked, which are read again as of it."""
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.corrections import Correction, making, parse_days
from pages.parts import ledger, redating
from pages.parts.correcting import ask_coder
from pages.parts.layout import Page
from pages.parts.stancefields import note_of, show_note


def show_date_form(page: Page, articles: pd.DataFrame, name: str) -> None:
    """A form that sets one date for these articles; ``name`` tells it from others on the page."""
    texts, key = page.texts, f"date_{name}_{len(ledger.current_log().corrections)}"
    known, job = ask_coder(page, f"date_{name}"), redating.current_job()
    with st.form(f"{key}_form", border=False):
        st.text_input(texts("correcting.published"), key=f"{key}_days", help=texts("correcting.days_help"), max_chars=40,
                      placeholder=texts("correcting.days_example"))
        st.caption(texts("correcting.days_reach"))
        show_note(page, key)
        st.form_submit_button(texts.count("correcting.set_date", len(articles)), key=f"{key}_save", type="primary",
                              disabled=not known or bool(job and job.running), on_click=_set_dates, args=(page, articles["article_id"].tolist(), key))


def show_rereading(page: Page) -> None:
    """How far the reading of dated articles is or what came of it, and which wait for it."""
    if not redating.show_job(page.texts):
        redating.offer_waiting(page.texts, page.corpus.waiting, lambda: _read(page, page.corpus.waiting, ()))


def _set_dates(page: Page, ids: Sequence[str], key: str) -> None:
    """Callback: at once where all of them were read as of that date before, else when they were."""
    articles = page.corpus.stock.part(ids).articles

    def line() -> Correction:
        typed = st.session_state[f"{key}_days"]
        if not typed.strip():
            raise ValueError(page.texts("correcting.no_days"))
        return making.set_dates(ledger.coder(), articles.itertuples(index=False), parse_days(typed), note_of(key))

    made = ledger.made(lambda: [line()])
    if not made:
        return
    days = parse_days(st.session_state[f"{key}_days"])[:2]
    wanted = {article: days for article in articles["article_id"]}
    if len(ledger.shelf().found(wanted)) == len(wanted):
        ledger.keep(lambda: made)
    else:
        _read(page, wanted, made)


def _read(page: Page, days: dict, lines: Sequence[Correction]) -> None:
    part = page.corpus.stock.part(days)
    redating.begin(part.articles, days, page.corpus.made.part(days).stances, lines)
