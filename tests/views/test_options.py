"""What the filters offer."""
from datetime import date

from analysis.tables import empty_tables
from analysis.views import options, select
from analysis.views.names import actor_label, english_name
from analysis.views.selection import Selection


def test_countries_are_named_in_both_languages_and_counted(small_tables):
    found = {choice.id: choice for choice in options(small_tables).countries}
    assert list(found) == ["DZA", "CHN", "FRA", "MAR", "RUS", "ONU"]
    assert (found["RUS"].kind, found["ONU"].kind) == ("country", "organisation")
    assert (found["MAR"].name, found["MAR"].name_en) == ("Maroc", "Morocco")
    for node, choice in found.items():
        assert choice.count == len(select(small_tables, Selection(countries=(node,))))


def test_people_are_grouped_by_country_with_their_office(small_tables):
    groups = options(small_tables).people_by_country()
    assert list(groups) == ["CHN", "FRA", "MAR", "RUS", ""]
    minister = groups["FRA"][0]
    assert (minister.name, minister.role) == ("Hélène Marchais", "ministre des Affaires étrangères")
    assert minister.count == len(select(small_tables, Selection(people=(minister.id,))))
    assert groups["CHN"][0].name == "ministre de la Défense (Chine)"


def test_period_acts_and_undated(small_tables):
    found = options(small_tables)
    assert (found.first, found.last, found.stances, found.undated) == (date(2024, 3, 4), date(2024, 6, 30), 25, 2)
    assert sum(choice.count for choice in found.acts) == 25
    assert sum(choice.count for choice in found.signs) == 25
    assert sum(choice.count for choice in found.voices) == 25


def test_an_empty_corpus_offers_only_the_vocabulary():
    found = options(empty_tables())
    assert found.countries == () and found.people == () and found.first is None
    assert [choice.count for choice in found.acts] == [0] * 20


def test_labels():
    assert actor_label("", "", "", "x") == "x"
    assert english_name("unknown-group", "Groupe inconnu") == "Groupe inconnu"
