"""The heading of a chart or table with its downloads; each file is made when it is asked for, from what is shown."""
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import plotly.graph_objects as go
import streamlit as st

import analysis
from analysis.views import Balances, Counts, Event, Lanes, Matrix, Network
from pages.parts.escaping import escape_markdown
from pages.parts.layout import Page
from pages.parts.words import chart_words

_MIME = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf", "html": "text/html", "csv": "text/csv",
         "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "gexf": "application/gexf+xml"}
_PICTURES = ("png", "svg", "pdf")


class Drawing(NamedTuple):
    """A chart: its kind (timeline, counts, network, matrix …), what is drawn, the figure, the same in words, and the
    events marked in it."""

    kind: str
    drawn: Lanes | Counts | Network | Matrix | Balances
    figure: go.Figure
    description: str
    events: tuple[Event, ...] = ()


def head_with_exports(page: Page, section: str, name: str, drawing: Drawing | None = None) -> None:
    """Heading with how to read what follows, and beside it the downloads of the chart and of the rows behind it."""
    title = page.texts(f"{section}.{name}")
    # Beside the title and not at the right end, where the tool bar of a table would cover it.
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key=f"head_{section}_{name}"):
        st.subheader(title, anchor=False, help=page.texts(f"{section}.{name}_help"), width="content")
        with st.popover(page.texts("exports.title"), key=f"download_{section}_{name}"):
            if drawing:
                st.caption(page.texts("exports.chart"))
                for kind in (*_PICTURES, "html"):
                    _button(page, f"{section}_{name}", kind, partial(_chart_file, page, drawing, title, kind))
            st.caption(page.texts("exports.rows"))
            for kind in ("csv", "xlsx", *(["gexf"] if drawing and drawing.kind == "network" else [])):
                _button(page, f"{section}_{name}", kind, partial(_rows_file, page, drawing, kind))


def head_with_files(page: Page, title: str, name: str, about: str, make: Callable[[str], bytes]) -> None:
    """Heading of a table that is no view of stances, with its downloads; ``title`` is plain text, ``make`` kind → file."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key=f"head_{name}_files"):
        st.subheader(escape_markdown(title), anchor=False, help=about, width="content")
        with st.popover(page.texts("exports.title"), key=f"download_{name}_files"):
            st.caption(page.texts("exports.rows"))
            for kind in ("csv", "xlsx"):
                _button(page, name, kind, partial(make, kind))


def _button(page: Page, name: str, kind: str, make: Callable[[], bytes]) -> None:
    st.download_button(page.texts(f"exports.{kind}"), make, file_name=f"homologue-{name.replace('_', '-')}.{kind}",
                       mime=_MIME[kind], key=f"download_{name}_{kind}", on_click="ignore", width="stretch")


def footer_of(page: Page) -> str:
    """What each file says of itself."""
    from analysis.exports import footer

    return footer(page.selection, page.corpus.prepared, analysis.__version__, chart_words(page.texts), page.view)


def _chart_file(page: Page, drawing: Drawing, title: str, kind: str) -> bytes:
    from analysis.exports import chart_html, chart_image  # loads matplotlib, which no page needs before this

    if kind == "html":
        return chart_html(drawing.figure, footer_of(page), title, drawing.description, page.theme, page.texts.language)
    return chart_image(drawing.kind, drawing.drawn, kind, footer_of(page), title, chart_words(page.texts),
                       events=drawing.events)


def _rows_file(page: Page, drawing: Drawing | None, kind: str) -> bytes:
    from analysis.exports import network_gexf, rows_csv, rows_xlsx

    if kind == "gexf":
        return network_gexf(drawing.drawn, footer_of(page))
    if kind == "xlsx":
        return rows_xlsx(page.view, footer_of(page), chart_words(page.texts))
    return rows_csv(page.view, footer_of(page), french=page.texts.language == "fr")
