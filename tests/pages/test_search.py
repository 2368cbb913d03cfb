"""Searching the articles and counting near copies once, from the sidebar and the URL."""
import pandas as pd
import pytest

from analysis.views import Excerpt
from pages.parts.hits import in_bold
from tests.pages.test_articles import reader
from tests.pages.test_every_page import texts, url
from tests.tables_fixture import small_tables


def test_a_search_filters_every_page_and_stands_in_the_url(open_app):
    app = open_app("stances")
    app.text_input(key="filter_search").set_value("SABOTEURS").run()
    assert url(app)["search"] == ["SABOTEURS"]
    assert set(app.dataframe[0].value["outlet"]) == {"Agence témoin"}
    app.button(key="chip_search").click().run()
    assert "search" not in url(app)


def test_hits_are_listed_with_what_was_found_in_bold(open_app):
    app = open_app("articles", search='"hausse le ton"')
    assert "**hausse le ton**" in texts(app)
    assert "1 article holds" in texts(app)


def test_an_article_without_a_stance_is_found_too(open_app, corpus):
    tables = small_tables()
    corpus(type(tables)(**{**vars(tables), "stances": tables.stances[tables.stances["article_id"] != "a4"]}))
    app = open_app("articles", search="delegation")
    assert list(app.dataframe[0].value["file"]) == ["a4.txt"]


def test_what_is_found_is_marked_in_the_article(open_app):
    app = open_app("articles", article="a2", search="retenue")
    assert any("found" in piece.rpartition("<span")[2] for piece in reader(app).split(">retenue")[:-1])


def test_a_search_without_a_word_is_refused(open_app):
    app = open_app("stances", search="!!")
    assert "search" in app.warning[0].value and len(app.dataframe[0].value) > 1
    app.text_input(key="filter_search").set_value("…").run()
    assert app.text_input(key="filter_search").value == ""


def test_near_copies_count_once_when_asked(open_app, corpus):
    tables = small_tables()
    twice = tables.articles[tables.articles["article_id"] == "a2"].assign(article_id="a9", path="copie.txt")
    again = tables.stances[tables.stances["article_id"] == "a2"]
    again = again.assign(article_id="a9", stance_id=again["stance_id"] + "bis")
    corpus(type(tables)(**{**vars(tables), "articles": pd.concat([tables.articles, twice], ignore_index=True),
                           "stances": pd.concat([tables.stances, again], ignore_index=True)}))
    app = open_app("stances", confidence="0")
    before = len(app.dataframe[0].value)
    app.button_group(key="filter_independent").set_value([True]).run()
    assert url(app)["count"] == ["texts"]
    assert len(app.dataframe[0].value) == before - len(again)


@pytest.mark.parametrize(("text", "hits", "expected"), [
    ("le plan de paix", ((3, 7),), "le **plan** de paix"), ("plan", ((0, 4),), "**plan**"),
    ("<b>a</b> ![x](y) plan", ((17, 21),), r"\<b\>a\<\/b\> \!\[x\]\(y\) **plan**"), ("rien", (), "rien")])
def test_excerpts_are_escaped(text, hits, expected):
    assert in_bold(Excerpt("a1", text, hits)) == expected
