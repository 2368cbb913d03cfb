"""The heading of a chart or table with its downloads, each made when it is asked for."""
import streamlit as st

from pages.parts.layout import Page


def head_with_exports(page: Page, section: str, name: str, drawn: object) -> None:
    """Heading with how to read what follows, and beside it the downloads of it."""
    st.subheader(page.texts(f"{section}.{name}"), anchor=False, help=page.texts(f"{section}.{name}_help"))
