"""The dispatches written for demonstration: a switch that leaves them out, or brings them back beside one's own corpus, and
what each of them rests on."""
import streamlit as st

from analysis.examples import example_of, has_examples
from pages.parts.data import SEEDS, Corpus, corpus_folder, own_corpus
from pages.parts.escaping import escape_markdown
from pages.parts.state import EXAMPLES, SHOWN, change_setting, choose_setting, setting
from pages.parts.texts import Texts

_ON, _OFF, _SWITCH = "on", "off", "examples_switch"
_OWN, _SHELF = "own", "shown_switch"


def choose_articles() -> None:
    """Obey the session or the URL in whether one's own corpus or the examples are shown; before the corpus is read."""
    if own_corpus():
        setting(SHOWN, (_OWN, SEEDS), _OWN)


def examples_wanted() -> bool:
    """Whether the example dispatches are shown beside the seed article: from the session, else the URL, else yes."""
    return has_examples(corpus_folder()) and setting(EXAMPLES, (_ON, _OFF), _ON) == _ON


def show_switch(wanted: bool, texts: Texts) -> None:
    """Where there is a corpus of one's own, the choice between it and the examples; where these are shown, their switch."""
    if own_corpus():
        st.session_state[_SHELF] = SEEDS if corpus_folder() != own_corpus() else _OWN
        st.segmented_control(texts("shown_articles.label"), (_OWN, SEEDS), key=_SHELF, required=True, on_change=change_setting,
                             args=(SHOWN, _SHELF), format_func=lambda value: texts(f"shown_articles.{value}"),
                             help=texts("shown_articles.help"))
    if not has_examples(corpus_folder()):
        return
    st.session_state[_SWITCH] = wanted
    st.toggle(texts("examples.switch"), key=_SWITCH, on_change=_switched, help=texts("examples.switch_help"))


def _switched() -> None:
    choose_setting(EXAMPLES, _ON if st.session_state[_SWITCH] else _OFF)


def say_written_for_demonstration(corpus: Corpus, texts: Texts) -> None:
    """One line that says so where the corpus holds example dispatches."""
    if corpus.examples:
        st.caption(texts.count("examples.shown", corpus.examples))
    elif own_corpus() and corpus_folder() == own_corpus():
        st.caption(texts("shown_articles.said"))


def show_reference(corpus: Corpus, path: str, texts: Texts) -> None:
    """Under an example dispatch: that it was written for demonstration, of which day, and where to check what it says."""
    example = example_of(path) if corpus.examples else None
    if example is None:
        return
    st.caption(texts("examples.reference", day=texts.formats.day(example.event),
                     reference=escape_markdown(example.reference), check=escape_markdown(example.check)))
