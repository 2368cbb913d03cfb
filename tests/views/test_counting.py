"""Charts' tables counted in DuckDB against the same from the view table in memory."""
from dataclasses import fields

import pandas as pd
import pytest

from analysis.views import (LANES, Selection, Stock, behind, counts, happened, lanes, matrix, network, newest, options, prepared,
                            select, summary)
from tests.tables_fixture import make_tables as random_tables
from tests.tables_fixture import small_tables

_TABLES = {"hand-written": small_tables(), "random": random_tables(400, seed=11, countries=7, people=12)}
_STOCKS = {name: Stock.of_tables(tables) for name, tables in _TABLES.items()}
_SELECTIONS = (Selection(), Selection(countries=("FRA",)), Selection(signs=(-1,), min_confidence=0.5), Selection(acts=("assault",), signs=(1,)))


@pytest.fixture(params=[(name, chosen) for name in _TABLES for chosen in _SELECTIONS], ids=lambda each: f"{each[0]}-{_SELECTIONS.index(each[1])}")
def both(request):
    """Rows that are not read, and the same in memory."""
    name, chosen = request.param
    return _STOCKS[name].rows(chosen), select(_TABLES[name], chosen)


def _same(one: object, other: object) -> None:
    """The fields of two records are the same, frames whatever the order of their rows."""
    for field in fields(one):
        left, right = getattr(one, field.name), getattr(other, field.name)
        if not isinstance(left, pd.DataFrame):
            assert left == right, field.name
            continue
        by = [column for column in left if column != "offset"]
        order = [table.sort_values(by, ignore_index=True, key=lambda column: column.astype(str))[sorted(table)] for table in (left, right)]
        pd.testing.assert_frame_equal(*order, check_dtype=False, obj=field.name)


@pytest.mark.parametrize("by", LANES)
@pytest.mark.parametrize("most_points", [5_000, 5])
def test_lanes(both, by, most_points):
    _same(*(lanes(view, by, most=4, most_points=most_points) for view in both))


@pytest.mark.parametrize("unit", ["auto", "week", "year"])
def test_counts(both, unit):
    _same(*(counts(view, unit) for view in both))


@pytest.mark.parametrize("nodes", ["people", "persons", "countries"])
def test_network(both, nodes):
    _same(*(network(view, nodes, threshold=2, most=9) for view in both))


def test_matrix(both):
    _same(*(matrix(view, most=5) for view in both))


def test_newest(both):
    for view in (tuple(both), tuple(map(happened, both))):
        pd.testing.assert_frame_equal(*(newest(rows, 7) for rows in view))


@pytest.mark.parametrize("name", _TABLES)
def test_options_and_figures(name):
    assert options(_STOCKS[name]) == options(_TABLES[name])
    for chosen in _SELECTIONS:
        assert summary(_STOCKS[name], _STOCKS[name].rows(chosen)) == summary(_TABLES[name], select(_TABLES[name], chosen))


def test_the_rows_behind_each_mark(both):
    rows, view = both
    keys = [*lanes(view, "dyad").points["key"].head(8), *lanes(view, "actor", most_points=5).points["key"].head(8),
            *lanes(view, "dyad", most_points=5).points["key"].head(8), *lanes(view, "act", most_points=5).points["key"].head(8),
            *matrix(view).cells["key"].head(5)]
    for key in keys:
        pd.testing.assert_frame_equal(behind(rows, key), behind(view, key))
    for nodes in ("people", "countries"):
        drawn = network(view, nodes)
        for key in (*drawn.edges["key"].head(6), *drawn.nodes["key"].head(4)):
            pd.testing.assert_frame_equal(behind(rows, key, nodes), behind(view, key, nodes))


def test_a_view_table_is_not_changed_by_being_counted():
    view = prepared(_TABLES["hand-written"])
    before = view.copy()
    for draw in (lanes, counts, network, matrix):
        draw(view)
    pd.testing.assert_frame_equal(view, before)
