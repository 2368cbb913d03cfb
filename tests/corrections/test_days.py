"""Days as analysts type them."""
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corrections import parse_days, write_days


@pytest.mark.parametrize(("text", "first", "last", "precision"), [
    ("2024-05-06", (2024, 5, 6), (2024, 5, 6), "day"), ("06/05/2024", (2024, 5, 6), (2024, 5, 6), "day"),
    ("2024-02", (2024, 2, 1), (2024, 2, 29), "month"), ("2/2023", (2023, 2, 1), (2023, 2, 28), "month"),
    ("2024", (2024, 1, 1), (2024, 12, 31), "year"), ("2024-05-06 .. 2024-05-09", (2024, 5, 6), (2024, 5, 9), "span"),
    ("2024-05 – 2024-06", (2024, 5, 1), (2024, 6, 30), "span"), ("6/5/2024 au 9/5/2024", (2024, 5, 6), (2024, 5, 9), "span"),
])
def test_what_is_typed(text, first, last, precision):
    assert parse_days(text) == (date(*first), date(*last), precision)


@pytest.mark.parametrize("text", ["lundi", "2024-13", "31/02/2024", "2024-05-09 .. 2024-05-06", "a .. b .. c", "0000"])
def test_what_is_no_day(text):
    with pytest.raises(ValueError):
        parse_days(text)


@pytest.mark.parametrize("text", ["", "?", "  "])
def test_not_known(text):
    assert parse_days(text) == (None, None, "")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 800))
def test_what_is_written_is_read_back(first, days):
    last = first + timedelta(days)
    assert parse_days(write_days(first, last))[:2] == (first, last)
