"""``python -m analysis import``: a corpus on disk, what went in, and what did not and why."""
import pytest

from analysis import analyse, read_articles
from analysis.commands import main
from analysis.commands.import_ import Line
from analysis.corpus import open_corpus, writing
from analysis.corpus.importing import Progress
from tests.commands.articles import write_articles


def test_a_corpus_holds_what_the_analysis_finds(tmp_path, capsys):
    source, corpus = write_articles(tmp_path / "in"), tmp_path / "corpus"
    assert main(["import", str(source), "--corpus", str(corpus), "--jobs", "1", "--batch", "1"]) == 0
    printed = capsys.readouterr()
    assert "3 files: 2 stored, 0 partial, 0 duplicate, 1 rejected" in printed.out
    assert printed.err.startswith("not read: scan.pdf: ")
    expected, found = analyse(read_articles([source])[0]), open_corpus(corpus).tables()
    for name in vars(expected):
        assert getattr(found, name).equals(getattr(expected, name)), name
    assert main(["import", str(source), "--corpus", str(corpus), "--jobs", "1"]) == 0
    assert "0 stored, 0 partial, 2 duplicate, 1 rejected" in capsys.readouterr().out


def test_where_nothing_can_be_read(tmp_path, capsys):
    assert main(["import", str(tmp_path / "absent.txt"), "--corpus", str(tmp_path / "corpus")]) == 1
    assert "absent.txt: cannot be opened" in capsys.readouterr().err


def test_a_corpus_that_is_being_written_is_said(tmp_path, capsys):
    source = write_articles(tmp_path / "in")
    with writing(tmp_path / "corpus"):
        assert main(["import", str(source), "--corpus", str(tmp_path / "corpus")]) == 1
    assert "another import is writing" in capsys.readouterr().err


def test_a_wrong_pipeline_is_one_line_and_makes_no_corpus(tmp_path, capsys, monkeypatch):
    from analysis.corpus.versions import current_version

    monkeypatch.setenv("HOMOLOGUE_MODEL", "no_such_pipeline")
    current_version.cache_clear()
    assert main(["import", str(write_articles(tmp_path / "in")), "--corpus", str(tmp_path / "corpus")]) == 1
    assert "'no_such_pipeline' not found" in capsys.readouterr().err
    assert not (tmp_path / "corpus").exists()


@pytest.mark.parametrize("arguments", [["import", "x"], ["import", "x", "--corpus", "y", "--jobs", "0"], ["import", "--corpus", "y"]])
def test_wrong_usage_exits_with_2(arguments):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_progress_is_shown_on_a_terminal_only():
    class Screen:
        def __init__(self, terminal: bool) -> None:
            self.isatty, self.shown, self.flush = (lambda: terminal), "", lambda: None

        def write(self, text: str) -> None:
            self.shown += text

    for terminal in (True, False):
        screen = Screen(terminal)
        Line(screen)(Progress(files=3, files_done=1, bytes=30, bytes_read=10, articles_read=1, articles_done=1, began=0.0))
        assert screen.shown.startswith("\r1 of 3 files, 1 of 1 articles, ") is terminal


def test_columns_are_said_and_can_be_named(tmp_path, capsys):
    (tmp_path / "a.csv").write_text("resume;notes\nCourt;La Suède condamne ce tir.\n", encoding="utf-8")
    corpus = ["--corpus", str(tmp_path / "corpus"), "--jobs", "1"]
    assert main(["import", str(tmp_path / "a.csv"), *corpus]) == 0
    assert "a.csv: columns: text ← resume" in capsys.readouterr().err
    assert main(["import", str(tmp_path / "a.csv"), *corpus, "--columns", "text=notes"]) == 0
    assert set(open_corpus(tmp_path / "corpus").column("articles", "text")) == {"Court", "La Suède condamne ce tir."}
    assert main(["import", str(tmp_path / "a.csv"), *corpus, "--columns", "notes"]) == 1
    assert "not of the form FIELD=COLUMN" in capsys.readouterr().err
