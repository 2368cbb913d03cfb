"""``python -m analysis extract``: tables on disk, a summary, an exit status."""
import csv

import pandas as pd
import pytest

from analysis.commands import main
from analysis.commands.extract import Meter
from analysis.tables import ROW_TYPES, dtypes
from tests.commands.articles import write_articles


@pytest.fixture(scope="module")
def csv_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("csv")
    assert main(["extract", str(write_articles(folder / "in")), "--out", str(folder / "deep" / "out")]) == 0
    return folder / "deep" / "out"


def test_one_file_a_table(csv_folder):
    assert sorted(path.name for path in csv_folder.iterdir()) == sorted(f"{name}.csv" for name in ROW_TYPES)


@pytest.mark.parametrize("name", ROW_TYPES)
def test_columns_are_those_of_the_contract(csv_folder, name):
    with open(csv_folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        assert tuple(next(csv.reader(file))) == ROW_TYPES[name]._fields


def test_values_in_csv_are_plain(csv_folder):
    with open(csv_folder / "articles.csv", encoding="utf-8", newline="") as file:
        articles = list(csv.DictReader(file))
    assert [(row["path"], row["published_first"]) for row in articles] == [("first.txt", "2019-03-07"), ("second.txt", "2019-03-08")]
    assert articles[0]["text"].startswith(" date 2019-03-07 Alger")
    with open(csv_folder / "dates.csv", encoding="utf-8", newline="") as file:
        assert {(row["text"], row["first_day"]) for row in csv.DictReader(file)} >= {("jeudi", "2019-03-07")}
    with open(csv_folder / "stances.csv", encoding="utf-8", newline="") as file:
        assert {row["negated"] for row in csv.DictReader(file)} <= {"True", "False"}


def test_parquet_keeps_types(tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["extract", str(write_articles(tmp_path / "in")), "--out", str(out), "--format", "parquet"]) == 0
    assert sorted(path.name for path in out.iterdir()) == sorted(f"{name}.parquet" for name in ROW_TYPES)
    for name, row_type in ROW_TYPES.items():
        found = pd.read_parquet(out / f"{name}.parquet").dtypes.astype(str).to_dict()
        assert {column: kind.replace("datetime64[ms]", "datetime64[s]") for column, kind in found.items()} == dtypes(row_type)


def test_the_summary_counts_and_warns(tmp_path, capsys):
    assert main(["extract", str(write_articles(tmp_path / "in")), "--out", str(tmp_path / "out")]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("2 articles from 3 files: 2 stored, 0 partial, 0 duplicate, 1 rejected\n")
    assert printed.err.startswith("not read: scan.pdf: the PDF cannot be read")
    assert "Traceback" not in printed.err


@pytest.mark.parametrize("content", [None, b"", b"\x00\x01\x02"])
def test_where_nothing_can_be_read(tmp_path, capsys, content):
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_bytes(content)
    assert main(["extract", str(path), "--out", str(tmp_path / "out")]) == 1
    assert "nothing could be read (1 files tried)" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_wrong_pipeline_is_one_line(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("HOMOLOGUE_MODEL", "no_such_pipeline")
    assert main(["extract", str(write_articles(tmp_path / "in")), "--out", str(tmp_path / "out")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line for line in lines if not line.startswith("not read: scan.pdf")] == [
        line for line in lines if "'no_such_pipeline' not found" in line]
    assert len(lines) == 2


@pytest.mark.parametrize("arguments", [[], ["extract"], ["extract", "x"], ["extract", "x", "--out", "y", "--format", "xls"], ["scan"]])
def test_wrong_usage_exits_with_2(arguments):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_progress_is_shown_on_a_terminal_only():
    class Screen:
        def __init__(self, terminal: bool) -> None:
            self.terminal, self.shown = terminal, ""

        def isatty(self) -> bool:
            return self.terminal

        def write(self, text: str) -> None:
            self.shown += text

        def flush(self) -> None:
            self.shown += ""

    for terminal, begins in ((False, ""), (True, "\r1 of 2 articles")):
        screen = Screen(terminal)
        Meter(screen)(1, 2)
        assert screen.shown.startswith(begins) and bool(screen.shown) is terminal


def test_columns_of_a_table_are_said_and_can_be_named(tmp_path, capsys):
    (tmp_path / "a.csv").write_text("resume;notes\nCourt;La Suède condamne ce tir.\n", encoding="utf-8")
    command = ["extract", str(tmp_path / "a.csv"), "--out", str(tmp_path / "out")]
    assert main([*command, "--columns", "text=notes"]) == 0
    assert "a.csv: columns: text ← notes" in capsys.readouterr().err
    with open(tmp_path / "out" / "articles.csv", encoding="utf-8", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == ["La Suède condamne ce tir."]
    assert main([*command, "--columns", "notes"]) == 1
    assert "not of the form FIELD=COLUMN" in capsys.readouterr().err
