"""Where a search is found in the articles that are listed: an excerpt of each, with what was found in bold."""
import pandas as pd
import streamlit as st

from analysis.index import places, terms_of
from analysis.views import Excerpt, excerpts
from pages.parts.escaping import escape_markdown
from pages.parts.formats import as_date
from pages.parts.layout import PAGES, Page
from pages.parts.reader import Mark
from pages.parts.state import link_query

_PER_STEP = 10
_SHOWN = "hits_shown"


def show_hits(page: Page, listed: pd.DataFrame) -> None:
    """An excerpt of each listed article that holds what is searched for, ten at first, more on request."""
    search = page.selection.search
    if not search or listed.empty:
        return
    st.markdown(f"**{page.texts.count('articles.hits', len(listed))}**")
    key = f"{_SHOWN}_{page.key('hits')}"
    shown = st.session_state.setdefault(key, _PER_STEP)
    first = listed.head(shown)
    with st.container(gap="small", key="hits"):
        for row, found in zip(first.itertuples(), excerpts(page.corpus.stock, first, search)):
            _show(page, row, found)
    left = len(listed) - shown
    if left > 0:
        st.button(page.texts.count("articles.more_hits", min(left, _PER_STEP)), key="hits_more", on_click=_more, args=(key,))


def _show(page: Page, row, found: Excerpt) -> None:
    with st.container(gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            title = escape_markdown(row.title) or page.texts("evidence.untitled")
            st.page_link(PAGES["articles"], label=f":blue[{title}]", width="content",
                         query_params=link_query(page.selection, article=row.article_id))
            day = page.texts.formats.span(as_date(row.published_first), as_date(row.published_last))
            st.caption(escape_markdown(" · ".join(filter(None, (row.source, day)))), width="content")
        st.markdown(in_bold(found))


def in_bold(found: Excerpt) -> str:
    """An excerpt as safe Markdown, what was found in bold."""
    parts, end = [], 0
    for start, stop in found.hits:
        parts += [_spaced(found.text[end:start]), f"**{escape_markdown(found.text[start:stop])}**"]
        end = stop
    return "".join([*parts, _spaced(found.text[end:])]).strip()


def found_marks(text: str, search: str) -> list[Mark]:
    """What a search finds in an article that is read, as marks."""
    return [Mark(start, end, ("found",)) for start, end in places(text, terms_of(search))] if search else []


def _spaced(text: str) -> str:
    """Escaped, with a space kept at either end, which Markdown needs beside a bold word."""
    inner = escape_markdown(text)
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}" if inner else " " * bool(text)


def _more(key: str) -> None:
    st.session_state[key] += _PER_STEP
