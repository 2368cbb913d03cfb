"""A choice that belongs to one chart, kept in the session and in the URL."""
from collections.abc import Sequence

import streamlit as st

from pages.parts.layout import Page
from pages.parts.state import change_setting, setting


def choose_one(page: Page, name: str, values: Sequence[str], default: str) -> str:
    """One of a few values, as a row of buttons; ``name`` is its key in the URL and in the texts (``settings``)."""
    value = setting(name, values, default)
    key = f"choice_{name}"
    st.session_state[key] = value
    labels = page.texts.section(f"settings.{name}")
    st.segmented_control(labels["label"], values, key=key, required=True, on_change=change_setting, args=(name, key),
                         format_func=lambda each: labels.get(each, each), help=labels.get("help"))
    return value
