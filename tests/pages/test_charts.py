"""The pages with charts: their settings, their figures and what they leave out."""
import pytest

from tests.pages.test_every_page import texts, url


@pytest.mark.parametrize(("page", "name", "value"), [
    ("timeline", "lanes", "dyad"), ("timeline", "lanes", "act"), ("timeline", "lanes", "country"),
    ("timeline", "most", "10"), ("timeline", "unit", "month"), ("network", "nodes", "people"), ("network", "threshold", "2"),
])
def test_a_setting_is_kept_in_the_url_and_read_from_it(open_app, page, name, value):
    app = open_app(page)
    assert name not in url(app)
    app.button_group(key=f"choice_{name}").set_value(value).run()
    assert not app.exception
    assert url(app)[name] == [value]
    linked = open_app(page, **{name: value})
    assert linked.session_state[f"setting_{name}"] == value


@pytest.mark.parametrize(("page", "name"), [("timeline", "lanes"), ("network", "nodes"), ("network", "threshold")])
def test_a_setting_that_is_not_offered_is_not_obeyed(open_app, page, name):
    app = open_app(page, **{name: "<b>"})
    assert name not in url(app)


@pytest.mark.parametrize("page", ["overview", "timeline", "network"])
def test_charts_say_in_words_what_they_show(open_app, page):
    charts = open_app(page).get("plotly_chart")
    assert charts
    assert all(len(chart.proto.alt) > 40 for chart in charts)


def test_what_is_not_drawn_is_said(open_app):
    assert "Not drawn" in texts(open_app("network"))
    assert "2 without a known day" in texts(open_app("timeline"))


def test_a_threshold_that_leaves_nothing_is_said_and_not_an_error(open_app):
    assert not open_app("network", threshold="10").exception


def test_figures_of_the_overview(open_app):
    shown = {metric.label: metric.value for metric in open_app("overview").metric}
    assert shown == {"Stances": "25", "Articles": "4", "Actors": "12", "Countries": "7", "Published by": "2",
                     "Period": "4 Mar – 30 Jun 2024"}


def test_files_that_could_not_be_read_are_listed_with_reasons(open_app):
    app = open_app("overview")
    assert "2 files could not be read" in [expander.label for expander in app.expander]
    assert "the file is empty" in list(app.expander[0].dataframe[0].value["reason"])


def test_gaps_are_named(open_app):
    said = texts(open_app("overview"))
    assert "1 article without a date" in said and "1 office whose holder is not known" in said


def test_ten_thousand_stances_and_more_are_shown(corpus, open_app, make_tables):
    corpus(make_tables(10_500, seed=3), ())
    for page in ("overview", "timeline", "network", "stances", "articles"):
        assert not open_app(page).exception
