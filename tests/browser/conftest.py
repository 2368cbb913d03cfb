"""The real app, started once for all browser tests on a free port, and headless Chromium to use it with.

Where there is no Chromium the browser tests skip and say so; in CI (CI=true) that is a failure.
"""
import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, TimeoutError, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PATIENCE_MS = 60_000

# An article of our own whose text attacks every place that it is shown in.
HOSTILE_NAME = "hostile ![x](http://attack.invalid/name.png).txt"
HOSTILE = """ date 2022-10-27 <img src=x onerror="window.attacked=1"> Paris accuse Moscou ![x](http://attack.invalid/title.png)

La ministre française des Affaires étrangères, Catherine Colonna, a accusé la Russie <script>window.attacked=2</script> de
mentir, ![x](http://attack.invalid/text.png) [ici](javascript:window.attacked=3) <iframe srcdoc="<script>parent.attacked=4</script>"></iframe>
et condamné les frappes russes jeudi.

« La France <svg onload="window.attacked=5"> soutient l'Ukraine », a déclaré Mme Colonna :skull: $x^2$ **gras** `code`.
"""


def chromium() -> str:
    """Path of the machine's Chromium; skips, or fails in CI, where there is none."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        reason = "no Chromium on this machine (looked for " + ", ".join(_BROWSERS) + ")"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory) -> Path:
    """The articles the app opens with, a hostile one, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("corpus")
    for path in (ROOT / "seeds").glob("*.txt"):
        shutil.copy(path, folder)
    (folder / HOSTILE_NAME.replace("/", "∕")).write_text(HOSTILE, encoding="utf-8")
    (folder / "vide.txt").write_text("", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def address(browser, corpus_folder, tmp_path_factory) -> Iterator[str]:
    """Address of the running app."""
    with serving(tmp_path_factory.mktemp("server"), {"HOMOLOGUE_CORPUS": str(corpus_folder),
                                                     "HOMOLOGUE_SETTINGS": str(tmp_path_factory.mktemp("settings"))}) as running:
        yield running


@contextmanager
def serving(folder: Path, environment: Mapping[str, str], module: str = "") -> Iterator[str]:
    """An app on a free port, ``module`` (which takes the port) instead of it where one is named, until the block ends; gives
    its address. Its output goes into ``folder`` and is shown where it does not start."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    app = ["streamlit", "run", "app.py", "--server.headless", "true", "--server.port", port]
    output = folder / "output.txt"
    with output.open("w") as log:
        server = subprocess.Popen([sys.executable, "-m", *([module, port] if module else app)], cwd=ROOT, stdout=log,
                                  stderr=subprocess.STDOUT, env={**os.environ, **environment})
        try:
            _wait_until_it_answers(server, f"http://127.0.0.1:{port}/_stcore/health", output)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_until_it_answers(server: subprocess.Popen, url: str, output: Path) -> None:
    for _ in range(240):
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(url, timeout=1).close()
            return
        except OSError:
            try:
                server.wait(timeout=0.25)
            except subprocess.TimeoutExpired:
                continue
    pytest.fail(f"the app did not start:\n{output.read_text()}")


class Visit:
    """One reader at the app: opens pages, waits until they are drawn, notes what the browser complains of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.outside: list[str] = []
        page.set_default_timeout(_PATIENCE_MS)
        page.on("request", self._note)

    def _note(self, request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.outside.append(request.url)

    def open(self, path: str = "") -> "Visit":
        self.page.goto(f"{self.address}/{path}")
        self.page.get_by_test_id("stTextInputField").first.wait_for(state="attached")
        return self.settle()

    def settle(self) -> "Visit":
        """Wait until the app has been at rest for a moment: no run in progress, no element about to be replaced."""
        self.page.evaluate("window.restingSince = null")
        self.page.wait_for_function("""() => {
            const app = document.querySelector('[data-testid="stApp"]');
            const rests = app && app.getAttribute('data-test-script-state') === 'notRunning'
                && !document.querySelector('[data-stale="true"]');
            if (!rests) window.restingSince = null;
            else if (window.restingSince === null) window.restingSince = performance.now();
            return rests && performance.now() - window.restingSince > 400;}""")
        assert self.page.get_by_test_id("stException").count() == 0
        return self

    def choose(self, label: str, words: str) -> "Visit":
        """Pick in a multiselect of the sidebar the option that holds these words."""
        box = self.page.get_by_test_id("stMultiSelect").filter(has_text=label).locator("input")
        self.unfolded(box, words).click()
        self.page.keyboard.press("Escape")
        return self.settle()

    def unfolded(self, box: Locator, words: str = "") -> Locator:
        """The first option that holds ``words`` in the list under a box, which is unfolded for it."""
        option = self.page.get_by_role("option").filter(has_text=words).first
        for patience in (5_000, 5_000, 10_000, 20_000, _PATIENCE_MS):
            box.focus()
            box.fill(words)
            box.press("ArrowDown")  # a click that scrolls to the box closes the list again
            try:
                option.click(trial=True, timeout=patience)
                break
            except TimeoutError:  # a run in between has drawn the box anew, or the list hangs where a sliding sidebar was
                self.page.keyboard.press("Escape")
                self.settle()
        return option

    def unfold_sidebar(self) -> Locator:
        """The sidebar of a narrow screen, slid in whole: a list unfolded earlier would stay where its box was then."""
        self.page.get_by_test_id("stExpandSidebarButton").click()
        self.page.locator('[data-testid="stSidebar"][data-collapsed="false"]').wait_for()
        self.page.wait_for_function("""() => {
            const bar = document.querySelector('[data-testid="stSidebar"]');
            return bar.getBoundingClientRect().left === 0 && bar.getAnimations().length === 0;}""")
        return self.page.get_by_test_id("stSidebar")

    def click_mark(self, chart: int = 0, mark: int = 0, layer: str = ".scatterlayer .points path") -> "Visit":
        """Click the middle of a mark of a chart: the first drawn, or with -1 the last, which lies uppermost."""
        plot = self.page.get_by_test_id("stPlotlyChart").nth(chart)
        plot.scroll_into_view_if_needed()
        mark = plot.locator(layer).nth(mark)
        mark.wait_for()
        box = mark.bounding_box()
        if box is None:  # the chart was being drawn anew
            box = self.settle() and mark.bounding_box()
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        return self.settle()


@pytest.fixture
def visit(browser, address) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True, locale="en-GB")
    yield Visit(context.new_page(), address)
    context.close()
