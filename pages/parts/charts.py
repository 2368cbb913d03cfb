"""A chart on a page: heading with how to read it, the figure, what it leaves out, and the sentences behind a choice."""
from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from analysis.charts import add_events, chart_config
from analysis.charts.wording import left_out_text
from analysis.views import Event, Network, Stages, behind
from pages.parts.escaping import escape_markdown
from pages.parts.evidence import show_sentences
from pages.parts.exports import Drawing, head_with_exports
from pages.parts.layout import Page
from pages.parts.reading import show_reading
from pages.parts.state import BY_WORDS
from pages.parts.texts import Texts
from pages.parts.words import chart_words


def drawing_of(page: Page, kind: str, settings: str | tuple[str, ...], count: Callable, draw: Callable, describe: Callable,
               events: tuple[Event, ...] = ()) -> Drawing:
    """A chart of the rows that fit, kept for all sessions: what is counted, drawn and said of it.

    ``count`` takes no argument, ``draw`` (counted, words, theme), ``describe`` (counted, words). ``settings`` are all that
    ``count`` depends on beside the rows that fit, in words.
    """
    return _drawing(page.corpus.version, page.selection, page.texts.language, page.theme, kind, repr(settings), events, page.texts,
                    count, draw, describe)


@st.cache_resource(max_entries=96, show_spinner=False, hash_funcs=BY_WORDS)
def _drawing(version: str, selection, language: str, theme: str, kind: str, settings: str,
             events: tuple[Event, ...], _texts: Texts, _count: Callable, _draw: Callable, _describe: Callable) -> Drawing:
    words = chart_words(_texts)
    counted = _count()
    return Drawing(kind, counted, add_events(_draw(counted, words, theme), events, words, theme), _describe(counted, words), events)


def show_chart(page: Page, section: str, name: str, drawing: Drawing, settings: str = "", title: str = "",
               note: str = "", sentences: bool = True) -> str:
    """One chart of a page; ``section`` and ``name`` are its place in the texts. Returns the key of the mark chosen in it.

    ``settings`` are the reader's settings of this chart in one word: a mark chosen under others is not kept. ``title``
    stands in for that of the texts, ``note`` goes below the chart. Without ``sentences`` the caller shows what is chosen.
    """
    listed = head_with_exports(page, section, name, drawing, title,
                               beside=partial(show_reading, page, section, name, drawing, settings))
    chosen = _draw(page, name, drawing, settings) or listed
    notes = [note, left_out_text(getattr(drawing.drawn, "left_out", {}), chart_words(page.texts)),
             "" if chosen else page.texts(f"choose.{drawing.kind}")]
    st.caption(escape_markdown(" ".join(filter(None, notes))))
    if chosen and sentences:
        show_behind(page, name, drawing, chosen)
    return chosen


def _draw(page: Page, name: str, drawing: Drawing, settings: str) -> str:
    """Draw the figure; returns the key of the mark chosen in it, empty where none is."""
    with st.container(key=f"chart_{drawing.kind}_{name}"):
        state = st.plotly_chart(drawing.slim if page.narrow else drawing.wide, key=page.key(f"{drawing.kind}_{name}", settings), theme=None,
                                on_select="rerun", selection_mode="points", alt=drawing.description,
                                config=chart_config(f"homologue-{drawing.kind}", page.texts.language))
    keys = [point["customdata"][0] for point in state["selection"]["points"] if point.get("customdata")]
    return keys[0] if keys else ""


def show_behind(page: Page, name: str, drawing: Drawing, key: str) -> None:
    """The sentences behind a mark of a chart."""
    drawn = drawing.drawn.whole if isinstance(drawing.drawn, Stages) else drawing.drawn
    rows: pd.DataFrame = behind(page.rows, key, nodes=drawn.level if isinstance(drawn, Network) else "countries")
    st.markdown(f"**{page.texts.count('evidence.sentences', len(rows))}**")
    show_sentences(page, rows, f"{name}_{drawing.kind}_chosen")
