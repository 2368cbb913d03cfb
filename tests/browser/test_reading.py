"""A reader in Chromium: opens each page, filters, follows a mark to its sentence and the sentence to its article."""
import pytest

pytestmark = pytest.mark.browser
PAGES = ("", "Timeline", "Network", "Stances", "Articles", "Accounts")
COUNTRY, MINISTER = "Russia", "Lavrov"
SENTENCES = '[class*="st-key-sentence_"]'


@pytest.mark.parametrize("path", PAGES)
def test_filter_by_a_country_goes_into_the_url(visit, path):
    visit.open(path).choose("Country or organisation", COUNTRY)
    assert "country=RUS" in visit.page.url
    assert visit.page.get_by_role("button", name=f"Country: {COUNTRY}").count() == 1


def test_filter_by_a_minister_stays_from_page_to_page(visit):
    visit.open("Stances").choose("Person", MINISTER)
    assert "person=" in visit.page.url
    visit.page.get_by_test_id("stSidebar").get_by_role("link", name="Timeline").click()
    visit.page.get_by_role("heading", level=1, name="Timeline").wait_for()
    visit.settle()
    assert "person=" in visit.page.url
    assert visit.page.get_by_role("button", name="Person: ").count() == 1


def test_a_link_brings_its_filter_into_a_new_visit(visit):
    visit.open("Timeline?country=RUS&sign=conflictual&lanes=dyad")
    assert visit.page.get_by_role("button", name=f"Country: {COUNTRY}").count() == 1
    assert "lanes=dyad" in visit.page.url


def test_a_mark_of_the_timeline_leads_to_its_sentence_and_to_its_place_in_the_article(visit):
    visit.open("Timeline?country=RUS").click_mark()
    sentence = visit.page.locator(SENTENCES).first
    sentence.get_by_role("link").first.click()
    visit.page.get_by_role("heading", level=1, name="Articles").wait_for()
    visit.settle()
    assert "article=" in visit.page.url and "at=" in visit.page.url and "country=RUS" in visit.page.url
    assert visit.page.locator(".st-key-focus").count() == 1
    assert visit.page.locator(".reader .focus").first.is_visible()
    visit.page.wait_for_function("""() => {
        const box = document.querySelector('.reader .focus').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= window.innerHeight;}""")


@pytest.mark.parametrize(("path", "mark"), [
    pytest.param("", 0, id="circle of the matrix"), pytest.param("Network", 0, id="arrow"),
    pytest.param("Network", -1, id="country"), pytest.param("Network?nodes=people", -1, id="person"),
])
def test_a_mark_of_the_other_charts_leads_to_its_sentences(visit, path, mark):
    visit.open(path)
    chosen = visit.page.locator('[class*="_chosen_"]')
    assert chosen.count() == 0
    visit.click_mark(mark=mark)
    assert chosen.count() > 0


def test_a_bar_of_the_counts_leads_to_its_sentences(visit):
    visit.open("Timeline").click_mark(chart=1, layer=".barlayer .point path")
    assert visit.page.locator('[class*="counts_chosen_"]').count() > 0


def test_an_article_is_chosen_in_the_list_its_marks_explain_themselves_and_its_layer_can_be_switched_off(visit):
    visit.open("Articles")
    assert visit.page.locator(".reader").count() == 0
    first_row = {"x": 15, "y": 52}
    visit.page.get_by_test_id("stDataFrame").locator("canvas").first.click(position=first_row, force=True)
    visit.page.locator(".reader").wait_for()
    visit.settle()
    assert "article=" in visit.page.url
    actors = visit.page.locator(".reader p .actor")
    assert actors.count() > 3
    assert "Actor:" in actors.first.get_attribute("data-tip")
    actors.first.hover()
    assert "Actor:" in actors.first.evaluate("mark => getComputedStyle(mark, '::after').content")
    visit.page.get_by_test_id("stMain").get_by_role("button", name="Actors", exact=True).click()
    visit.settle()
    assert visit.page.locator(".reader p .actor").count() == 0


def test_an_empty_result_names_the_filter_and_lifts_it(visit):
    visit.open("Stances?country=RUS&text=zzzz")
    assert visit.page.get_by_text("No stance fits the filter").count() == 1
    visit.page.get_by_role("button", name="Without Words").click()
    visit.settle()
    assert visit.page.get_by_text("No stance fits the filter").count() == 0
    assert "text=" not in visit.page.url and "country=RUS" in visit.page.url


def test_back_brings_the_filter_back(visit):
    visit.open("Stances").choose("Country or organisation", COUNTRY).choose("Acts", "supports")
    assert "act=support" in visit.page.url
    visit.page.go_back()
    visit.settle()
    assert visit.page.get_by_role("button", name="Act: ").count() == 0
    assert visit.page.get_by_role("button", name=f"Country: {COUNTRY}").count() == 1
    visit.page.go_back()
    visit.settle()
    assert visit.page.get_by_role("button", name="Country: ").count() == 0
