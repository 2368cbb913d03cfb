"""The switch for the example dispatches, in Chromium, on the app as it opens for somebody who has no articles yet."""
from collections.abc import Iterator

import pytest

from tests.browser.conftest import ROOT, Visit, serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def first_app(browser, tmp_path_factory) -> Iterator[str]:
    """Address of an app over ``seeds/``, examples and all."""
    folder = tmp_path_factory.mktemp("examples_server")
    with serving(folder, {"HOMOLOGUE_CORPUS": str(ROOT / "seeds"), "HOMOLOGUE_SETTINGS": str(folder)}) as running:
        yield running



@pytest.fixture
def newcomer(browser, first_app) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    yield Visit(context.new_page(), first_app)
    context.close()


def test_the_switch_leaves_the_examples_out_is_kept_and_brings_them_back(newcomer):
    newcomer.open("?tour=off")
    page = newcomer.page
    said, switch = page.get_by_text("dispatches written for demonstration"), "Example dispatches"
    said.first.wait_for()
    page.get_by_text(switch, exact=True).click()
    page.wait_for_url("**examples=off*")
    newcomer.settle()
    assert said.count() == 0
    page.get_by_test_id("stSidebar").get_by_role("link", name="Stances").click()
    page.get_by_role("heading", level=1, name="Stances").wait_for()
    newcomer.settle()
    assert "examples=off" in page.url and not page.get_by_role("checkbox", name=switch).or_(page.get_by_role("switch", name=switch)).is_checked()
    page.get_by_text(switch, exact=True).click()
    page.wait_for_function("!location.search.includes('examples=off')")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Overview").click()
    said.first.wait_for()
    assert newcomer.settle().outside == []
