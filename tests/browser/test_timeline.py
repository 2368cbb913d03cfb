"""An analyst at the Timeline in Chromium: two pairs on one scale, events of their own, and the picture that holds both."""
import pytest

pytestmark = pytest.mark.browser
_EVENTS = b"date,label\n2022-10-27,Appel <b>\n2022-13-01,Jamais\n2022-10,Octobre\n"


def test_pairs_side_by_side_events_marked_and_all_of_it_in_the_picture(visit, tmp_path):
    visit.open("Timeline?confidence=0")
    page = visit.page
    page.get_by_text("Mark events of your own").click()
    file = tmp_path / "events.csv"
    file.write_bytes(_EVENTS)
    page.locator('[data-testid="stFileUploader"] input[type="file"]').set_input_files(file)
    page.get_by_text("2 events of your own marked").wait_for()
    visit.settle()
    assert page.get_by_text("1 row was left out").count() == 1
    assert page.get_by_test_id("stPlotlyChart").first.get_by_text("Octobre").count() == 1
    assert page.locator(".stPlotlyChart b", has_text="Appel").count() == 0

    visit.unfolded(page.get_by_test_id("stSelectbox").filter(has_text="Beside").locator("input"))
    page.get_by_role("option").nth(1).click()
    visit.settle()
    assert "with=" in page.url
    chart = page.get_by_test_id("stPlotlyChart").nth(2)
    assert chart.locator(".subplot").count() == 2
    page.locator(".st-key-download_timeline_balances").get_by_test_id("stPopoverButton").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG drawing").click()
    drawn = download.value.path().read_text(encoding="utf-8")
    assert "Octobre" in drawn and "interval (95 %)" in drawn
