"""The help of a chart: how to read it, how it was computed, in words, and its marks as a list that leads to sentences."""
import pytest

from pages.parts import layout
from pages.parts.screen import NARROW
from tests.pages.test_every_page import texts

CHARTS = {"overview": ["overview_matrix"], "timeline": ["timeline_chart", "timeline_counts", "timeline_balances"],
          "network": ["network_chart"], "actor": ["actor_partners", "actor_course"]}


def lists(app) -> list:
    return [box for box in app.selectbox if box.key and box.key.startswith("reading_")]


@pytest.mark.parametrize("name", CHARTS)
def test_each_chart_is_explained_in_one_design(open_app, name):
    app = open_app(name)
    said = texts(app)
    assert len(app.get("plotly_chart")) == len(lists(app)) == len(CHARTS[name])
    for heading in ("How to read it", "How it was computed", "In words"):
        assert said.count(f"**{heading}**") == len(CHARTS[name])


@pytest.mark.parametrize("name", CHARTS)
def test_a_mark_chosen_in_the_list_leads_to_its_sentences(open_app, name):
    app = open_app(name)
    before = texts(app).count("according to") + len(app.get("page_link"))
    box = lists(app)[0]
    box.set_value(box.options[0]).run()
    assert not app.exception
    assert texts(app).count("according to") + len(app.get("page_link")) > before


@pytest.mark.parametrize("name", CHARTS)
def test_charts_are_drawn_for_a_narrow_screen_too(open_app, monkeypatch, name):
    wide = open_app(name).get("plotly_chart")

    def narrow(page: str) -> bool:
        layout.st.session_state[NARROW] = True
        return True

    monkeypatch.setattr(layout, "is_narrow", narrow)
    small = open_app(name).get("plotly_chart")
    assert [chart.proto.alt for chart in small][1:] == [chart.proto.alt for chart in wide][1:]
    assert all('"dragmode":false' in chart.proto.spec for chart in small)
