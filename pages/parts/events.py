"""Events that the analyst adds to the charts in time: dropped in as a file, kept for the session, or with the corpus."""
import os

import streamlit as st

from analysis.corpus import is_corpus
from analysis.views import Event, read_events
from pages.parts.access import may
from pages.parts.data import corpus_folder
from pages.parts.escaping import escape_markdown
from pages.parts.layout import Page

_EVENTS, _BAD, _TOO_LARGE, _UPLOAD = "events", "events_bad", "events_too_large", "events_upload"
FILE = "events.csv"
_MOST_NAMED = 20


def events_of(page: Page) -> tuple[Event, ...]:
    """The events of this session, at first those saved with the corpus; with the way to add, save and remove them."""
    if _EVENTS not in st.session_state:
        st.session_state[_EVENTS] = _saved()
    texts, events = page.texts, st.session_state[_EVENTS]
    label = texts.count("events.some", len(events)) if events else texts("events.title")
    with st.expander(label, icon=":material/flag:"):
        st.file_uploader(texts("events.file"), type=["csv", "tsv", "txt"], key=_UPLOAD, on_change=_read, help=texts("events.help"))
        _say_what_is_wrong(page)
        if events:
            _show(page, events)
    return events


def _saved() -> tuple[Event, ...]:
    path = corpus_folder() / FILE
    if not is_corpus(corpus_folder()) or not path.is_file():
        return ()
    try:
        return read_events(path.read_bytes()).events
    except (OSError, ValueError):
        st.session_state[_TOO_LARGE] = True
        return ()


def _read() -> None:
    """Callback: the events of the file dropped in take the place of those there are; no file leaves them as they are."""
    file = st.session_state[_UPLOAD]
    if file is None:
        return
    try:
        found = read_events(file.getvalue())
    except ValueError:
        st.session_state.update({_TOO_LARGE: True, _BAD: ()})
        return
    st.session_state.update({_EVENTS: found.events, _BAD: found.bad, _TOO_LARGE: False})


def _say_what_is_wrong(page: Page) -> None:
    if st.session_state.get(_TOO_LARGE):
        st.warning(page.texts("events.too_large"))
    bad = st.session_state.get(_BAD, ())
    if bad:
        lines = [page.texts("events.bad_row", line=row.line, text=escape_markdown(row.text),
                            reason=page.texts(f"events.reason_{row.reason}")) for row in bad[:_MOST_NAMED]]
        st.warning("\n".join([page.texts.count("events.bad", len(bad)), "", *(f"- {line}" for line in lines)]))


def _show(page: Page, events: tuple[Event, ...]) -> None:
    span, labelled = page.texts.formats.span, page.texts.formats.labelled
    st.markdown("\n".join("- " + labelled(escape_markdown(span(event.first, event.last)), escape_markdown(event.label))
                          for event in events[:_MOST_NAMED]))
    if len(events) > _MOST_NAMED:
        st.caption(page.texts.count("events.more", len(events) - _MOST_NAMED))
    with st.container(horizontal=True):
        if is_corpus(corpus_folder()) and may("correct"):
            st.button(page.texts("events.save"), key="events_save", on_click=_save, help=page.texts("events.save_help"))
        st.button(page.texts("events.remove"), key="events_remove", on_click=_remove)
    if st.session_state.pop("events_saved", False):
        st.caption(page.texts("events.saved", file=escape_markdown(FILE)))


def _save() -> None:
    """Callback: the events of this session into the corpus folder, in one step; nothing from whoever may not correct."""
    if not may("correct"):
        return
    from analysis.exports.events import events_csv

    path = corpus_folder() / FILE
    draft = path.with_name(f".{FILE}.new")
    draft.write_bytes(events_csv(st.session_state[_EVENTS]))
    os.replace(draft, path)
    st.session_state["events_saved"] = True


def _remove() -> None:
    """Callback: no events in this session; the corpus keeps what was saved with it until others are saved."""
    st.session_state.update({_EVENTS: (), _BAD: (), _TOO_LARGE: False})
