"""A reader of the Actor page in Chromium: searches a minister, follows a bar to its sentence, a quotation to its place."""
import pytest

pytestmark = pytest.mark.browser


def search(visit, label: str, words: str) -> None:
    """Type into a select box and take the first that fits."""
    visit.unfolded(visit.page.get_by_test_id("stSelectbox").filter(has_text=label).locator("input"), words).click()
    visit.settle()


def test_a_minister_is_found_and_a_bar_leads_to_its_sentences(visit):
    visit.open("Actor")
    search(visit, "Actor", "Lavrov")
    assert "actor=serguei-lavrov" in visit.page.url
    assert visit.page.get_by_role("heading", level=3, name="Sergueï Lavrov", exact=True).count() == 1
    visit.click_mark(layer=".barlayer .point path")
    assert visit.page.locator('[class*="bars_chosen_"]').count() > 0


def test_a_quotation_leads_to_its_place_in_the_article(visit):
    visit.open("Actor?actor=serguei-lavrov&aspect=words")
    visit.page.locator('[class*="st-key-sentence_said_"]').first.get_by_role("link").first.click()
    visit.page.get_by_role("heading", level=1, name="Articles").wait_for()
    visit.settle()
    assert "place=" in visit.page.url
    assert visit.page.locator(".reader .focus").first.is_visible()


def test_two_actors_are_compared_and_the_link_says_so(visit):
    visit.open("Actor?actor=RUS")
    search(visit, "Compare with", "China")
    assert "actor=RUS" in visit.page.url and "with=CHN" in visit.page.url
    assert visit.page.get_by_role("heading", name="Balance over time: Russia and China").count() == 1


def test_a_name_in_a_sentence_leads_to_its_actor(visit):
    visit.open("?examples=off")
    sentence = visit.page.locator('[class*="st-key-sentence_"]').first
    sentence.get_by_role("link").last.click()
    visit.page.get_by_role("heading", level=1, name="Actor").wait_for()
    visit.settle()
    assert "actor=" in visit.page.url


def test_an_office_typed_without_accents_is_found_in_both_boxes(visit):
    visit.open("Actor")
    search(visit, "Actor", "ministre des affaires etrangeres")
    assert "actor=" in visit.page.url and visit.page.get_by_text("ministre des Affaires étrangères").count() > 0
    visit.open("Stances")
    visit.choose("Person", "ministre des affaires etrangeres")
    assert "person=" in visit.page.url
