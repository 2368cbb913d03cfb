"""Stances as a table whose rows can be chosen."""
from functools import partial

import pandas as pd
import streamlit as st

from analysis.views import SIGN_NAMES, Network, Stages, behind, changes
from pages.parts.cards import show_card
from pages.parts.evidence import show_sentences
from pages.parts.exports import head_with_exports
from pages.parts.layout import Page
from pages.parts.texts import Texts

_LAZY_ABOVE = 10_000
UNKNOWN = "–"  # in a cell of which nothing is known, where Streamlit writes None
# In the order of reading: at 1,440 pixels voice, confidence and the sentence's first words are in view.
# The last day stands beside the first: alone, that of a stance of which only the month is known reads as its day.
_WIDTHS = {"first": 88, "last": 88, "source": 128, "act": 100, "target": 128, "voice": 78, "confidence": 82, "sentence": 298,
           "sign": 92, "reporter": 150, "modality": 92, "outlet": 110, "review": 88}

_WIDTHS_OF_NODES = {"name": 170, "kind": 104, "arrow": 40}


def show_stances(page: Page) -> pd.DataFrame:
    """The view table for reading; returns the rows that were chosen in it."""
    view, texts = page.view, page.texts
    columns = {name: st.column_config.Column(texts(f"columns.{name}"), width=width) for name, width in _WIDTHS.items()}
    for name in ("first", "last"):
        columns[name] = st.column_config.DateColumn(texts(f"columns.{name}"), width=_WIDTHS[name],
                                                    format=texts("columns.day_format"))
    columns["confidence"] = st.column_config.NumberColumn(texts("columns.confidence"), width=_WIDTHS["confidence"],
                                                           format="percent")
    shown = {"hide_index": True, "placeholder": UNKNOWN, "column_config": columns, "height": min(38 + 35 * len(view), 520),
             "column_order": _order(page.narrow, bool((view["review"] != "").any())), "alt": texts("stances.table_help")}
    if len(view) > _LAZY_ABOVE:  # rows then come as they are scrolled to, and Streamlit lets none be chosen
        st.dataframe(_for_reading(view, texts), lazy=True, **shown)
        st.caption(texts("stances.too_many", n=texts.formats.number(_LAZY_ABOVE)))
        return view.head(0)
    state = st.dataframe(_for_reading(view, texts), key=page.key("stances_table"), on_select="rerun",
                         selection_mode="multi-row", **shown)
    return view.iloc[[row for row in state["selection"]["rows"] if row < len(view)]]


def _order(narrow: bool, reviewed: bool) -> list[str]:
    """The columns as they stand: on a narrow screen who, what and towards whom come before the last day; what an analyst decided
    stands in view as soon as there is any."""
    names = [*(name for name in _WIDTHS if name != "last"), "last"] if narrow else list(_WIDTHS)
    if reviewed:
        names.remove("review")
        names.insert(names.index("target") + 1, "review")
    return names


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
    """The arrows of the network as a table, most stances first; a chosen row opens its sentences."""
    if network.edges.empty:
        return
    texts = page.texts
    edges = network.edges.sort_values(["count", "source", "target"], ascending=[False, True, True], ignore_index=True)
    signs = {sign: texts(f"signs.{name}") for sign, name in SIGN_NAMES.items()}
    arrows = edges["directed"].map({True: "→", False: "–"})
    table = pd.DataFrame({"source": edges["source_label"], "arrow": arrows, "target": edges["target_label"],
                          "sign": edges["sign"].map(signs), "count": edges["count"], "balance": edges["balance"]})
    row = _show_table(page, "network", "edges", table, ("balance",))
    if row is not None:
        _show_rows(page, edges["key"].iloc[row], network.level, "edges")


def show_nodes(page: Page, network: Network) -> None:
    """Who stands in the middle: the nodes with their strength by sign, centralities and communities."""
    if network.nodes.empty:
        return
    nodes = network.nodes.sort_values(["total", "id"], ascending=[False, True], ignore_index=True)
    columns = ["community", "given_cooperative", "given_conflictual", "received_cooperative", "received_conflictual",
               "degree", "betweenness", "pagerank"]
    kinds = nodes["kind"].map(page.texts.section("kinds")).fillna("")
    table = pd.DataFrame({"name": nodes["label"], "kind": kinds, "total": nodes["total"], "balance": nodes["balance"],
                          **{name: nodes[name] for name in columns}})
    row = _show_table(page, "network", "nodes", table, ("balance",))
    if row is not None:
        show_card(page, network, nodes["id"].iloc[row], "nodes")
        _show_rows(page, nodes["key"].iloc[row], network.level, "nodes")


def show_changes(page: Page, both: Stages) -> None:
    """What changed between two periods: pairs that turned, are new or are gone; a chosen row opens its sentences."""
    found = changes(*both.networks)
    found = found[found["state"] != "kept"].reset_index(drop=True)
    if found.empty:
        st.info(page.texts("network.no_changes"))
        return
    numbers = ["before_balance", "before_total", "after_balance", "after_total"]
    table = pd.DataFrame({"state": found["state"].map(page.texts.section("states")), "source": found["source_label"],
                          "target": found["target_label"], **{name: found[name] for name in numbers}})
    row = _show_table(page, "network", "changes", table, ("before_balance", "after_balance"))
    if row is not None:
        _show_rows(page, found["key"].iloc[row], both.whole.level, "changes")


def _show_table(page: Page, section: str, name: str, table: pd.DataFrame, balances: tuple[str, ...]) -> int | None:
    """A table with its heading and downloads; returns the row chosen in it. Balances are written with a true minus."""
    texts = page.texts
    labels = {column: texts(f"columns.{column}") if column != "arrow" else "" for column in table}
    config = {column: st.column_config.Column(label, help=texts.entries.get(f"columns.{column}_help"),
                                              width=_WIDTHS_OF_NODES.get(column))
              for column, label in labels.items()}
    head_with_exports(page, section, name, table=table.rename(columns=labels))
    shown = table.style.format({column: partial(_signed, texts) for column in balances})
    if "community" in table:
        shown = shown.format(_whole, subset=["community"]).format(partial(texts.formats.number, decimals=3), subset=["betweenness", "pagerank"])
    state = st.dataframe(shown, hide_index=True, placeholder=UNKNOWN, height=min(38 + 35 * len(table), 388), column_config=config,
                         key=page.key(f"{section}_{name}", str(len(table))), on_select="rerun",
                         selection_mode="single-row", alt=texts(f"{section}.{name}_help"))
    rows = [row for row in state["selection"]["rows"] if row < len(table)]
    return rows[0] if rows else None


def _signed(texts: Texts, value: float) -> str:
    return texts.formats.signed(value, decimals=2) if value == value else ""


def _whole(value: float) -> str:
    return f"{value:.0f}" if value else "–"


def _show_rows(page: Page, key: str, level: str, name: str) -> None:
    rows = behind(page.rows, key, nodes=level)
    st.markdown(f"**{page.texts.count('evidence.sentences', len(rows))}**")
    show_sentences(page, rows, f"{name}_chosen")
