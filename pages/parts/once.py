"""What a page works out of the stances that fit, worked out once and kept for all sessions."""
from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from analysis.views import Rows, Selection
from pages.parts.layout import Page
from pages.parts.state import BY_WORDS

Found = TypeVar("Found")


def once(page: Page, what: str, settings: tuple[str, ...], work: Callable[[], Found]) -> Found:
    """What ``work`` gives; it is kept by corpus, filter, ``what`` and ``settings``, which name all else that it depends on.

    Every reader is given the same object: nobody changes it. The key is how ``settings`` are written, not their hash, in which
    Streamlit puts one behind the other: ids of actors are what a corpus says they are.
    """
    return _once(page.corpus.version, page.selection, what, repr(settings), work)


@st.cache_resource(max_entries=160, show_spinner=False, hash_funcs=BY_WORDS)
def _once(version: str, selection: Selection, what: str, settings: str, _work: Callable[[], Found]) -> Found:
    return _work()


def rows_once(page: Page, what: str, settings: tuple[str, ...], work: Callable[[], Rows]) -> Rows:
    """As ``once`` for narrower rows, of which fewer are kept: once read they hold a view table."""
    return _rows_once(page.corpus.version, page.selection, what, repr(settings), work)


@st.cache_resource(max_entries=12, show_spinner=False, hash_funcs=BY_WORDS)
def _rows_once(version: str, selection: Selection, what: str, settings: str, _work: Callable[[], Rows]) -> Rows:
    return _work()
