"""What changed most, on the Overview: the pairs that moved, and the sentences of one of them."""
from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis.views import LENGTHS, Movers, movers, of_mover, row_by_row
from pages.parts.escaping import escape_markdown
from pages.parts.evidence import show_sentences
from pages.parts.exports import head_with_exports
from pages.parts.formats import as_date
from pages.parts.layout import PAGES, Page
from pages.parts.settings import choose_one
from pages.parts.state import BY_WORDS, link_query


def show_movers(page: Page) -> None:
    """The pairs whose number or balance of stances changed most, the last period against the one before."""
    texts = page.texts
    head = st.container()
    length = choose_one(page, "length", ("auto", *map(str, LENGTHS)), "auto")
    found = _movers(page.corpus.version, page.selection, length, page)
    table = _table(page, found) if found.last is not None and not found.table.empty else None
    with head:
        head_with_exports(page, "overview", "movers", table=None if table is None else _leaving(page, table))
    if found.last is None:
        st.caption(texts("overview.no_movers"))
        return
    last, before = (texts.formats.span(as_date(period[0]), as_date(period[1])) for period in (found.last, found.before))
    st.caption(escape_markdown(" ".join([texts("overview.periods", last=last, before=before), _left_out(page, found)])))
    if table is None:
        st.caption(texts("overview.nothing_moved"))
        return
    state = st.dataframe(
        table, hide_index=True, key=page.key("movers", length), on_select="rerun", selection_mode="single-row",
        height=min(38 + 35 * len(table), 388), alt=texts("overview.movers"),
        column_config={name: st.column_config.Column(texts(f"columns.{name}"), help=texts.section("columns").get(f"{name}_help"))
                       for name in table})
    rows = [row for row in state["selection"]["rows"] if row < len(found.table)]
    if rows:
        _show(page, found, found.table.iloc[rows[0]])
    else:
        st.caption(texts("overview.choose_mover"))


@st.cache_data(max_entries=32, show_spinner=False, hash_funcs=BY_WORDS)
def _movers(version: str, selection, length: str, _page: Page) -> Movers:
    return movers(_page.rows, None if length == "auto" else int(length))


def _left_out(page: Page, found: Movers) -> str:
    parts = [page.texts.count(f"overview.movers_{why}", number) for why, number in found.left_out.items()]
    return " ".join(parts)


def _table(page: Page, found: Movers) -> pd.DataFrame:
    signed, number, table = page.texts.formats.signed, page.texts.formats.number, found.table

    def told(row, suffix: str) -> str:
        ups, downs = getattr(row, f"cooperative{suffix}"), getattr(row, f"conflictual{suffix}")
        return f"{number(getattr(row, f'total{suffix}'))} (+{number(ups)} \u2212{number(downs)})"

    def balance(value: float) -> str:
        return "–" if pd.isna(value) else signed(value, decimals=2)

    rows = list(row_by_row(table))
    return pd.DataFrame({
        "pair": table["label"], "before": [told(row, "_before") for row in rows], "last_period": [told(row, "") for row in rows],
        "more": [signed(row.more) for row in rows],
        "balance_change": ["" if pd.isna(row.balance_before) and pd.isna(row.balance) else
                           f"{balance(row.balance_before)} → {balance(row.balance)}" for row in rows],
        "clear": [_sure(page, row) for row in rows]})


def _leaving(page: Page, table: pd.DataFrame) -> pd.DataFrame:
    """The table as it is taken away, under the headings that are shown."""
    return table.rename(columns={name: page.texts(f"columns.{name}") for name in table})


def _sure(page: Page, row) -> str:
    words = [page.texts(f"overview.clear_{name}") for name in ("volume", "balance") if getattr(row, f"{name}_clear")]
    return ", ".join(words) or page.texts("overview.maybe_chance")


def _show(page: Page, found: Movers, row: pd.Series) -> None:
    """The sentences of a pair in both periods, and the way to the Stances page with the same filter."""
    pair = replace(page.selection, countries=tuple(row["key"].split("-")), people=(), side="between",
                   first=as_date(found.before[0]), last=as_date(found.last[1]))
    rows = of_mover(page.rows, row["key"], found)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.markdown(f"**{escape_markdown(row['label'])}** · {page.texts.count('evidence.sentences', len(rows))}", width="content")
        st.page_link(PAGES["stances"], label=f":blue[{page.texts('overview.all_of_pair')}]", query_params=link_query(pair),
                     width="content")
    show_sentences(page, rows, "movers_chosen")
