"""A team's dashboard in Chromium: login at a provider of our own, what each role sees, logout; and the same behind nginx."""
import shutil
import ssl
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import Page
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.team import CLIENT, COOKIE_SECRET, Team, team

pytestmark = pytest.mark.browser
WITHOUT_PROOF = ssl._create_unverified_context()  # the certificate is the test's own


@pytest.fixture(scope="module")
def alone(browser, tmp_path_factory):
    with team(tmp_path_factory.mktemp("team")) as running:
        yield running


@pytest.fixture(scope="module")
def proxied(browser, tmp_path_factory):
    if shutil.which("nginx") is None:
        pytest.skip("no nginx on this machine")
    with team(tmp_path_factory.mktemp("proxied"), proxied=True) as running:
        yield running


@pytest.fixture
def tab(browser):
    """A fresh browser with no cookies, which takes the test's certificate."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", ignore_https_errors=True, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text) if "Content Security Policy" in message.text else None)
    yield page
    context.close()


def log_in(page: Page, running: Team, who: str, path: str = "") -> None:
    page.goto(f"{running.address}/{path}")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("link", name=f"{who}@example.org").click()
    page.get_by_role("button", name="Log out").wait_for()


def test_nothing_is_shown_before_the_login(tab, alone):
    tab.goto(f"{alone.address}/Stances")
    tab.get_by_role("button", name="Log in").wait_for()
    assert tab.get_by_test_id("stDataFrame").count() == 0 and tab.get_by_test_id("stPageLink").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_words_on_the_button_are_read_on_either_ground(tab, alone, theme):
    tab.emulate_media(color_scheme=theme)
    tab.goto(alone.address)
    button = tab.get_by_role("button", name="Log in")
    button.wait_for()
    words, ground = button.evaluate("e => { const s = getComputedStyle(e); return [s.color, s.backgroundColor].map(c => c.match(/[0-9]+/g).slice(0, 3).map(Number)); }")
    lighter, darker = sorted((luminance(words), luminance(ground)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) > 4.5
    assert tab.get_by_test_id("stSidebar").count() == 0


def luminance(colour: list[int]) -> float:
    """Relative luminance (WCAG 2) of red, green and blue."""
    linear = [part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_reader_reads_and_neither_imports_nor_corrects(tab, alone):
    log_in(tab, alone, "reader")
    tab.get_by_test_id("stPlotlyChart").first.wait_for()
    assert "reader@example.org" in tab.get_by_test_id("stSidebar").inner_text().replace("\u2060", "")  # joins what Markdown would make a link
    tab.goto(f"{alone.address}/Import")
    tab.get_by_text("You may read here but not import.").wait_for()
    assert tab.get_by_test_id("stFileUploader").count() == 0
    tab.goto(f"{alone.address}/Corrections")
    tab.get_by_text("Log out").wait_for()
    assert tab.get_by_test_id("stException").count() == 0


@pytest.mark.parametrize("running", ["alone", "proxied"])
def test_the_login_leads_back_to_the_page_and_filter_that_were_asked_for(tab, running, request):
    team_of = request.getfixturevalue(running)
    log_in(tab, team_of, "reader", "Timeline?country=FRA&sign=conflictual")
    tab.wait_for_url("**/Timeline?**")
    tab.get_by_role("heading", name="Timeline").wait_for()
    tab.get_by_role("button", name="Country: France ×").wait_for()
    assert "country=FRA" in tab.url and "sign=conflictual" in tab.url
    tab.goto(team_of.address)  # only once: the front page is the front page again
    tab.get_by_role("heading", name="Overview").wait_for()
    assert tab.evaluate("sessionStorage.length") == 0 and "Timeline" not in tab.url


def test_a_page_that_the_tab_never_asked_for_is_not_turned_to(tab, alone):
    log_in(tab, alone, "reader")
    for planted in ("https://attack.invalid/x", "//attack.invalid/x", "javascript:document.title=1"):
        tab.goto(f"{alone.address}/Stances")
        tab.evaluate("where => sessionStorage.setItem('homologue_asked', where)", planted)
        tab.goto(alone.address)
        tab.get_by_role("heading", name="Overview").wait_for()
        tab.wait_for_function("!sessionStorage.getItem('homologue_asked')")
        assert tab.url.rstrip("/").startswith(alone.address) and "attack" not in tab.url


def test_an_importer_imports_and_logs_out(tab, alone):
    log_in(tab, alone, "importer")
    tab.goto(f"{alone.address}/Import")
    tab.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(
        {"name": "oslo.txt", "mimeType": "text/plain", "buffer": b" date 2022-05-03 Oslo r\xc3\xa9pond\n\nLa Norv\xc3\xa8ge a condamn\xc3\xa9 Bakou."})
    tab.get_by_text("oslo.txt").wait_for()
    tab.get_by_role("button", name="Import", exact=True).click()
    tab.get_by_text("1 article stored.").wait_for(timeout=180_000)  # the French pipeline is loaded for it
    tab.get_by_role("button", name="Log out").click()
    tab.get_by_role("button", name="Log in").wait_for()
    tab.goto(f"{alone.address}/Import")
    tab.get_by_role("button", name="Log in").wait_for()


def test_who_is_in_no_table_sees_nothing(tab, alone):
    log_in(tab, alone, "stranger")
    tab.get_by_text("may not read here").wait_for()
    assert tab.get_by_test_id("stPlotlyChart").count() == 0 and tab.get_by_test_id("stPageLink").count() == 0


def test_secrets_and_addresses_are_not_logged(tab, alone):
    log_in(tab, alone, "reader")
    said = alone.log.read_text()
    assert not [secret for secret in (COOKIE_SECRET, CLIENT[1], "reader@example.org") if secret in said]


def status(url: str, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20, context=WITHOUT_PROOF) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.parametrize(("path", "expected"), [
    ("/", 200), ("/_stcore/health", 200), ("/media/0123.csv", 401), ("/media/../media/0123.csv", 401), ("//media/0123.csv", 401),
    ("/%6dedia/0123.csv", 401), ("/_stcore/upload_file/a/b", 401), ("/_stcore/bidi-components/x", 401), ("/app/static/x", 401),
    ("/component/x", 401), ("/_stcore/metrics", 404), ("/_stcore/agent/openapi.json", 404), ("/gate", 404)])
def test_the_proxy_hands_out_nothing_without_a_login(proxied, path, expected):
    assert status(proxied.address + path) == expected
    assert status(proxied.address + path, Cookie="_streamlit_user=forged") == expected


def test_the_proxy_sets_its_headers_on_every_answer(proxied):
    for path in ("/", "/static/js/none.js", "/_stcore/health"):
        try:
            answer = urllib.request.urlopen(proxied.address + path, timeout=20, context=WITHOUT_PROOF)
        except urllib.error.HTTPError as error:
            answer = error
        names = {name: answer.headers.get_all(name) for name in ("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy",
                                                                "Strict-Transport-Security", "Permissions-Policy", "Cross-Origin-Opener-Policy")}
        answer.close()
        assert all(values and len(values) == 1 for values in names.values()), (path, names)
        assert names["X-Content-Type-Options"] == ["nosniff"] and "frame-ancestors 'none'" in names["Content-Security-Policy"][0]


@pytest.mark.parametrize("origin", [None, "https://attack.invalid", "null"])
def test_the_proxy_takes_no_websocket_of_another_page(proxied, origin):
    with pytest.raises(InvalidStatus) as refused:
        connect(proxied.address.replace("https", "wss") + "/_stcore/stream", origin=origin, ssl=WITHOUT_PROOF)
    assert refused.value.response.status_code == 403


def test_the_dashboard_works_behind_the_proxy(tab, proxied):
    """Charts, a table and a download, under the content policy, in a browser that complains of nothing."""
    log_in(tab, proxied, "reader")
    tab.get_by_test_id("stPlotlyChart").first.wait_for()
    tab.locator(".st-key-download_overview_matrix button").first.click()
    with tab.expect_download() as download:
        tab.locator(".st-key-download_overview_matrix_png button").click()
    assert download.value.path().stat().st_size > 100
    assert all(cookie["secure"] for cookie in tab.context.cookies() if cookie["name"].startswith("_streamlit"))
    assert "/media/" in download.value.url and status(download.value.url) == 401
    tab.goto(f"{proxied.address}/Stances")
    tab.get_by_test_id("stDataFrame").first.wait_for()
    assert tab.complaints == []
