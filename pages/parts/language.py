"""The language of the interface: the browser's until the reader chooses another, which the session and the URL remember.

A link that says ``?lang=fr`` opens in French whatever the browser prefers; where the choice is what the browser prefers,
the URL says nothing of it.
"""
import streamlit as st

from pages.parts.state import LANGUAGE, change_setting, setting
from pages.parts.texts import Texts, languages, texts_of

_SWITCH = "language_switch"


def current_texts(preferred: str) -> Texts:
    """The texts in the language in force; ``preferred`` is the browser's."""
    return texts_of(setting(LANGUAGE, languages(), preferred))


def show_language(texts: Texts) -> None:
    """The switch: each language under its own name, so that a reader finds it who reads no other."""
    st.session_state[_SWITCH] = texts.language
    st.segmented_control(texts("language.label"), languages(), key=_SWITCH, required=True, on_change=change_setting,
                         args=(LANGUAGE, _SWITCH), format_func=texts.section("languages").__getitem__,
                         label_visibility="collapsed")
