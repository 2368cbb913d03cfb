"""What one session filters, uploads or corrects never shows in another's, whatever the functions cached for all hold.

Each function of the pages under ``st.cache_data`` or ``st.cache_resource`` has a line in CASES, or the first test fails. Of
each: what a second session sees after a first one filtered and corrected is what it would see alone, to the last byte of
every element; and what the first sees after the second came is what it saw before.
"""
import ast
import importlib
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1.element_tree import Dataframe

from analysis.corrections import append, as_bytes, log_file
from pages.parts import data, ledger
from tests.corrections import acts
from tests.tables_fixture import make_tables, small_tables
from tests.pages.test_every_page import texts

ROOT = Path(__file__).resolve().parents[2]
TABLES = small_tables()
CACHES = {"st.cache_data", "st.cache_resource"}


@dataclass(frozen=True)
class Case:
    """A page that calls the cached function, what the function calls when it is not answered from the cache, the first
    session's address, and what both addresses have in common."""

    page: str
    calls: str
    first: dict = field(default_factory=lambda: {"country": "MAR"})
    both: dict = field(default_factory=dict)


NETWORK = {"mode": "two"}, {"mode": "play"}
CASES = {
    "accounts._cases": Case("accounts", "encounters"),
    "ledger._log": Case("corrections", "read_log"),
    "data._reading": Case("overview", "read_own", {"examples": "off"}),
    "data._corpus": Case("overview", "options", {"lang": "fr"}),
    "data._rows": Case("stances", "_rows"),
    "data._hidden": Case("stances", "hidden_by_confidence"),
    "once._once": Case("actor", "_once"),
    "once._rows_once": Case("actor", "_rows_once"),
    "charts._drawing": Case("timeline", "add_events"),
    "movers._movers": Case("overview", "movers"),
    "profile._actors": Case("actor", "actors_of"),
    "graphs._network": Case("network", "network"),
    "graphs._figure": Case("network", "network_figure"),
    "graphs._part_figure": Case("network", "network_figure", both=NETWORK[0]),
    "graphs._stages": Case("network", "stages", both=NETWORK[0]),
    "graphs._play": Case("network", "play_figure", both=NETWORK[1]),
}
# What takes nothing of a session's: a test of its own says why.
APART = {"data._fetch_fault": "test_an_address_that_one_session_asks_for_is_not_anothers"}


def cached_functions() -> set[str]:
    """The functions of the pages that Streamlit caches for all sessions, as room.name."""
    found = set()
    for path in [ROOT / "app.py", *(ROOT / "pages").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            marks = [mark.func if isinstance(mark, ast.Call) else mark for mark in getattr(node, "decorator_list", [])]
            if CACHES & {ast.unparse(mark) for mark in marks}:
                found.add(f"{path.stem}.{node.name}")
    return found


def test_every_cached_function_has_its_case():
    assert cached_functions() == {*CASES, *APART}
    assert set(APART.values()) <= set(globals())


def test_caches_are_named_in_one_way_only():
    """So that none is overlooked: no other name for Streamlit's caches, and none used but as a decorator."""
    for path in [ROOT / "app.py", *(ROOT / "pages").rglob("*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in ("cache_data", "cache_resource")]
        marks = [node for each in ast.walk(tree) for node in getattr(each, "decorator_list", [])]
        assert len(named) == len([mark for mark in marks if CACHES & {ast.unparse(mark.func if isinstance(mark, ast.Call) else mark)}]), path
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("streamlit")
                    and any("cache" in alias.name for alias in node.names)]


def screen(app) -> list[bytes]:
    """Every element of a page, to the last byte; of tables every cell, since Arrow leaves bytes between them as they were, and
    not the number that Streamlit draws for each file yet to be made."""
    return [node.value.to_csv().encode() if isinstance(node, Dataframe) else _message(node.proto)
            for part in (app.main, app.sidebar) for node in part if getattr(node, "proto", None) is not None]


def _message(proto) -> bytes:
    own = type(proto)()
    own.CopyFrom(proto)
    if "deferred_file_id" in own.DESCRIPTOR.fields_by_name:
        own.ClearField("deferred_file_id")
    return own.SerializeToString(deterministic=True)


@pytest.fixture
def session(open_app, monkeypatch):
    """``session(case)`` → a page as a session sees it; ``own``: one that filters, and corrected what it alone keeps."""
    monkeypatch.setattr(data, "read_own", lambda folder, progress: (make_tables(40, seed=3), ()))

    def open_session(case: Case, own: bool):
        app = open_app(case.page, **case.both, **(case.first if own else {}))
        if own:
            app.session_state["corrections_session"] = as_bytes([acts.reject(TABLES, "s01"), acts.accept(TABLES, "s14")])
            app.run()
            assert not app.exception, app.exception
        return app

    return open_session


@pytest.mark.parametrize("name", CASES)
def test_a_session_sees_nothing_of_anothers(session, corpus, monkeypatch, tmp_path, name):
    case, module = CASES[name], importlib.import_module(f"pages.parts.{name.partition('.')[0]}")
    if name == "ledger._log":  # what is saved for all: both see it
        monkeypatch.setenv(ledger.VARIABLE, str(tmp_path))
        append(log_file(tmp_path), acts.reject(TABLES, "s02"))
    alone = screen(session(case, own=False))
    corpus()
    calls, inner = [], getattr(module, case.calls)
    monkeypatch.setattr(module, case.calls, lambda *given, **named: (calls.append(given), inner(*given, **named))[1])
    first = session(case, own=True)
    before = screen(first)
    assert calls, f"{case.page} does not call {name}"
    assert before != alone
    assert screen(session(case, own=False)) == alone
    first.run()
    assert screen(first) == before


def test_an_address_that_one_session_asks_for_is_not_anothers(corpus, monkeypatch):
    """Which corpus is shown is the server's to say; a fault at one address is no fault at the next."""
    monkeypatch.setattr(data, "is_corpus", lambda folder: True)
    monkeypatch.setattr(data, "at_hand", lambda url: (_ for _ in ()).throw(data.CorpusError(url)) if "bad" in url else None)
    assert data._fetch_fault("s3://bad/corpus") == "s3://bad/corpus" and data._fetch_fault("s3://good/corpus") == ""


def test_a_log_with_the_ids_of_anothers_corrections_changes_nothing_there(open_app, monkeypatch, tmp_path):
    """Ids can be copied: a session that takes up a log of its own must not put its verdicts into what others see."""
    saved = acts.reject(TABLES, "s01")
    forged = replace(acts.reject(TABLES, "s02"), id=saved.id)
    attacker = open_app("stances")
    attacker.session_state["corrections_session"] = as_bytes([forged])
    attacker.run()
    assert not attacker.exception
    other = open_app("stances")
    other.session_state["corrections_session"] = as_bytes([saved])
    other.run()
    shown, forged_shown = (app.dataframe[0].value.to_csv() for app in (other, attacker))
    assert shown != forged_shown and "All 24 stances" in texts(other)
    st.cache_resource.clear()
    other.run()
    assert other.dataframe[0].value.to_csv() == shown


def test_events_dropped_in_stay_in_their_session(open_app):
    """As events, so uploads: they are kept under the session's own keys."""
    from analysis.views import read_events

    first = open_app("timeline")
    alone = screen(open_app("timeline"))
    first.session_state["events"] = read_events("date,label\n2024-05-03,Sommet de Tirana\n".encode()).events
    first.run()
    assert "Sommet de Tirana" in texts(first) or "1 event" in str(first.get("expander"))
    assert screen(open_app("timeline")) == alone
