"""Files damaged at random: each has a state, and none ends or holds up the import. (All 500: tests/benchmarks/mutants.py.)"""
from analysis.corpus import analysts, open_corpus
from analysis.corpus.importing import import_files
from tests.corpus.test_importing import unread_rows
from tests.hostile.mutants import mutants

SHARE, SEED = 60, 20240911


def test_damaged_files_each_have_a_state(tmp_path, monkeypatch):
    monkeypatch.setattr(analysts, "analyse_article", unread_rows)
    source = tmp_path / "in"
    source.mkdir()
    for name, data in mutants(SHARE, SEED):
        (source / name).write_bytes(data)
    report = import_files(tmp_path / "corpus", [source])
    assert sum(report.sums().values()) == SHARE and report.sums()["not yet read"] == 0
    assert all(row.reason for row in report.problems)
    assert not [row for row in report.problems if "ended the process" in row.reason or "too slow" in row.reason]
    assert all(text.encode() for text in open_corpus(tmp_path / "corpus").column("articles", "text"))
