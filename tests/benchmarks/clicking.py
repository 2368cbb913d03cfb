"""A filter click in headless Chromium until the Timeline is redrawn, on a real app over a large corpus."""
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ROOT, Visit, chromium

_CLICKS = 6
_CHART = "document.querySelector('[data-testid=\"stPlotlyChart\"]')"
_MARKS = f"(({_CHART} || document).querySelector('.scatterlayer') || {{}}).innerHTML"
_MARK = f"() => {{ window.before = {_MARKS}; window.clicked = performance.now(); }}"
# The time since the click, once other marks stand where those of before stood.
_REDRAWN = f"() => {_MARKS} && {_MARKS} !== window.before ? performance.now() - window.clicked : 0"


def measure_clicks(folder: Path) -> None:
    """Print the seconds of the first page, and of clicks that set and lift filters on the Timeline."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen([sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true", "--server.port", str(port)],
                              cwd=ROOT, env={**os.environ, "HOMOLOGUE_CORPUS": str(folder)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(address)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            _click_about(Visit(browser.new_page(viewport={"width": 1440, "height": 900}, locale="en-GB"), address))
            browser.close()
    finally:
        server.terminate()
        server.wait(timeout=20)


def _click_about(visit: Visit) -> None:
    began = time.monotonic()
    visit.open()
    print(f"{'first Overview in the browser, imports included':58} {time.monotonic() - began:8.3f} s", flush=True)
    began = time.monotonic()
    visit.open("Timeline")
    print(f"{'first Timeline in the browser':58} {time.monotonic() - began:8.3f} s", flush=True)
    kinds = visit.page.get_by_test_id("stButtonGroup").filter(has_text="Cooperative")
    pills = [kinds.get_by_role("button", name=name, exact=True) for name in ("Cooperative", "Neutral", "Conflictual")]
    drawn, whole = [], []
    for place in range(_CLICKS):
        pill = pills[place % len(pills)]
        pill.scroll_into_view_if_needed()
        box = pill.bounding_box()
        visit.page.evaluate(_MARK)
        visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        drawn.append(visit.page.wait_for_function(_REDRAWN, polling="raf").json_value() / 1000)
        visit.settle()
        whole.append(visit.page.evaluate("(window.restingSince - window.clicked) / 1000"))
    for name, found in (("click until the Timeline is redrawn", drawn), ("click until the whole page is at rest", whole)):
        print(f"{name:58} {min(found):8.3f} s  (must 1.5, aim 0.5; all: {', '.join(f'{seconds:.2f}' for seconds in found)})")


def _wait(address: str) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
            return
        except OSError:
            time.sleep(0.25)
    sys.exit("the app did not start")
