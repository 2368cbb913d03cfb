"""``corrections``, and what ``stats`` says of them."""
import pytest

from analysis.commands import main
from analysis.commands.corrections import REASONS
from analysis.corrections import WHYS, append, log_file
from analysis.corrections.making import undo
from tests.corpus.batches import fill
from tests.corrections import acts
from tests.tables_fixture import small_tables

TABLES = small_tables()


@pytest.fixture
def corpus(tmp_path):
    fill(tmp_path / "corpus", "a1", "a2", "a4")
    return tmp_path / "corpus"


def test_every_reason_has_words():
    assert set(REASONS) == set(WHYS)


def test_a_corpus_without_corrections(corpus, capsys):
    assert main(["corrections", "--corpus", str(corpus)]) == 0
    assert capsys.readouterr().out == "corrections: 0 in force, 0 undone, 0 no longer fit\n"
    assert main(["stats", "--corpus", str(corpus)]) == 0
    assert "corrections" not in capsys.readouterr().out


def test_what_counts_and_what_no_longer_fits(corpus, capsys):
    gone = acts.reject(TABLES, "s20")
    lines = [acts.accept(TABLES, "s24", note="vu\x1b[31m"), acts.reject(TABLES, "s25"), acts.accept(TABLES, "s01", "Bo"), gone]
    append(log_file(corpus), *lines, undo("Bo", lines[2].id))
    assert main(["corrections", "--corpus", str(corpus), "--all"]) == 0
    printed = capsys.readouterr().out
    assert "2 in force, 1 undone, 1 no longer fit (1 accept, 1 reject)" in printed
    assert f"no longer fits: {gone.id}" in printed and "not in the corpus any more: Alger convoque" in printed
    assert "\x1b" not in printed and printed.count("in force ") == 3
    assert main(["stats", "--corpus", str(corpus)]) == 0
    assert "1 no longer fit" in capsys.readouterr().out


def test_exports_what_was_reviewed_as_a_whole(corpus, tmp_path, capsys):
    append(log_file(tmp_path / "mine"), acts.accept(TABLES, "s24"), acts.reject(TABLES, "s25"), acts.accept(TABLES, "s01"))
    out = tmp_path / "out"
    assert main(["corrections", "--corpus", str(corpus), "--log", str(tmp_path / "mine"), "--export", str(out)]) == 0
    assert "1 articles reviewed as a whole and 0 corrected offices" in capsys.readouterr().out
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*.*")) == ["annotations/a4.json", "articles/a4.txt", "holders.csv"]


def test_the_log_may_be_named_by_the_environment(corpus, tmp_path, capsys, monkeypatch):
    append(log_file(tmp_path / "mine"), acts.accept(TABLES, "s24"))
    monkeypatch.setenv("HOMOLOGUE_CORRECTIONS", str(tmp_path / "mine"))
    assert main(["corrections", "--corpus", str(corpus)]) == 0
    assert "1 in force" in capsys.readouterr().out


def test_a_folder_without_a_corpus_is_one_line(tmp_path, capsys):
    assert main(["corrections", "--corpus", str(tmp_path)]) == 1
    assert "holds no corpus" in capsys.readouterr().err
