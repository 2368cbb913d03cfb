"""The ledger: files in = stored + partial + duplicate + rejected + not yet read, also after a stop and after a crash."""
import csv
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.commands import main
from analysis.corpus import analysts, open_corpus
from analysis.corpus.importing import Stopped, import_files
from analysis.corpus.ledger import FOLDER, STATES, UNREAD, Fate, Run, begin, forget_unconfirmed, runs, unread
from analysis.corpus.manifest import read_manifest
from tests.corpus.test_importing import invented, unread_rows
from tests.readers.files import zip_of

ROOT = Path(__file__).resolve().parents[2]
HEAD = "titre,texte\n"


@pytest.fixture(autouse=True)
def fake(monkeypatch):
    monkeypatch.setattr(analysts, "analyse_article", unread_rows)


@pytest.fixture
def folder(tmp_path) -> Path:
    """Nine files: four articles, a copy of one, an empty one, one that is not read, an archive of three, a table of three."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(1, 5):
        (folder / f"{number}.txt").write_text(invented(number), encoding="utf-8")
    (folder / "5-copie.txt").write_text(invented(2) + "\n", encoding="utf-8")
    (folder / "6-vide.txt").touch()
    (folder / "image.png").write_bytes(b"\x89PNG")
    (folder / "presse.zip").write_bytes(zip_of({"a.txt": invented(5), "b.png": "", "c.txt": invented(1)}))
    (folder / "table.csv").write_text(f'{HEAD}Un,Paris condamne.\nDeux\nTrois,Rome répond.\n', encoding="utf-8")
    (folder / "5-copie.txt").write_text(invented(2), encoding="utf-8")
    return folder


def ledger(corpus: Path) -> list[Run]:
    return runs(corpus, read_manifest(corpus).serial)


WHOLE = {"stored": 4, "partial": 2, "duplicate": 1, "rejected": 2, UNREAD: 0}


@pytest.mark.parametrize("batch_size", [1, 2, 100])
def test_every_file_and_every_document_has_its_state(folder, tmp_path, batch_size):
    report = import_files(tmp_path / "corpus", [folder], batch_size=batch_size)
    [run] = ledger(tmp_path / "corpus")
    assert run.sums() == report.sums() == WHOLE and sum(WHOLE.values()) == len(run.files) == 9
    assert {(each.file, each.document): each.state for each in run.entries() if each.document} == {
        ("presse.zip", "/a.txt"): "stored", ("presse.zip", "/b.png"): "rejected", ("presse.zip", "/c.txt"): "duplicate",
        ("table.csv", "#1"): "stored", ("table.csv", "#2"): "rejected", ("table.csv", "#3"): "stored"}
    assert run.documents() == {"stored": 3, "partial": 0, "duplicate": 1, "rejected": 2, UNREAD: 0}
    assert all(each.reason for each in run.entries() if each.state not in ("stored",))


def test_the_same_files_again_are_duplicates_in_a_run_of_its_own(folder, tmp_path):
    corpus = tmp_path / "corpus"
    import_files(corpus, [folder])
    before = open_corpus(corpus).version
    again = import_files(corpus, [folder])
    assert open_corpus(corpus).version == before
    assert [sum(run.sums().values()) for run in ledger(corpus)] == [9, 9]
    assert ledger(corpus)[1].sums() == again.sums() == {**dict.fromkeys(STATES, 0), "duplicate": 7, "rejected": 2}


def test_a_copy_of_a_file_that_is_not_read_is_not_read_either(folder, tmp_path):
    (folder / "7-vide.txt").touch()
    report = import_files(tmp_path / "corpus", [folder / "6-vide.txt", folder / "7-vide.txt", folder / "1.txt"])
    assert report.sums() == {**dict.fromkeys(STATES, 0), "stored": 1, "rejected": 2}


def test_a_file_that_was_too_slow_is_read_again(folder, tmp_path, monkeypatch):
    slow = "too slow: its analysis took more than 60 s"
    monkeypatch.setattr(analysts, "analyse_one", lambda article: slow if article.path.endswith("c.txt") else unread_rows(article))
    (folder / "presse.zip").write_bytes(zip_of({"a.txt": invented(8), "c.txt": invented(9)}))
    assert import_files(tmp_path / "corpus", [folder / "presse.zip"]).sums()["partial"] == 1
    monkeypatch.undo()
    monkeypatch.setattr(analysts, "analyse_article", unread_rows)
    assert import_files(tmp_path / "corpus", [folder / "presse.zip"]).sums()["stored"] == 1
    assert len(open_corpus(tmp_path / "corpus").article_ids) == 2


def test_files_of_the_same_name_are_counted_each(folder, tmp_path):
    report = import_files(tmp_path / "corpus", [folder, folder, folder / "1.txt"])
    [run] = ledger(tmp_path / "corpus")
    assert sum(run.sums().values()) == 19 and run.sums() == report.sums()


@pytest.mark.parametrize("at", [1, 3, 5, 8])
def test_a_stop_leaves_files_as_not_yet_read_and_the_next_import_reads_them(folder, tmp_path, at):
    def tell(progress) -> None:
        if progress.files_done == at:
            raise Stopped

    corpus = tmp_path / "corpus"
    report = import_files(corpus, [folder], batch_size=2, tell=tell)
    [run] = ledger(corpus)
    assert report.stopped and report.sums() == run.sums() and sum(run.sums().values()) == 9 and run.sums()[UNREAD] > 0
    assert unread([run]) == run.unread()
    import_files(corpus, [folder], batch_size=2)
    assert unread(ledger(corpus)) == [] and len(open_corpus(corpus).article_ids) == 7


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize(("step", "occurrence", "committed"), [
    ("table begun", 1, 0), ("manifest written", 2, 1), ("committed", 1, 1)])
def test_a_killed_import_counts_what_was_committed(folder, tmp_path, step, occurrence, committed):
    corpus = tmp_path / "corpus"
    killed = subprocess.run([sys.executable, "-m", "tests.corpus.dying_import", folder, corpus, step, str(occurrence)], cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    [run] = ledger(corpus)
    assert sum(run.sums().values()) == 9 and run.sums()["stored"] == 2 * committed and run.sums()[UNREAD] >= 4
    import_files(corpus, [folder], batch_size=2)
    assert [sum(run.sums().values()) for run in ledger(corpus)] == [9, 9]
    assert unread(ledger(corpus)) == [] and ledger(corpus)[0].sums()["stored"] == 2 * committed
    assert len(open_corpus(corpus).article_ids) == 7


def test_what_was_not_committed_is_forgotten_before_its_number_is_given_again(tmp_path):
    run = begin(tmp_path, ["a", "b"])
    run.add([Fate(0, "", "stored", "", 1)], 1)
    run.add([Fate(1, "", "stored", "", 1)], 2)
    forget_unconfirmed(tmp_path, 1)
    assert runs(tmp_path, 9)[0].unread() == ["b"]


@pytest.mark.parametrize("damage", [lambda data: data[:-3], lambda data: data + b"half", lambda data: data.replace(b"stored", b"shored"),
                                    lambda data: b"", lambda data: b"\n" + data])
def test_a_damaged_line_is_counted_and_its_files_are_not_yet_read(tmp_path, damage):
    begin(tmp_path, ["a", "b"]).add([Fate(0, "", "stored", "", 1)], 0)
    [path] = (tmp_path / FOLDER).iterdir()
    path.write_bytes(damage(path.read_bytes()))
    [run] = runs(tmp_path, 0)
    assert sum(run.sums().values()) == len(run.files) and (run.damaged or not run.files)


def test_the_command_prints_the_sums_and_writes_every_line(folder, tmp_path, capsys):
    corpus, out = tmp_path / "corpus", tmp_path / "ledger.csv"
    (folder / "=1+1.doc").write_bytes(b"x")
    assert main(["ledger", "--corpus", str(corpus)]) == 1 and "no ledger" in capsys.readouterr().err
    assert main(["import", str(folder), "--corpus", str(corpus), "--jobs", "1"]) == 0
    assert "10 files: 4 stored, 2 partial, 1 duplicate, 3 rejected" in capsys.readouterr().out
    assert main(["ledger", "--corpus", str(corpus), "--out", str(out)]) == 0
    printed = capsys.readouterr().out
    assert "all imports: 10 files: 4 stored, 2 partial, 1 duplicate, 3 rejected" in printed
    assert "documents in archives, tables and exports: 6 documents: 3 stored, 0 partial, 1 duplicate, 2 rejected" in printed
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert len(rows) == 16 and {row["file"] for row in rows} >= {"'=1+1.doc", "presse.zip"}
    assert main(["stats", "--corpus", str(corpus)]) == 0
    assert "all imports: 10 files" in capsys.readouterr().out


def test_the_commands_name_what_is_not_yet_read(folder, tmp_path, capsys):
    corpus = tmp_path / "corpus"
    import_files(corpus, [folder / "1.txt"])
    begin(corpus, ["2.txt", "3.txt"])
    for command in ("ledger", "stats"):
        assert main([command, "--corpus", str(corpus)]) == 0
        printed = capsys.readouterr().out
        assert "3 files: 1 stored, 0 partial, 0 duplicate, 0 rejected, 2 not yet read" in printed
        assert "not yet read: 2.txt" in printed
