"""Filters kept by name: save the one in force, load, overwrite, delete. Names are what somebody typed: escaped."""
import logging

import streamlit as st

from analysis.corpus import is_corpus
from analysis.kept import FILE, MOST_NAME, KeptError, drop_filter, filters_file, keep_filter, kept_filters, named
from analysis.views import STANDARD, Options, Selection, from_query, to_query
from pages.parts.access import may
from pages.parts.data import corpus_folder
from pages.parts.escaping import escape_markdown
from pages.parts.state import choose, chosen
from pages.parts.texts import Texts

_NAME, _SAID = "saved_name", "saved_said"


def show_saved(options: Options, selection: Selection, texts: Texts) -> None:
    """The list of kept filters, and below it the place to keep this one."""
    folder = corpus_folder()
    with st.popover(texts("saved.title"), key="saved", help=texts("saved.help")):
        try:
            kept = kept_filters(filters_file(folder))
        except KeptError as error:
            st.warning(texts(f"saved.{error}", file=escape_markdown(str(filters_file(folder)))))
            return
        for number, (name, query) in enumerate(kept.items()):
            _show_one(number, name, query == to_query(selection), options, texts)
        with st.form("saved_form", clear_on_submit=True, border=False):
            st.text_input(texts("saved.name"), key=_NAME, max_chars=MOST_NAME, placeholder=texts("saved.example"))
            st.form_submit_button(texts("saved.save"), on_click=_save, disabled=selection == STANDARD or not may("correct"),
                                  help=texts("saved.save_help"))
        said = st.session_state.pop(_SAID, None)
        if said:
            st.caption(texts(f"saved.{said[0]}", name=escape_markdown(said[1])))
        where = texts("saved.with_corpus", file=FILE) if is_corpus(folder) else texts(
            "saved.in_settings", folder=escape_markdown(str(filters_file(folder).parent)))
        st.caption(where)


def _show_one(number: int, name: str, in_force: bool, options: Options, texts: Texts) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"):
        label = f"**{escape_markdown(name)}**" if in_force else escape_markdown(name)
        st.button(label, key=f"saved_load_{number}", on_click=_load, args=(name, options), type="tertiary",
                  help=texts("saved.in_force" if in_force else "saved.load"))
        st.button(texts("saved.delete"), key=f"saved_delete_{number}", on_click=_delete, args=(name,), type="tertiary", disabled=not may("delete"),
                  help=texts("saved.delete_help", name=escape_markdown(name)))


def _load(name: str, options: Options) -> None:
    """Callback: the kept filter is the one in force; what this corpus does not offer of it is named as in an address."""
    try:
        query = kept_filters(filters_file(corpus_folder())).get(name)
    except KeptError:
        query = None
    if query is None:
        st.session_state[_SAID] = ("gone", name)
    else:
        choose(*from_query(query, options))


def _save() -> None:
    try:
        name = named(st.session_state[_NAME])
        file = filters_file(corpus_folder())
        there = name in kept_filters(file)
        if not may("delete" if there else "correct"):
            st.session_state[_SAID] = ("not_allowed", name)
            return
        keep_filter(file, name, to_query(chosen()))
        st.session_state[_SAID] = ("overwritten" if there else "saved", name)
    except KeptError as error:
        st.session_state[_SAID] = (str(error), "")
    except OSError:
        logging.getLogger(__name__).exception("a filter could not be kept")
        st.session_state[_SAID] = ("not_written", "")


def _delete(name: str) -> None:
    if not may("delete"):
        st.session_state[_SAID] = ("not_allowed", name)
        return
    try:
        drop_filter(filters_file(corpus_folder()), name)
        st.session_state[_SAID] = ("deleted", name)
    except (KeptError, OSError):
        logging.getLogger(__name__).exception("a kept filter could not be deleted")
        st.session_state[_SAID] = ("not_written", "")
