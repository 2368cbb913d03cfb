"""Screenshots of every page of the real app, for the README and for looking at.

    python -m tests.browser.screenshots                 light, 1440 pixels wide → .github/screenshots/*.png
    python -m tests.browser.screenshots OUT --all       also dark, French and 390 pixels wide → OUT/*.png
"""
import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PAGES = {"overview": "", "timeline": "Timeline", "network": "Network", "actor": "Actor", "accounts": "Accounts",
         "stances": "Stances", "articles": "Articles", "corrections": "Corrections", "report": "Report", "import": "Import"}
_VIEWS = [(1440, "dark", "en"), (390, "light", "en"), (390, "dark", "en"), (1440, "light", "fr"), (390, "light", "fr")]
_TALLEST = 2400


def main(arguments: list[str]) -> int:
    """Start the app, take the pictures, stop the app."""
    parser = argparse.ArgumentParser(prog="screenshots", description=__doc__.partition("\n")[0])
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / ".github" / "screenshots")
    parser.add_argument("--all", action="store_true", help="also dark, narrow and French")
    parser.add_argument("--address", help="an app that runs already")
    options = parser.parse_args(arguments)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium on this machine", file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    server, address = (None, options.address) if options.address else start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for width, theme, language in [(1440, "light", "en"), *(_VIEWS if options.all else [])]:
                suffix = f"-{width}-{theme}-{language}" if options.all else ""
                take(browser, address, options.out, width, theme, language, suffix)
            browser.close()
    finally:
        if server:
            server.terminate()
            server.wait(timeout=20)
    return 0


def start() -> tuple[subprocess.Popen, str]:
    """The app on a free port, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true",
                               "--server.port", str(port)], cwd=ROOT, stdout=subprocess.DEVNULL)
    for _ in range(240):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
            break
        except OSError:
            time.sleep(0.25)
    return server, f"http://127.0.0.1:{port}"


def take(browser: Browser, address: str, out: Path, width: int, theme: str, language: str, suffix: str) -> None:
    """All pages at one width in one theme; a page is shown to its end, unless that is far down."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme,
                                  locale="fr-FR" if language == "fr" else "en-GB")
    page = context.new_page()
    for name, path in PAGES.items():
        page.goto(f"{address}/{path}")
        page.get_by_role("heading", level=1).first.wait_for(timeout=120_000)
        page.wait_for_function("document.querySelector('[data-testid=\"stApp\"]')"
                               ".getAttribute('data-test-script-state') === 'notRunning'")
        page.wait_for_function("!document.querySelector('[data-testid=\"stSkeleton\"]')")  # a first visit fetches the app's parts
        page.wait_for_timeout(1500)
        if name == "articles":
            open_an_article(page)
        height = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
        page.set_viewport_size({"width": width, "height": max(900, min(height, _TALLEST))})
        page.wait_for_timeout(1500)
        page.screenshot(path=out / f"{name}{suffix}.png")
        page.set_viewport_size({"width": width, "height": 900})
    context.close()


def open_an_article(page: Page) -> None:
    """The newest of the list, in the reader."""
    page.get_by_test_id("stDataFrame").locator("canvas").first.click(position={"x": 15, "y": 52}, force=True)
    page.locator(".reader").wait_for(timeout=60_000)
    page.wait_for_timeout(2500)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
