"""The list of articles and the reading of one: what the Articles page is made of."""
from functools import partial

import pandas as pd
import streamlit as st

from analysis.views import Selection, actors_in, article_list, chosen_fields, row_by_row
from pages.parts.access import may
from pages.parts.correcting import show_addition, show_verdict
from pages.parts.data import chosen_rows
from pages.parts.dating import show_date_form
from pages.parts.demonstration import show_reference
from pages.parts.escaping import escape_markdown
from pages.parts.evidence import SIGN_COLOURS, show_stances_of_sentence
from pages.parts.formats import as_date
from pages.parts.gaps import narrowed_by_date
from pages.parts.hits import found_marks, show_hits
from pages.parts.layout import Page
from pages.parts.links import actor_link
from pages.parts.marks import LEGEND, anchor_of, marks_of, place_asked, stance_line
from pages.parts.ownnetwork import show_own_network
from pages.parts.reader import LAYERS, reader_html, scroll_script

_MOST_LISTED = 10_000  # above this Streamlit draws tables in parts, in which no row can be chosen
_OF_ARTICLES = frozenset({"search", "independent"})  # filters that an article without a stance may pass
_SHOW_ALL, _LIST, _LAYERS, _TICK = "articles_all", "articles_list", "articles_layers", "articles_tick"


def articles_listed(page: Page) -> pd.DataFrame:
    """Articles with a stance that fits, or all where no filter is in force or the reader wants all; newest first.

    Where nothing but a search is in force, articles without a stance that hold it are listed too.
    """
    chosen = set(chosen_fields(page.selection))
    if chosen and st.toggle(page.texts("articles.all"), key=_SHOW_ALL):
        return narrowed_by_date(page, article_list(page.corpus.stock, page.rows))
    return narrowed_by_date(page, article_list(page.corpus.stock, page.rows, page.selection.search,
                                               fitting=bool(chosen - _OF_ARTICLES)))


def choose_article(page: Page, listed: pd.DataFrame) -> pd.Series | None:
    """The list, and the article chosen in it or named by the URL (or the only one there is)."""
    _say_if_unknown(page)
    if len(listed):
        _show_list(page, listed.head(_MOST_LISTED))
    if len(listed) > _MOST_LISTED:
        st.caption(page.texts("articles.too_many", n=page.texts.formats.number(_MOST_LISTED)))
    if not st.query_params.get("article", ""):
        show_hits(page, listed)
    wanted = st.query_params.get("article", "")
    if not wanted and len(listed) == 1:
        wanted = listed["article_id"].iloc[0]
    found = page.corpus.stock.article(wanted)
    return None if found is None else found.articles.iloc[0]


def read_article(page: Page, article: pd.Series) -> None:
    """The article with its marks, the stance that was followed above it, and the list of its stances."""
    found = chosen_rows(page.corpus, Selection(reviewed="all")).of_article(article["article_id"]).frame()
    focus = _focus(page, found)
    followed = found["stance_id"] == ("" if focus is None else focus["stance_id"])
    whole = found[followed | (found["review"] != "rejected") | (page.selection.reviewed == "all")]
    stances = whole[(whole["confidence"] >= page.selection.min_confidence) | followed[whole.index]]
    st.subheader(escape_markdown(article["title"]) or page.texts("evidence.untitled"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="imprint"):
        st.caption(_imprint(page, article), width="content")
        if may("correct"):
            with st.popover(page.texts("correcting.date"), key="date_article", width="content"):
                show_date_form(page, page.corpus.stock.article(article["article_id"]).articles, "one")
    show_reference(page.corpus, article["path"], page.texts)
    if focus is not None:
        _show_focus(page, stances, focus)
    text_side, list_side = st.columns([5, 3], gap="large")
    with text_side:
        _show_text(page, article, stances, "" if focus is None else focus["stance_id"])
        show_addition(page, article)
    with list_side:
        _show_stances(page, stances)
        if len(stances) < len(whole):
            st.caption(page.texts.count("articles.less_sure", len(whole) - len(stances)))
        _show_actors(page, article)
    show_own_network(page, article)


def _say_if_unknown(page: Page) -> None:
    wanted = st.query_params.get("article", "")
    if wanted and page.corpus.stock.article(wanted) is None:
        st.warning(page.texts("articles.unknown_article", value=escape_markdown(wanted[:80])))


def _show_list(page: Page, listed: pd.DataFrame) -> None:
    texts = page.texts
    ticking = may("correct") and st.toggle(texts("articles.tick"), value="dates" in st.query_params, key=_TICK, help=texts("articles.tick_help"))
    days = [texts.formats.span(as_date(row.published_first), as_date(row.published_last))
            for row in row_by_row(listed)]
    table = pd.DataFrame({"day": days, "title": listed["title"], "outlet": listed["source"],
                          "file": listed["path"], "stances": listed["stances"]})
    columns = {name: st.column_config.Column(texts(f"columns.{name}"), width="large" if name == "title" else "small")
               for name in table}
    shown = {"hide_index": True, "height": min(38 + 35 * len(table), 248), "alt": texts("articles.list_help"), "column_config": columns}
    if ticking:
        _tick(page, listed, table, shown)
        return
    key = page.key(_LIST, str(len(listed)))
    st.session_state["articles_order"] = listed["article_id"].tolist()
    st.dataframe(table, key=key, on_select=partial(_picked, key), selection_mode="single-row", **shown)
    st.caption(texts("articles.list_help"))


def _tick(page: Page, listed: pd.DataFrame, table: pd.DataFrame, shown: dict) -> None:
    """The list with several rows to tick, and the form that dates them all."""
    state = st.dataframe(table, key=page.key(f"{_LIST}_ticks", str(len(listed))), on_select="rerun",
                         selection_mode="multi-row", **shown)
    ticked = listed.iloc[[row for row in state["selection"]["rows"] if row < len(listed)]]
    if len(ticked):
        show_date_form(page, ticked, "many")


def _picked(key: str) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows:
        _follow(st.session_state["articles_order"][rows[0]])


def _follow(article_id: str, stance_id: str = "") -> None:
    """Callback: open an article, at a stance where one is given, and say so in the URL."""
    st.query_params["article"] = article_id
    if stance_id:
        st.query_params["at"] = stance_id
    for gone in ("place", *(() if stance_id else ("at",))):
        if gone in st.query_params:
            del st.query_params[gone]


def _focus(page: Page, stances: pd.DataFrame) -> pd.Series | None:
    wanted = st.query_params.get("at", "")
    found = stances[stances["stance_id"] == wanted]
    if wanted and found.empty:
        st.warning(page.texts("articles.unknown_stance", value=escape_markdown(wanted[:80])))
    return None if found.empty else found.iloc[0]


def _imprint(page: Page, article: pd.Series) -> str:
    """Published by, day and file, in one line of safe Markdown."""
    day = page.texts.formats.span(as_date(article["published_first"]), as_date(article["published_last"]))
    parts = (article["source"], day or page.texts("evidence.undated"), article["path"])
    return " · ".join(escape_markdown(part) for part in parts if part)


def _show_focus(page: Page, stances: pd.DataFrame, focus: pd.Series) -> None:
    """The stance that was followed, with the way to the one before and after it."""
    order = stances.sort_values(["start", "end", "stance_id"])["stance_id"].tolist()
    place = order.index(focus["stance_id"])
    with st.container(border=True, gap="xsmall", key="focus"):
        st.caption(page.texts("articles.focus"))
        show_stances_of_sentence(page, [focus], details=True)
        show_verdict(page, focus)
        with st.container(horizontal=True):
            for name, there in (("previous", place - 1), ("next", place + 1)):
                inside = 0 <= there < len(order)
                st.button(page.texts(f"articles.{name}"), key=f"focus_{name}", disabled=not inside, on_click=_follow,
                          args=(focus["article_id"], order[there] if inside else ""))


def _show_text(page: Page, article: pd.Series, stances: pd.DataFrame, focus: str) -> None:
    layers = st.pills(page.texts("articles.layers"), LAYERS, selection_mode="multi", default=list(LAYERS), key=_LAYERS,
                      format_func=lambda layer: page.texts(f"layers.{layer}"), help=page.texts("articles.layers_help"))
    shown = [layer for layer in LAYERS if layer in layers]
    legend = [(name, page.texts(words)) for layer in shown for name, words in LEGEND[layer]]
    place = [] if focus else place_asked(st.query_params.get("place", ""), article["text"])
    marks = marks_of(article, page.corpus.stock.article(article["article_id"]), stances, shown, focus, page.texts)
    st.html(reader_html(article["text"], [*marks, *place, *found_marks(article["text"], page.selection.search)], legend))
    anchor = anchor_of(focus) if focus else "".join(mark.anchor for mark in place)
    if anchor and st.session_state.get("articles_scrolled") != anchor:
        st.html(scroll_script(anchor), unsafe_allow_javascript=True)
    st.session_state["articles_scrolled"] = anchor


def _show_stances(page: Page, stances: pd.DataFrame) -> None:
    if stances.empty:
        st.caption(page.texts("articles.no_stances"))
        return
    st.markdown(f"**{page.texts.count('articles.stances_here', len(stances))}**", help=page.texts("articles.show"))
    with st.container(gap="xxsmall", key="stances_here"):
        for row in stances.sort_values(["start", "end", "stance_id"]).itertuples():
            label = f":{SIGN_COLOURS[row.sign]}[●] {escape_markdown(stance_line(row, page.texts))}"
            st.button(label, key=f"stance_{row.stance_id}", type="tertiary",
                      on_click=_follow, args=(row.article_id, row.stance_id), wrap=True)


def _show_actors(page: Page, article: pd.Series) -> None:
    """Who is named in the article, each a link to the actor's own page."""
    named = actors_in(page.corpus.stock.article(article["article_id"]), article["article_id"])
    if named.empty:
        return
    st.markdown(f"**{page.texts('articles.actors_here')}**")
    with st.container(horizontal=True, gap="small", key="actors_here"):
        for row in row_by_row(named):
            actor_link(page, row.id, row.label)
