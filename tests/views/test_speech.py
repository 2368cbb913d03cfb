"""What an actor says, how it is called, and where."""
from datetime import date

import pytest

from analysis.tables import MentionRow, StatementRow, Tables, empty_tables, frame
from analysis.views import Selection, articles_of, places_of, prepared, statements_of, variants_of
from tests.tables_fixture import small_tables as invented

_SAID = (("a1", "helene-marchais", "direct", "plan du Maroc"), ("a2", "helene-marchais", "reported", "démenti"),
         ("a2", "youri-belkine", "direct", "provocation"), ("a4", "helene-marchais", "hearsay", "Pékin"))
_NAMED = (("a1", "Mme Marchais", "name"), ("a2", "Mme Marchais", "name"), ("a3", "la ministre", "office"),
          ("a3", "Mme Marchais", "name"), ("a1", "elle", "pronoun"))


@pytest.fixture(scope="module")
def tables() -> Tables:
    """The small corpus with some statements and mentions."""
    base = invented()
    texts = dict(zip(base.articles["article_id"], base.articles["text"]))
    said = [StatementRow(article, texts[article].index(words), texts[article].index(words) + len(words), speaker, "dire", voice,
                         words) for article, speaker, voice, words in _SAID]
    named = [MentionRow(article, texts[article].index(words), texts[article].index(words) + len(words), words,
                        "helene-marchais", rule) for article, words, rule in _NAMED]
    named[1] = named[1]._replace(text="mme Marchais")
    return Tables(**{**vars(base), "statements": frame(StatementRow, said), "mentions": frame(MentionRow, named)})


def test_statements_the_latest_first_and_undated_last(tables):
    said = statements_of(tables, ["helene-marchais"])
    assert said["article_id"].tolist() == ["a2", "a1", "a4"]
    assert said["speaker_name"].unique().tolist() == ["Hélène Marchais"]
    assert said["title"].iloc[0] == "Moscou hausse le ton"


@pytest.mark.parametrize(("selection", "expected"), [
    (Selection(voices=("direct",)), ["a1"]), (Selection(outlets=("Agence témoin",)), ["a2"]),
    (Selection(first=date(2024, 3, 5)), ["a2"]), (Selection(last=date(2024, 3, 5)), ["a1"]),
    (Selection(text="PÉKIN"), ["a4"]), (Selection(acts=("accuse",), countries=("CHN",)), ["a2", "a1", "a4"]),
])
def test_the_filter_of_statements(tables, selection, expected):
    assert statements_of(tables, ["helene-marchais"], selection)["article_id"].tolist() == expected


def test_spellings_with_counts_and_those_without_a_name(tables):
    found, nameless = variants_of(tables, "helene-marchais")
    assert found[["text", "rule", "count", "articles"]].values.tolist() == [
        ["Mme Marchais", "name", 3, 3], ["la ministre", "office", 1, 1]]
    assert nameless == 1
    assert found["first"].iloc[0].date() == date(2024, 3, 4)


def test_places_show_the_words_around(tables):
    places = places_of(tables, "helene-marchais", "Mme Marchais")
    assert places["article_id"].tolist() == ["a3", "a2", "a1"]
    texts = dict(zip(tables.articles["article_id"], tables.articles["text"]))
    for row in places.itertuples():
        whole = texts[row.article_id]
        assert whole[row.start - len(row.before):row.end + len(row.after)] == (
            row.before + whole[row.start:row.end] + row.after)
        assert "\n" not in row.before + row.after


def test_articles_that_name_it_or_hold_its_stances(tables):
    view = prepared(tables)
    found = articles_of(tables, view[view["source_id"] == "helene-marchais"], ["helene-marchais"])
    assert found[["article_id", "stances", "mentions"]].values.tolist() == [["a3", 1, 2], ["a2", 1, 1], ["a1", 3, 2]]


def test_nobody_says_nothing():
    tables = empty_tables()
    assert statements_of(tables, ["x"]).empty and variants_of(tables, "x")[0].empty
    assert articles_of(tables, prepared(tables), ["x"]).empty and places_of(tables, "x", "y").empty
