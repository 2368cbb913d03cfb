"""A chart on a page: heading with how to read it, the figure, what it leaves out, and the sentences behind a choice."""
import pandas as pd
import streamlit as st

from analysis.charts import chart_config
from analysis.charts.wording import left_out_text
from analysis.views import Network, behind
from pages.parts.escaping import escape_markdown
from pages.parts.evidence import show_sentences
from pages.parts.exports import Drawing, head_with_exports
from pages.parts.layout import Page
from pages.parts.words import chart_words


def show_chart(page: Page, section: str, name: str, drawing: Drawing, settings: str = "") -> None:
    """One chart of a page; ``section`` and ``name`` are its place in the texts.

    ``settings`` are the reader's settings of this chart in one word: a mark chosen under others is not kept.
    """
    head_with_exports(page, section, name, drawing)
    chosen = _draw(page, drawing, settings)
    notes = [left_out_text(getattr(drawing.drawn, "left_out", {}), chart_words(page.texts)),
             "" if chosen else page.texts(f"choose.{drawing.kind}")]
    st.caption(escape_markdown(" ".join(filter(None, notes))))
    if chosen:
        _show_sentences(page, drawing, chosen)


def _draw(page: Page, drawing: Drawing, settings: str) -> str:
    """Draw the figure; returns the key of the mark chosen in it, empty where none is."""
    drawing.figure.update_layout(modebar={"bgcolor": "rgba(0,0,0,0)"})  # else its ground hides the legend
    with st.container(key=f"wide_{drawing.kind}"):
        state = st.plotly_chart(drawing.figure, key=page.key(drawing.kind, settings), theme=None, on_select="rerun",
                                selection_mode="points", alt=drawing.description,
                                config=chart_config(f"homologue-{drawing.kind}", page.texts.language))
    keys = [point["customdata"][0] for point in state["selection"]["points"] if point.get("customdata")]
    return keys[0] if keys else ""


def _show_sentences(page: Page, drawing: Drawing, key: str) -> None:
    nodes = drawing.drawn.level if isinstance(drawing.drawn, Network) else "countries"
    rows: pd.DataFrame = behind(page.view, key, nodes=nodes)
    st.markdown(f"**{page.texts.count('evidence.sentences', len(rows))}**")
    show_sentences(page, rows, f"{drawing.kind}_chosen")
