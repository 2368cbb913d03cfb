"""The balance of dyads over time, its interval, and its turns."""
from datetime import date, timedelta

import pandas as pd
import pytest
from scipy.stats import binomtest

from analysis.views import balances, behind, dyads, prepared
from analysis.views.dyads import interval
from analysis.views.turns import ENOUGH, PART, turns
from tests.tables_fixture import make_tables
from tests.views.invented import Told, corpus

_VIEW = prepared(make_tables(1_200, seed=11, countries=4, days=200))


@pytest.mark.parametrize(("ones", "number"), [(0, 1), (1, 1), (3, 3), (2, 5), (50, 80)])
def test_interval_is_that_of_wilson(ones, number):
    low, high = interval(pd.Series([ones]), pd.Series([number]))
    expected = binomtest(ones, number).proportion_ci(method="wilson")
    assert (low[0], high[0]) == pytest.approx((2 * expected.low - 1, 2 * expected.high - 1), abs=1e-6)


def test_interval_of_nothing_is_unknown():
    assert interval(pd.Series([0]), pd.Series([0]))[0].isna().all()


def test_points_and_left_out_are_all_rows_of_the_dyad_and_each_mark_finds_its_rows():
    keys = dyads(_VIEW)["key"].tolist()[:2]
    for unit in ("day", "week", "month"):
        found = balances(_VIEW, keys, unit)
        counted = found.points["total"].sum() + sum(found.left_out.values())
        assert counted == dyads(_VIEW).set_index("key").loc[keys, "count"].sum()
        known = found.points[found.points["signed"] > 0]
        assert (known["low"] <= known["balance"] + 1e-9).all() and (known["balance"] <= known["high"] + 1e-9).all()
        for row in found.points.head(5).itertuples():
            assert len(behind(_VIEW, row.key)) == row.total


@pytest.mark.parametrize(("key", "count"), [("FRA-RUS", 3), ("FRA>RUS", 2), ("RUS>FRA", 2)])
def test_a_meeting_has_no_direction(key, count):
    told = [Told("a", "Un.", "FRA", "praise", "RUS", "2024-03-04"), Told("a", "Deux.", "RUS", "accuse", "FRA", "2024-03-04"),
            Told("a", "Trois.", "FRA", "consult", "RUS", "2024-03-04"), Told("a", "Quatre.", "FRA", "accuse", "", "2024-03-04")]
    view = prepared(corpus(told))
    assert dyads(view).set_index("key").loc[key, "count"] == count
    assert balances(view, [key], "day").points["total"].sum() == count


def test_a_month_is_no_day():
    told = [Told("a", "Un.", "FRA", "praise", "RUS", "2024-03-01", "2024-03-31"), Told("a", "Deux.", "FRA", "praise", "RUS", "2024-03-04")]
    found = balances(prepared(corpus(told)), ["FRA-RUS"], "day")
    assert (found.points["total"].tolist(), found.left_out) == ([1], {"wider": 1})


@pytest.mark.parametrize("key", ["", "FRA", "-RUS", "FRA>"])
def test_what_is_no_dyad_is_refused(key):
    with pytest.raises(ValueError):
        balances(_VIEW, [key])


def _series(signs, step=1, articles=True):
    day = date(2024, 1, 1)
    return prepared(corpus([
        Told(f"a{number}" if articles else "a", f"Phrase {number}.", "FRA", "praise" if sign > 0 else "condemn", "RUS",
             (day + timedelta(days=number * step)).isoformat()) for number, sign in enumerate(signs)]))


def test_a_plain_turn_is_found_with_what_stands_on_both_sides():
    found = turns(_series([1] * 15 + [-1] * 12), "FRA-RUS")
    turn, = found.turns
    assert (turn.last_before, turn.first_after) == (pd.Timestamp("2024-01-15"), pd.Timestamp("2024-01-16"))
    assert (turn.before, turn.after) == ((15, 0), (0, 12))
    assert turn.rows_before == ("s12", "s13", "s14") and turn.rows_after == ("s15", "s16", "s17")


@pytest.mark.parametrize(("signs", "enough"), [
    pytest.param([1] * 10 + [-1] * (ENOUGH - 11), False, id="too few"),
    pytest.param([1, -1] * 20, True, id="no turn"),
    pytest.param([1] * 30, True, id="all alike"),
    pytest.param([1] * 30 + [-1] * (PART - 6), True, id="the end is too short"),
])
def test_no_turn_is_made_up(signs, enough):
    found = turns(_series(signs), "FRA-RUS")
    assert (found.turns, found.enough) == ((), enough)


def test_one_article_counts_once_a_day():
    assert turns(_series([1] * 15 + [-1] * 15, step=0, articles=False), "FRA-RUS").signs == 0
    assert turns(_series([1] * 30, step=0, articles=False), "FRA-RUS").signs == 1


def test_a_turn_stands_between_days_never_within_one():
    signs = [1] * 12 + [-1] * 14
    told = [Told(f"a{number}", f"Phrase {number}.", "FRA", "praise" if sign > 0 else "condemn", "RUS",
                 (date(2024, 1, 1) + timedelta(days=number // 4)).isoformat()) for number, sign in enumerate(signs)]
    for turn in turns(prepared(corpus(told)), "FRA-RUS").turns:
        assert turn.last_before < turn.first_after
