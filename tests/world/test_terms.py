"""Who held an office in a window, on terms made for the test."""
from datetime import date

import pytest

from analysis.world.records import Office, Term
from analysis.world.terms import candidates, is_shared, overlaps, role_name, surely_holds


def term(person, first, last, sure_first=None, sure_last=None, office="president"):
    first, last = (date.fromisoformat(day) if day else None for day in (first, last))
    sure_first = date.fromisoformat(sure_first) if sure_first else first
    sure_last = date.fromisoformat(sure_last) if sure_last else last
    return Term(person, office, "FRA", first, last, sure_first, sure_last, "day", "")


MAY_2017 = [term("hollande", "2012-05-15", "2017-05-14"), term("macron", "2017-05-14", None)]
COARSE = [term("a", "2019-01-01", None, sure_first="2019-12-31")]
TWICE = [term("b", "2010-01-01", "2014-12-31"), term("b", "2015-01-01", "2018-06-30")]


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize("terms, first, last, sure", [
    (MAY_2017[1:], "2018-03-26", "2018-03-26", True),
    (MAY_2017[1:], "2017-05-01", "2017-05-31", False),  # took office inside the window
    (MAY_2017[:1], "2017-05-13", "2017-05-15", False),  # left office inside the window
    (COARSE, "2020-01-01", "2020-01-31", True),
    (COARSE, "2019-06-01", "2019-06-01", False),  # began some day of 2019
    (TWICE, "2014-12-01", "2015-01-31", True),  # one term follows the other
    (TWICE, "2018-06-01", "2018-07-31", False),
    ([], "2018-01-01", "2018-01-01", False),
])
def test_surely_holds_covers_every_day_of_the_window(terms, first, last, sure):
    assert surely_holds(terms, day(first), day(last)) is sure


@pytest.mark.parametrize("first, last, people", [
    ("2017-05-13", "2017-05-13", ["hollande"]),
    ("2017-05-14", "2017-05-14", ["hollande", "macron"]),
    ("2017-05-01", "2017-05-31", ["hollande", "macron"]),
    ("2011-01-01", "2011-12-31", []),
])
def test_overlaps_takes_the_widest_reading(first, last, people):
    assert [known.person_id for known in MAY_2017 if overlaps(known, day(first), day(last))] == people


HEAD = (Office("chef-etat", "chef de l'État", ("chef de l'État",), (), False, stands_for=("president", "roi")),)


@pytest.mark.parametrize("office_id, rows, found", [
    ("chef-etat", HEAD, ["macron"]),
    ("president", (), ["macron"]),
    ("roi", (), []),
])
def test_a_wording_that_stands_for_several_offices_takes_the_first_that_is_held(office_id, rows, found):
    terms = {("president", "FRA"): MAY_2017}
    held = candidates(rows, office_id, "FRA", day("2020-01-01"), day("2020-01-01"), terms)
    assert [known.person_id for known in held] == found


ROWS = (Office("ministre-affaires-etrangeres", "ministre des Affaires étrangères", (), (), False, "ministre des Affaires étrangères"),
        Office("ministre-affaires-etrangeres", "secrétaire d'État", (), ("USA",), False, "secrétaire d'État", ("CHN",)),
        Office("premier-ministre", "Premier ministre", (), (), False, "Première ministre", ("*",)))


@pytest.mark.parametrize("rows, country, gender, role", [
    (ROWS[:2], "USA", "m", "secrétaire d'État"),
    (ROWS[:2], "RUS", "m", "ministre des Affaires étrangères"),
    (ROWS[2:], "GBR", "f", "Première ministre"),
    (ROWS[1:2], "RUS", "m", "secrétaire d'État"),
])
def test_role_name_prefers_the_row_made_for_the_state(rows, country, gender, role):
    assert role_name(rows, country, gender) == role


@pytest.mark.parametrize("rows, country, shared", [(ROWS[:2], "CHN", True), (ROWS[:2], "RUS", False), (ROWS[2:], "RUS", True)])
def test_is_shared_per_state_or_everywhere(rows, country, shared):
    assert is_shared(rows, country) is shared
