"""A first look at the app in Chromium: the least sure are hidden until asked for, and a pair that moved is followed up."""
import pytest

pytestmark = pytest.mark.browser


def test_the_least_sure_are_hidden_until_they_are_asked_for(visit):
    visit.open()
    page = visit.page
    assert page.get_by_text("déclaration conjointe", exact=True).count() == 0
    page.get_by_role("button", name="of low confidence").click()
    visit.settle()
    assert "confidence=0" in page.url
    page.get_by_role("button", name="of low confidence").click()
    visit.settle()
    assert "confidence" not in page.url


def test_a_pair_that_moved_leads_to_its_sentences_and_a_gap_to_its_articles(visit):
    visit.open("?length=365&confidence=0")
    page = visit.page
    table = page.get_by_test_id("stDataFrame").nth(1)
    table.scroll_into_view_if_needed()
    table.locator("canvas").first.click(position={"x": 15, "y": 52}, force=True)
    page.locator('[class*="movers_chosen_"]').first.wait_for()
    visit.settle()
    page.get_by_test_id("stMain").get_by_role("link", name="All of them as a table").click()
    page.get_by_role("heading", level=1, name="Stances").wait_for()
    visit.settle()
    assert "side=between" in page.url and page.url.count("country=") == 2
    page.go_back()
    visit.settle()
    page.get_by_test_id("stMain").get_by_role("link", name="Set their dates").first.click()
    page.get_by_role("heading", level=1, name="Articles").wait_for()
    visit.settle()
    assert "dates=" in page.url


@pytest.mark.parametrize("width", [1440, 390])
def test_every_row_and_every_column_of_the_matrix_has_its_name_within_the_chart(visit, width):
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.open("?confidence=0")
    plot = visit.page.get_by_test_id("stPlotlyChart").first
    plot.locator(".xtick text").first.wait_for()
    assert plot.locator(".xtick text:visible").count() == plot.locator(".ytick text:visible").count() >= 4
    edge = plot.bounding_box()
    for name in plot.locator(".xtick text").all():
        box = name.bounding_box()
        assert box["x"] + box["width"] <= edge["x"] + edge["width"] + 1, name.inner_text()
