"""Corrections laid over a stock, of which only their articles are read, give what they give laid over all tables."""
import gc
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.corpus import open_corpus
from analysis.corrections import lay_over, making, replay
from analysis.views import Selection, Stock, select, tally
from pages.parts.laid import corrected
from tests.corpus.batches import fill
from tests.corrections import acts
from tests.corrections.test_replay import logs
from tests.tables_fixture import small_tables

TABLES = small_tables()
STOCK = Stock.of_tables(TABLES)
SELECTIONS = (Selection(), Selection(reviewed="all"), Selection(reviewed="reviewed"), Selection(countries=("DZA",), reviewed="all"),
              Selection(people=("helene-marchais", "neu-b")), Selection(first=date(2024, 5, 1)), Selection(text="Marchais"), Selection(text="diplomates"),
              Selection(min_confidence=.9), Selection(search="Pékin"))
SEVERAL = (
    acts.reject(TABLES, "s02"), acts.edit(TABLES, "s14", act="accuse"), acts.set_dates(TABLES, "a3", first=date(2024, 5, 2)), acts.set_dates(TABLES, "a1"),
    acts.add(TABLES, "a4", "Pékin", source_id="CHN", target_id="JPN", act="praise"), acts.merge(TABLES, "DZA", "DZA-ministere-affaires-etrangeres"),
    acts.split(TABLES, "helene-marchais", ("a2",), actor_id="neu-b", name="Neu", country="DEU", kind="person"),
    making.correct_actor("Ada", acts.actor(TABLES, "aloys-verne"), {"country": "DZA"}))


def same(stock: Stock, corrections) -> None:
    found = corrected(stock, corrections)
    laid, overlay = found.stock, found.overlay
    expected = lay_over(TABLES, replay(corrections, TABLES))
    assert overlay.unfit == replay(corrections, TABLES).unfit
    for selection in SELECTIONS:
        rows = laid.rows(selection)
        wanted = select(expected, selection)
        pd.testing.assert_frame_equal(rows.frame(), wanted)
        for columns in (["source_id", "act"], ["source_country", "target_country"], ["day_first", "dated"], ["voice", "source"]):
            counted = [sorted(map(str, tally(view, columns).itertuples(index=False))) for view in (rows, wanted)]
            assert counted[0] == counted[1]


@settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(logs())
def test_any_log_over_tables_in_memory(log):
    same(STOCK, tuple(log))


@pytest.mark.parametrize("number", range(len(SEVERAL) + 1))
def test_each_kind_alone_and_all_together(number):
    same(STOCK, SEVERAL[number:number + 1] or SEVERAL)


def test_over_a_corpus_whose_other_rows_stay_on_disk(tmp_path):
    fill(tmp_path, "a1", "a2", "a3", "a4")
    corpus = open_corpus(tmp_path)

    def whole():
        raise AssertionError("all tables were read")

    stock = Stock.of_parts(corpus.files(), lambda: None, whole)
    same(stock, SEVERAL)
    laid = corrected(stock, SEVERAL).stock
    read = laid.article("a3")
    assert read.articles["published_first"][0] == pd.Timestamp(2024, 5, 2)
    assert "DZA-ministere-affaires-etrangeres" not in set(read.stances["source_id"])
    assert set(laid.article("a1").stances["review"]) == {"", "rejected"}
    assert len(laid.rows(Selection(reviewed="all")).called("s14").frame()) == 1
    assert len(stock.rows()) == 25


def test_a_layer_that_nobody_looks_at_goes():
    def schemas() -> int:
        return STOCK.one("select count(*) from duckdb_schemas() where schema_name like 'layer_%'")

    before, laid = schemas(), corrected(STOCK, SEVERAL).stock
    named = laid.named(lambda actor, name: name)
    assert schemas() == before + 1
    del laid
    gc.collect()
    assert len(named.rows(Selection(reviewed="all"))) == 26
    del named
    gc.collect()
    assert schemas() == before


def test_a_layer_goes_over_no_other():
    laid = corrected(STOCK, SEVERAL).stock
    with pytest.raises(ValueError):
        corrected(laid, SEVERAL)
