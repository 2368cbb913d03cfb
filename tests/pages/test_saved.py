"""Filters by name in the sidebar: kept, set, overwritten, deleted; their names are shown as text."""
import pytest

from analysis import kept
from analysis.corpus import MANIFEST
from analysis.views import STANDARD
from pages.parts import saved
from pages.parts.data import corpus_folder
from tests.pages.test_every_page import texts, url

HOSTILE = "![x](http://a.example/x.png) **a** <b>"


def save(app, name: str):
    app.text_input(key="saved_name").set_value(name)
    next(button for button in app.button if button.label == "Save this filter").click().run()
    assert not app.exception
    return app


def loaded(app, number: int = 0):
    app.button(key=f"saved_load_{number}").click().run()
    assert not app.exception
    return app


def test_a_filter_is_kept_and_set_again_on_another_visit(open_app):
    save(open_app("stances", country="MAR", act="support"), "Rabat")
    app = loaded(open_app("overview"))
    assert (url(app)["country"], url(app)["act"]) == (["MAR"], ["support"])
    assert app.multiselect(key="filter_countries").value == ["MAR"]


def test_it_is_overwritten_and_deleted(open_app):
    save(open_app("stances", country="MAR"), "Mine")
    app = save(open_app("stances", country="RUS"), "Mine")
    assert "is overwritten" in texts(app)
    assert len([button for button in app.button if button.key and button.key.startswith("saved_load_")]) == 1
    assert url(loaded(open_app("stances")))["country"] == ["RUS"]
    app.button(key="saved_delete_0").click().run()
    assert "is deleted" in texts(app) and kept.kept_filters(kept.filters_file(corpus_folder())) == {}


def test_what_this_corpus_does_not_offer_is_named(open_app):
    kept.keep_filter(kept.filters_file(corpus_folder()), "old", {"country": ["ZZZ", "MAR"]})
    app = loaded(open_app("stances"))
    assert "ZZZ" in app.warning[0].value and url(app)["country"] == ["MAR"]


def test_a_name_is_shown_as_text(open_app):
    app = save(open_app("stances", country="MAR"), HOSTILE)
    assert "![x](http" not in texts(app) + app.button(key="saved_load_0").label + app.button(key="saved_delete_0").help
    assert app.session_state["selection"] != STANDARD


def test_the_filter_the_app_begins_with_is_not_kept(open_app):
    app = open_app("stances")
    assert next(button for button in app.button if button.label == "Save this filter").disabled


@pytest.mark.parametrize("name", ["", "  "])
def test_a_filter_without_a_name_is_not_kept(open_app, name):
    app = save(open_app("stances", country="MAR"), name)
    assert "Give it a name" in texts(app)


def test_a_broken_file_is_named_and_no_page_ends(open_app):
    file = kept.filters_file(corpus_folder())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{")
    app = open_app("stances")
    assert "cannot be read" in app.warning[0].value and file.read_text() == "{"


def test_it_says_where_they_are_kept(open_app, monkeypatch, tmp_path):
    assert "settings folder" in texts(open_app("stances"))
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / MANIFEST).write_text("{}")
    monkeypatch.setattr(saved, "corpus_folder", lambda: tmp_path / "corpus")
    app = save(open_app("stances", country="MAR"), "Rabat")
    assert "folder of the corpus" in texts(app) and (tmp_path / "corpus" / kept.FILE).is_file()


def test_a_folder_that_cannot_be_written_is_said(open_app, monkeypatch):
    def refused(*arguments) -> None:
        raise PermissionError("no")

    monkeypatch.setattr(saved, "keep_filter", refused)
    assert "could not be written" in texts(save(open_app("stances", country="MAR"), "Rabat"))
