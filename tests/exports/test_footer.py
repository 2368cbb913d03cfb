"""What each export says of itself."""
from datetime import date

import pytest

from analysis.exports import footer
from analysis.views import Selection


@pytest.mark.parametrize("selection,expected", [
    (Selection(), "Filters: none (25 of 25 stances)"),
    (Selection(countries=("ONU", "MAR")), "Filters: country ONU, Maroc (11 of 25 stances)"),
    (Selection(people=("CHN-ministre-defense",), side="from"),
     "Filters: person ministre de la Défense (Chine); side source (2 of 25 stances)"),
    (Selection(signs=(-1,), acts=("accuse",), voices=("reported",)),
     "Filters: act accuses; kind of act conflictual; voice reported (1 of 25 stances)"),
    (Selection(first=date(2024, 4, 1), min_confidence=.75),
     "Filters: from 1 April 2024; confidence at least 0.75 (3 of 25 stances)"),
    (Selection(text="expulsé"), "Filters: words « expulsé » (1 of 25 stances)"),
    (Selection(reviewed="reviewed"), "Filters: reviewed only what an analyst accepted, edited or added (0 of 25 stances)"),
])
def test_filters_in_words(small_tables, selection, expected):
    assert footer(selection, small_tables, "1.0").split("\n")[2] == expected


def test_source_period_and_version(small_tables):
    lines = footer(Selection(), small_tables, "1.2.3").split("\n")
    assert lines[0] == "Source: 4 articles from Agence témoin, Le Courrier d'essai"
    assert lines[1] == "Period: 4 March 2024 – 30 June 2024"
    assert lines[3] == "Homologue 1.2.3"


def test_without_outlet_or_day(small_tables):
    lines = footer(Selection(countries=("ONU",), acts=("consult",)), small_tables, "1.0").split("\n")
    assert lines[:2] == ["Source: 1 article from own files", "Period: day unknown"]


def test_a_filter_cannot_add_lines(small_tables):
    assert footer(Selection(text="a\nb\x00"), small_tables, "1.0").count("\n") == 3
