"""After the first import the app opens with one's own articles, says so, and offers the examples back."""
import pytest
import streamlit as st

from analysis.corpus import MANIFEST
from analysis.examples import SEEDS
from pages.parts import data
from pages.parts.layout import PAGES
from tests.pages.test_every_page import texts, url


@pytest.fixture
def imported(corpus, monkeypatch, tmp_path, small_tables, make_tables):
    """An imported corpus beside the app (seven stances), and the seeds (25)."""
    own = tmp_path / "corpus"
    own.mkdir()
    (own / MANIFEST).write_text("{}")
    (tmp_path / "seeds").symlink_to(SEEDS)
    monkeypatch.delenv("HOMOLOGUE_CORPUS", raising=False)
    monkeypatch.setattr(data, "_ROOT", tmp_path)
    tables = {own: make_tables(7, seed=1)}
    monkeypatch.setattr(data, "read_tables", lambda folder, progress: (tables.get(folder, small_tables), ()))
    st.cache_resource.clear()
    return own


@pytest.mark.parametrize("name", PAGES)
def test_the_examples_are_a_switch_away_on_every_page(imported, open_app, name):
    app = open_app(name)
    assert "25 stances" not in texts(app)
    app.button_group(key="shown_switch").set_value("seeds").run()
    assert not app.exception
    assert "25 stances" in texts(app) and url(app)["shown"] == ["seeds"]
    app.button_group(key="shown_switch").set_value("own").run()
    assert "25 stances" not in texts(app) and "shown" not in app.query_params


def test_the_overview_says_whose_articles_these_are(imported, open_app):
    assert "articles you imported" in texts(open_app("overview"))
    assert "articles you imported" not in texts(open_app("overview", shown="seeds"))


def test_the_choice_goes_along_to_another_page(imported, open_app):
    app = open_app("overview", shown="seeds")
    app.switch_page(PAGES["stances"]).run()
    assert "25 stances" in texts(app)


def test_before_an_import_there_is_nothing_to_choose(open_app):
    assert not [group for group in open_app("overview", shown="seeds").button_group if group.key == "shown_switch"]
