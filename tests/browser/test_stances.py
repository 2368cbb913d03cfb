"""The table of stances in Chromium: a row is chosen, read, judged, and its sentence followed into the article."""
import pytest

from tests.browser.test_corrections import counted

pytestmark = pytest.mark.browser
CHECKBOX, ROW = 18, 34  # pixels: where a row's box is from the left, and how high a row is
SENTENCE = '[class*="st-key-sentence_"]'


def choose_row(visit, number: int) -> None:
    """The box of a row, the first being 1."""
    table = visit.page.get_by_test_id("stDataFrame").locator("canvas").first
    table.click(position={"x": CHECKBOX, "y": int(ROW * (number + 0.5))}, force=True)
    visit.settle()


def test_rows_are_chosen_read_and_followed_into_the_article(visit):
    visit.open("Stances?country=RUS")
    assert visit.page.locator(SENTENCE).count() == 0
    choose_row(visit, 1)
    choose_row(visit, 2)
    sentences = visit.page.locator(SENTENCE)
    sentences.nth(1).or_(sentences.first).wait_for()
    words = sentences.first.inner_text()
    sentences.first.get_by_role("link", name="Read in the article").click()
    visit.page.get_by_role("heading", level=1, name="Articles").wait_for()
    visit.settle()
    marked = visit.page.locator(".reader .focus").first.inner_text()
    assert marked and marked.split()[0] in words
    assert visit.outside == []


def test_a_row_that_is_rejected_leaves_the_table_and_is_found_under_what_was_rejected(visit):
    visit.open("Stances?country=RUS")
    before = counted(visit)
    choose_row(visit, 1)
    name = visit.page.locator('[class*="st-key-coder_"] input').first
    name.fill("Ada")
    name.press("Enter")
    visit.settle()
    visit.page.get_by_role("button", name="Reject", exact=True).first.click()
    visit.settle()
    assert counted(visit) == before - 1
    visit.page.get_by_test_id("stSidebar").get_by_role("link", name="Corrections").click()
    visit.page.get_by_role("heading", level=1, name="Corrections").wait_for()
    visit.settle()
    assert visit.page.locator('[class*="st-key-undo_"]').count() == 1
