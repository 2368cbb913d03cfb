"""What runs through all pages, in Chromium: the language switch, a filter kept by name, the tour, charts at 390 pixels, the keyboard."""
import pytest

pytestmark = pytest.mark.browser
NARROW = {"width": 390, "height": 844}


def heading(visit, words: str) -> None:
    visit.page.get_by_role("heading", level=1, name=words).wait_for()
    visit.settle()


def test_the_language_is_switched_and_kept_from_page_to_page(visit):
    visit.open("Stances")
    assert visit.page.evaluate("document.documentElement.lang") == "en"
    visit.page.get_by_text("Français", exact=True).click()
    heading(visit, "Positions")
    assert "lang=fr" in visit.page.url
    visit.page.wait_for_function("document.documentElement.lang === 'fr'")
    visit.page.get_by_test_id("stSidebar").get_by_role("link", name="Chronologie").click()
    heading(visit, "Chronologie")
    assert "lang=fr" in visit.page.url
    visit.page.reload()
    heading(visit, "Chronologie")


def test_a_filter_is_kept_by_name_and_set_again_on_another_visit(visit):
    visit.open("Stances?country=RUS&act=accuse")
    visit.page.get_by_role("button", name="Saved").click()
    visit.page.get_by_role("textbox", name="Name").fill("Moscow **accuses**")
    visit.page.keyboard.press("Enter")
    visit.page.get_by_text("Saved as").wait_for()
    visit.open("Timeline")
    assert "country=" not in visit.page.url
    visit.page.get_by_role("button", name="Saved").click()
    visit.page.get_by_role("button", name="Moscow **accuses**", exact=True).click()
    visit.page.wait_for_url("**country=RUS*")
    visit.settle()
    assert "act=accuse" in visit.page.url


@pytest.mark.parametrize("viewport", [{"width": 1440, "height": 900}, NARROW], ids=["wide", "narrow"])
def test_the_tour_is_taken_from_the_sidebar_page_by_page_and_ended(visit, viewport):
    visit.open("Stances")
    visit.page.get_by_role("button", name="Take the tour").click()
    heading(visit, "Overview")
    visit.page.set_viewport_size(viewport)
    tour = visit.page.locator(".st-key-tour")
    for step, title in enumerate(("Overview", "Overview", "Timeline", "Stances", "Accounts", "Import"), start=1):
        heading(visit, title)
        tour.get_by_text(f"step {step} of 6").wait_for()
        box = tour.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= viewport["width"]
        if step < 6:
            tour.get_by_role("link", name="Next").click()
    tour.get_by_role("button", name="Done").click()
    tour.wait_for(state="detached")
    assert "tour=" not in visit.page.url


@pytest.mark.parametrize("path", ["", "Timeline", "Network", "Actor"])
def test_no_chart_is_wider_than_a_narrow_screen(visit, path):
    visit.page.set_viewport_size(NARROW)
    visit.open(path)
    visit.page.get_by_test_id("stPlotlyChart").first.wait_for()  # the page may be between its run for a wide screen and that for a narrow one
    visit.settle()
    edges = visit.page.get_by_test_id("stPlotlyChart").evaluate_all(  # at once: a chart may be drawn anew between two looks
        "charts => charts.map(chart => chart.getBoundingClientRect()).map(box => [box.left, box.right])")
    assert edges and all(left >= 0 and right <= NARROW["width"] for left, right in edges)
    assert visit.page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollWidth") <= NARROW["width"]


def test_on_a_narrow_screen_the_sidebar_makes_way_for_the_page_turned_to(visit):
    visit.page.set_viewport_size(NARROW)
    visit.open("Timeline")
    for name in ("Network", "Actor"):
        visit.unfold_sidebar().get_by_role("link", name=name, exact=True).click()
        visit.page.get_by_role("heading", level=1, name=name).wait_for()
        visit.page.locator('[data-testid="stSidebar"][data-collapsed="true"]').wait_for(state="attached")
        visit.settle()
    sidebar = visit.unfold_sidebar()  # and a filter leaves it open
    visit.choose("Country", "Russia")
    assert sidebar.get_attribute("data-collapsed") == "false"


def test_a_mark_is_chosen_with_the_keyboard_alone(visit):
    visit.open("")
    help_button = visit.page.locator(".st-key-reading_overview_matrix").get_by_test_id("stPopoverButton")
    help_button.focus()
    visit.page.keyboard.press("Enter")
    visit.page.get_by_text("How it was computed").wait_for()
    visit.page.get_by_role("combobox", name="Its marks as a list").focus()
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    visit.settle()
    assert visit.page.locator('[class*="_chosen_"]').count() > 0


def test_where_the_keyboard_is_can_be_seen(visit):
    visit.open("Stances")
    visit.page.get_by_test_id("stSidebar").get_by_role("link", name="Network").focus()
    visit.page.keyboard.press("Tab")
    width = visit.page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
    assert width >= 2


def test_a_country_is_found_by_its_capital_and_without_accents(visit):
    visit.open("Stances?tour=off")
    visit.choose("Country or organisation", "Moscow")
    assert "country=RUS" in visit.page.url


@pytest.mark.parametrize("name", ["From", "To"])
def test_a_day_of_the_filter_is_shown_whole(visit, name):
    visit.open("Stances?tour=off&first=2022-01-02&last=2022-11-30")
    field = visit.page.get_by_test_id("stSidebar").get_by_test_id("stDateInput").filter(has_text=name).first
    year = field.get_by_role("spinbutton", name="year").bounding_box()
    others = field.get_by_role("button").all()
    assert year["width"] > 20 and all(button.bounding_box()["x"] >= year["x"] + year["width"] - 1 for button in others)
