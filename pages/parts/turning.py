"""The balance of one or two dyads on the Timeline: which, drawn on one scale, and the sentences around each turn."""
from functools import partial

import pandas as pd
import streamlit as st

from analysis.charts import balances_figure, describe_balances
from analysis.views import ENOUGH_SIGNS, Balances, Event, Turn, balances, called, dyads
from pages.parts.charts import drawing_of, show_chart
from pages.parts.escaping import escape_markdown
from pages.parts.evidence import show_sentences
from pages.parts.formats import as_date
from pages.parts.layout import Page
from pages.parts.once import once
from pages.parts.state import change_setting, setting

_MOST_OFFERED = 400


def show_balances(page: Page, unit: str, events: tuple[Event, ...]) -> None:
    """The balance of the dyads that the reader chose, beside one another, and their turns."""
    offered = once(page, "dyads", (), partial(dyads, page.rows))
    if offered.empty:
        return
    keys = _choose(page, offered)
    settings = unit + "".join(keys)
    drawing = drawing_of(page, "balances", settings, partial(balances, page.rows, keys, unit), balances_figure, describe_balances, events)
    show_chart(page, "timeline", "balances", drawing, settings)
    _show_turns(page, drawing.drawn)


def _choose(page: Page, offered: pd.DataFrame) -> tuple[str, ...]:
    """One dyad and perhaps another to compare it with. Where none is chosen, it is the filter's two countries, else that with most stances."""
    every = offered["key"].tolist()
    filtered = "-".join(sorted(page.selection.countries)) if len(page.selection.countries) == 2 else ""
    places = {key: place for place, key in enumerate(every)}
    chosen = []
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name, none in (("dyad", None), ("with", "")):
            allowed = every if none is None else ["", *(key for key in every if key not in chosen)]
            default = filtered if none is None and filtered in places else allowed[0]
            value = setting(name, ["", *allowed], "") or default  # a pair that nobody chose follows the filter
            shown = list(dict.fromkeys([*allowed[:_MOST_OFFERED], value]))
            labels = {row.key: f"{row.label} ({page.texts.formats.number(row.count)})"
                      for row in offered.iloc[[places[key] for key in shown if key]].itertuples()}
            st.session_state[f"choice_{name}"] = value
            st.selectbox(page.texts(f"timeline.{name}"), shown, key=f"choice_{name}", on_change=change_setting,
                         args=(name, f"choice_{name}"), help=page.texts("timeline.dyad_help"),
                         format_func=partial(_label, labels, page.texts("timeline.none")))
            chosen += [value] if value else []
    return tuple(chosen)


def _label(labels: dict[str, str], none: str, key: str) -> str:
    return labels.get(key, none)


def _show_turns(page: Page, found: Balances) -> None:
    texts = page.texts
    for key, label in found.dyads.items():
        turns, name = found.turns[key], escape_markdown(label)
        if not turns.enough:
            st.caption(texts.count("timeline.too_few", turns.signs, name=name, least=ENOUGH_SIGNS))
        elif not turns.turns:
            st.caption(texts("timeline.no_turn", name=name, n=texts.formats.number(turns.signs)))
        for place, turn in enumerate(turns.turns):
            _show_turn(page, name, turn, f"turn_{key}_{place}")


def _show_turn(page: Page, name: str, turn: Turn, key: str) -> None:
    """What was said last before a turn, and first after it."""
    day = page.texts.formats.day
    st.markdown(page.texts("timeline.turn", name=name, before=escape_markdown(day(as_date(turn.last_before))),
                           after=escape_markdown(day(as_date(turn.first_after)))), help=page.texts("timeline.turn_help"))
    sides = (("before", turn.before, turn.rows_before), ("after", turn.after, turn.rows_after))
    for column, (side, tally, ids) in zip(st.columns(2, gap="medium"), sides):
        with column:
            st.caption(page.texts(f"timeline.turn_{side}", cooperative=tally[0], conflictual=tally[1]))
            show_sentences(page, called(page.rows, ids), f"{key}_{side}")
