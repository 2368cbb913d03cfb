"""The Timeline page: balances of pairs, turns, and events of the analyst's own."""
from datetime import date, timedelta

import pytest

from analysis.views import Event
from pages.parts import events as parts
from pages.parts import layout
from tests.pages.test_every_page import texts, url
from tests.views.invented import Told, corpus as invented


def turned():
    return invented([Told(f"a{at}", f"Phrase {at}.", "FRA", "praise" if at < 15 else "condemn", "RUS",
                          (date(2024, 1, 1) + timedelta(days=at)).isoformat()) for at in range(30)])


def test_two_pairs_stand_beside_one_another_and_are_in_the_address(open_app):
    app = open_app("timeline")
    app.selectbox(key="choice_dyad").set_value("FRA-RUS").run()
    app.selectbox(key="choice_with").set_value("FRA>MAR").run()
    assert not app.exception
    assert (url(app)["dyad"], url(app)["with"]) == (["FRA-RUS"], ["FRA>MAR"])
    assert "too few to look for turns" in texts(app)
    app = open_app("timeline", dyad="FRA-RUS", **{"with": "FRA>MAR"})
    assert app.selectbox(key="choice_with").value == "FRA>MAR"


def test_the_pair_shown_first_is_the_filters_until_another_is_chosen(open_app):
    app = open_app("timeline")
    first = app.selectbox(key="choice_dyad").value
    assert first != "FRA-RUS"
    app.multiselect(key="filter_countries").set_value(["RUS", "FRA"]).run()
    assert app.selectbox(key="choice_dyad").value == "FRA-RUS" and "dyad" not in url(app)
    app.selectbox(key="choice_dyad").set_value("FRA>RUS").run()
    assert (app.selectbox(key="choice_dyad").value, url(app)["dyad"]) == ("FRA>RUS", ["FRA>RUS"])


@pytest.mark.parametrize("name", ["dyad", "with"])
def test_a_pair_that_is_not_there_is_not_obeyed(open_app, name):
    assert name not in url(open_app("timeline", **{name: "<b>ZZZ-FRA"}))


def test_a_turn_shows_the_sentences_on_both_sides(corpus, open_app):
    corpus(turned(), ())
    said = texts(open_app("timeline", dyad="FRA-RUS")).replace("\\", "")
    assert "a turn between 15 Jan 2024 and 16 Jan 2024" in said
    assert "Phrase 14." in said and "Phrase 15." in said and "Phrase 3." not in said


def test_events_are_listed_as_text_and_can_be_removed(open_app, monkeypatch):
    monkeypatch.setattr(parts, "_saved", lambda: (Event(date(2024, 3, 5), date(2024, 3, 5), "![x](http://a.example/x.png)"),))
    app = open_app("timeline")
    assert "1 event of your own marked" in [box.label for box in app.expander][0]
    assert "![x](http" not in texts(app)
    app.button(key="events_remove").click().run()
    assert not app.exception
    assert "Mark events" in [box.label for box in app.expander][0]


def test_a_file_is_read_its_bad_rows_are_named_and_it_is_kept_with_the_corpus(open_app, monkeypatch, tmp_path):
    monkeypatch.setattr(parts, "corpus_folder", lambda: tmp_path)
    (tmp_path / "manifest.json").write_text("{}")
    app = open_app("timeline")
    app.get("file_uploader")[0].upload("events.csv", b"2024-03-05,Sommet\n2024-02-31,*Jamais*\n", "text/csv").run()
    assert not app.exception
    said = texts(app)
    assert "Sommet" in said and "1 row was left out" in said and "*Jamais*" not in said.replace("\\*", "")
    app.button(key="events_save").click().run()
    assert (tmp_path / "events.csv").read_bytes() == b"date,label\n2024-03-05,Sommet\n"
    assert "1 event of your own marked" in [box.label for box in open_app("timeline").expander][0]


def test_speaks_french(corpus, open_app, monkeypatch):
    monkeypatch.setattr(layout, "preferred_language", lambda locale: "fr")
    corpus(turned(), ())
    assert "un tournant entre le" in texts(open_app("timeline"))


def test_one_article_is_enough(corpus, open_app):
    corpus(invented([Told("a", "Paris a salué Moscou.", "FRA", "praise", "RUS", "2024-03-04")]), ())
    open_app("timeline")
