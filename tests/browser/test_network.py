"""A reader of the network in Chromium: an edge clicked on its line, a node's card, the way to the actor, two periods."""
import pytest

pytestmark = pytest.mark.browser
CHOSEN = '[class*="_chosen_"]'


def on_an_edge(page) -> dict[str, float]:
    """A place on the longest curve of the network, a quarter along it: far from its arrow and from its ends."""
    return page.evaluate("""() => {
        const curves = [...document.querySelectorAll('.scatterlayer .lines path.js-line')];
        const longest = curves.sort((a, b) => b.getTotalLength() - a.getTotalLength())[0];
        const first = longest.getAttribute('d').split(/(?=M)/)[0];
        const one = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        one.setAttribute('d', first);
        const place = one.getPointAtLength(one.getTotalLength() / 4).matrixTransform(longest.getScreenCTM());
        return {x: place.x, y: place.y};}""")


def test_an_edge_is_chosen_anywhere_along_its_line(visit):
    visit.open("Network?examples=off")
    visit.page.get_by_test_id("stPlotlyChart").first.scroll_into_view_if_needed()
    assert visit.page.locator(CHOSEN).count() == 0
    place = on_an_edge(visit.page)
    visit.page.mouse.move(place["x"], place["y"])
    visit.page.mouse.click(place["x"], place["y"])
    visit.settle()
    assert visit.page.locator(CHOSEN).count() > 0
    assert visit.page.locator(".st-key-card_chart").count() == 0


def test_a_node_shows_its_card_and_leads_to_the_actor(visit):
    visit.open("Network?examples=off").click_mark(mark=-1)
    card = visit.page.locator(".st-key-card_chart")
    name = card.locator("strong").first.inner_text()
    card.get_by_role("link").click()
    visit.page.get_by_role("heading", level=1, name="Actor").wait_for()
    visit.settle()
    assert "actor=" in visit.page.url
    assert visit.page.get_by_role("heading", level=3, name=name, exact=True).count() == 1


def test_the_network_is_drawn_around_the_node_of_a_card(visit):
    visit.open("Network?examples=off").click_mark(mark=-1)
    visit.page.locator(".st-key-card_chart button").click()
    visit.settle()
    assert "centre=" in visit.page.url


@pytest.mark.parametrize("path", ["Network", "Network?mode=two", "Network?nodes=people"])
def test_a_narrow_screen_shows_the_network_whole(visit, path):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.page.goto(f"{visit.address}/{path}")
    visit.page.get_by_test_id("stPlotlyChart").first.wait_for()
    visit.settle()
    for plot in visit.page.get_by_test_id("stPlotlyChart").all():
        box = plot.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    assert visit.page.locator('[class*="st-key-chart_"] .textpoint:visible').count() <= 24


@pytest.fixture
def later_article(corpus_folder):
    """An article of another month in the corpus, for one test."""
    path = corpus_folder / "plus tard.txt"
    path.write_text(" date 2022-12-05 Berlin accuse Téhéran\n\nL'Allemagne a condamné l'Iran le 2 décembre.\n", encoding="utf-8")
    yield
    path.unlink()


def test_the_network_is_played_from_period_to_period(visit, later_article):
    visit.open("Network?mode=play&pace=month&confidence=0")
    slider = visit.page.locator(".slider-label").first
    before = slider.text_content()
    visit.page.locator(".updatemenu-button").first.click()
    visit.page.wait_for_function("before => document.querySelector('.slider-label').textContent !== before", arg=before)
    assert slider.text_content() != before
