"""An article that attacks: nothing of it runs, nothing is fetched for it, and all of it is shown as it is written."""
import pytest

pytestmark = pytest.mark.browser
PAGES = ("", "Timeline", "Network", "Network?nodes=people", "Stances", "Articles")


def assert_unharmed(visit) -> None:
    assert visit.page.evaluate("window.attacked") is None
    assert visit.outside == []
    main = visit.page.get_by_test_id("stMain")
    assert main.locator('img[src*="attack"], a[href*="javascript"], iframe[srcdoc], .katex, svg[onload]').count() == 0


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_by_itself_and_is_unharmed(visit, path):
    visit.open(path)
    assert visit.page.get_by_role("heading", level=1).inner_text()
    assert_unharmed(visit)


def test_the_reader_shows_what_is_written(visit):
    visit.open("Articles")
    visit.page.get_by_test_id("stSidebar").get_by_role("textbox", name="Words").fill("a accusé la Russie")
    visit.page.keyboard.press("Enter")
    visit.settle()
    shown = visit.page.locator(".reader").inner_text()
    for words in ("<script>window.attacked=2</script>", "<img src=x onerror=", "![x](http://attack.invalid/text.png)",
                  "[ici](javascript:window.attacked=3)", "<iframe srcdoc=", "<svg onload=", ":skull:", "$x^2$", "**gras**"):
        assert words in shown
    assert_unharmed(visit)


def test_the_address_cannot_attack(visit):
    visit.open("Articles?article=%3Cscript%3Ewindow.attacked=9%3C/script%3E&country=![x](http://attack.invalid/url.png)")
    assert visit.page.get_by_text("<script>window.attacked=9</script>").count() == 1
    assert_unharmed(visit)


def test_the_unread_file_is_named_with_its_reason(visit):
    visit.open()
    visit.page.get_by_test_id("stExpander").get_by_text("could not be read").click()
    visit.page.get_by_test_id("stExpander").get_by_test_id("stDataFrame").wait_for()
    assert_unharmed(visit)
