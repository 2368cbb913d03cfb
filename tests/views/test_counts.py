"""Counts in time."""
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.tables import empty_tables
from analysis.views import UNITS, Selection, behind, counts, prepared, select
from analysis.views.counts import bin_key, undated_key
from analysis.views.selection import SIGN_NAMES
from analysis.views.spans import fitting_unit, period_unit
from tests.tables_fixture import make_tables as random_tables

_VIEW = prepared(random_tables(200, seed=11, countries=5, people=5, days=300))


@given(st.sets(st.integers(0, 199), max_size=80), st.sampled_from(("auto", *UNITS)))
@settings(max_examples=60, deadline=None)
def test_counts_sum_to_rows(places, unit):
    view = _VIEW.iloc[sorted(places)]
    counted = counts(view, unit)
    assert counted.bins["total"].sum() + sum(counted.undated.values()) == len(view)
    assert counted.wider + counted.unknown == sum(counted.undated.values())
    for sign, name in SIGN_NAMES.items():
        assert counted.bins[name].sum() + counted.undated[name] == (view["sign"] == sign).sum()


@given(st.sets(st.integers(0, 199), min_size=2, max_size=60), st.sampled_from(UNITS))
@settings(max_examples=40, deadline=None)
def test_bins_have_no_gap_and_do_not_overlap(places, unit):
    bins = counts(_VIEW.iloc[sorted(places)], unit).bins
    following = bins["first"].iloc[1:].reset_index(drop=True)
    assert (following == bins["last"].iloc[:-1].reset_index(drop=True) + pd.Timedelta(days=1)).all()


@pytest.mark.parametrize("first,last,unit", [
    ("2024-01-01", "2024-01-31", "day"), ("2024-01-01", "2024-02-14", "day"), ("2024-01-01", "2024-02-15", "week"),
    ("2024-01-01", "2025-02-03", "week"), ("2024-01-01", "2025-02-04", "month"), ("1980-01-01", "2024-01-01", "year")])
def test_unit_follows_the_period(first, last, unit):
    assert period_unit(pd.Timestamp(first), pd.Timestamp(last)) == unit


def test_a_month_is_counted_as_a_month_never_as_a_day(small_tables):
    april = select(small_tables, Selection(first=date(2024, 4, 1), last=date(2024, 4, 30)))
    assert len(april) == 5
    assert counts(april, "day").bins["total"].sum() == 0
    assert counts(april, "day").wider == 5
    assert fitting_unit(april) == "month"
    assert counts(april).bins["total"].tolist() == [5]


def test_balance():
    bins = counts(_VIEW, "year").bins
    assert (bins["balance"] == (bins["cooperative"] - bins["conflictual"]) / bins["total"]).all()
    assert bins["balance"].between(-1, 1).all()


@pytest.mark.parametrize("unit", UNITS)
def test_bars_find_their_rows(unit):
    counted = counts(_VIEW, unit)
    for row in counted.bins[counted.bins["total"] > 0].head(20).itertuples():
        for sign, name in SIGN_NAMES.items():
            assert len(behind(_VIEW, bin_key(counted, row.first, row.last, sign))) == getattr(row, name)
    for sign, name in SIGN_NAMES.items():
        assert len(behind(_VIEW, undated_key(counted, sign))) == counted.undated[name]


def test_nothing_to_count():
    counted = counts(prepared(empty_tables()))
    assert len(counted.bins) == 0 and sum(counted.undated.values()) == 0


def test_an_unknown_unit_is_an_error():
    with pytest.raises(ValueError, match="unit is auto"):
        counts(_VIEW, "decade")
