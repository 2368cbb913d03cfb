"""Rows counted in DuckDB against rows of the view table in memory: both must be the same."""
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.acts import ACTS, MODALITIES, VOICES
from analysis.tables import empty_tables
from analysis.views import NEGATION, REVIEWED, SIDES, Selection, Stock, emptied_by, prepared, select, tally
from tests.tables_fixture import make_tables as random_tables

_TABLES = random_tables(150, seed=7, countries=5, people=8, days=60)
_REVIEWS = (["", "accepted", "", "edited", "rejected", "added"] * 25)
_TABLES = replace(_TABLES, stances=_TABLES.stances.assign(review=pd.Series(_REVIEWS, dtype="str"),
                                                         modality=pd.Series([*MODALITIES] * 50, dtype="str")))
_COPIES = pd.DataFrame({"article_id": [f"a{number}" for number in range(12)],
                        "group_id": [f"a{number - number % 3 or 1}" for number in range(12)]})
_STOCK = Stock.of_tables(_TABLES, lambda: _COPIES)
_ACTORS = list(_TABLES.actors["actor_id"])


def _some(values: list) -> st.SearchStrategy:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


_DAYS = st.none() | st.integers(0, 90).map(lambda days: date(2023, 1, 1) + timedelta(days=days))
_SELECTIONS = st.builds(
    Selection, countries=_some(_ACTORS[:5]), people=_some(_ACTORS[5:]), first=_DAYS, last=_DAYS, acts=_some(list(ACTS)),
    signs=_some([1, 0, -1]), voices=_some(list(VOICES)), side=st.sampled_from(SIDES),
    min_confidence=st.sampled_from([0.0, .3, .8]), outlets=_some(["Journal 0", "Journal 3"]),
    text=st.sampled_from(["", "PHRASE 1", "pays fra", "titre 3", "["]),
    search=st.sampled_from(["", "titre", "titre 1*", '"titre 4 texte"', "absent", "!"]), independent=st.booleans(),
    reviewed=st.sampled_from(REVIEWED), modalities=_some(list(MODALITIES)), negation=st.sampled_from(NEGATION))
_COLUMNS = ("source_id", "target_id", "reporter_id", "source_country", "target_country", "act", "sign", "voice", "modality", "negated", "dated",
            "day_first", "day_last", "mutual", "source", "title", "path", "article_id", "confidence", "start")


@given(_SELECTIONS)
@settings(max_examples=70, deadline=None)
def test_rows_are_those_of_the_view_table(selection):
    expected = select(_TABLES, selection, _COPIES)
    rows = _STOCK.rows(selection)
    assert len(rows) == len(expected)
    pd.testing.assert_frame_equal(rows.frame(), expected)


@given(_SELECTIONS, st.lists(st.sampled_from(_COLUMNS), min_size=1, max_size=3, unique=True))
@settings(max_examples=60, deadline=None)
def test_tallies_are_those_of_the_view_table(selection, columns):
    counted, expected = (tally(view, columns) for view in (_STOCK.rows(selection), select(_TABLES, selection, _COPIES)))
    assert sorted(map(str, counted.itertuples(index=False))) == sorted(map(str, expected.itertuples(index=False)))


@given(_SELECTIONS)
@settings(max_examples=40, deadline=None)
def test_what_empties_a_view_is_the_same(selection):
    if not len(_STOCK.rows(selection)) and not selection.independent:
        assert emptied_by(_STOCK, selection) == emptied_by(_TABLES, selection)


def test_the_invented_tables_give_the_same_view_table(small_tables):
    pd.testing.assert_frame_equal(Stock.of_tables(small_tables).rows().frame(), prepared(small_tables))


def test_an_actor_missing_from_the_table_stands_for_itself(small_tables):
    alone = type(small_tables)(**{**vars(small_tables), "actors": small_tables.actors.iloc[:0]})
    pd.testing.assert_frame_equal(Stock.of_tables(alone).rows().frame(), prepared(alone))


def test_an_empty_stock_has_the_same_columns(small_tables):
    empty = Stock.of_tables(empty_tables()).rows(Selection(countries=("FRA",), independent=True))
    assert len(empty) == 0
    assert dict(empty.frame().dtypes) == dict(prepared(small_tables).dtypes)


def test_only_one_of_near_copies_is_counted(small_tables):
    copies = pd.DataFrame({"article_id": ["a1", "a2"], "group_id": ["a2", "a2"]})
    stock = Stock.of_tables(small_tables, lambda: copies)
    assert set(tally(stock.rows(Selection(independent=True)), ["article_id"])["article_id"]) == {"a2", "a3", "a4"}
    only = stock.rows(Selection(independent=True, acts=("agree",)))
    assert set(only.frame()["article_id"]) == {"a1"}


def test_one_article_with_its_rows(small_tables):
    found = Stock.of_tables(small_tables).article("a2")
    assert list(found.articles["article_id"]) == ["a2"] and set(found.stances["article_id"]) == {"a2"}
    assert Stock.of_tables(small_tables).article("nowhere") is None


def test_names_in_another_language(small_tables):
    stock = Stock.of_tables(small_tables)
    renamed = stock.named(lambda node, name: f"{name}!")
    assert "Maroc!" in set(renamed.rows().frame()["target_name"]) and "Maroc" in set(stock.rows().frame()["target_name"])
    assert "Maroc!" in set(renamed.tables.actors["name"])


def test_a_search_needs_the_articles(small_tables):
    with pytest.raises(ValueError, match="articles"):
        select(prepared(small_tables), Selection(search="Paris"))
