"""What the reader has chosen: kept in the session from page to page, and in the URL so that it can be sent to others.

The Selection lives under a plain session key; widgets have keys of their own and are set from it before each drawing.
Turning to another page takes the URL's query along only where the link carries it, which all our links do, and every
page writes it again. A query that differs from the one last written was typed, followed or gone back to, and is obeyed,
except in a run that a widget's change began.
"""
from collections.abc import Callable, Sequence

import streamlit as st

from analysis.views import STANDARD, Options, Selection, from_query, to_query
from analysis.views.query import QUERY_KEYS

_SELECTION, _WRITTEN, _CHANGED, _REFUSED, _VERSION = (
    "selection", "selection_written", "selection_changed", "selection_refused", "selection_version")
# The settings that all pages share, and their keys in the URL: links between pages carry them along.
EXAMPLES, LANGUAGE, SHOWN, TOUR = "examples", "lang", "shown", "tour"
# What each cached function that has a Selection among its keys gives Streamlit (``hash_funcs``), which else takes it apart at each look-up.
BY_WORDS = {Selection: repr}


def current_selection(options: Options, version: str) -> tuple[Selection, list[str]]:
    """The Selection in force, written into the URL, and the URL's values that were refused."""
    given = {key: st.query_params.get_all(key) for key in QUERY_KEYS.values() if key in st.query_params}
    session = st.session_state
    changed = session.pop(_CHANGED, False)
    if given != session.get(_WRITTEN, {}) and not changed:
        session[_SELECTION], session[_REFUSED] = from_query(given, options)
    elif session.get(_VERSION, version) != version:  # other articles: what was chosen may be gone
        session[_SELECTION], session[_REFUSED] = from_query(to_query(session[_SELECTION]), options)
    session[_VERSION] = version
    selection = session.setdefault(_SELECTION, STANDARD)
    _write(to_query(selection))
    return selection, session.get(_REFUSED, [])


def choose(selection: Selection, refused: Sequence[str] = ()) -> None:
    """Make this the Selection (in a callback, so before the next run); ``refused`` is what was asked for besides."""
    st.session_state.update({_SELECTION: selection, _CHANGED: True, _REFUSED: list(refused)})


def chosen() -> Selection:
    """The Selection as the session has it now; a callback asks here, since an earlier one may have changed it."""
    return st.session_state.get(_SELECTION, STANDARD)


def setting(name: str, allowed: Sequence[str] | Callable[[str], bool], default: str) -> str:
    """A page's own setting (such as the lanes of the timeline): from the session, else the URL, else the default.

    A value that is not among ``allowed``, or that it says no to, is not obeyed.
    """
    key, given = _setting_key(name), st.query_params.get(name, "")
    value, changed = st.session_state.get(key, default), st.session_state.pop(f"{key}_changed", False)
    if given and given != st.session_state.get(f"{key}_written") and not changed:
        value = given
    if not (allowed(value) if callable(allowed) else value in allowed):
        value = default
    keep_setting(name, value, default)
    return value


def setting_kept(name: str) -> str:
    """A setting as the session has it, empty before it was ever read; nothing is written."""
    return st.session_state.get(_setting_key(name), "")


def keep_setting(name: str, value: str, default: str = "") -> None:
    """Remember a page's setting in the session and, unless it is the default, in the URL."""
    written = "" if value == default else value
    st.session_state.update({_setting_key(name): value, f"{_setting_key(name)}_written": written})
    _write_one(name, [written] if written else [])


def put_setting(name: str, value: str) -> None:
    """Callback's way to give a page's setting another value."""
    st.session_state.update({_setting_key(name): value, f"{_setting_key(name)}_changed": True})


def change_setting(name: str, widget: str) -> None:
    """Callback of a widget that shows a setting; a widget that was emptied leaves the setting as it was."""
    value = st.session_state[widget]
    if value is not None:
        choose_setting(name, str(value))


def choose_setting(name: str, value: str) -> None:
    """Make this the value of a setting (in a callback, so before the next run)."""
    st.session_state.update({_setting_key(name): value, f"{_setting_key(name)}_changed": True})


def link_query(selection: Selection, **more: str) -> dict[str, list[str] | str]:
    """Query of a link to a page that keeps the Selection, also where the reader opens it in a new tab.

    The settings that all pages share go along too.
    """
    written = {name: st.session_state.get(f"{_setting_key(name)}_written") for name in (EXAMPLES, LANGUAGE, SHOWN, TOUR)}
    return {**to_query(selection), **{name: value for name, value in written.items() if value}, **more}


def _setting_key(name: str) -> str:
    return f"setting_{name}"


def _write(query: dict[str, list[str]]) -> None:
    st.session_state[_WRITTEN] = query
    for key in QUERY_KEYS.values():
        _write_one(key, query.get(key, []))


def _write_one(key: str, values: list[str]) -> None:
    """Touch the URL only where it changes: each write is an entry in the browser's history."""
    if st.query_params.get_all(key) == values:
        return
    if values:
        st.query_params[key] = values
    else:
        del st.query_params[key]
