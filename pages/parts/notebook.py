"""The report an analyst gathers: charts and sentences picked on any page, in the order wished, kept between visits.

Whoever logged in, or sits at this machine, has a draft of their own beside the corpus or in the settings folder, which each
change is written to; whoever is not known has one in this session.
"""
import logging
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import streamlit as st

from analysis.corpus import is_url
from analysis.reports import Item, Passage, Source
from analysis.reports.drafts import MOST, Draft, DraftError, change_draft, draft_folder, draft_state, read_draft
from analysis.views import spoken_name
from pages.parts.access import may, person
from pages.parts.data import corpus_folder
from pages.parts.formats import as_date
from pages.parts.layout import Page

_DRAFT, _SEEN, _TROUBLE = "report_draft", "report_seen", "report_trouble"


def place() -> Path | None:
    """Where the draft is kept; None where nobody knows whose it is."""
    if not person() and not may("correct"):
        return None
    return draft_folder(corpus_folder(), person(), beside=not is_url(os.environ.get("HOMOLOGUE_CORPUS", "")))


def draft() -> Draft:
    """The report as it is now, also where another session of the same analyst changed it."""
    where = place()
    seen = (str(where), draft_state(where)) if where else ("", 0)
    if _DRAFT not in st.session_state or st.session_state.get(_SEEN) != seen and not trouble():
        try:
            st.session_state[_DRAFT] = read_draft(where) if where else st.session_state.get(_DRAFT, Draft())
        except DraftError as error:
            st.session_state.update({_DRAFT: Draft(), _TROUBLE: str(error)})
        st.session_state[_SEEN] = seen
    return st.session_state[_DRAFT]


def trouble() -> str:
    """Why the draft is in this session only: the file that cannot be read or written; empty where it is kept."""
    return st.session_state.get(_TROUBLE, "")


def items() -> tuple[Item, ...]:
    """What was picked so far, in its order."""
    return draft().items


def change(make: Callable[[Draft], Draft]) -> Draft:
    """Change the draft, and keep it where it is kept; in this session where that fails."""
    where, now = place(), draft()
    if where is None or trouble():
        st.session_state[_DRAFT] = make(now)
        return st.session_state[_DRAFT]
    try:
        st.session_state[_DRAFT] = change_draft(where, make)
        st.session_state[_SEEN] = (str(where), draft_state(where))
    except (DraftError, OSError):
        logging.getLogger(__name__).exception("a report could not be kept")
        st.session_state.update({_DRAFT: make(now), _TROUBLE: str(where)})
    return st.session_state[_DRAFT]


def offer(page: Page, key: str, make: Callable[[], Item]) -> None:
    """A button that puts something into the report; it is made when the button is pressed."""
    st.button(page.texts("report.add"), key=f"report_add_{key}", on_click=_add, args=(page, make), width="content",
              help=page.texts("report.add_help"), type="tertiary")


def passage(page: Page, stances: list, said: str) -> Passage:
    """A sentence with its stances (rows of the view table), and the article it stands in."""
    first, texts = stances[0], page.texts
    article = page.corpus.stock.article(first.article_id).articles.iloc[0]
    published = texts.formats.span(as_date(article["published_first"]), as_date(article["published_last"]))
    place = texts("report.place", path=first.path, start=min(row.start for row in stances), end=max(row.end for row in stances))
    return Passage(first.sentence.strip(), tuple(_stance_line(row, page) for row in stances),
                   Source(first.title, first.source, published, article["url"]), place, said)


def _stance_line(row, page: Page) -> str:
    """``France accuses Mali · 4 Mar 2022 · reported, according to …``, in plain text."""
    texts = page.texts
    act = texts(f"acts.{row.act}")
    who = f"{row.source_name} {texts('evidence.negated', act=act) if row.negated else act} {row.target_name}".strip()
    days = texts.formats.span(as_date(row.day_first), as_date(row.day_last)) or texts("evidence.undated")
    days = texts("evidence.published", day=days) if row.dated == "publication" else days
    parts = [who, days, texts(f"voices.{row.voice}").lower()]
    if row.modality != "actual":
        parts.append(texts(f"modalities.{row.modality}").lower())
    if row.reporter_name:
        parts.append(texts("evidence.reported_by", name=spoken_name(row.reporter_id, row.reporter_name, texts.language)))
    if row.review:
        parts.append(texts(f"verdicts.{row.review}"))
    return " · ".join([*parts, texts("report.confidence", confidence=texts.formats.percent(row.confidence))])


def note(item: Item, words: str) -> Item:
    """Set the analyst's note on an item; the item with it."""
    noted = replace(item, note=words)
    change(lambda now: replace(now, items=tuple(noted if each == item else each for each in now.items)))
    return noted


def move(item: Item, by: int) -> None:
    """Move an item up (−1) or down (+1); nothing happens at the ends."""
    def moved(now: Draft) -> Draft:
        picked = list(now.items)
        at = picked.index(item) if item in picked else -1
        if at >= 0 and 0 <= at + by < len(picked):
            picked[at], picked[at + by] = picked[at + by], picked[at]
        return replace(now, items=tuple(picked))

    change(moved)


def drop(item: Item) -> None:
    """Take an item out."""
    change(lambda now: replace(now, items=tuple(each for each in now.items if each != item)))


def begin_anew() -> None:
    """Take everything out, title and all; the author stays."""
    change(lambda now: Draft(author=now.author))


def _add(page: Page, make: Callable[[], Item]) -> None:
    """Callback: make the item and say what became of it."""
    if len(items()) >= MOST:
        st.toast(page.texts("report.full", most=MOST))
        return
    item = make()
    if item in items():
        st.toast(page.texts("report.there"))
        return
    now = change(lambda now: now if item in now.items or len(now.items) >= MOST else replace(now, items=(*now.items, item)))
    st.toast(page.texts.count("report.added", len(now.items)))
