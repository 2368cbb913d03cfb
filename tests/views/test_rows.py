"""The view table and its filter, against a reading row by row."""
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.acts import ACTS, MODALITIES, VOICES
from analysis.tables import empty_tables
from analysis.views import NEGATION, SIDES, Selection, emptied_by, hidden_by_confidence, options, prepared, select, summary
from tests.tables_fixture import joined, small_tables
from tests.tables_fixture import make_tables as random_tables

_TABLES = random_tables(150, seed=7, countries=5, people=8, days=60)
_TABLES = replace(_TABLES, stances=_TABLES.stances.assign(modality=pd.Series([*MODALITIES] * 50, dtype="str")))
_JOINED = joined(_TABLES)
_VIEW = prepared(_TABLES)


def test_rows_are_in_order_of_day_article_place_and_id():
    stances = _TABLES.stances.assign(start=_TABLES.stances["start"] % 2, first_day=pd.NaT, last_day=pd.NaT).astype(_TABLES.stances.dtypes)
    articles = _TABLES.articles.assign(**{f"published_{edge}": _TABLES.articles[f"published_{edge}"].where(_TABLES.articles.index % 3 > 0)
                                          for edge in ("first", "last")})
    view = prepared(replace(_TABLES, articles=articles, stances=stances.sample(frac=1, random_state=3)))
    order = ["day_first", "day_last", "article_id", "start", "stance_id"]
    assert 0 < view["day_first"].isna().sum() < len(view) and view.duplicated(order[:-1]).any()
    pd.testing.assert_frame_equal(view, view.sort_values(order, kind="stable", na_position="last", ignore_index=True))
    pd.testing.assert_frame_equal(view, prepared(replace(_TABLES, articles=articles, stances=stances)))


def _side_fits(row: dict, source: bool, target: bool, side: str) -> bool:
    mutual = row["act"] == "consult"
    return {"either": source or target, "from": source or (mutual and target),
            "towards": target or (mutual and source)}[side]


def _fits(row: dict, chosen: Selection) -> bool:
    sign = 0 if row["negated"] else row["polarity"]
    if chosen.acts and row["act"] not in chosen.acts or chosen.signs and sign not in chosen.signs:
        return False
    if chosen.voices and row["voice"] not in chosen.voices or row["confidence"] < chosen.min_confidence:
        return False
    if chosen.modalities and row["modality"] not in chosen.modalities:
        return False
    if chosen.negation != "any" and row["negated"] != (chosen.negation == "negated"):
        return False
    if chosen.outlets and row["outlet"] not in chosen.outlets:
        return False
    if chosen.first and (pd.isna(row["day_last"]) or row["day_last"].date() < chosen.first):
        return False
    if chosen.last and (pd.isna(row["day_first"]) or row["day_first"].date() > chosen.last):
        return False
    ends = {end: (row[f"{end}_node"] in chosen.countries, row[f"{end}_id"] in chosen.people)
            for end in ("source", "target")}
    if not chosen.countries and not chosen.people:
        return True
    if chosen.side == "between":
        apart = len(chosen.countries) < 2 or row["source_node"] != row["target_node"] or ends["source"][1] or ends["target"][1]
        return any(ends["source"]) and any(ends["target"]) and apart
    by_field = zip((chosen.countries, chosen.people), zip(ends["source"], ends["target"]))
    return all(_side_fits(row, source, target, chosen.side) for values, (source, target) in by_field if values)


def _some(values: list) -> st.SearchStrategy:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


_DAYS = st.none() | st.integers(0, 90).map(lambda days: date(2023, 1, 1) + timedelta(days=days))
_ACTORS = list(_TABLES.actors["actor_id"])
_SELECTIONS = st.builds(
    Selection, countries=_some(_ACTORS[:5]), people=_some(_ACTORS[5:]), first=_DAYS, last=_DAYS, acts=_some(list(ACTS)),
    signs=_some([1, 0, -1]), voices=_some(list(VOICES)), side=st.sampled_from(SIDES),
    min_confidence=st.sampled_from([0.0, .3, .8]), outlets=_some(["Journal 0", "Journal 3"]),
    modalities=_some(list(MODALITIES)), negation=st.sampled_from(NEGATION))


@given(_SELECTIONS)
@settings(max_examples=150, deadline=None)
def test_select_agrees_with_brute_force(selection):
    expected = {row["stance_id"] for row in _JOINED if _fits(row, selection)}
    assert set(select(_VIEW, selection)["stance_id"]) == expected


@pytest.mark.parametrize(("reviewed", "expected"), [("kept", 24), ("reviewed", 2), ("all", 25)])
def test_what_analysts_rejected_is_hidden_unless_asked_for(reviewed, expected):
    tables = small_tables()
    reviews = tables.stances["stance_id"].map({"s01": "accepted", "s02": "edited", "s03": "rejected"}).fillna("").astype("str")
    tables = replace(tables, stances=tables.stances.assign(review=reviews))
    assert len(select(tables, Selection(reviewed=reviewed))) == expected
    assert options(tables).stances == 24 and summary(tables, select(tables)).all_stances == 24
    assert set(select(small_tables())["review"]) == {""}


@given(_SELECTIONS)
@settings(max_examples=60, deadline=None)
def test_emptied_by_names_filters_that_bring_rows_back(selection):
    if len(select(_VIEW, selection)):
        return
    named = emptied_by(_VIEW, selection)
    for name in named:
        assert getattr(selection, name) != getattr(Selection(), name)


@pytest.mark.parametrize("stance_id,column,expected", [
    ("s01", "source_country", "FRA"),
    ("s01", "target_name", "Nadia El Fassi"),
    ("s08", "target_name", ""),
    ("s08", "sign", 0),
    ("s07", "reporter_name", "ministère algérien des Affaires étrangères"),
    ("s14", "source_name", "ministre de la Défense (Chine)"),
    ("s17", "source_country", "ONU"),
    ("s23", "source_country", "aloys-verne"),
    ("s23", "source_country_name", "Aloys Verne"),
    ("s01", "dated", "text"),
    ("s03", "dated", "publication"),
    ("s24", "dated", ""),
    ("s13", "day_first", pd.Timestamp("2024-03-04")),
    ("s22", "day_last", pd.Timestamp("2024-04-30")),
    ("s01", "source", "Le Courrier d'essai"),
])
def test_view_table_joins(small_tables, stance_id, column, expected):
    view = prepared(small_tables)
    assert view.set_index("stance_id").loc[stance_id, column] == expected


def test_view_table_keeps_every_stance_and_evidence(small_tables):
    view = prepared(small_tables)
    assert sorted(view["stance_id"]) == sorted(small_tables.stances["stance_id"])
    assert set(small_tables.stances.columns) <= set(view.columns)


def test_rows_are_in_order_of_days_unknown_last(small_tables):
    days = prepared(small_tables)["day_first"]
    assert days.dropna().is_monotonic_increasing
    assert days.isna().tolist()[-2:] == [True, True] and days.isna().sum() == 2


def test_an_actor_missing_from_the_table_stands_for_itself(small_tables):
    alone = type(small_tables)(**{**vars(small_tables), "actors": small_tables.actors.iloc[:0]})
    row = prepared(alone).set_index("stance_id").loc["s01"]
    assert (row["source_name"], row["source_country"], row["source_kind"]) == ("helene-marchais", "helene-marchais", "")


def test_empty_tables_have_the_same_columns(small_tables):
    empty = select(empty_tables(), Selection(countries=("FRA",)))
    assert len(empty) == 0
    assert dict(empty.dtypes) == dict(prepared(small_tables).dtypes)


@pytest.mark.parametrize("selection,expected", [
    (Selection(countries=("ONU",), acts=("sanction",)), ["countries", "acts"]),
    (Selection(people=("aloys-verne",), side="towards"), ["people", "side"]),
    (Selection(first=date(2030, 1, 1)), ["first"]),
    (Selection(acts=("assault",), signs=(1,)), ["acts"]),
    (Selection(acts=("assault",), people=("nobody",)), []),
    (Selection(first=date(2030, 1, 1), last=date(2020, 1, 1)), ["first", "last"]),
])
def test_emptied_by(small_tables, selection, expected):
    assert len(select(small_tables, selection)) == 0
    assert sorted(emptied_by(small_tables, selection)) == sorted(expected)


@pytest.mark.parametrize("text,expected", [("EXPULSÉ", ["s13"]), ("verne", ["s23"]), ("(", ["s14", "s18"]), ("[", [])])
def test_text_search_is_literal_and_ignores_case(small_tables, text, expected):
    assert sorted(select(small_tables, Selection(text=text))["stance_id"]) == expected


def test_consult_fits_on_both_sides(small_tables):
    chosen = Selection(people=("nadia-el-fassi",), acts=("consult",))
    for side in ("from", "towards", "either"):
        found = select(small_tables, Selection(people=chosen.people, acts=chosen.acts, side=side))
        assert list(found["stance_id"]) == ["s01"]


def test_what_confidence_alone_hides_is_counted():
    for limit in (0.0, .4, .9):
        expected = sum(row["confidence"] < limit and _fits(row, Selection(countries=("RUS",))) for row in _JOINED)
        assert hidden_by_confidence(_VIEW, Selection(countries=("RUS",), min_confidence=limit)) == expected


def test_between_two_countries_is_not_within_one(small_tables):
    view = prepared(small_tables)
    pair = select(view, Selection(countries=("FRA", "MAR"), side="between"))
    assert len(pair) and (pair["source_country"] != pair["target_country"]).all()
    assert len(select(view, Selection(countries=("FRA", "MAR")))) > len(pair)
