"""Links from an actor's name to the actor's own page."""
import streamlit as st

from pages.parts.escaping import escape_markdown
from pages.parts.layout import PAGES, Page
from pages.parts.state import link_query


def actor_link(page: Page, actor_id: str, label: str) -> None:
    """A link to an actor's page that keeps the filter."""
    st.page_link(PAGES["actor"], label=f":blue[{escape_markdown(label)}]", width="content",
                 query_params=link_query(page.selection, actor=actor_id), help=page.texts("actor.open_help"))
