"""Accept, reject and edit stances, and add the ones that were missed: in the reader and below the table of stances."""
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.corrections import Correction, making
from analysis.corrections.sentences import sentences, words_in
from analysis.views import Selection
from pages.parts import ledger
from pages.parts.access import may
from pages.parts.escaping import escape_markdown
from pages.parts.layout import PAGES, Page
from pages.parts.stancefields import actor_choices, note_of, read_fields, row_of, show_fields, show_note
from pages.parts.state import link_query

_MOST_OF_SENTENCE = 110


def ask_coder(page: Page, place: str) -> bool:
    """Whether the coder's name is known; asks for it where it is not, once a session. ``place`` tells the form from others."""
    say_trouble(page)
    if not may("correct"):
        st.caption(page.texts("access.no_correct"))
        return False
    if ledger.coder():
        return True
    st.text_input(page.texts("correcting.coder"), key=f"coder_{place}", max_chars=80, on_change=_take_coder, args=(f"coder_{place}",), width=320,
                  help=page.texts("correcting.coder_help"))
    return False


def say_trouble(page: Page) -> None:
    """Why the last correction could not be kept, where it could not."""
    reason = ledger.trouble()
    if reason == ledger.REFUSED:
        st.error(page.texts("access.no_correct"))
    elif reason:
        st.error(page.texts("correcting.trouble", reason=escape_markdown(reason)))


def show_verdict(page: Page, row: object) -> None:
    """What a coder can say of one stance: accept, reject, or edit it in a form. ``row`` is one of the view table."""
    texts, known = page.texts, ask_coder(page, "verdict")
    key = _key(page, "fix", row.stance_id)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="verdict"):
        for what in ("accept", "reject"):
            st.button(texts(f"correcting.{what}"), key=f"{what}_{row.stance_id}", disabled=not known,
                      on_click=_judge, args=(page, what, [row.stance_id], ""))
        with st.popover(texts("correcting.edit"), key=f"edit_{row.stance_id}", disabled=not known, width="content"):
            with st.form(f"{key}_form", border=False):
                show_fields(page, key, actor_choices(page, row.article_id), row)
                show_note(page, key)
                st.form_submit_button(texts("correcting.save"), key=f"{key}_save", type="primary", on_click=_edit,
                                      args=(page, row.stance_id, key))
        st.page_link(PAGES["corrections"], label=f":blue[{texts('correcting.log')}]", width="content", query_params=link_query(page.selection))


def show_verdicts(page: Page, rows: pd.DataFrame) -> None:
    """The same for rows chosen in a table: one verdict for all of them, or the form for the only one."""
    if len(rows) == 1:
        show_verdict(page, next(rows.itertuples(index=False)))
        return
    known, ids = ask_coder(page, "verdict"), rows["stance_id"].tolist()
    key = _key(page, "many", str(len(ids)))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="verdict"):
        for what in ("accept", "reject"):
            st.button(page.texts.count(f"correcting.{what}_many", len(ids)), key=f"{what}_many", disabled=not known,
                      on_click=_judge_many, args=(page, what, ids, key))
        show_note(page, key)


def show_addition(page: Page, article: pd.Series) -> None:
    """The form for a stance that the analysis missed: its sentence and words, and who, what, towards whom."""
    texts, key = page.texts, _key(page, "add", article["article_id"])
    with st.expander(texts("correcting.add"), key=f"addition_{article['article_id']}"):
        known, text = ask_coder(page, "addition"), article["text"]
        with st.form(f"{key}_form", border=False):
            st.selectbox(texts("correcting.sentence"), sentences(text), index=None, key=f"{key}_sentence",
                         format_func=lambda span: _short(text[span[0]:span[1]]), placeholder=texts("correcting.choose"))
            st.text_input(texts("correcting.words"), key=f"{key}_words", help=texts("correcting.words_help"))
            show_fields(page, key, actor_choices(page, article["article_id"]))
            show_note(page, key)
            st.form_submit_button(texts("correcting.add_button"), key=f"{key}_save", type="primary", disabled=not known,
                                  on_click=_add, args=(page, article["article_id"], key))


def _take_coder(key: str) -> None:
    ledger.set_coder(st.session_state[key])


def _key(page: Page, name: str, about: str) -> str:
    """Begins the keys of a form; another one after each correction, so that its fields show what is now."""
    return f"{name}_{about}_{len(ledger.current_log().corrections)}"


def _rows_of(page: Page, ids: Sequence[str]) -> list[tuple]:
    """Article, the row as the analysis made it and the row as it is seen, of each of these stances."""
    every = Selection(reviewed="all")
    seen, base = (_by_id(stock.rows(every).called(*ids).frame(), "stance_id") for stock in (page.corpus.stock, page.corpus.made))
    articles = _by_id(page.corpus.stock.part({row.article_id for row in seen.values()}).articles, "article_id")
    return [(articles[seen[each].article_id], base.get(each, seen[each]), seen[each]) for each in ids if each in seen]


def _by_id(table: pd.DataFrame, column: str) -> dict:
    return {getattr(row, column): row for row in table.itertuples(index=False)}


def _judge(page: Page, what: str, ids: Sequence[str], note: str) -> None:
    make = {"accept": making.accept, "reject": making.reject}[what]
    ledger.keep(lambda: [make(ledger.coder(), *rows, note=note) for rows in _rows_of(page, ids)])


def _judge_many(page: Page, what: str, ids: Sequence[str], key: str) -> None:
    _judge(page, what, ids, note_of(key))


def _edit(page: Page, stance_id: str, key: str) -> None:
    def lines() -> list[Correction]:
        values, made = read_fields(page, key)
        return [*made, *(making.edit(ledger.coder(), *rows, values, note_of(key)) for rows in _rows_of(page, [stance_id]))]

    ledger.keep(lines)


def _add(page: Page, article_id: str, key: str) -> None:
    def lines() -> list[Correction]:
        article, span = row_of(page.corpus.stock.part([article_id]).articles, "article_id", article_id), st.session_state[f"{key}_sentence"]
        if span is None:
            raise ValueError(page.texts("correcting.no_sentence"))
        values, made = read_fields(page, key)
        words = words_in(article.text, *span, st.session_state[f"{key}_words"])
        return [*made, making.add(ledger.coder(), article, *words, article.text[span[0]:span[1]], values, note_of(key))]

    ledger.keep(lines)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_OF_SENTENCE else text[:_MOST_OF_SENTENCE - 1] + "…"
