"""Numbers, days and counts in words."""
from datetime import date

import pandas as pd
import pytest

from analysis.charts.wording import (
    act_text, balance_text, day_text, left_out_text, number_text, signs_text, span_text, stances_text)
from analysis.charts.words import WORDS, worded

_FRENCH = worded({
    "number.decimal": ",", "number.thousands": "\u202f", "date.first_of_month": "1er", "date.span": "du {first} au {last}",
    "months": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"})


@pytest.mark.parametrize("first,last,english,french", [
    ("2024-03-04", "2024-03-04", "4 March 2024", "4 mars 2024"),
    ("2024-04-01", "2024-04-01", "1 April 2024", "1er avril 2024"),
    ("2024-04-01", "2024-04-30", "April 2024", "avril 2024"),
    ("2024-02-01", "2024-02-29", "February 2024", "février 2024"),
    ("2023-02-01", "2023-02-27", "1 February 2023 – 27 February 2023", "du 1er février 2023 au 27 février 2023"),
    ("2014-01-01", "2014-12-31", "2014", "2014"),
    ("2014-01-01", "2015-12-31", "1 January 2014 – 31 December 2015", "du 1er janvier 2014 au 31 décembre 2015"),
    (None, None, "day unknown", "day unknown"),
])
def test_spans_say_no_more_than_is_known(first, last, english, french):
    days = [date.fromisoformat(day) if day else pd.NaT for day in (first, last)]
    assert span_text(*days, worded(None)) == english
    assert span_text(*days, _FRENCH) == french
    if first:
        assert span_text(pd.Timestamp(first), pd.Timestamp(last), worded(None)) == english


@pytest.mark.parametrize("value,decimals,english,french", [
    (0, 0, "0", "0"), (1234, 0, "1,234", "1\u202f234"), (-1234.5, 1, "−1,234.5", "−1\u202f234,5")])
def test_numbers(value, decimals, english, french):
    assert number_text(value, worded(None), decimals) == english
    assert number_text(value, _FRENCH, decimals) == french


@pytest.mark.parametrize("value,expected", [
    (1.0, "+1"), (-1.0, "−1"), (0.0, "0"), (0.666, "+0.67"), (-0.001, "0"), (float("nan"), "")])
def test_balances(value, expected):
    assert balance_text(value, worded(None)) == expected


def test_counts_and_what_is_left_out():
    words = worded(None)
    assert (stances_text(1, words), stances_text(1200, words)) == ("1 stance", "1,200 stances")
    assert signs_text({"cooperative": 2}, words) == "2 cooperative, 0 neutral, 0 conflictual"
    assert left_out_text({"undated": 2, "within": 0}, words) == "Not drawn: 2 without a known day."
    assert left_out_text({}, words) == ""
    assert act_text("support", True, words) == "not: supports"
    assert act_text("unheard-of", False, words) == "unheard-of"


def test_texts_of_the_caller_come_first():
    assert worded({"empty": "Rien."})["empty"] == "Rien."
    assert worded({"empty": "Rien."})["balance"] == WORDS["balance"]


def test_day_text():
    assert day_text(date(2022, 10, 26), worded(None)) == "26 October 2022"
