"""The chart of balances, and events in charts of time: keys, panels, turns, escapes, what there is no room for."""
from datetime import date, timedelta

import pandas as pd
import pytest

from analysis.charts import THEMES, add_events, balances_figure, counts_figure, describe_balances, timeline_figure
from analysis.charts.events import placed
from analysis.tables import empty_tables
from analysis.views import Event, balances, behind, counts, dyads, lanes, prepared
from tests.hostile import HOSTILE
from tests.tables_fixture import make_tables
from tests.views.invented import Told, corpus

_VIEW = prepared(make_tables(600, seed=2, countries=3, days=300))
_KEYS = dyads(_VIEW)["key"].tolist()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("number", [1, 2])
def test_each_mark_has_its_interval_and_finds_its_rows(theme, number):
    found = balances(_VIEW, _KEYS[:number], "month")
    figure = balances_figure(found, theme=theme)
    marks = [trace for trace in figure.data if trace.customdata is not None]
    assert len(marks) == number
    for trace in marks:
        assert len(trace.error_y.array) == len(trace.x) == len(trace.customdata) > 5
        assert all(len(behind(_VIEW, key)) for key, in trace.customdata)
    assert {tuple(axis.range) for axis in figure.select_xaxes() if axis.range} == {tuple(figure.layout.xaxis.range)}


def test_a_turn_is_a_band():
    told = [Told(f"a{at}", f"Phrase {at}.", "FRA", "praise" if at < 15 else "condemn", "RUS",
                 (date(2024, 1, 1) + timedelta(days=at)).isoformat()) for at in range(30)]
    found = balances(prepared(corpus(told)), ["FRA-RUS"], "week")
    assert [shape.type for shape in balances_figure(found).layout.shapes] == ["rect"]
    assert "turns: 1" in describe_balances(found)


def test_nothing_signed_is_said():
    assert balances_figure(balances(prepared(empty_tables()), ["FRA-RUS"])).layout.annotations[0].text == "No stance to show."


@pytest.mark.parametrize("draw", [lambda view: timeline_figure(lanes(view)), lambda view: counts_figure(counts(view)),
                                  lambda view: balances_figure(balances(view, _KEYS[:2]))])
def test_events_are_lines_and_spans_and_their_labels_are_text(draw):
    plain = draw(_VIEW)
    before = len(plain.layout.shapes)
    events = [Event(date(2023, 3, 5), date(2023, 3, 5), HOSTILE), Event(date(2023, 4, 1), date(2023, 4, 30), "Avril"),
              Event(date(1949, 1, 1), date(1949, 12, 31), "Jadis")]
    figure = add_events(plain, events)
    panels = len([axis for axis in figure.select_xaxes() if axis.type == "date"])
    assert [shape.type for shape in figure.layout.shapes][before:] == ["line", "rect"] * panels
    assert all("<" not in str(note.text).replace("<b>", "").replace("</b>", "") for note in figure.layout.annotations)
    assert not any(note.text == "Jadis" for note in figure.layout.annotations)


def test_labels_that_would_cover_one_another_are_left_out_and_lines_stay():
    events = [Event(day.date(), day.date(), "x") for day in pd.date_range("2024-01-01", periods=10)]
    found = placed(events, pd.Timestamp("2023-01-01"), pd.Timestamp("2025-01-01"))
    assert len(found) == 10 and [labelled for _, labelled in found] == [True, *[False] * 9]
