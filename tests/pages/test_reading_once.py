"""A page reads at most once what it needs, and nothing again when it is run again."""
import pytest
import streamlit as st

from analysis.views import Stock
from pages.parts import data
from pages.parts.layout import PAGES


@pytest.fixture
def asked(monkeypatch, corpus, make_tables) -> dict[str, list]:
    """What was asked for: of the reader, of DuckDB, and rows by their places."""
    seen: dict[str, list] = {"reader": [], "queries": [], "rows": []}
    tables = make_tables(400, seed=5)

    def read(folder, progress):
        seen["reader"].append(folder)
        return tables, ()

    def query(self, sql, values=()):
        seen["queries"].append((sql, tuple(map(str, values))))
        return asks(self, sql, values)

    def stances_at(self, places):
        seen["rows"].append(tuple(map(tuple, places[["part", "place"]].to_numpy().tolist())))
        return reads(self, places)

    asks, reads = Stock.query, Stock.stances_at
    st.cache_resource.clear()
    monkeypatch.setattr(data, "read_tables", read)
    monkeypatch.setattr(Stock, "query", query)
    monkeypatch.setattr(Stock, "stances_at", stances_at)
    return seen


def test_all_pages_and_their_runs_read_the_corpus_once(asked, open_app):
    for name in PAGES:
        open_app(name).run()
    assert len(asked["reader"]) == 1


@pytest.mark.parametrize("name", PAGES)
def test_no_row_is_read_twice_for_one_page(asked, open_app, name):
    open_app(name, country="FRA")
    assert len(asked["rows"]) == len(set(asked["rows"]))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_run_again_asks_for_little(asked, open_app, name):
    """What is counted is kept; a run that changes nothing reads the few rows whose sentences it shows, and those once."""
    app = open_app(name, country="FRA")
    first = len(asked["queries"])
    asked["queries"].clear()
    asked["rows"].clear()
    app.run()
    assert len(asked["rows"]) <= 1 and all(len(rows) <= 100 for rows in asked["rows"])
    assert len(asked["queries"]) <= max(3, first * 2 // 5), asked["queries"]
