"""Marks of a time axis."""
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.ticks import time_ticks
from analysis.charts.words import worded

_WORDS = worded({"months_short": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."})


@given(st.dates(), st.integers(0, 60_000))
def test_some_but_not_too_many(first, days):
    start = pd.Timestamp(first)
    if start.year > 9000:
        return
    ticks = time_ticks(start, start + pd.Timedelta(days=min(days, 300 * 365)), _WORDS)
    assert 1 <= len(ticks) <= 9
    assert [day for day, _ in ticks] == sorted(day for day, _ in ticks)


@pytest.mark.parametrize("first,last,expected", [
    ("2024-03-04", "2024-03-06", [["4 mars", "2024"], ["5 mars"], ["6 mars"]]),
    ("2023-10-20", "2024-03-10", [["nov.", "2023"], ["déc."], ["janv.", "2024"], ["févr."], ["mars"]]),
    ("2014-05-01", "2018-02-01", [["juil.", "2014"], ["janv.", "2015"], ["juil."], ["janv.", "2016"], ["juil."],
                                  ["janv.", "2017"], ["juil."], ["janv.", "2018"]]),
    ("1998-05-01", "2024-02-01", [["2000"], ["2005"], ["2010"], ["2015"], ["2020"]]),
])
def test_texts_in_the_reader_s_language(first, last, expected):
    assert [lines for _, lines in time_ticks(pd.Timestamp(first), pd.Timestamp(last), _WORDS)] == expected
