"""The card of a node: who it is, how many stances of which sign, with whom, and the way to its own page."""
import streamlit as st

from analysis.views import Network
from analysis.views.communities import neighbours
from pages.parts.escaping import escape_markdown
from pages.parts.layout import PAGES, Page
from pages.parts.state import change_setting, link_query


def show_card(page: Page, network: Network, node: str, name: str = "chart") -> None:
    """The card of a node of a network; nothing where the network does not hold it. ``name`` tells it from others."""
    found = network.nodes[network.nodes["id"] == node]
    if found.empty:
        return
    row, texts = next(found.itertuples()), page.texts
    with st.container(border=True, gap="xsmall", key=f"card_{name}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            st.markdown(f"**{escape_markdown(row.label)}**", width="content")
            st.page_link(PAGES["actor"], label=f":blue[{texts('network.open_actor')}]", width="content",
                         query_params=link_query(page.selection, actor=node))
            st.button(texts("network.around"), key=f"card_around_{name}", type="tertiary", on_click=_centre_on, args=(node,))
        st.caption(" · ".join(escape_markdown(part) for part in _about(page, row) if part))
        st.markdown(texts("network.card_partners", partners=_partners(page, network, node)))


def _centre_on(node: str) -> None:
    st.session_state["card_centre"] = node
    change_setting("centre", "card_centre")


def _about(page: Page, row) -> tuple[str, ...]:
    texts, number = page.texts, page.texts.formats.number
    return (texts(f"kinds.{row.kind}") if row.kind else "", row.role,
            texts("network.card_given", n=number(row.given)), texts("network.card_received", n=number(row.received)),
            texts("network.card_balance", n=texts.formats.signed(row.balance, decimals=2)),
            texts("network.card_community", n=row.community) if row.community else "")


def _partners(page: Page, network: Network, node: str) -> str:
    """The five most involved neighbours with their stances by sign, both directions together, as safe Markdown."""
    signed = page.texts.formats.signed
    lines = []
    for row in neighbours(network.edges, node).itertuples():
        numbers = [f":blue[{signed(row.cooperative)}]" if row.cooperative else "",
                   f":gray[{page.texts.formats.number(row.neutral)}]" if row.neutral else "",
                   f":orange[{signed(-row.conflictual)}]" if row.conflictual else ""]
        lines.append(f"{escape_markdown(row.label)} {' '.join(filter(None, numbers))}")
    return " · ".join(lines)
