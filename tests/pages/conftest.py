"""A page of the real app in Streamlit's own test runner, over the invented tables."""
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analysis import kept
from analysis.tables import Tables, empty_tables
from pages.parts import data
from pages.parts.layout import PAGES, TOOLS

ROOT = Path(__file__).resolve().parents[2]
REJECTED = (("vide.txt", "the file is empty"), ("![x](http://a.example/x.png).txt", "not text"))


@contextmanager
def own_main() -> Iterator[None]:
    """Streamlit puts the page that it runs in the place of the module ``__main__`` and leaves it there; the processes that later
    tests start with ``multiprocessing`` would begin by running that page."""
    main = sys.modules["__main__"]
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@pytest.fixture(autouse=True)
def main_as_it_was():
    with own_main():
        yield


@pytest.fixture(autouse=True)
def settings_folder(monkeypatch, tmp_path_factory) -> Path:
    """A settings folder of the test's own, in which the tour was seen."""
    folder = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv(kept.VARIABLE, str(folder))
    kept.note_tour_seen()
    return folder


@pytest.fixture
def corpus(monkeypatch, small_tables):
    """``corpus(tables)`` makes the pages read these tables; the invented ones where none are given."""
    def use(tables: Tables = small_tables, rejected=REJECTED) -> None:
        st.cache_resource.clear()
        st.cache_data.clear()
        monkeypatch.setattr(data, "read_tables", lambda folder, progress: (tables, rejected))

    use()
    yield use
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def open_app(corpus):
    """``open_app("timeline", country="RUS")`` → the page as it stands after its first run, with that URL."""
    def open_page(name: str, **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20)
        app.query_params.update(query)
        if name != "overview":
            app.switch_page((PAGES | TOOLS)[name])
        app.run()
        assert not app.exception, app.exception
        return app

    return open_page


@pytest.fixture
def empty_corpus(corpus):
    """The pages over a corpus in which nothing was found."""
    corpus(empty_tables(), ())
