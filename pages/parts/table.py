"""Stances as a table whose rows can be chosen."""
import pandas as pd
import streamlit as st

from analysis.views import SIGN_NAMES, Network
from pages.parts.exports import head_with_exports
from pages.parts.layout import Page
from pages.parts.texts import Texts

_LAZY_ABOVE = 10_000
# In the order of reading: at 1,440 pixels the sentence is in view.
_WIDTHS = {"first": 88, "last": 88, "source": 150, "act": 112, "target": 150, "sentence": 380, "voice": 80, "sign": 92,
           "reporter": 150, "modality": 92, "outlet": 110, "confidence": 88, "review": 88}


def show_stances(page: Page) -> pd.DataFrame:
    """The view table for reading; returns the rows that were chosen in it."""
    view, texts = page.view, page.texts
    columns = {name: st.column_config.Column(texts(f"columns.{name}"), width=width) for name, width in _WIDTHS.items()}
    for name in ("first", "last"):
        columns[name] = st.column_config.DateColumn(texts(f"columns.{name}"), width=_WIDTHS[name],
                                                    format=texts("columns.day_format"))
    columns["confidence"] = st.column_config.NumberColumn(texts("columns.confidence"), width=_WIDTHS["confidence"],
                                                           format="percent")
    shown = {"hide_index": True, "column_config": columns, "height": min(38 + 35 * len(view), 520),
             "alt": texts("stances.table_help")}
    if len(view) > _LAZY_ABOVE:  # rows then come as they are scrolled to, and Streamlit lets none be chosen
        st.dataframe(_for_reading(view, texts), lazy=True, **shown)
        st.caption(texts("stances.too_many", n=texts.formats.number(_LAZY_ABOVE)))
        return view.head(0)
    state = st.dataframe(_for_reading(view, texts), key=page.key("stances_table"), on_select="rerun",
                         selection_mode="multi-row", **shown)
    return view.iloc[[row for row in state["selection"]["rows"] if row < len(view)]]


def _for_reading(view: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """The columns that are read, with codes put into words; an act that is denied of its source says so."""
    acts = view["act"].map(texts.section("acts"))
    negated = acts.map(lambda act: texts("evidence.negated", act=act))
    signs = {sign: texts(f"signs.{name}") for sign, name in SIGN_NAMES.items()}
    return pd.DataFrame({
        "first": view["day_first"].dt.date, "last": view["day_last"].dt.date, "source": view["source_name"],
        "act": acts.where(~view["negated"], negated), "target": view["target_name"], "sentence": view["sentence"],
        "voice": view["voice"].map(texts.section("voices")), "sign": view["sign"].map(signs),
        "reporter": view["reporter_name"], "modality": view["modality"].map(texts.section("modalities")),
        "outlet": view["source"], "confidence": view["confidence"],
        "review": view["review"].map({"": "", **texts.section("verdicts")})})


def show_edges(page: Page, network: Network) -> None:
    """The arrows of the network as a table, most stances first."""
    if network.edges.empty:
        return
    texts = page.texts
    edges = network.edges.sort_values(["count", "source", "target"], ascending=[False, True, True])
    signs = {sign: texts(f"signs.{name}") for sign, name in SIGN_NAMES.items()}
    arrows = edges["directed"].map({True: "→", False: "–"})
    table = pd.DataFrame({"source": edges["source_label"], "arrow": arrows, "target": edges["target_label"],
                          "sign": edges["sign"].map(signs), "count": edges["count"], "balance": edges["balance"]})
    columns = {name: st.column_config.Column(texts(f"columns.{name}")) for name in table if name != "arrow"}
    columns["arrow"] = st.column_config.Column("", width=40, help=texts("columns.arrow_help"))
    columns["balance"] = st.column_config.NumberColumn(texts("columns.balance"), format="%.2f",
                                                       help=texts("columns.balance_help"))
    head_with_exports(page, "network", "edges")
    st.dataframe(table, hide_index=True, height=min(38 + 35 * len(table), 388), column_config=columns,
                 lazy=len(table) > _LAZY_ABOVE, alt=texts("network.edges_help"))
