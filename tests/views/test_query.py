"""Selection ↔ URL parameters, and what is refused."""
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.acts import MODALITIES, VOICES
from analysis.views import NEGATION, REVIEWED, SIDES, STANDARD, Selection, active, chosen_fields, from_query, options, to_query, without
from tests.tables_fixture import small_tables as hand_written

_OPTIONS = options(hand_written())


def _some(values):
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


_SELECTIONS = st.builds(
    Selection, countries=_some([choice.id for choice in _OPTIONS.countries]),
    people=_some([choice.id for choice in _OPTIONS.people]), acts=_some([choice.id for choice in _OPTIONS.acts]),
    signs=_some([1, 0, -1]), voices=_some(list(VOICES)), side=st.sampled_from(SIDES),
    first=st.none() | st.dates(date(2020, 1, 1), date(2021, 1, 1)), last=st.none() | st.dates(date(2022, 1, 1)),
    min_confidence=st.sampled_from([0.0, .25, STANDARD.min_confidence, .7, 1.0]), outlets=_some(["Agence témoin", "Le Courrier d'essai"]),
    text=st.sampled_from(["", "expulsé", "a&b=c"]), reviewed=st.sampled_from(REVIEWED),
    modalities=_some(list(MODALITIES)), negation=st.sampled_from(NEGATION))


@given(_SELECTIONS)
@settings(max_examples=100, deadline=None)
def test_a_selection_survives_the_url(selection):
    assert from_query(to_query(selection), _OPTIONS) == (selection, [])


@pytest.mark.parametrize("params,refused", [
    ({"country": "ZZZ"}, ["country=ZZZ"]),
    ({"country": ["RUS", "<b>"]}, ["country=<b>"]),
    ({"first": "demain"}, ["first=demain"]),
    ({"first": "2024-05-01", "last": "2024-04-01"}, ["first=2024-05-01 after last=2024-04-01"]),
    ({"sign": "-1"}, ["sign=-1"]),
    ({"side": "above"}, ["side=above"]),
    ({"confidence": "nan"}, ["confidence=nan"]),
    ({"confidence": "2"}, ["confidence=2"]),
    ({"person": "x" * 500}, ["person=" + "x" * 73]),
    ({"embed": "true"}, []),
])
def test_refused_values_are_named_and_not_obeyed(params, refused):
    selection, named = from_query(params, _OPTIONS)
    assert named == refused
    assert selection == replace(STANDARD, countries=("RUS",) if "RUS" in params.get("country", ()) else ())


def test_what_the_app_begins_with_writes_nothing():
    assert to_query(STANDARD) == {}
    assert from_query({}, _OPTIONS) == (STANDARD, [])
    assert active(STANDARD) == ["min_confidence"] and chosen_fields(STANDARD) == []


def test_showing_the_least_sure_is_written():
    assert to_query(Selection()) == {"confidence": ["0"]}
    assert active(Selection()) == chosen_fields(Selection()) == []


def test_side_counts_as_a_filter_only_beside_an_actor():
    assert active(Selection(side="from")) == []
    assert active(Selection(side="from", countries=("FRA",))) == ["countries", "side"]
    assert without(Selection(countries=("FRA",), side="from"), "countries") == Selection(side="from")


def test_an_unknown_side_is_an_error():
    with pytest.raises(ValueError, match="side is one of"):
        Selection(side="above")
