"""The example dispatches: marked as such, and left out by a switch that the URL and the session remember."""
from dataclasses import replace

import pytest
import streamlit as st

from analysis.examples import SEEDS
from pages.parts import data
from pages.parts.layout import PAGES
from tests.pages.test_every_page import texts, url

EXAMPLE = "examples/2022-03-02-onu-es-11-1.md"


@pytest.fixture
def seeds(corpus, monkeypatch, small_tables, make_tables):
    """The pages over the seeds: the invented tables, of which the first article is an example; without it, others."""
    articles = small_tables.articles.copy()
    articles.loc[articles.index[0], "path"] = EXAMPLE
    monkeypatch.setenv("HOMOLOGUE_CORPUS", str(SEEDS))
    monkeypatch.setattr(data, "read_tables", lambda folder, progress: (replace(small_tables, articles=articles), ()))
    monkeypatch.setattr(data, "read_own", lambda folder, progress: (make_tables(7, seed=1), ()))
    st.cache_resource.clear()
    return articles


@pytest.mark.parametrize("name", PAGES)
def test_the_switch_leaves_them_out_and_brings_them_back(seeds, open_app, name):
    app = open_app(name)
    assert app.toggle(key="examples_switch").value is True
    assert "25 stances" in texts(app)
    app.toggle(key="examples_switch").set_value(False).run()
    assert not app.exception
    assert "7 stances" in texts(app) and "25 stances" not in texts(app)
    assert url(app)["examples"] == ["off"]
    app.toggle(key="examples_switch").set_value(True).run()
    assert "25 stances" in texts(app) and "examples" not in url(app)


@pytest.mark.parametrize("name", PAGES)
def test_a_link_leaves_them_out(seeds, open_app, name):
    app = open_app(name, examples="off")
    assert app.toggle(key="examples_switch").value is False
    assert "7 stances" in texts(app)


def test_the_choice_is_kept_on_the_next_page(seeds, open_app):
    app = open_app("overview")
    app.toggle(key="examples_switch").set_value(False).run()
    app.switch_page(PAGES["stances"]).run()
    assert app.toggle(key="examples_switch").value is False
    assert "7 stances" in texts(app)


def test_another_value_in_the_link_is_not_obeyed(seeds, open_app):
    assert open_app("overview", examples="![x](y)").toggle(key="examples_switch").value is True


def test_the_overview_says_how_many_were_written_for_demonstration(seeds, open_app):
    assert "1 of the articles is a dispatch written for demonstration" in texts(open_app("overview"))


def test_an_example_is_read_with_its_reference(seeds, open_app):
    said = texts(open_app("articles", article=seeds["article_id"].iloc[0]))
    assert "Written for demonstration. The event is of 2 Mar 2022" in said
    assert "A\\/RES\\/ES\\-11\\/1" in said


def test_another_article_has_none(seeds, open_app):
    assert "Written for demonstration" not in texts(open_app("articles", article=seeds["article_id"].iloc[1]))


def test_a_corpus_of_ones_own_has_no_switch_and_no_examples(seeds, open_app, monkeypatch, tmp_path):
    (tmp_path / "un.txt").write_text("Un", encoding="utf-8")
    monkeypatch.setenv("HOMOLOGUE_CORPUS", str(tmp_path))
    app = open_app("overview", examples="off")
    assert not [toggle for toggle in app.toggle if toggle.key == "examples_switch"]
    assert "25 stances" in texts(app)
    assert "written for demonstration" not in texts(app)
