"""How every page begins: set-up, navigation, corpus, filter, header; and what it says where there is nothing to show."""
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.views import STANDARD, Rows, Selection, chosen_fields, frame_of, without
from pages.parts.access import admit, may, person, show_person
from pages.parts.data import (Corpus, Reading, chosen_rows, corpus_of, current_reading, filters_that_empty, hidden_of,
                              read_again)
from pages.parts.demonstration import choose_articles, examples_wanted, show_switch
from pages.parts.escaping import escape_markdown
from pages.parts.filters import filter_label, show_filters
from pages.parts.kept import say_kept
from pages.parts.language import current_texts, show_language
from pages.parts.ledger import current_log, shelf
from pages.parts.reader import asked_script, language_script, return_script, uploader_style
from pages.parts.redating import take_in
from pages.parts.screen import NARROW, is_narrow
from pages.parts.state import choose, chosen, current_selection, link_query
from pages.parts.texts import Texts, preferred_language
from pages.parts.tour import offer_tour, show_tour
from pages.parts.words import duration

_STYLE = Path(__file__).with_name("style.css")
PAGES = {"overview": "app.py", "timeline": "pages/1_Timeline.py", "network": "pages/2_Network.py",
         "actor": "pages/3_Actor.py", "accounts": "pages/4_Accounts.py", "stances": "pages/5_Stances.py",
         "articles": "pages/6_Articles.py", "corrections": "pages/7_Corrections.py"}
TOOLS = {"report": "pages/8_Report.py", "import": "pages/9_Import.py"}  # pages that show no stances and need no corpus


@dataclass(frozen=True)
class Page:
    """What a page works with: the corpus, what the reader chose of it, the stances that fit, and how to say things."""

    name: str
    corpus: Corpus
    selection: Selection
    rows: Rows | pd.DataFrame
    texts: Texts
    theme: str
    narrow: bool = False

    @cached_property
    def view(self) -> pd.DataFrame:
        """The rows that fit, read; charts and figures take ``rows``, which are counted without being read."""
        return frame_of(self.rows)

    def key(self, name: str, *settings: str) -> str:
        """Key of a chart or table: another one for other rows, so that a choice made in some is not kept for others."""
        return f"{name}_{abs(hash((self.selection, self.corpus.version, settings)))}"


def open_page(name: str) -> Page:
    """Set the page up and give it its data; stops the run where there is nothing yet to show."""
    texts, navigation = _begin(name)
    examples = examples_wanted()
    take_in()
    corpus = _load(texts, examples)
    selection, refused = current_selection(corpus.options, corpus.version)
    with navigation:
        _navigate(texts, selection)
        show_switch(examples, texts)
    show_tour(name, PAGES | TOOLS, selection, texts)
    show_filters(corpus.options, selection, texts)
    if refused:
        st.warning(texts("url.refused", values=", ".join(map(escape_markdown, refused))))
    page = Page(name, corpus, selection, chosen_rows(corpus, selection), texts, st.context.theme.type or "light",
                st.session_state[NARROW])
    _say_what_is_shown(page)
    say_kept(name, texts)
    return page


def open_tool(name: str) -> Texts:
    """Set up a page that needs no corpus; the filter chosen elsewhere goes along in its links."""
    texts, navigation = _begin(name)
    with navigation:
        _navigate(texts, chosen())
    show_tour(name, PAGES | TOOLS, chosen(), texts)
    return texts


def stop_if_empty(page: Page) -> None:
    """Where no stance fits, say which filter empties the page, offer to lift it, and end the run."""
    if len(page.rows):
        return
    if not page.corpus.stock.kept:
        st.info(page.texts("empty.corpus"))
        st.stop()
    lifting = filters_that_empty(page.corpus, page.selection)
    st.info(page.texts("empty.one" if lifting else "empty.several"))
    with st.container(horizontal=True):
        for name in lifting:
            label = filter_label(name, page.selection, page.corpus.options, page.texts)
            st.button(page.texts("empty.lift", filter=label), key=f"lift_{name}", on_click=choose,
                      args=(without(page.selection, name),))
        everything = STANDARD if len(chosen_rows(page.corpus, STANDARD)) else Selection()
        st.button(page.texts("empty.clear"), key="lift_all", on_click=choose, args=(everything,))
    st.stop()


def _begin(name: str) -> tuple[Texts, DeltaGenerator]:
    """Title and style of a page; its texts, and the place for the navigation."""
    texts = current_texts(preferred_language(st.context.locale))
    st.set_page_config(page_title=f"{texts(f'{name}.title')} · {texts('product.name')}", layout="wide")
    st.html(_STYLE)
    if not may("read"):
        _refuse(texts)
    choose_articles()
    navigation = st.sidebar.container()
    with st.sidebar:
        is_narrow(name)
        if person():
            st.html(return_script(f"/{st.get_option('server.baseUrlPath').strip('/')}"), unsafe_allow_javascript=True)
        st.html(language_script(texts.language), unsafe_allow_javascript=True)
        st.html(uploader_style(texts("uploader.choose"), texts("uploader.limit", n=st.get_option("server.maxUploadSize"))))
    st.title(texts(f"{name}.title"), anchor=False)
    st.caption(texts(f"{name}.about"))
    admit(texts)  # asked once more, last before any article is read
    return texts, navigation


def _refuse(texts: Texts) -> None:
    """What whoever may not read is shown, whatever page they asked for: what this is, in their language, and the way in or out.
    Ends the run. Nothing goes into the sidebar, which so is not there."""
    st.html(language_script(texts.language), unsafe_allow_javascript=True)
    if not person():
        st.html(asked_script(), unsafe_allow_javascript=True)
    with st.container(horizontal_alignment="center", key="refusal"), st.container(width=560):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="brand"):
            st.title(texts("product.name"), anchor=False, width="content")
            show_language(texts)
        st.caption(texts("overview.about"))
        admit(texts)


def _navigate(texts: Texts, selection: Selection) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="brand"):
        st.markdown(f"**{texts('product.name')}**", width="content")
        show_language(texts)
    for name, path in (PAGES | TOOLS).items():
        st.page_link(path, label=texts(f"{name}.title"), query_params=link_query(selection), width="stretch")
    offer_tour(texts)
    show_person(texts)


def _load(texts: Texts, examples: bool) -> Corpus:
    """The corpus, with its progress shown while it is being read; ``examples``: with the example dispatches."""
    reading = current_reading(examples)
    if reading.thread.is_alive():
        _show_progress(reading, texts)
    if reading.tables is None:
        st.error(texts("loading.failed", folder=escape_markdown(str(reading.folder)),
                       reason=escape_markdown(reading.failure)))
        st.button(texts("loading.again"), on_click=read_again)
        st.stop()
    return corpus_of(reading, texts.language, current_log(), shelf())


def _show_progress(reading: Reading, texts: Texts) -> None:
    bar = st.progress(0.0)
    while reading.thread.is_alive():
        left = reading.seconds_left()
        if left is None:
            bar.progress(0.0, texts("loading.starting"))
        else:
            words = texts("loading.progress", done=reading.done, total=reading.total, left=duration(left, texts))
            bar.progress(min(1.0, reading.done / max(1, reading.total)), words)
        reading.thread.join(0.25)
    bar.empty()


def _say_what_is_shown(page: Page) -> None:
    """How many stances fit, each filter in force with a button that lifts it, and how many are hidden as less sure."""
    everything = Selection(reviewed="all" if page.selection.reviewed == "all" else "kept")
    shown, total = len(page.rows), len(chosen_rows(page.corpus, everything))
    names, hidden = chosen_fields(page.selection), hidden_of(page.corpus, page.selection)
    unsure = 0 if page.selection.min_confidence else hidden_of(page.corpus, _surer(page.selection))
    if not names and not hidden and not unsure:
        st.caption(page.texts.count("shown.all", total))
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="chips"):
        said = page.texts.count("shown.some", shown, total=page.texts.formats.number(total))
        if not names:
            said = page.texts.count("shown.sure", shown, total=page.texts.formats.number(total)) if hidden else page.texts.count("shown.all", total)
        st.caption(said, width="content")
        for name in names:
            label = filter_label(name, page.selection, page.corpus.options, page.texts)
            st.button(f"{label} ×", key=f"chip_{name}", on_click=choose, args=(without(page.selection, name),),
                      help=page.texts("shown.lift"), type="secondary")
        if len(page.selection.countries) > 1 and page.selection.side == "either":
            _offer_pair(page)
        if hidden and "min_confidence" not in names:
            _offer(page, "hidden", hidden, without(page.selection, "min_confidence"))
        if unsure:
            _offer(page, "unsure", unsure, _surer(page.selection))


def _offer_pair(page: Page) -> None:
    """Of several countries all that any of them does is shown; a word leaves what is between them."""
    between = replace(page.selection, side="between")
    number = len(chosen_rows(page.corpus, between))
    if number:
        st.button(page.texts.count("shown.between", number), key="offer_between", on_click=choose, type="tertiary",
                  args=(between,), help=page.texts("shown.between_help"))


def _surer(selection: Selection) -> Selection:
    return replace(selection, min_confidence=STANDARD.min_confidence)


def _offer(page: Page, name: str, number: int, other: Selection) -> None:
    """How many stances of low confidence are hidden, or shown, in a word that shows or hides them."""
    limit = page.texts.formats.percent(STANDARD.min_confidence)
    st.button(page.texts.count(f"shown.{name}", number, limit=limit), key=f"offer_{name}", on_click=choose,
              type="tertiary", args=(other,), help=page.texts("shown.hidden_help", limit=limit))
