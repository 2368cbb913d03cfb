"""A chart on a page: heading with how to read it, the figure, what it leaves out, and the sentences behind a choice."""
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.charts import chart_config, worded
from analysis.charts.wording import left_out_text
from analysis.views import behind
from pages.parts.escaping import escape_markdown
from pages.parts.evidence import show_sentences
from pages.parts.layout import Page
from pages.parts.texts import Texts

# Section of the interface's texts → prefix of the charts' words that say the same thing.
_SHARED = {"acts": "act", "signs": "sign", "voices": "voice", "modalities": "modality", "kinds": "kind",
           "sides": "side", "fields": "filter"}


def chart_words(texts: Texts) -> dict[str, str]:
    """The words of the charts in the reader's language: those they share with the pages, and their own (``charts``)."""
    shared = {f"{prefix}.{key}": entry.lower() for section, prefix in _SHARED.items()
              for key, entry in texts.section(section).items()}
    return worded({**shared, **texts.section("charts")})


def show_chart(page: Page, name: str, figure: go.Figure, alt: str, choices: str) -> str:
    """Draw a figure and return the key of the mark chosen in it, empty where none is.

    ``choices`` tells drawings of different data apart, so that a choice made in one is not kept for another.
    """
    with st.container(key=f"wide_{name}"):
        state = st.plotly_chart(figure, key=f"{name}_{abs(hash((page.selection, page.corpus.version, choices)))}",
                                theme=None, on_select="rerun", selection_mode="points", alt=alt,
                                config=chart_config(f"homologue-{name}", page.texts.language))
    keys = [point["customdata"][0] for point in state["selection"]["points"] if point.get("customdata")]
    return keys[0] if keys else ""


def say_left_out(page: Page, left_out: dict[str, int]) -> None:
    """What the chart does not draw, and how many stances that is."""
    words = left_out_text(left_out, chart_words(page.texts))
    if words:
        st.caption(escape_markdown(words))


def show_chosen(page: Page, view: pd.DataFrame, key: str, name: str, nodes: str = "countries") -> None:
    """The sentences behind the mark chosen in a chart, or how to choose one."""
    if not key:
        st.caption(page.texts(f"{name}.choose"))
        return
    rows = behind(view, key, nodes=nodes)
    st.markdown(f"**{page.texts.count('evidence.sentences', len(rows))}**")
    show_sentences(page, rows, f"{name}_chosen")
