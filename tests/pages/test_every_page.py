"""What every page does: it opens by itself, filters, says what empties it, and keeps the filter in the URL."""
import sys

import pytest

from analysis.tables import Tables
from analysis.views import STANDARD
from pages.parts import layout
from pages.parts.layout import PAGES
from tests.pages.conftest import own_main

# The corrections are shown whatever the filter is.
SHOWING = [name for name in PAGES if name != "corrections"]


def url(app) -> dict[str, list[str]]:
    """The page's query, each value as a list."""
    return {key: [value] if isinstance(value, str) else list(value) for key, value in app.query_params.items()}


def texts(app) -> str:
    """Everything a page says in words."""
    kinds = ("title", "subheader", "caption", "markdown", "info", "warning", "error")
    return "\n".join(element.value for kind in kinds for element in app.get(kind))


@pytest.mark.parametrize("name", PAGES)
def test_opens_by_itself(open_app, name):
    app = open_app(name)
    assert len(app.title) == 1
    assert "All 25 stances" in texts(app)


@pytest.mark.parametrize("name", PAGES)
def test_speaks_french_where_the_browser_does(open_app, monkeypatch, name):
    monkeypatch.setattr(layout, "preferred_language", lambda locale: "fr")
    app = open_app(name, country="MAR")
    assert "positions sur 25 conviennent" in texts(app)
    assert app.button(key="chip_countries").label == "Pays \\: Maroc ×"
    assert "Maroc (8) · Rabat" in app.multiselect(key="filter_countries").options


@pytest.mark.parametrize("name", SHOWING)
def test_opens_where_nothing_was_found(empty_corpus, open_app, name):
    app = open_app(name)
    assert "No stance was found" in texts(app) or "No article to show" in texts(app)


@pytest.mark.parametrize("name", PAGES)
def test_filters_by_a_country(open_app, name):
    app = open_app(name)
    app.multiselect(key="filter_countries").set_value(["MAR"]).run()
    assert not app.exception
    assert "of 25 stances fit" in texts(app)
    assert url(app)["country"] == ["MAR"]


@pytest.mark.parametrize("name", PAGES)
def test_filters_by_a_person(open_app, name):
    app = open_app(name)
    app.multiselect(key="filter_people").set_value(["youri-belkine"]).run()
    assert not app.exception
    assert url(app)["person"] == ["youri-belkine"]
    assert "3 of 25 stances fit" in texts(app)


@pytest.mark.parametrize("name", PAGES)
def test_a_link_brings_the_filter(open_app, name):
    app = open_app(name, country=["RUS", "CHN"], sign="conflictual", confidence="0.5")
    assert set(app.multiselect(key="filter_countries").value) == {"RUS", "CHN"}
    assert app.session_state["filter_signs"] == [-1]
    assert app.session_state["selection"].min_confidence == 0.5


@pytest.mark.parametrize("name", PAGES)
def test_a_link_to_what_is_not_there_is_refused_and_named(open_app, name):
    app = open_app(name, country="ZZZ", act="hug", first="2024-02-31")
    said = texts(app)
    assert all(word in said for word in ("ZZZ", "hug", "2024")), said
    assert app.session_state["selection"] == STANDARD
    assert "country" not in app.query_params


@pytest.mark.parametrize("name", PAGES)
def test_what_a_link_says_is_shown_as_text(open_app, name):
    app = open_app(name, country="![x](http://a.example/x.png)")
    assert "![x](http" not in texts(app)


@pytest.mark.parametrize("name", SHOWING)
def test_an_empty_result_says_which_filter_empties_it(open_app, name):
    app = open_app(name, country="ONU", act="sanction")
    assert "No stance fits the filter" in texts(app)
    assert {button.key for button in app.button if button.key.startswith("lift_")} == {
        "lift_countries", "lift_acts", "lift_all"}
    app.button(key="lift_acts").click().run()
    assert not app.exception
    assert "No stance fits" not in texts(app)
    assert "act" not in app.query_params and url(app)["country"] == ["ONU"]


@pytest.mark.parametrize("name", SHOWING)
def test_every_filter_can_be_lifted_at_once(open_app, name):
    app = open_app(name, country="ONU", act="sanction")
    app.button(key="lift_all").click().run()
    assert "All 25 stances" in texts(app)
    assert not {"country", "act"} & set(app.query_params)


def less_sure(tables: Tables) -> Tables:
    """The invented tables with the first three stances below the confidence that the app begins with."""
    confidence = tables.stances["confidence"].where(tables.stances.index > 2, .3)
    return Tables(**{**vars(tables), "stances": tables.stances.assign(confidence=confidence)})


@pytest.mark.parametrize("name", PAGES)
def test_the_least_sure_are_hidden_counted_and_can_be_shown(corpus, open_app, small_tables, name):
    corpus(less_sure(small_tables))
    app = open_app(name)
    assert "22 of 25 stances, no filter in force" in texts(app)
    assert "3 of low confidence (below 40%) are hidden" in app.button(key="offer_hidden").label
    app.button(key="offer_hidden").click().run()
    assert not app.exception
    assert "All 25 stances" in texts(app) and url(app)["confidence"] == ["0"]
    app.button(key="offer_unsure").click().run()
    assert "22 of 25 stances" in texts(app) and "confidence" not in app.query_params


def test_a_corpus_of_the_least_sure_alone_says_what_empties_it(corpus, open_app, small_tables):
    corpus(Tables(**{**vars(small_tables), "stances": small_tables.stances.assign(confidence=.3)}))
    app = open_app("stances")
    assert "No stance fits the filter" in texts(app)
    app.button(key="lift_all").click().run()
    assert "All 25 stances" in texts(app)


def test_the_filter_goes_along_to_another_page(open_app):
    app = open_app("stances", country="MAR")
    app.switch_page(PAGES["overview"]).run()
    assert not app.exception
    assert app.multiselect(key="filter_countries").value == ["MAR"]
    assert url(app)["country"] == ["MAR"]


def test_each_kind_of_filter_narrows(open_app):
    app = open_app("stances")
    app.multiselect(key="filter_acts").set_value(["condemn"]).run()
    assert app.session_state["selection"].acts == ("condemn",)
    app.button_group(key="filter_signs").set_value([-1]).run()
    assert app.session_state["selection"].signs == (-1,)
    app.button_group(key="filter_voices").set_value(["direct"]).run()
    assert app.session_state["selection"].voices == ("direct",)
    app.button_group(key="filter_modalities").set_value(["actual"]).run()
    app.button_group(key="filter_negation").set_value("affirmed").run()
    assert (url(app)["modality"], url(app)["negated"]) == (["actual"], ["affirmed"])
    app.text_input(key="filter_text").set_value("provocation").run()
    app.select_slider(key="filter_min_confidence").set_value(0.8).run()
    assert not app.exception
    assert "1 of 25 stances fits" in texts(app)


def test_the_period_keeps_its_ends_in_order(open_app):
    app = open_app("stances", last="2024-03-10")
    app.date_input(key="filter_first").set_value("2024-03-20").run()
    assert not app.exception
    chosen = app.session_state["selection"]
    assert chosen.first <= chosen.last


def test_sides_are_asked_for_only_beside_an_actor(open_app):
    app = open_app("stances")
    assert "filter_side" not in [box.key for box in app.selectbox]
    app.multiselect(key="filter_countries").set_value(["FRA"]).run()
    app.selectbox(key="filter_side").set_value("from").run()
    assert not app.exception
    assert url(app)["side"] == ["from"]


def test_ministers_stand_under_their_country_with_their_office(open_app):
    options = open_app("stances").multiselect(key="filter_people").options
    assert "France — Hélène Marchais, ministre des Affaires étrangères (7) · France — Helene Marchais, ministre des Affaires etrangeres" in options
    assert options == sorted(options, key=str.casefold)


def test_a_reading_that_fails_says_why_and_can_be_tried_again(open_app, monkeypatch):
    from pages.parts import data

    def fail(folder, progress):
        raise ValueError("the pipeline *x* is not there")

    monkeypatch.setattr(data, "read_tables", fail)
    app = open_app("overview")
    assert "the pipeline" in app.error[0].value and "*x*" not in app.error[0].value
    monkeypatch.undo()


def test_of_two_countries_a_word_leaves_what_is_between_them(open_app):
    app = open_app("stances", country=["FRA", "MAR"])
    offer = app.button(key="offer_between")
    number = int(offer.label.rpartition(" ")[2])
    offer.click().run()
    assert f"{number} of 25" in texts(app) and app.session_state["filter_side"] == "between"
    assert "offer_between" not in [button.key for button in app.button] and not app.exception
    assert "offer_between" not in [button.key for button in open_app("stances", country=["FRA"]).button]


def test_a_page_that_was_run_leaves_the_program_in_its_place(open_app):
    before = sys.modules["__main__"]
    with own_main():
        open_app("overview")
        assert sys.modules["__main__"] is not before  # else the fixture of all pages is not needed any more
    assert sys.modules["__main__"] is before


@pytest.mark.parametrize(("name", "query"), [("stances", {}), ("network", {"mode": "two"})])
def test_a_cell_of_which_nothing_is_known_has_a_dash_and_no_word_of_python(open_app, name, query):
    tables = open_app(name, **query).dataframe
    assert any(table.value.isna().any(axis=None) for table in tables)
    assert {table.proto.placeholder for table in tables} == {"–"}
