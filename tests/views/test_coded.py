"""What is counted in memory, against DuckDB and against the view table: all three must be the same, however it was narrowed."""
import importlib
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.acts import ACTS
from analysis.tables import empty_tables
from analysis.views import LANES, Selection, Stock, among, behind, lanes, select, tally
from analysis.views.chosen import Rows, between_two, dated, involved
from analysis.views.coded import COUNTED
from analysis.views.lane_parts import dated_in, drawn_in, lane_tally, parts_by, stances_in
from analysis.views.named import people_of
from analysis.views.spans import UNITS
from tests.tables_fixture import make_tables

_TABLES = make_tables(300, seed=5, countries=6, people=9, days=400)
_STOCK = Stock.of_tables(_TABLES)
_ACTORS = list(_TABLES.actors["actor_id"])
_LANES = importlib.import_module("analysis.views.lanes")
_PERIOD = (pd.Timestamp("2023-03-01"), pd.Timestamp("2023-06-30"))
_NARROWER = {
    "all": lambda view: view,
    "between two": between_two,
    "dated": lambda view: dated_in(view, None),
    "of a period": lambda view: dated_in(view, _PERIOD),
    "of an act": lambda view: among(view, "act", ["consult", "praise"]),
    "by somebody": lambda view: among(view, "source_id", _ACTORS[::3]),
    "towards nobody": lambda view: among(view, "target_id", [""]),
    "on somebody's word": lambda view: among(view, "reporter_id", _ACTORS[1::2]),
    "in an article": lambda view: among(view, "article_id", ["a1", "a2", "a3"]) if isinstance(view, pd.DataFrame) else view.narrowed(
        "article in (select article from article where article_id in ('a1', 'a2', 'a3'))"),
}
_SELECTIONS = st.sampled_from([Selection(), Selection(countries=(_ACTORS[0],)), Selection(signs=(-1, 1)), Selection(acts=(next(iter(ACTS)),)),
                               Selection(people=(_ACTORS[-1],), min_confidence=.5), Selection(text="phrase 1")])


def _listed(counted: pd.DataFrame) -> list[str]:
    return sorted(map(str, counted.itertuples(index=False, name=None)))


@given(_SELECTIONS, st.lists(st.sampled_from(sorted(_NARROWER)), max_size=3, unique=True),
       st.lists(st.sampled_from(sorted({*COUNTED, "source", "reporter_id", "start"})), min_size=1, max_size=4, unique=True))
@settings(max_examples=150, deadline=None)
def test_narrowed_and_counted_alike_in_memory_in_duckdb_and_on_the_view_table(selection, ways, columns):
    views = [_STOCK.rows(selection), _in_duckdb(selection), select(_TABLES, selection)]
    for way in ways:
        views = [_NARROWER[way](view) for view in views]
    assert len(views[0]) == len(views[1]) == len(views[2])
    assert _listed(tally(views[0], columns)) == _listed(tally(views[1], columns)) == _listed(tally(views[2], columns))
    assert dict(tally(views[0], columns).dtypes) == dict(tally(views[1], columns).dtypes)


def _in_duckdb(selection: Selection) -> Rows:
    """Rows that are never brought into memory."""
    rows = _STOCK.rows(selection)
    rows.__dict__["coded"] = None
    return rows


@given(_SELECTIONS, st.sampled_from(LANES), st.integers(1, 5), st.sampled_from(UNITS))
@settings(max_examples=60, deadline=None)
def test_lanes_are_told_apart_alike(selection, by, most, unit):
    found = []
    for view in (_STOCK.rows(selection), _in_duckdb(selection), select(_TABLES, selection)):
        parts = parts_by(dated_in(view, _PERIOD), by)
        table = lane_tally(parts, by).sort_values(["n", "lane"], ascending=False).head(most)
        drawn = drawn_in(parts, by, table)
        found.append((stances_in(drawn, by, table), _listed(lane_tally(drawn, by, [f"from_{unit}", f"to_{unit}", "sign"]))))
    assert found[0] == found[1] == found[2]


@given(_SELECTIONS)
@settings(max_examples=20, deadline=None)
def test_people_and_days_are_the_same(selection):
    ways = [_STOCK.rows(selection), _in_duckdb(selection), select(_TABLES, selection)]
    one, other, third = (people_of(view).sort_index() for view in ways)
    pd.testing.assert_frame_equal(one, other)
    pd.testing.assert_frame_equal(one, third, check_names=False)
    assert len({str(dated(view)) for view in ways}) == 1
    assert involved(ways[0], "country") == involved(ways[1], "country") == involved(ways[2], "country")


def test_days_far_apart_are_numbered_by_those_that_occur():
    days = _TABLES.stances["first_day"].where(_TABLES.stances.index != 7, pd.Timestamp("1215-06-15"))
    last = _TABLES.stances["last_day"].where(_TABLES.stances.index != 7, pd.Timestamp("1215-06-15"))
    tables = replace(_TABLES, stances=_TABLES.stances.assign(first_day=days, last_day=last))
    rows = Stock.of_tables(tables).rows()
    assert _listed(tally(rows, ["day_first", "sign"])) == _listed(tally(select(tables), ["day_first", "sign"]))
    assert dated(rows)[0] == pd.Timestamp("1215-06-15")


def test_nothing_is_counted_where_nothing_is():
    rows = Stock.of_tables(empty_tables()).rows()
    assert len(rows.coded) == 0 and people_of(rows).empty
    for column in sorted(COUNTED):
        assert tally(rows, [column]).empty


@pytest.mark.parametrize("number", [2_500, 30])
def test_many_marks_come_without_sentences_and_lead_to_their_stances(number, monkeypatch):
    monkeypatch.setattr(_LANES, "MOST_SENTENCES", 100)
    tables = make_tables(number, seed=2)
    stock = Stock.of_tables(tables)
    points = lanes(stock.rows(), "act").points
    assert (points["sentence"] == "").all() == (number > 100) and (points["title"] != "").all()
    for point in points.head(5).itertuples():
        found = behind(stock.rows(), point.key)
        assert len(found) == 1 and found["source_name"].iloc[0] == point.source_name and found["day_first"].iloc[0] == point.day_first


@pytest.mark.parametrize("by", LANES)
@pytest.mark.parametrize("finest, unit", [("day", "year"), ("week", "month"), ("month", "year")])
def test_marks_of_a_coarser_unit_are_those_counted_by_it(monkeypatch, by, finest, unit):
    drawn = parts_by(dated_in(_STOCK.rows(), _PERIOD), by)
    wanted = _LANES._grouped(drawn, by, unit)[1]
    monkeypatch.setattr(_LANES, "MOST_GROUPED", len(wanted))
    found = _LANES._grouped(drawn, by, finest)
    assert found[0] == unit
    pd.testing.assert_frame_equal(found[1], wanted)


def test_a_crowded_timeline_takes_a_coarser_unit(monkeypatch):
    rows = _STOCK.rows()
    assert lanes(rows, "actor", most_points=50).aggregated == "month"
    monkeypatch.setattr(_LANES, "MOST_GROUPED", 60)
    crowded = lanes(rows, "actor", most_points=50)
    assert crowded.aggregated == "year"
    assert crowded.points["count"].sum() == lanes(rows, "actor").points["count"].sum()
