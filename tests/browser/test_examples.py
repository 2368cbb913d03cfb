"""The switch for the example dispatches, in Chromium, on the app as it opens for somebody who has no articles yet."""
import os
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.browser.conftest import ROOT, Visit, wait_until_it_answers

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def first_app(browser, tmp_path_factory) -> Iterator[str]:
    """Address of an app over ``seeds/``, examples and all."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    output = tmp_path_factory.mktemp("examples_server") / "output.txt"
    with output.open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true", "--server.port", str(port)],
            cwd=ROOT, stdout=log, stderr=subprocess.STDOUT,
            env={**os.environ, "HOMOLOGUE_CORPUS": str(ROOT / "seeds"), "HOMOLOGUE_SETTINGS": str(output.parent)})
        try:
            wait_until_it_answers(server, f"http://127.0.0.1:{port}/_stcore/health", output)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


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
