"""The Report page: what is picked elsewhere stands here, can be noted, moved and taken out, and leaves as a file."""
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from io import BytesIO

import docx
import pytest

from analysis.reports import Chart, Passage
from analysis.reports.drafts import FILE, draft_folder
from pages.parts import data, notebook, reporting
from pages.parts.layout import PAGES, TOOLS
from pages.parts.texts import texts_of


def picked(app) -> list:
    return list(app.session_state["report_draft"].items) if "report_draft" in app.session_state else []


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
    assert not gathered.exception and "2 items" in gathered.caption[1].value and "settings folder" in gathered.caption[1].value


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


def test_a_new_session_finds_the_report_again_with_title_and_notes(gathered, open_app):
    gathered.text_area[0].input("À vérifier").run()
    gathered.text_input(key="report_title").input("Rabat").run()
    gathered.text_input(key="report_author").input("Ada").run()
    app = open_app("report")
    assert picked(app) == picked(gathered) and picked(app)[0].note == "À vérifier"
    assert app.text_input(key="report_title").value == "Rabat" and app.text_input(key="report_author").value == "Ada"


def test_what_another_tab_adds_is_here_too(gathered, open_app):
    add(open_app("actor"), "actor")
    assert len(picked(gathered.run())) == 3
    gathered.button(key="report_drop_0").click().run()
    assert len(picked(gathered)) == 2 and len(picked(open_app("report"))) == 2


def test_it_can_be_begun_anew(gathered, open_app):
    gathered.text_input(key="report_author").input("Ada").run()
    gathered.button(key="report_anew_button").click().run()
    assert not picked(gathered) and "Nothing is picked yet" in gathered.info[0].value
    assert not list(notebook_folder(gathered).glob("*.png")) and not picked(open_app("report"))


def notebook_folder(app):
    return draft_folder(data.corpus_folder(), "")


def test_where_it_cannot_be_written_it_lives_in_the_session(open_app, monkeypatch):
    monkeypatch.setattr(notebook, "change_draft", lambda *given: (_ for _ in ()).throw(OSError("full")))
    app = add(add(open_app("overview"), "matrix"), "newest").switch_page(TOOLS["report"]).run()
    assert len(picked(app)) == 2 and "lives in this session only" in app.warning[0].value
    assert not picked(open_app("report"))


def test_a_draft_that_cannot_be_read_is_left_as_it_is(open_app):
    place = draft_folder(data.corpus_folder(), "")
    place.mkdir(parents=True)
    (place / FILE).write_text("{", encoding="utf-8")
    app = add(open_app("overview"), "newest").switch_page(TOOLS["report"]).run()
    assert "left as it is" in app.warning[0].value and len(picked(app)) == 1
    assert (place / FILE).read_text(encoding="utf-8") == "{"


def test_nobody_sees_anothers_report_and_strangers_keep_none(open_app, monkeypatch):
    def as_(who, correct=True):
        monkeypatch.setattr(notebook, "person", lambda: who)
        monkeypatch.setattr(notebook, "may", lambda action: correct)

    as_("ada@example.org", False)
    add(open_app("overview"), "newest")
    assert len(picked(open_app("report"))) == 1
    as_("bo@example.org")
    assert not picked(open_app("report"))
    as_("")
    assert not picked(open_app("report"))
    as_("", False)
    app = add(open_app("overview"), "newest").switch_page(TOOLS["report"]).run()
    assert len(picked(app)) == 1 and "this session only" in app.caption[1].value and not picked(open_app("report"))
