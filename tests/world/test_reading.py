"""Cells and rows → records."""
from datetime import date

import pytest

from analysis.world import reading


@pytest.mark.parametrize("text, first, last", [
    ("2014", date(2014, 1, 1), date(2014, 12, 31)),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
    ("2016-12", date(2016, 12, 1), date(2016, 12, 31)),
    ("2004-03-09", date(2004, 3, 9), date(2004, 3, 9)),
    ("", None, None),
])
def test_bounds_cover_all_that_a_date_can_mean(text, first, last):
    assert reading.bounds(text) == (first, last)


@pytest.mark.parametrize("text", ["mai 2014", "2014-5", "2014-13", "14-05-2014", "2014-02-30"])
def test_bounds_refuse_what_is_no_date(text):
    with pytest.raises(ValueError):
        reading.bounds(text)


@pytest.mark.parametrize("cell, phrases", [
    ("roi|reine", ("roi", "reine")),
    ("{chef/cheffe} de la diplomatie", ("chef de la diplomatie", "cheffe de la diplomatie")),
    ("porte-parole {/adjoint} du gouvernement", ("porte-parole du gouvernement", "porte-parole adjoint du gouvernement")),
    ("{chef/patron} {du FBI/de la CIA}", ("chef du FBI", "chef de la CIA", "patron du FBI", "patron de la CIA")),
    ("roi|roi", ("roi",)),
    ("", ()),
])
def test_phrases_expand_braces_once_each(cell, phrases):
    assert reading.phrases(cell) == phrases


@pytest.mark.parametrize("adjective, noun", [("russe", "Russe"), ("sud-coréen", "Sud-Coréen"), ("érythréen", "Érythréen")])
def test_capitalised_adjective_is_the_noun(adjective, noun):
    assert reading.capitalised(adjective) == noun


def test_a_row_with_too_few_cells_is_refused_by_line(tmp_path):
    broken = tmp_path / "seats.csv"
    broken.write_text("form,actor_id,kind,note\nPékin,CHN,capital,\nKiev,UKR\n", encoding="utf-8")
    with pytest.raises(ValueError, match="seats.csv line 3"):
        reading.rows(broken)


def test_namibia_keeps_its_code(tmp_path):
    path = tmp_path / "countries.csv"
    path.write_text("iso2,name\nNA,Namibie\n", encoding="utf-8")
    assert reading.rows(path) == [{"iso2": "NA", "name": "Namibie"}]


def test_a_term_has_a_wide_and_a_narrow_reading():
    row = dict(person_id="x", office_id="president", country="FRA", start="2014", end="2016-05", precision="year", source="s")
    term = reading.term(row)
    assert (term.first, term.last) == (date(2014, 1, 1), date(2016, 5, 31))
    assert (term.sure_first, term.sure_last) == (date(2014, 12, 31), date(2016, 5, 1))


def test_a_term_without_end_is_still_held():
    row = dict(person_id="x", office_id="president", country="FRA", start="2014-05-14", end="", precision="day", source="s")
    assert reading.term(row).last is None and reading.term(row).sure_last is None


def test_a_person_is_gathered_from_all_rows():
    rows = [dict(person_id="x", name="Anne Martin", aliases=alias, gender="f", country=country, office_id="ministre-defense",
                 start=start, end="", precision="year", wikidata=item, source="s")
            for alias, country, start, item in [("A. Martin", "OTAN", "2020", ""), ("Anna Martin", "NOR", "2016", "Q5")]]
    person = reading.person(rows, frozenset({"NOR"}))
    assert (person.country, person.wikidata, person.aliases) == ("NOR", "Q5", ("A. Martin", "Anna Martin"))
    assert [term.country for term in person.terms] == ["NOR", "OTAN"]
