"""The heading of a chart or table with its downloads; each file is made when it is asked for, from what is shown."""
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

import pandas as pd
import streamlit as st

import analysis
from analysis.charts import Draft, Settled, narrowed, spoken_marks
from analysis.reports import Chart
from analysis.tables import Tables
from analysis.views import Balances, Bars, Counts, Course, Differences, Event, Lanes, Matrix, Network, Stages
from pages.parts.escaping import escape_markdown
from pages.parts.layout import Page
from pages.parts.notebook import offer
from pages.parts.words import chart_words

_MIME = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf", "html": "text/html", "csv": "text/csv",
         "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "gexf": "application/gexf+xml",
         "graphml": "application/graphml+xml"}
# Formats of analysis.exports.FIELD_FORMATS that are made of rows: ending and media type (loading it here would load matplotlib).
FIELD = {"ris": ("ris", "application/x-research-info-systems"), "plover": ("jsonl", "application/jsonl"), "polecat": ("tsv", "text/tab-separated-values"),
         "timelinejs": ("json", "application/json"), "dna": ("csv", "text/csv"), "iramuteq": ("txt", "text/plain"), "txm": ("zip", "application/zip"),
         "parquet": ("parquet", "application/vnd.apache.parquet")}
_FEW_ARTICLES = 200  # that are read one by one; for more the whole corpus is read
MOST_MARKS = 200
_PICTURES = ("png", "svg", "pdf")
Drawn = Lanes | Counts | Network | Matrix | Stages | Bars | Course | Differences | Balances


@dataclass(frozen=True)
class Drawing:
    """A chart: its kind (one of ``analysis.exports.KINDS``), what is drawn, the figure, the same in words, and the events
    marked in it."""

    kind: str
    drawn: Drawn
    figure: Draft
    description: str
    events: tuple[Event, ...] = ()

    @cached_property
    def wide(self) -> Settled:
        """The figure as it is sent to a wide screen."""
        return Settled(self.figure)

    @cached_property
    def slim(self) -> Settled:
        """The figure as it is sent to a narrow screen."""
        return Settled(narrowed(self.figure))

    @cached_property
    def marks(self) -> dict[str, str]:
        """Key of a mark → what it says; one more than are listed."""
        return spoken_marks(self.figure, MOST_MARKS + 1)


def head_with_exports(page: Page, section: str, name: str, drawing: Drawing | None = None, title: str = "",
                      table: pd.DataFrame | None = None, beside: Callable[[], str] | None = None, field: bool = False) -> str:
    """Heading with how to read what follows, and beside it the downloads of the chart or table and of the rows behind it.

    ``title`` stands in for that of the texts; ``table`` is one that can be taken away as it is shown; ``beside`` draws a
    help of its own between them, in the place of the usual one, and what it gives is given back. ``field`` offers the rows and
    their articles in the formats that other tools of the field read, too.
    """
    title = title or page.texts(f"{section}.{name}")
    # Beside the title and not at the right end, where the tool bar of a table would cover it.
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key=f"head_{section}_{name}"):
        about = None if beside else page.texts(f"{section}.{name}_help")
        st.subheader(escape_markdown(title), anchor=False, help=about, width="content")
        given = beside() if beside else ""
        with st.popover(page.texts("exports.title"), key=f"download_{section}_{name}"):
            _chart_buttons(page, f"{section}_{name}", drawing, title)
            if table is not None:
                st.caption(page.texts("exports.table"))
                _button(page, f"{section}_{name}", "csv", partial(_table_file, page, table), "table")
            if len(page.rows):
                st.caption(page.texts("exports.rows"))
                for kind in ("csv", "xlsx"):
                    _button(page, f"{section}_{name}", kind, partial(_rows_file, page, kind))
            if field and len(page.rows):
                _field_buttons(page, f"{section}_{name}")
    return given


def _field_buttons(page: Page, name: str) -> None:
    st.caption(page.texts("exports.field"), help=page.texts("exports.field_help"))
    for kind in FIELD:
        _button(page, name, FIELD[kind][0], partial(_field_file, page, kind), kind, label=kind)


def head_with_files(page: Page, title: str, name: str, about: str, make: Callable[[str], bytes]) -> None:
    """Heading of a table that is no view of stances, with its downloads; ``title`` is plain text, ``make`` kind → file."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key=f"head_{name}_files"):
        st.subheader(escape_markdown(title), anchor=False, help=about, width="content")
        with st.popover(page.texts("exports.title"), key=f"download_{name}_files"):
            st.caption(page.texts("exports.rows"))
            for kind in ("csv", "xlsx"):
                _button(page, name, kind, partial(make, kind))


def _chart_buttons(page: Page, name: str, drawing: Drawing | None, title: str) -> None:
    if drawing is None:
        return
    st.caption(page.texts("exports.chart"))
    for kind in (*_PICTURES, "html", *(["gexf", "graphml"] if drawing.kind in ("network", "shifts") else [])):
        _button(page, name, kind, partial(_chart_file, page, drawing, title, kind))
    if drawing.kind == "network":
        _button(page, name, "csv", partial(_edges_file, drawing.drawn), "edges", label="edges")
    offer(page, name, partial(_picked, page, drawing, title))


def _picked(page: Page, drawing: Drawing, title: str) -> Chart:
    """The chart as it is now, for the report, which says title, source and filters itself."""
    from analysis.exports import chart_image

    png, svg = (chart_image(drawing.kind, drawing.drawn, kind, texts=chart_words(page.texts), events=drawing.events) for kind in ("png", "svg"))
    return Chart(title, drawing.description, png, svg, footer_of(page))


def _button(page: Page, name: str, kind: str, make: Callable[[], bytes], what: str = "", label: str = "") -> None:
    mime = FIELD[label][1] if label in FIELD else _MIME[kind]
    file = "-".join(filter(None, ("homologue", name.replace("_", "-"), what)))
    st.download_button(page.texts(f"exports.{label or kind}"), make, file_name=f"{file}.{kind}", mime=mime,
                       key=f"download_{name}_{what}{kind}", on_click="ignore", width="stretch")


def footer_of(page: Page) -> str:
    """What each file says of itself."""
    from analysis.exports import footer

    return footer(page.selection, page.corpus.stock, analysis.__version__, chart_words(page.texts), page.rows)


def _chart_file(page: Page, drawing: Drawing, title: str, kind: str) -> bytes:
    # Loads matplotlib, which no page needs before this.
    from analysis.exports import chart_html, chart_image, network_gexf, network_graphml

    if kind in ("gexf", "graphml"):
        return (network_gexf if kind == "gexf" else network_graphml)(drawing.drawn, footer_of(page))
    if kind == "html":
        return chart_html(drawing.figure, footer_of(page), title, drawing.description, page.theme, page.texts.language)
    return chart_image(drawing.kind, drawing.drawn, kind, footer_of(page), title, chart_words(page.texts),
                       events=drawing.events)


def _rows_file(page: Page, kind: str) -> bytes:
    from analysis.exports import rows_csv, rows_xlsx

    if kind == "xlsx":
        return rows_xlsx(page.view, footer_of(page), chart_words(page.texts))
    return rows_csv(page.view, footer_of(page), french=page.texts.language == "fr")


def _table_file(page: Page, table: pd.DataFrame) -> bytes:
    from analysis.exports import table_csv

    return table_csv(table, footer_of(page), french=page.texts.language == "fr")


def _field_file(page: Page, kind: str) -> bytes:
    from analysis.exports import Material, field_file

    return field_file(kind, Material(_cited(page), page.view, None, footer_of(page), analysis.__version__, chart_words(page.texts)))


def _cited(page: Page) -> Tables:
    """Tables that hold the articles behind the rows shown."""
    articles = page.view["article_id"].unique()
    return page.corpus.stock.whole_articles(articles) if len(articles) <= _FEW_ARTICLES else page.corpus.tables


def _edges_file(network: Network) -> bytes:
    from analysis.exports.graphml import edge_list_csv

    return edge_list_csv(network)
