"""A corpus in which every text attacks, in Chromium: no script runs, no dialog, nobody is led away, nothing is fetched.

One visit goes to every page, opens what can be opened and hovers over the charts; then the exported files are opened from
the disk. Each place shows all sixty payloads, as a list or as one long text.
"""
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest

from analysis.charts import (balances_figure, bars_figure, counts_figure, course_figure, describe_matrix, matrix_figure, network_figure,
                             timeline_figure)
from analysis.exports import chart_html, chart_image
from analysis.reports import Chart, Passage, Report, Source
from analysis.reports.html import report_html
from analysis.views import acts, actors_of, balances, counts, course, dyads, lanes, matrix, network, panels_of, partners, prepared
from tests.browser.conftest import Visit, serving
from tests.hostile.attacked import ALL, EVERYTHING, attacked_tables, lay_out
from tests.hostile.payloads import PAYLOADS

pytestmark = pytest.mark.browser
# What a page never holds unless a text was taken for markup.
_HARM = ", ".join((
    'img[src*="attack"]', '[src*="attack.invalid"]', '[href*="attack.invalid"]', '[href^="javascript"]', '[href^="mailto"]',
    "iframe[srcdoc]", ".katex", "svg[onload]", "[onerror]", "[ontoggle]", "[onfocus]", "object", "embed", "video", "base", "math",
    'form[action*="attack"]', 'meta[http-equiv="refresh"]', '[data-testid="stIconMaterial"]:text-is("skull")'))


@pytest.fixture(scope="module")
def attacked_address(browser, tmp_path_factory):
    """Address of the app over the attacking corpus."""
    folder = tmp_path_factory.mktemp("attacked")
    with serving(folder, lay_out(folder), "tests.browser.serve_attacked") as running:
        yield running



class Watch:
    """What a page does that no page of ours does: dialogs, requests to elsewhere, ways out, windows."""

    def __init__(self, page, allowed: tuple[str, ...]) -> None:
        self.page, self.seen = page, []
        page.on("dialog", self._dialog)
        page.on("popup", lambda popup: self.seen.append(f"window {popup.url}"))
        page.on("download", lambda download: self.seen.append(f"download {download.url}"))
        page.on("framenavigated", lambda frame: None if frame.url.startswith((*allowed, "about:")) else
                self.seen.append(f"navigation {frame.url}"))
        page.context.route(lambda url: not url.startswith((*allowed, "data:", "blob:")), self._stop)

    def _dialog(self, dialog) -> None:
        self.seen.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _stop(self, route) -> None:
        self.seen.append(f"request {route.request.url}")
        route.abort()

    def assert_unharmed(self, where: str) -> None:
        assert self.seen == [], where
        assert self.page.evaluate("window.attacked") is None, where
        assert self.page.locator(_HARM).evaluate_all("found => found.map(each => each.outerHTML.slice(0, 200))") == [], where


class Tour(Visit):
    """A visit that goes everywhere and looks for harm after each step."""

    def __init__(self, page, address: str) -> None:
        super().__init__(page, address)
        self.watch = Watch(page, (address,))

    def open(self, path: str = "") -> "Tour":
        self.page.goto(f"{self.address}/{path}")
        self.page.get_by_role("heading", level=1).wait_for()
        return self.look(path)

    def look(self, where: str = "") -> "Tour":
        self.settle()
        self.watch.assert_unharmed(where)
        return self

    def press(self, selector: str, number: int = 0) -> "Tour":
        self.page.locator(selector).nth(number).click()
        return self.look(selector)

    def unfold(self, selector: str) -> "Tour":
        """Open a list of options, look at it, and close it."""
        self.unfolded(self.page.locator(selector).first).wait_for()
        self.watch.assert_unharmed(selector)
        self.page.keyboard.press("Escape")
        return self

    def hover(self, selector: str, most: int = 6) -> "Tour":
        """Move over the marks of the charts, whose labels plotly then draws."""
        for mark in self.page.locator(selector).all()[:most]:
            mark.scroll_into_view_if_needed()
            mark.hover(force=True)
            self.watch.assert_unharmed(selector)
        return self


def test_nothing_runs_or_leaves_on_any_page(browser, attacked_address, tmp_path):
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="en-GB")
    tour, last = Tour(context.new_page(), attacked_address), len(ALL) - 1
    _overview_timeline_network(tour, tmp_path)
    tour.open(f"Actor?actor=p{last}").unfold(".st-key-choice_actor input")
    tour.open(f"Actor?actor=p{last}&part=words").open(f"Actor?actor=p{last}&part=names").open(f"Actor?actor=p{last}&part=telling")
    tour.open("Accounts").press(".st-key-choice_about button", 1)
    tour.open("Stances").page.get_by_test_id("stDataFrame").locator("canvas").first.click(position={"x": 15, "y": 52}, force=True)
    tour.look("a stance chosen")
    _articles_corrections(tour, last)
    _report_import(tour, tmp_path)
    _addresses(tour)
    context.close()


def _overview_timeline_network(tour: Tour, folder: Path) -> None:
    tour.open().press('[data-testid="stExpander"] summary').hover(".scatterlayer .points path")
    tour.press(".st-key-saved button")
    assert tour.page.locator('[class*="st-key-saved_load_"]').count() > 50
    tour.page.keyboard.press("Escape")
    tour.unfold('[data-testid="stSidebar"] [data-testid="stMultiSelect"] input')
    events = folder / "events.csv"
    events.write_text("date,label\n" + "\n".join(f'2024-02-{1 + place % 28:02d},"{text.replace(chr(34), chr(34) * 2)}"'
                                                 for place, text in enumerate(PAYLOADS)) + "\n" + "\n".join(PAYLOADS), encoding="utf-8")
    tour.open("Timeline").press('[data-testid="stExpander"] summary')
    tour.page.get_by_test_id("stFileUploader").locator("input").first.set_input_files(events)
    tour.page.get_by_text("events.csv").first.wait_for()
    tour.look("events").hover(".scatterlayer .points path, .barlayer .point path", 10).unfold(".st-key-choice_dyad input")
    tour.click_mark()
    tour.look("a mark of the timeline").open("Network?nodes=people&centre=p1").hover(".scatterlayer .points path", 10)
    tour.press('[class*="st-key-reading_network_chart"] button').page.keyboard.press("Escape")
    tour.unfold(".st-key-choice_centre input").click_mark(mark=-1)
    tour.look("the card of a node")


def _articles_corrections(tour: Tour, last: int) -> None:
    tour.open(f"Articles?article=a{last}&at=s{last}-0").hover(".reader .mark[data-tip]")
    assert all(words in tour.page.locator(".reader").inner_text() for words in ("<script>window.attacked=2</script>", "$x^2$ et"))
    tour.press('[class*="st-key-addition_"] summary').open("Articles?q=Paris").open("Corrections")
    assert tour.page.locator('[class*="st-key-unfit_"]').count() > 0
    tour.page.locator(".st-key-coder_log input").fill(PAYLOADS[0])
    tour.page.keyboard.press("Enter")
    tour.look("a coder's name").press(".st-key-corrections_more button").press(".st-key-corrections_more button")
    tour.open("Corrections?part=agreement").open("Corrections?part=actors&recast=merge")
    tour.unfolded(tour.page.locator(".st-key-recast_actor input"), "Paris").click()
    tour.look("who is who")


def _report_import(tour: Tour, folder: Path) -> None:
    tour.open("").press('[class*="st-key-report_add_newest"] button:visible')
    tour.page.get_by_test_id("stSidebar").get_by_role("link", name="Report", exact=True).click()
    tour.page.locator('[class*="st-key-report_item_"]').first.wait_for()
    tour.page.locator("textarea").first.fill(EVERYTHING[:1900])
    tour.page.keyboard.press("Control+Enter")
    tour.look("a note in the report").open("Import")
    file = folder / "x.txt"
    file.write_text("Paris", encoding="utf-8")
    tour.page.get_by_test_id("stFileUploader").locator("input").first.set_input_files(file)
    tour.look("a file to import").press('[data-testid="stFormSubmitButton"] button')
    tour.page.get_by_test_id("stDataFrame").first.wait_for()
    tour.look("the report of an import")


def _addresses(tour: Tour) -> None:
    every = "&".join(f"country={quote(text)}&person={quote(text)}" for text in PAYLOADS)
    tour.open(f"?{every}&sign=x")
    one = quote(EVERYTHING[:300])
    for path in (f"Articles?article={one}&at={one}&place={one}", f"Actor?actor={one}", f"Stances?q={quote(PAYLOADS[0])}"):
        tour.open(path)


def _exported(folder: Path) -> list[Path]:
    """Every HTML file and picture that an export makes of the attacking corpus."""
    tables = attacked_tables()
    view = prepared(tables)
    actor = next(one for one in actors_of(tables, view) if one.id == "FRA")
    graph, shown = network(view, "people"), matrix(view, 20)
    lines = course(view, panels_of(actor)[:2])
    charts = {"timeline": (lanes(view), timeline_figure), "counts": (counts(view), counts_figure), "network": (graph, network_figure),
              "matrix": (shown, matrix_figure), "bars": (partners(view, actor, "people"), bars_figure), "course": (lines, course_figure),
              "balances": (balances(view, tuple(dyads(view)["key"][:2])), balances_figure), "acts": (acts(view, panels_of(actor)), bars_figure)}
    files = {}
    for name, (drawn, figure) in charts.items():
        files[f"{name}.html"] = chart_html(figure(drawn), EVERYTHING, EVERYTHING, describe_matrix(shown) + EVERYTHING)
        kind = "bars" if name == "acts" else name
        files[f"{name}.svg"] = chart_image(kind, drawn, "svg", EVERYTHING, EVERYTHING)
    picture = Chart(EVERYTHING, EVERYTHING, b"", files["matrix.svg"], EVERYTHING, EVERYTHING)
    passages = (Passage(text, (text,), Source(text, text, text, text), text, text, text) for text in ALL)
    files["report.html"] = report_html(Report(EVERYTHING, date(2024, 3, 4), (picture, *passages), ALL, EVERYTHING, EVERYTHING))
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def test_nothing_runs_or_leaves_in_an_exported_file(browser, tmp_path):
    context = browser.new_context()
    for file in _exported(tmp_path):
        page = context.new_page()
        watch = Watch(page, ("file://",))
        page.goto(file.as_uri())
        page.locator("footer, svg, ol").first.wait_for()
        if file.suffix == ".html":
            for mark in page.locator(".scatterlayer .points path, .barlayer .point path").all()[:5]:
                mark.hover(force=True)
        assert watch.seen == [] and page.evaluate("window.attacked") is None, file.name
        harm = _HARM.replace('[href*="attack.invalid"], ', "") if file.name == "report.html" else _HARM  # a source's own address
        assert page.locator(harm).evaluate_all("found => found.map(each => each.outerHTML.slice(0, 200))") == [], file.name
        page.close()
    context.close()
