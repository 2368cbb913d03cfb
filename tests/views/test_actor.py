"""One actor: its rows, partners, voices, acts, balance over time, and two compared."""
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import world
from analysis.tables import empty_tables
from analysis.views import (
    actors_in, actors_of, acts, behind, course, differences, meetings_of, members, office_holders, panels_of, partners,
    prepared, rows_of, tally_of, terms_of, voices)
from tests.tables_fixture import make_tables as random_tables

_TABLES = random_tables(300, seed=8, countries=6, people=9)
_VIEW = prepared(_TABLES)
_ACTORS = actors_of(_TABLES, _VIEW)


@pytest.fixture(scope="module")
def view(small_tables):
    return prepared(small_tables)


@pytest.fixture(scope="module")
def known(small_tables, view):
    return {actor.id: actor for actor in actors_of(small_tables, view)}


def test_those_with_most_stances_come_first(known):
    numbers = [actor.stances for actor in known.values()]
    assert numbers == sorted(numbers, reverse=True)
    assert next(iter(known)) == "FRA" and known["FRA"].stances == 16


@pytest.mark.parametrize(("actor", "level", "label", "country"), [
    ("FRA", "countries", "France", ""), ("ONU", "countries", "ONU", ""),
    ("helene-marchais", "people", "Hélène Marchais", "France"),
    ("CHN-ministre-defense", "people", "ministre de la Défense (Chine)", "Chine"),
    ("aloys-verne", "people", "Aloys Verne", ""),
    ("DZA-ministere-affaires-etrangeres", "people", "ministère algérien des Affaires étrangères", "Algérie"),
])
def test_who_it_is(known, actor, level, label, country):
    found = known[actor]
    assert (found.level, found.label, found.country_label) == (level, label, country)


def test_a_country_that_only_its_people_name_is_an_actor(small_tables):
    actors = small_tables.actors[small_tables.actors["actor_id"] != "CHN"]
    tables = type(small_tables)(**{**vars(small_tables), "actors": actors})
    china = next(actor for actor in actors_of(tables) if actor.id == "CHN")
    assert (china.label, china.level, china.stances) == ("Chine", "countries", 6)


@given(st.sampled_from(_ACTORS), st.sampled_from(["people", "countries"]), st.integers(1, 15))
@settings(max_examples=40, deadline=None)
def test_every_stance_of_an_actor_is_in_a_bar_or_said_to_be_left_out(actor, by, most):
    rows = rows_of(_VIEW, actor)
    tally = tally_of(rows, actor)
    assert len(rows) == actor.stances == tally.given + tally.received + tally.meetings + tally.within
    bars = partners(rows, actor, by, most)
    assert bars.cells["count"].sum() + sum(bars.left_out.values()) == len(rows)
    for cell in bars.cells.itertuples():
        assert len(behind(rows, cell.key)) == cell.count
    for other in (voices(rows, actor), acts(rows, panels_of(actor))):
        for cell in other.cells.itertuples():
            assert len(behind(_VIEW, cell.key)) == cell.count
    said = voices(rows, actor)
    assert said.cells["count"].sum() + sum(said.left_out.values()) == len(rows)


def test_partners_in_both_directions_and_meetings(view, known):
    bars = partners(view, known["FRA"], "countries")
    cells = {(bars.panels[cell.panel].way, cell.row, cell.sign): cell.count for cell in bars.cells.itertuples()}
    assert cells["given", "RUS", -1] == 2 and cells["received", "RUS", -1] == 2
    assert cells["received", "MAR", 1] == 3 and cells["meetings", "MAR", 0] == 1
    assert bars.left_out == {"no target": 1}
    assert bars.rows["id"].tolist()[0] == "MAR"


def test_voices_of_what_others_do(view, known):
    bars = voices(view, known["FRA"])
    heard = {(cell.row, cell.sign): cell.count for cell in bars.cells.itertuples() if cell.panel == 1}
    assert heard["direct", -1] == 1 and heard["reported", 1] == 2 and heard["narrated", 0] == 1


def test_shares_of_a_panel_make_one(view, known):
    bars = acts(view, (*panels_of(known["FRA"], ("given",)), *panels_of(known["MAR"], ("given",))), shares=True)
    assert bars.shares
    assert bars.cells.groupby("panel")["share"].sum().tolist() == pytest.approx([1, 1])


@pytest.mark.parametrize("unit", ["auto", "month", "year"])
def test_a_course_counts_what_it_does_not_leave_out(unit):
    actor = _ACTORS[0]
    lines = panels_of(actor)[:2]
    found = course(_VIEW, lines, unit)
    tally = tally_of(rows_of(_VIEW, actor), actor)
    assert found.points["total"].sum() + sum(found.left_out.values()) == tally.given + tally.received
    for row in found.points.itertuples():
        rows = behind(_VIEW, row.key)
        assert len(rows) == row.total and rows["sign"].mean() == pytest.approx(row.balance)


def test_an_unknown_unit_is_an_error():
    with pytest.raises(ValueError, match="unit is auto"):
        course(_VIEW, panels_of(_ACTORS[0]), "hour")


@pytest.mark.parametrize("by", ["people", "countries"])
def test_partners_in_common_the_widest_gap_first(by):
    one, other = [actor for actor in _ACTORS if actor.level == "countries"][:2]
    found = differences(_VIEW, one, other, by)
    assert len(found.rows) > 3 and found.rows["gap"].is_monotonic_decreasing
    total = sum(tally_of(rows_of(_VIEW, actor), actor).given for actor in (one, other))
    assert found.points["total"].sum() + sum(found.left_out.values()) == total
    for point in found.points.itertuples():
        rows = behind(_VIEW, point.key)
        assert len(rows) == point.total and rows["sign"].mean() == pytest.approx(point.balance)


def test_differences_of_the_small_corpus(view, known):
    found = differences(view, known["FRA"], known["MAR"])
    assert found.rows["label"].tolist() == ["Algérie"]
    assert found.points["balance"].tolist() == [0, -1]


def test_nothing_in_common(view, known):
    found = differences(view, known["aloys-verne"], known["ONU"])
    assert found.points.empty and found.rows.empty and found.left_out["not common"] == 3


def test_meetings_the_latest_first(view, known):
    met = meetings_of(view, known["RUS"])
    assert met["stance_id"].tolist() == ["s18"]
    assert meetings_of(view, known["ONU"])["stance_id"].tolist() == ["s24"]


def test_members_and_office_holders_of_a_country(small_tables, view, known):
    assert members(small_tables, known["DZA"]) == ("DZA", "DZA-ministere-affaires-etrangeres")
    assert members(small_tables, known["youri-belkine"]) == ("youri-belkine",)
    holders = office_holders(small_tables, view, known["CHN"])
    assert holders[["id", "stances", "mentions"]].values.tolist() == [["CHN-ministre-defense", 2, 0]]


def test_no_tables_no_actors():
    assert actors_of(empty_tables()) == ()
    assert actors_in(empty_tables(), "a1").empty


def test_terms_with_the_precision_of_their_days():
    lavrov = terms_of("serguei-lavrov")
    assert lavrov[0].office == "ministre des Affaires étrangères" and lavrov[0].last is None
    assert lavrov[0].first[0] == lavrov[0].first[1] and lavrov[0].precision == "day"
    assert terms_of("aloys-verne") == ()


def test_a_term_known_by_its_year_spans_it():
    coarse = next(term for person in world.people() for term in terms_of(person) if term.precision == "year" and term.first)
    assert (coarse.first[0].month, coarse.first[0].day) == (1, 1)
    assert (coarse.first[1].month, coarse.first[1].day) == (12, 31)
