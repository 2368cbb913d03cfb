"""The Network page: its settings, two periods, time, one actor's neighbours, its tables."""
import pytest

from pages.parts import layout
from tests.pages.test_every_page import texts, url


@pytest.fixture
def larger(corpus, make_tables):
    """The pages over six hundred stances of two years."""
    corpus(make_tables(600, seed=9), ())


@pytest.mark.parametrize("nodes", ["countries", "persons", "people"])
@pytest.mark.parametrize("mode", ["whole", "two", "play"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_mode_with_every_kind_of_node(larger, open_app, monkeypatch, nodes, mode, language):
    monkeypatch.setattr(layout, "preferred_language", lambda locale: language)
    app = open_app("network", nodes=nodes, mode=mode)
    assert len(app.get("plotly_chart")) == (3 if mode == "two" else 1)
    assert len(app.dataframe) == (3 if mode == "two" else 2)


@pytest.mark.parametrize("mode", ["whole", "two", "play"])
@pytest.mark.parametrize("ties", ["both", "cooperative", "conflictual"])
def test_one_sign_or_all_in_the_small_corpus(open_app, mode, ties):
    app = open_app("network", mode=mode, ties=ties)
    assert ("of other signs" in texts(app)) == (ties != "both" and mode == "whole")


def test_around_one_actor(open_app):
    app = open_app("network")
    app.selectbox(key="choice_centre").set_value("ONU").run()
    assert not app.exception and url(app)["centre"] == ["ONU"]
    assert "more steps away" in texts(app)
    near = len(app.dataframe[0].value)
    app.button_group(key="choice_steps").set_value("2").run()
    assert len(app.dataframe[0].value) > near and url(app)["steps"] == ["2"]


def test_a_centre_that_is_not_there_is_not_obeyed(open_app):
    assert "centre" not in url(open_app("network", centre="<b>"))


def test_two_periods_of_ones_own(larger, open_app):
    app = open_app("network", mode="two", before="2023-01-01..2023-03-31", after="2024-01-01..2024-03-31")
    said = texts(app)
    assert "1 Jan – 31 Mar 2023" in said.replace("\\", "") and "Not drawn" in said
    assert url(app)["before"] == ["2023-01-01..2023-03-31"]
    assert set(app.dataframe[0].value["state"]) <= {"turned", "new", "gone"}


@pytest.mark.parametrize("given", ["nonsense", "2024-02-31..2024-03-01", "2024-05-01..2024-03-01", "2024-05-01"])
def test_nonsense_is_no_period(larger, open_app, given):
    assert "before" not in url(open_app("network", mode="two", before=given))


def test_two_periods_need_days(corpus, open_app, small_tables):
    undated = small_tables.stances.assign(first_day=None, last_day=None).astype(small_tables.stances.dtypes.to_dict())
    unknown = small_tables.articles.assign(published_first=None, published_last=None).astype(
        small_tables.articles.dtypes.to_dict())
    corpus(type(small_tables)(**{**vars(small_tables), "stances": undated, "articles": unknown}), ())
    assert "need dated stances" in texts(open_app("network", mode="two"))
    assert not open_app("network", mode="play").exception


def test_numbers_of_what_is_drawn(open_app):
    said = texts(open_app("network")).replace("\\", "")
    assert "Shown: 7 nodes" in said and "communit" in said


def test_three_hundred_nodes(corpus, open_app, make_tables):
    corpus(make_tables(10_500, seed=3, people=600), ())
    app = open_app("network", nodes="people")
    said = texts(app).replace("\\", "")
    assert "1,000 arrows" in said and "of nodes beyond those shown" in said and "beyond the strongest" in said
    assert 280 <= len(app.dataframe[0].value) <= 300
