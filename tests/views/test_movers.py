"""Which pairs moved from one period to the next, and when that is more than chance may do."""
from datetime import date, timedelta

import pytest

from analysis.views import movers, of_mover, prepared, unresolved
from tests.tables_fixture import make_tables
from tests.views.invented import Told, corpus

_END = date(2024, 6, 30)


def told(number, days_ago, act="praise", source="FRA", target="RUS", **more):
    day = (_END - timedelta(days=days_ago)).isoformat()
    return [Told(f"a{days_ago}", f"{source} {act} {target} {days_ago} {place}.", source, act, target, more.get("day", day),
                 more.get("last", ""), modality=more.get("modality", "actual")) for place in range(number)]


def table(rows, length=30):
    return movers(prepared(corpus([*told(20, 0, "consult", "MAR", "DZA"), *told(20, 45, "consult", "MAR", "DZA"), *rows])), length).table.set_index("key")


@pytest.mark.parametrize(("rows", "volume", "balance"), [
    pytest.param(told(12, 40) + told(12, 5, "condemn"), False, True, id="turned"),
    pytest.param(told(2, 40) + told(20, 5), True, False, id="more of the same"),
    pytest.param(told(1, 40) + told(1, 5, "condemn"), False, False, id="one against one is chance"),
    pytest.param(told(3, 40) + told(5, 5), False, False, id="five against three is chance"),
    pytest.param(told(12, 5), True, False, id="new"),
    pytest.param(told(6, 5), False, False, id="new, but few"),
])
def test_clear_is_only_what_is_more_than_chance(rows, volume, balance):
    row = table(rows).loc["FRA-RUS"]
    assert (row["volume_clear"], row["balance_clear"]) == (volume, balance)


def test_a_corpus_that_grew_makes_no_pair_move():
    rows = [row for source in ("FRA", "MAR") for row in told(5, 40, source=source) + told(50, 5, source=source)]
    found = movers(prepared(corpus(rows)), 30).table
    assert len(found) == 2 and not found["volume_clear"].any()


def test_counts_of_both_periods_and_both_directions():
    row = table(told(3, 40) + told(2, 35, "condemn", "RUS", "FRA") + told(4, 5, "condemn") + told(1, 5, "consult")).loc["FRA-RUS"]
    assert row[["total_before", "cooperative_before", "conflictual_before"]].tolist() == [5, 3, 2]
    assert row[["total", "cooperative", "conflictual", "more"]].tolist() == [5, 0, 4, 0]
    assert (row["balance_before"], row["balance"]) == (pytest.approx(.2), -1)


@pytest.mark.parametrize("rows", [
    pytest.param(told(5, 70), id="before both"), pytest.param(told(5, 5, modality="future"), id="announced"),
    pytest.param(told(5, 5, target=""), id="nobody named"), pytest.param(told(5, 5, target="fra-ministre"), id="within one country"),
    pytest.param(told(3, 40) + told(3, 5), id="nothing moved"),
])
def test_what_does_not_count(rows):
    assert "FRA-RUS" not in table(rows).index


def test_spans_over_both_and_unknown_days_are_counted_beside():
    rows = told(2, 5, day="2024-05-01", last="2024-06-29") + told(3, 6, day="") + told(1, 5)
    found = movers(prepared(corpus(rows)), 30)
    assert found.left_out == {"undated": 3, "wider": 2}


def test_the_clearest_come_first_and_each_row_finds_its_sentences():
    view = prepared(make_tables(3_000, seed=4, countries=5, days=120))
    found = movers(view, 30)
    clear = (found.table["volume_clear"].astype(int) + found.table["balance_clear"]).tolist()
    assert clear == sorted(clear, reverse=True)
    assert (found.before[1] - found.before[0], found.last[0] - found.before[1]) == (found.last[1] - found.last[0], timedelta(days=1))
    for row in found.table.itertuples():
        assert len(of_mover(view, row.key, found)) == row.total + row.total_before


def test_the_length_is_the_shortest_with_enough_in_it():
    assert (lambda found: (found.last[1] - found.last[0]).days + 1)(movers(prepared(corpus(told(40, 3))))) == 7
    assert (lambda found: (found.last[1] - found.last[0]).days + 1)(movers(prepared(corpus(told(3, 3))))) == 365


def test_nothing_dated_gives_nothing():
    found = movers(prepared(corpus(told(2, 5, day=""))))
    assert found.table.empty and found.last is None and found.left_out == {"undated": 2}


def test_offices_without_a_holder_are_listed_with_their_stances(small_tables):
    found = unresolved(small_tables, prepared(small_tables))
    assert found.values.tolist() == [["CHN-ministre-defense", "ministre de la Défense (CHN)", 2]]
