"""The report leaves the browser with what was picked: a file is made outside the page's run, which only a server shows."""
from pathlib import Path

import docx


def _add(visit, section: str) -> None:
    visit.page.locator(f'[class*="st-key-report_add_{section}"] button:visible').first.click()
    visit.settle()


def test_a_chart_and_a_sentence_are_in_the_files(visit, tmp_path):
    visit.open("?tour=off")
    _add(visit, "newest")
    visit.page.locator('[class*="st-key-download_overview_matrix"] button').first.click()
    _add(visit, "overview_matrix")
    visit.page.keyboard.press("Escape")
    visit.page.get_by_role("link", name="Report", exact=True).click()
    visit.page.locator('[class*="st-key-report_item_1"]').wait_for()
    title = visit.page.get_by_label("Title of the report")
    title.fill("Moscou vue de Paris")
    title.press("Enter")
    visit.settle()
    sentence = visit.page.locator('[class*="st-key-report_item_0"] p').nth(1).inner_text()
    visit.page.reload()  # a new session, which finds the report again
    visit.page.locator('[class*="st-key-report_item_1"]').wait_for()
    visit.settle()
    assert title.input_value() == "Moscou vue de Paris"
    page = _taken(visit, "html", tmp_path).read_text(encoding="utf-8")
    assert "Moscou vue de Paris" in page and sentence[:30] in page and "data:image" in page
    word = docx.Document(str(_taken(visit, "docx", tmp_path)))
    assert any(sentence[:30] in paragraph.text for paragraph in word.paragraphs) and len(word.inline_shapes) == 1


def _taken(visit, kind: str, folder: Path) -> Path:
    with visit.page.expect_download() as started:
        visit.page.locator(f'[class*="st-key-report_{kind}"] button').click()
    file = folder / f"report.{kind}"
    started.value.save_as(file)
    return file
