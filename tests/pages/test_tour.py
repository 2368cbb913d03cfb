"""The first tour: opens once on the seeds, step by step, ends for good, and opens again from the sidebar."""
import pytest

from analysis import kept
from pages.parts.layout import PAGES, TOOLS
from pages.parts.tour import STEPS
from tests.pages.test_every_page import texts, url


@pytest.fixture
def new_user(settings_folder) -> None:
    """Nobody has ended the tour yet."""
    for file in settings_folder.iterdir():
        file.unlink()


def said(app) -> str:
    return "\n".join(caption.value for caption in app.caption if "Tour, step" in caption.value)


def test_it_opens_on_the_overview_of_a_first_visit_only(new_user, open_app):
    assert "step 1 of 6" in said(open_app("overview"))
    assert not said(open_app("timeline"))


def test_it_does_not_open_over_ones_own_articles(new_user, open_app, monkeypatch, tmp_path):
    monkeypatch.setenv("HOMOLOGUE_CORPUS", str(tmp_path))
    assert not said(open_app("overview"))


@pytest.mark.parametrize("step", range(1, len(STEPS) + 1))
def test_each_step_stands_on_its_page_and_on_no_other(open_app, step):
    for name in {*(page for _, page in STEPS), "network"}:
        assert bool(said(open_app(name, tour=str(step)))) == (STEPS[step - 1][1] == name)


def test_each_step_is_short():
    from pages.parts.texts import languages, texts_of

    assert all(len(texts_of(language)(f"tour.{name}_text").split()) <= 70 for language in languages() for name, _ in STEPS)
    assert {page for _, page in STEPS} <= set(PAGES | TOOLS)


def test_ended_once_it_does_not_come_back(new_user, open_app):
    app = open_app("overview")
    app.button(key="tour_end").click().run()
    assert not app.exception and not said(app) and "tour" not in app.query_params
    assert kept.tour_seen() and not said(open_app("overview"))


def test_where_that_cannot_be_noted_the_session_and_the_address_remember(new_user, open_app, monkeypatch):
    def refused() -> None:
        raise PermissionError("no")

    monkeypatch.setattr("pages.parts.tour.note_tour_seen", refused)
    app = open_app("overview")
    app.button(key="tour_end").click().run()
    assert not said(app) and url(app)["tour"] == ["off"]
    app.switch_page(PAGES["stances"]).run()
    app.switch_page(PAGES["overview"]).run()
    assert not said(app)


def test_turning_to_another_page_leaves_it_behind(new_user, open_app):
    app = open_app("overview")
    app.switch_page(PAGES["stances"]).run()
    assert not said(app) and "tour" not in app.query_params


@pytest.mark.parametrize("name", ["overview", "stances", "import"])
def test_the_sidebar_opens_it_again(open_app, name):
    app = open_app(name, country="MAR")
    app.button(key="tour_again").click().run()
    assert not app.exception
    assert "step 1 of 6" in said(app) and "who stands where" in texts(app).lower()


@pytest.mark.parametrize("value", ["0", "7", "![x](y)", "-1"])
def test_a_step_that_there_is_not_is_not_obeyed(open_app, value):
    assert not said(open_app("overview", tour=value))
