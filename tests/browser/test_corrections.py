"""A correction from the reader to the charts and back, in Chromium; its log is kept in the visit's session."""
import re

import pytest

pytestmark = pytest.mark.browser


def turn_to(visit, name: str) -> None:
    """Another page by its link, which keeps the session."""
    visit.page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).click()
    visit.page.get_by_role("heading", level=1, name=name).wait_for()
    visit.settle()


def counted(visit) -> int:
    """How many stances the corpus has, as each page says below its title."""
    words = visit.page.get_by_test_id("stMain").get_by_text(re.compile(r"of [\d,]+ stances|All [\d,]+ stances")).first.inner_text()
    return int(re.search(r"([\d,]+) stances", words)[1].replace(",", ""))


def test_a_rejected_stance_leaves_the_charts_and_an_undo_brings_it_back(visit):
    visit.open("Timeline?country=RUS").click_mark()
    before = counted(visit)
    visit.page.locator('[class*="st-key-sentence_"]').first.get_by_role("link", name="Read in the article").click()
    visit.page.get_by_role("heading", level=1, name="Articles").wait_for()
    visit.settle()
    reject = visit.page.locator(".st-key-verdict").get_by_role("button", name="Reject")
    assert reject.is_disabled()
    name = visit.page.locator(".st-key-coder_verdict input")
    name.fill("Ada")
    name.press("Enter")
    visit.settle()
    reject.click()
    visit.settle()
    assert visit.page.locator(".st-key-focus").get_by_text("rejected").count() >= 1
    turn_to(visit, "Timeline")
    assert counted(visit) == before - 1
    turn_to(visit, "Corrections")
    assert visit.page.get_by_text("this browser session only").count() == 1
    visit.page.locator('[class*="st-key-undo_"] button').first.click()
    visit.settle()
    assert visit.page.get_by_text("· undone").count() == 1
    turn_to(visit, "Timeline")
    assert counted(visit) == before


def test_the_log_is_downloaded_and_taken_up_in_another_session(visit, tmp_path):
    visit.open("Articles?text=")
    visit.page.get_by_test_id("stDataFrame").locator("canvas").first.click(position={"x": 15, "y": 52}, force=True)
    visit.page.locator(".reader").wait_for()
    visit.settle()
    visit.page.locator(".st-key-stances_here button").first.click()
    visit.settle()
    name = visit.page.locator(".st-key-coder_verdict input")
    name.fill("Ada")
    name.press("Enter")
    visit.settle()
    visit.page.locator(".st-key-verdict").get_by_role("button", name="Accept").click()
    visit.settle()
    turn_to(visit, "Corrections")
    visit.page.locator(".st-key-choice_part").get_by_text("Files", exact=True).click()
    visit.settle()
    with visit.page.expect_download() as waiting:
        visit.page.locator(".st-key-corrections_log button").first.click()
    file = tmp_path / "log.jsonl"
    waiting.value.save_as(file)
    visit.open("Corrections")  # loaded anew: another session
    assert visit.page.get_by_text("No corrections yet").count() == 1
    visit.page.get_by_role("button", name="Go on with a log kept as a file").click()
    visit.page.get_by_test_id("stFileUploader").locator("input").set_input_files(file)
    visit.settle()
    visit.page.get_by_role("button", name="Go on with it").click()
    visit.settle()
    assert visit.page.get_by_text("Accepted").count() >= 1
