"""The Import page: files in, how far it is, what went in and what did not; files lead nowhere but into the corpus."""
import threading
from collections import Counter

import pytest

from analysis.corpus import open_corpus
from analysis.corpus.importing import Progress, Report
from analysis.corpus.ledger import begin, entries_of
from analysis.corpus.rows import FileRow
from analysis.readers import Note
from pages.parts import data, importing
from pages.parts.texts import texts_of
from pages.parts.layout import PAGES, TOOLS

TEXT = " date 2022-05-03 Oslo répond\n\nLa Norvège a condamné la décision de Bakou."


@pytest.fixture
def open_import(corpus, tmp_path, monkeypatch):
    """``open_import(job)`` → the Import page, in a session whose last import was that job."""
    from streamlit.testing.v1 import AppTest

    from tests.pages.conftest import ROOT

    monkeypatch.setenv("HOMOLOGUE_CORPUS", str(tmp_path / "corpus"))

    def open_page(job=None) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=20)
        if job:
            app.session_state["import_job"] = job
        app.switch_page(TOOLS["import"]).run()
        assert not app.exception, app.exception
        return app

    return open_page


def ended(report: Report | None = None, failure: str = "") -> importing.Job:
    return importing.Job(None, None, {}, report=report, failure=failure)


def said(app) -> str:
    return "\n".join(element.value for kind in ("title", "subheader", "caption", "markdown", "info", "warning", "error")
                     for element in app.get(kind))


def test_files_can_be_dropped_and_the_corpus_is_named(open_import):
    app = open_import()
    assert len(app.get("file_uploader")) == 1
    assert "corpus" in said(app) and [button.label for button in app.main.button] == ["Import"]


def test_every_page_leads_to_it(open_app):
    app = open_app("overview")
    assert [link.proto.label for link in app.sidebar.get("page_link")] == [
        texts_of("en")(f"{name}.title") for name in (*PAGES, *TOOLS)]
    assert "import" in TOOLS and not set(TOOLS) & set(PAGES)


def test_a_folder_of_articles_is_not_imported_into(open_import, tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "un.txt").write_text("Un", encoding="utf-8")
    app = open_import()
    assert "HOMOLOGUE_CORPUS" in app.info[0].value and not app.get("file_uploader")


def test_a_report_says_what_went_in_and_what_did_not(open_import):
    report = Report(files=["a.txt", "b.txt", "c.pdf", "d.txt"], run="000001", inside=Counter(stored=1), problems=[FileRow("", "![x](http://a.example/x.png).pdf", "rejected", "it has no text layer", 0)],
                    notes=[Note("a.csv", "columns: text ← *resume*")], articles=3, foreign=1)
    report.states.update({"stored": 2, "rejected": 1})
    app = open_import(ended(report))
    words = said(app)
    assert "3 articles stored." in words and "1 of them is not in French" in words
    assert "4 in = 2 stored + 0 read in part + 0 in already + 1 not read + 1 not yet come to." in words and "1 file is not yet read" in words
    assert "1 documents = 1 stored" in words and [button.label for button in app.get("download_button")] == ["Every file, as CSV"]
    assert "*resume*" not in words and "resume" in words
    assert app.dataframe[0].value[["state", "reason"]].to_numpy().tolist() == [["not read", "it has no text layer"]]


def test_files_that_an_ended_import_left_are_named(open_import, tmp_path):
    (tmp_path / "corpus").mkdir()
    begin(tmp_path / "corpus", ["un.txt", "![x](http://a.example/x.png).txt"])
    (tmp_path / "corpus" / "manifest.json").write_text('{"format": 1, "serial": 0, "parts": []}', encoding="utf-8")
    [warning] = open_import().warning
    assert "2 files are not yet read" in warning.value and "un\\.txt" in warning.value and "![x]" not in warning.value


def test_a_failure_is_said_as_text(open_import):
    app = open_import(ended(failure="another **import** is writing"))
    assert "another" in app.error[0].value and "**import**" not in app.error[0].value


def test_a_running_import_shows_how_far_it_is_and_can_be_stopped(open_import):
    done = threading.Event()
    job = importing.Job(None, None, {}, progress=Progress(files=4, files_done=1, bytes=40, bytes_read=20, articles_read=2, articles_done=1))
    job.thread = threading.Thread(target=done.wait, daemon=True)
    job.thread.start()
    try:
        app = open_import(job)
        assert "1 of 4 files looked at, 1 of 2 articles analysed" in app.get("progress")[0].proto.text
        app.button(key="import_stop").click().run()
        assert not job.wanted and "Stopping" in app.get("progress")[0].proto.text
    finally:
        done.set()
        job.thread.join()


def test_files_go_into_the_corpus_whatever_they_are_called(tmp_path):
    files = [("../../oslo.txt", TEXT.encode()), ("/etc/.oslo.txt", TEXT.replace("Oslo", "Bakou").encode()), ("..", b"x"), ("C:\\a\\b.png", b"x")]
    job = importing.start(files, tmp_path / "corpus", {})
    job.thread.join()
    assert job.failure == "" and job.report.states == {"stored": 3, "rejected": 1}
    assert sorted(entry.state for entry in entries_of(tmp_path / "corpus", job.report.run)) == ["rejected", "stored", "stored", "stored"]
    assert sorted(open_corpus(tmp_path / "corpus").column("articles", "title")) == ["", "Bakou répond", "Oslo répond"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus"] and not job.files.exists()


def test_an_import_that_is_no_longer_wanted_ends(tmp_path, monkeypatch):
    from analysis.corpus.importing import Stopped

    ends = []

    def run(job, tell):
        job.wanted = False
        try:
            tell(Progress())
        except Stopped:
            ends.append("stopped")
        return Report(stopped=True)

    monkeypatch.setattr(importing, "run_import", run)
    importing.start([("a.txt", b"x")], tmp_path, {}).thread.join()
    assert ends == ["stopped"]


def test_what_goes_wrong_is_kept_for_the_user(tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "run_import", lambda job, tell: 1 / 0)
    job = importing.start([("a.txt", b"x")], tmp_path, {})
    job.thread.join()
    assert "division" in job.failure and not job.files.exists()


def test_the_pages_show_what_was_imported(tmp_path, monkeypatch):
    monkeypatch.setenv("HOMOLOGUE_CORPUS", str(tmp_path / "corpus"))
    importing.start([("oslo.txt", TEXT.encode())], tmp_path / "corpus", {}).thread.join()
    tables, rejected = data.read_tables(data.corpus_folder(), lambda done, total: None)
    assert tables.tables.articles["title"].to_list() == ["Oslo répond"] and rejected == ()


@pytest.mark.parametrize(("cores", "processes"), [(1, 1), (2, 2), (64, 4)])
def test_the_analysis_runs_in_processes_that_do_not_run_the_page(tmp_path, monkeypatch, cores, processes):
    asked = {}
    monkeypatch.setattr("analysis.corpus.analysts.cores", lambda: cores)
    monkeypatch.setattr("analysis.corpus.importing.import_files", lambda *where, **how: asked.update(how) or Report())
    importing.start([("oslo.txt", TEXT.encode())], tmp_path / "corpus", {}).thread.join()
    assert (asked["jobs"], asked["apart"]) == (processes, True)
