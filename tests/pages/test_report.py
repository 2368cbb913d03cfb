"""The Report page: what is picked elsewhere stands here, can be noted, moved and taken out, and leaves as a file."""
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from io import BytesIO

import docx
import pytest

from analysis.reports import Chart, Passage
from pages.parts import reporting
from pages.parts.layout import PAGES, TOOLS
from pages.parts.texts import texts_of


def picked(app) -> list:
    return app.session_state["report_items"] if "report_items" in app.session_state else []


def add(app, kind: str):
    """Press the first button that adds a chart (``matrix``) or a sentence (``newest``)."""
    button = next(b for b in app.button if b.key and b.key.startswith("report_add_") and kind in b.key)
    button.click().run()
    assert not app.exception
    return app


@pytest.fixture
def gathered(open_app):
    """The Report page with one chart and one sentence."""
    app = add(add(open_app("overview"), "matrix"), "newest")
    return app.switch_page(TOOLS["report"]).run()


def test_says_how_to_begin_while_nothing_is_picked(open_app):
    assert "Nothing is picked yet" in open_app("report").info[0].value


def test_a_chart_and_a_sentence_come_with_what_they_rest_on(gathered):
    chart, sentence = picked(gathered)
    assert isinstance(chart, Chart) and chart.png.startswith(b"\x89PNG") and b"<svg" in chart.svg and "Homologue" in chart.said
    assert isinstance(sentence, Passage) and sentence.stances and sentence.source.title and sentence.place
    assert not gathered.exception and "2 items" in gathered.caption[1].value


def test_the_same_is_not_picked_twice(open_app):
    app = add(add(open_app("overview"), "newest"), "newest")
    assert len(picked(app)) == 1


def test_items_are_noted_moved_and_taken_out(gathered):
    gathered.text_area[0].input("À vérifier").run()
    assert picked(gathered)[0].note == "À vérifier"
    gathered.button(key="report_down_0").click().run()
    assert [type(item) for item in picked(gathered)] == [Passage, Chart]
    gathered.button(key="report_drop_0").click().run()
    assert [item.note for item in picked(gathered)] == ["À vérifier"] and not gathered.exception


def test_every_page_with_sentences_or_charts_offers_the_report(open_app):
    offering = [name for name in PAGES if any(b.key and b.key.startswith("report_add_") for b in open_app(name).button)]
    assert {"overview", "timeline", "network", "actor"} <= set(offering)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_file_names_method_and_version(language):
    file = reporting._file(texts_of(language), [], "", "", "docx")
    said = "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(file)).paragraphs)
    assert {"en": "Method", "fr": "Méthode"}[language] in said and "PLOVER" in said and "Homologue" in said


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_a_file_made_outside_the_run_holds_what_was_picked(gathered, kind):
    """The server makes the file in a thread of its own, which has no session."""
    with ThreadPoolExecutor(1) as apart:
        file = apart.submit(reporting._file, texts_of("en"), picked(gathered), "Rabat", "Ada", kind).result()
    said = unescape(file.decode()) if kind == "html" else "\n".join(each.text for each in docx.Document(BytesIO(file)).paragraphs)
    assert all(words in said for words in ("Rabat", "Ada", picked(gathered)[1].sentence[:30]))
