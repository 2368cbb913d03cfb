"""The report an analyst gathers: charts and sentences picked on any page, kept in this session, in the order wished."""
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from analysis.reports import Item, Passage, Source
from pages.parts.formats import as_date
from pages.parts.layout import Page

MOST = 60  # pictures stay in memory until the session ends
_ITEMS = "report_items"


def items() -> list[Item]:
    """What was picked so far, in its order."""
    return st.session_state.setdefault(_ITEMS, [])


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
        parts.append(texts("evidence.reported_by", name=row.reporter_name))
    if row.review:
        parts.append(texts(f"verdicts.{row.review}"))
    return " · ".join([*parts, texts("report.confidence", confidence=texts.formats.percent(row.confidence))])


def change(number: int, note: str) -> None:
    """Set the analyst's note on one item."""
    items()[number] = replace(items()[number], note=note)


def move(number: int, by: int) -> None:
    """Move an item up (−1) or down (+1); nothing happens at the ends."""
    picked = items()
    if 0 <= number + by < len(picked):
        picked[number], picked[number + by] = picked[number + by], picked[number]


def drop(number: int) -> None:
    """Take an item out."""
    del items()[number]


def _add(page: Page, make: Callable[[], Item]) -> None:
    """Callback: make the item and say what became of it."""
    if len(items()) >= MOST:
        st.toast(page.texts("report.full", most=MOST))
        return
    item = make()
    if item in items():
        st.toast(page.texts("report.there"))
        return
    items().append(item)
    st.toast(page.texts.count("report.added", len(items())))
