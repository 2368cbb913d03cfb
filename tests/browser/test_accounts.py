"""An analyst at the Accounts page in Chromium: from the list to both sides of a claim, its article, and the file."""
import csv
import io

import pytest

pytestmark = pytest.mark.browser


def test_a_claim_and_its_denial_are_read_side_by_side_followed_and_taken_away(visit):
    visit.open("Accounts?confidence=0.2").page.get_by_test_id("stButtonGroup").get_by_text("Claims", exact=True).click()
    visit.settle()
    assert "about=claims" in visit.page.url
    visit.page.get_by_test_id("stDataFrame").locator("canvas").first.click(position={"x": 15, "y": 52}, force=True)
    visit.page.wait_for_url("**case=*")
    visit.settle()
    cards = visit.page.locator('[class*="st-key-sentence_account_denied"]')
    left, right = cards.nth(0).bounding_box(), cards.nth(1).bounding_box()
    assert left["x"] + left["width"] <= right["x"] and abs(left["y"] - right["y"]) < 5
    visit.page.locator('[class*="st-key-download_accounts_files"] button').first.click()
    with visit.page.expect_download() as download:
        visit.page.locator('[class*="st-key-download_accounts_csv"] button:visible').click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert {row["part"] for row in rows[:2]} == {"denied"} and rows[0]["chain"]
    visit.page.keyboard.press("Escape")
    cards.nth(1).get_by_role("link").click()
    visit.page.get_by_role("heading", level=1, name="Articles").wait_for()
    visit.settle()
    assert "article=" in visit.page.url and visit.page.locator(".st-key-focus").count() == 1


def test_on_a_narrow_screen_the_sides_stand_below_one_another(visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.open("Accounts?about=claims&confidence=0.2")
    cards = visit.page.locator('[class*="st-key-sentence_account_denied"]')
    upper, lower = cards.nth(0).bounding_box(), cards.nth(1).bounding_box()
    assert upper["y"] + upper["height"] <= lower["y"] and upper["x"] == lower["x"]
