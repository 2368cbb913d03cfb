"""The Network page: what the reader asks of it, the network whole, in two periods and through time, its tables."""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from analysis.charts import describe_network, describe_shifts, describe_stages, network_figure, play_figure, shifts_figure
from analysis.charts.wording import left_out_text
from analysis.views import TIES, Network, Rows, Stages, halves, network, node_of, shifts, stages, steps_of, trimmed
from analysis.views.names import other_names
from pages.parts.cards import show_card
from pages.parts.charts import drawing_of, show_behind, show_chart
from pages.parts.escaping import escape_markdown
from pages.parts.exports import Drawing
from pages.parts.filters import found_by
from pages.parts.formats import widget_date
from pages.parts.layout import Page
from pages.parts.settings import choose_one
from pages.parts.state import BY_WORDS, change_setting, setting
from pages.parts.words import chart_words

_MODES = ("whole", "two", "play")
_PERIODS = ("before", "after")
Period = tuple[pd.Timestamp, pd.Timestamp]


@dataclass(frozen=True)
class Asked:
    """What the reader asks of the network: all of it in plain words, so that it is a key of the cache."""

    mode: str
    nodes: str
    ties: str
    threshold: int
    centre: str = ""
    steps: int = 1

    @property
    def word(self) -> str:
        """All settings in one word."""
        return f"{self.mode}{self.nodes}{self.ties}{self.threshold}{self.centre}{self.steps}"


def choose_network(page: Page) -> Asked:
    """The settings above the network, and whom it is drawn around."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        mode = choose_one(page, "mode", _MODES, "whole")
        nodes = choose_one(page, "nodes", ("countries", "persons", "people"), "countries")
        ties = choose_one(page, "ties", tuple(TIES), "both")
        threshold = choose_one(page, "threshold", ("1", "2", "3", "5", "10"), "1")
    asked = Asked(mode, nodes, ties, int(threshold))
    centre = _choose_centre(page, network_of(page, asked))
    if not centre:
        return asked
    steps = choose_one(page, "steps", ("1", "2"), "1")
    return Asked(mode, nodes, ties, int(threshold), centre, int(steps))


def _choose_centre(page: Page, whole: Network) -> str:
    """A select box over the nodes; what a link asks for is obeyed where it is one of them."""
    names = dict(whole.nodes.sort_values("label")[["id", "label"]].itertuples(index=False, name=None))
    value = setting("centre", ("", *names), "")
    st.session_state["choice_centre"] = value
    st.selectbox(page.texts("network.centre"), ("", *names), key="choice_centre", on_change=change_setting,
                 args=("centre", "choice_centre"), help=page.texts("network.centre_help"), width=360,
                 format_func=lambda node: found_by(names[node], other_names(node, names[node], page.texts.language)) if node in names
                 else page.texts("network.centre_none"))
    return value


def network_of(page: Page, asked: Asked) -> Network:
    """The network that is asked for, drawn from the stances that fit the filter (cached for all sessions)."""
    return _network(page.corpus.version, page.selection, asked.nodes, asked.threshold, asked.ties, asked.centre, asked.steps,
                    page.rows)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=BY_WORDS)
def _network(version: str, selection, nodes: str, threshold: int, ties: str, centre: str, steps: int,
             _rows: Rows | pd.DataFrame) -> Network:
    return network(_rows, nodes, threshold, signs=TIES[ties], centre=centre, steps=steps)


def show_network(page: Page, asked: Asked, drawn: Network) -> None:
    """One network of the whole period; a chosen node opens its card, and any mark its sentences."""
    drawing = _figure(page.corpus.version, page.selection, asked, page.texts.language, page.theme, drawn, chart_words(page.texts))
    key = show_chart(page, "network", "chart", drawing, asked.word, note=_shown(page, drawn), sentences=False)
    if key:
        _show_chosen(page, drawn, "chart", drawing, key)


def _show_chosen(page: Page, drawn: Network, name: str, drawing: Drawing, key: str) -> None:
    if node_of(key):
        show_card(page, drawn, node_of(key))
    show_behind(page, name, drawing, key)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=BY_WORDS | {Asked: repr})
def _figure(version: str, selection, asked: Asked, language: str, theme: str, _drawn: Network, _words: Mapping) -> Drawing:
    return Drawing("network", _drawn, network_figure(_drawn, _words, theme), describe_network(_drawn, _words))


def _shown(page: Page, drawn: Network) -> str:
    """How much is drawn, in numbers."""
    if drawn.nodes.empty:
        return ""
    count = page.texts.count
    return page.texts("network.shown", nodes=count("network.nodes_shown", len(drawn.nodes)), edges=count("network.edges_shown", len(drawn.edges)),
                      stances=count("evidence.sentences", int(drawn.edges["count"].sum())),
                      groups=count("network.groups", int(drawn.nodes["community"].max())))


def show_two_periods(page: Page, asked: Asked, drawn: Network) -> Stages | None:
    """Two periods that the reader chooses, side by side in the same places; None where there are no two."""
    default = halves(page.rows)
    if default is None:
        st.info(page.texts("network.no_periods"))
        return None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        periods = [_choose_period(page, name, period) for name, period in zip(_PERIODS, default)]
    both, words = _stages_of(page, asked, tuple(periods), "", drawn), chart_words(page.texts)
    chosen = []
    for column, name, part, period in zip(st.columns(2), _PERIODS, both.networks, periods):
        with column:
            days = page.texts.formats.span(period[0].date(), period[1].date())
            drawing = _part_figure(page.corpus.version, page.selection, asked, period, page.texts.language, page.theme, part,
                                   drawn, words)
            key = show_chart(page, "network", name, drawing, f"{asked.word}{period}", note=_shown(page, part),
                             title=page.texts(f"network.{name}_title", period=days), sentences=False)
            chosen += [(name, drawing, key, part)] if key else []
    st.caption(escape_markdown(left_out_text(both.left_out, words)))
    for name, drawing, key, part in chosen[:1]:
        _show_chosen(page, part, name, drawing, key)
    _show_shifts(page, asked, both)
    return both


def _show_shifts(page: Page, asked: Asked, both: Stages) -> None:
    """The pairs that appeared, vanished or turned between two periods, drawn as a network; nothing where none did."""
    drawing = drawing_of(page, "shifts", (asked.word, repr(both.periods)), lambda: shifts(both), shifts_figure,
                         lambda moved, words: describe_shifts(moved, both.periods, words))
    if len(drawing.drawn.edges):
        first, second = (page.texts.formats.span(*(day.date() for day in period)) for period in both.periods)
        key = show_chart(page, "network", "shifts", drawing, f"{asked.word}{both.periods}", sentences=False,
                         title=page.texts("network.shifts_title", first=first, second=second))
        if key:
            _show_chosen(page, drawing.drawn, "shifts", drawing, key)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=BY_WORDS | {Asked: repr})
def _part_figure(version: str, selection, asked: Asked, period: Period, language: str, theme: str, _part: Network,
                 _whole: Network, _words: Mapping) -> Drawing:
    return Drawing("network", _part, network_figure(_part, _words, theme, _whole), describe_network(_part, _words))


def _stages_of(page: Page, asked: Asked, periods: tuple[Period, ...], unit: str, drawn: Network) -> Stages:
    """The network in these periods (cached for all sessions)."""
    return _stages(page.corpus.version, page.selection, asked, periods, unit, page.rows, drawn)


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=BY_WORDS | {Asked: repr})
def _stages(version: str, selection, asked: Asked, periods: tuple[Period, ...], unit: str, _view: pd.DataFrame,
            _drawn: Network) -> Stages:
    return stages(_view, _drawn, periods, unit)


def _choose_period(page: Page, name: str, default: Period) -> Period:
    """A period as two days, kept in the URL as FIRST..LAST; half a choice and nonsense leave it as it was."""
    period = _parsed(setting(name, lambda text: not text or _parsed(text) is not None, "")) or default
    widget = f"choice_{name}"
    if len(st.session_state.get(widget, ())) != 1:  # else the reader is choosing, and has the first day only
        st.session_state[widget] = tuple(day.date() for day in period)
    st.date_input(page.texts(f"network.{name}"), key=widget, on_change=_keep_period, args=(name, widget), width=260,
                  format=widget_date(page.texts.language), help=page.texts("network.period_help"))
    return period


def _keep_period(name: str, widget: str) -> None:
    days = st.session_state[widget]
    if isinstance(days, tuple) and len(days) == 2:
        st.session_state[f"{widget}_text"] = "..".join(day.isoformat() for day in days)
        change_setting(name, f"{widget}_text")


def _parsed(text: str) -> Period | None:
    try:
        first, last = (date.fromisoformat(part) for part in text.split(".."))
    except ValueError:
        return None
    return (pd.Timestamp(first), pd.Timestamp(last)) if first <= last and last - first < timedelta(days=366 * 400) else None


def show_play(page: Page, asked: Asked, drawn: Network) -> None:
    """The network through time, one frame a period, with a slider."""
    unit = choose_one(page, "pace", ("auto", "week", "month", "year"), "auto")
    periods, unit = steps_of(page.rows, unit)
    through, words = trimmed(_stages_of(page, asked, periods, unit, drawn)), chart_words(page.texts)
    drawing = _play(page.corpus.version, page.selection, asked, unit, page.texts.language, page.theme, through, words)
    key = show_chart(page, "network", "play", drawing, asked.word + unit, note=_shown(page, drawn), sentences=False)
    if key:
        _show_chosen(page, drawn, "play", drawing, key)


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=BY_WORDS | {Asked: repr})
def _play(version: str, selection, asked: Asked, unit: str, language: str, theme: str, _stages: Stages,
          _words: Mapping) -> Drawing:
    return Drawing("stages", _stages, play_figure(_stages, _words, theme), describe_stages(_stages, _words))
