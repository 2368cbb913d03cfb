"""Rows of the tables as marks on an article's text."""
import pandas as pd
import pytest

from analysis.tables import DateRow, MentionRow, StatementRow, Tables, frame
from analysis.views import prepared
from pages.parts.marks import anchor_of, marks_of, stance_line
from pages.parts.reader import LAYERS, reader_html
from pages.parts.texts import texts_of

TEXTS = texts_of("en")


@pytest.fixture
def article(small_tables) -> tuple[pd.Series, Tables, pd.DataFrame]:
    """The second invented article with a mention, a date and a statement, and its stances."""
    row = small_tables.articles.set_index("article_id", drop=False).loc["a2"]
    place = row["text"].index("M. Belkine")
    day = row["text"].index("vendredi")
    said = row["text"].index("C'est une")
    tables = Tables(**{
        **vars(small_tables),
        "mentions": frame(MentionRow, [("a2", place, place + 10, "M. Belkine", "youri-belkine", "name"),
                                       ("a1", 0, 5, "Paris", "FRA", "name")]),
        "dates": frame(DateRow, [("a2", day, day + 8, "vendredi", None, None, "day", "weekday")]),
        "statements": frame(StatementRow, [("a2", said, said + 9, "", "lancer", "direct", "C'est une")])})
    view = prepared(tables)
    return row, tables, view[view["article_id"] == "a2"]


def marks(article, layers=LAYERS, focus=""):
    row, tables, stances = article
    return marks_of(row, tables, stances, list(layers), focus, TEXTS)


def test_each_layer_gives_its_marks_and_no_other(article):
    classes = {layer: {name for mark in marks(article, [layer]) for name in mark.classes} - {"title", "head"}
               for layer in LAYERS}
    assert classes == {"actors": {"actor"}, "dates": {"date"}, "statements": {"said"},
                       "stances": {"pos", "neu", "neg", "cue"}}


def test_marks_say_what_they_stand_for(article):
    tips = {mark.classes[0]: mark.tip for mark in marks(article)}
    assert tips["actor"] == "Actor: Youri Belkine, ministre des Affaires étrangères, RUS (found by name)"
    assert tips["date"] == "Date: day not known"
    assert tips["said"].startswith("Said speaker not known (Quoted")
    assert any(mark.tip == "Stance: Russie accuses France (Reported, 11 Mar 2024)" for mark in marks(article))


def test_only_the_marks_of_the_article_are_drawn(article):
    assert len([mark for mark in marks(article) if "actor" in mark.classes]) == 1


def test_the_stance_that_was_followed_stands_out_and_can_be_found(article):
    found = [mark for mark in marks(article, focus="s10") if "focus" in mark.classes]
    assert len(found) == 1 and found[0].anchor == anchor_of("s10")
    assert reader_html(article[0]["text"], found).count('id="at-s10"') == 1


def test_the_cue_is_the_place_where_its_words_stand(article):
    text = article[0]["text"]
    assert {text[mark.start:mark.end] for mark in marks(article) if "cue" in mark.classes} >= {"accusé", "démenti"}


def test_the_title_is_the_title(article):
    row = article[0]
    title = next(mark for mark in marks(article) if "title" in mark.classes)
    assert row["text"][title.start:title.end] == row["title"]


def test_a_denied_act_and_a_missing_target_are_said(small_tables):
    rows = {row.stance_id: row for row in prepared(small_tables).itertuples()}
    assert stance_line(rows["s08"], TEXTS) == "Hélène Marchais not: supports towards nobody named (Reported)"
    assert stance_line(rows["s05"], TEXTS) == "France agrees with Maroc (Narrated, Announced, Jun 2024)"
