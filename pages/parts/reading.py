"""Help on a chart, the same on each: how to read it, how it was computed, what it says in words, its marks as a list.

The list lets a mark be chosen from the keyboard, by touch and by a screen reader, as a click on it does.
"""
import streamlit as st

from pages.parts.escaping import escape_markdown
from pages.parts.exports import MOST_MARKS, Drawing
from pages.parts.layout import Page


def show_reading(page: Page, section: str, name: str, drawing: Drawing, settings: str) -> str:
    """The help beside the heading of a chart; returns the key of the mark chosen in its list, empty where none is."""
    texts = page.texts
    with st.popover(texts("reading.title"), key=f"reading_{section}_{name}"):
        for heading, words in (("read", texts(f"{section}.{name}_help")), ("computed", texts(f"computed.{drawing.kind}")),
                               ("words", escape_markdown(drawing.description))):
            st.markdown(f"**{texts(f'reading.{heading}')}**  \n{words}")
        marks = drawing.marks
        if not marks:
            return ""
        if len(marks) > MOST_MARKS:
            st.caption(texts("reading.most", n=texts.formats.number(MOST_MARKS)))
        return st.selectbox(texts("reading.choose"), list(marks)[:MOST_MARKS], index=None, format_func=marks.__getitem__,
                            key=page.key(f"reading_{section}_{name}", settings), placeholder=texts("reading.none")) or ""
