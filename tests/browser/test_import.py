"""A first import in Chromium: files are dropped, what became of each is said, and the corpus is shown."""
from collections.abc import Iterator

import pytest

from tests.browser.conftest import Visit, serving

pytestmark = pytest.mark.browser
OSLO = " date 2022-05-03 Oslo répond à Bakou\n\nLa Norvège a condamné mardi l'Azerbaïdjan, a annoncé son ministère des Affaires étrangères."
LIMA = " date 2022-05-04 Lima soutient Quito\n\nLe Pérou a apporté mercredi son soutien à l'Équateur."
PATIENCE_MS = 180_000  # the French pipeline is loaded for the first article


@pytest.fixture
def beginner(browser, tmp_path) -> Iterator[Visit]:
    """Somebody whose corpus is still an empty folder."""
    environment = {"HOMOLOGUE_CORPUS": str(tmp_path / "corpus"), "HOMOLOGUE_SETTINGS": str(tmp_path / "settings")}
    with serving(tmp_path, environment) as running:
        context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True, locale="en-GB")
        yield Visit(context.new_page(), running)
        context.close()


def bring(page, *files: tuple[str, bytes]) -> None:
    """Drop files and start the import."""
    page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(
        [{"name": name, "mimeType": "application/octet-stream", "buffer": content} for name, content in files])
    page.get_by_text(files[-1][0]).first.wait_for()
    page.get_by_role("button", name="Import", exact=True).click()


def test_files_are_imported_the_bad_one_named_and_what_was_read_is_shown(beginner, tmp_path):
    page = beginner.page
    page.goto(f"{beginner.address}/Import")
    bring(page, ("oslo.txt", OSLO.encode()), ("lima.txt", LIMA.encode()), ("broken.docx", b"PK\x03\x04 not a document"))
    page.get_by_text("2 articles stored.").wait_for(timeout=PATIENCE_MS)
    page.get_by_text("Files: 3 in = 2 stored + 0 read in part + 0 in already + 1 not read.").wait_for()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Every file, as CSV").click()
    taken.value.save_as(tmp_path / "ledger.csv")
    rows = (tmp_path / "ledger.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 4 and sum("broken.docx" in row for row in rows) == 1
    bring(page, ("oslo.txt", OSLO.encode()))
    page.get_by_text("Files: 1 in = 0 stored + 0 read in part + 1 in already + 0 not read.").wait_for(timeout=PATIENCE_MS)
    page.get_by_role("link", name="See the corpus").click()
    page.get_by_role("heading", level=1, name="Overview").wait_for()
    beginner.settle()
    for name in ("Norway", "Azerbaijan", "Peru", "Ecuador"):
        assert page.get_by_test_id("stMain").get_by_text(name).count() >= 1, name
    assert beginner.outside == []
