"""``stats``, ``export``, ``refresh``, ``delete`` and ``compact`` over one corpus."""
from datetime import date

import pandas as pd
import pytest

from analysis.commands import main
from analysis.commands.corrected import as_dated
from analysis.corpus import analysts, open_corpus
from analysis.corpus.counting import count
from analysis.corrections import append, log_file, read_log
from analysis.rereading import FOLDER
from analysis.tables import ROW_TYPES
from tests.corpus.batches import fill
from tests.corpus.test_importing import unread_rows
from tests.corrections import acts
from tests.tables_fixture import small_tables


@pytest.fixture
def corpus(tmp_path):
    fill(tmp_path / "corpus", "a1", "a2", "a3", "a4")
    return str(tmp_path / "corpus")


def test_stats_count_by_article_and_by_text(corpus, capsys):
    assert main(["stats", "--corpus", corpus]) == 0
    printed = capsys.readouterr().out
    assert "4 articles, 4 independent texts (0 reprints)" in printed
    assert "published 2024-03-04 to 2024-04-30, 1 undated" in printed
    assert "4 parts" in printed and "4 out of date" in printed
    assert [line.split() for line in printed.splitlines() if line.startswith("  Agence")] == [["Agence", "témoin", "2", "2"]]


def test_counts_agree_with_the_tables(corpus):
    counts, tables = count(open_corpus(corpus)), open_corpus(corpus).tables()
    assert {each.name: each.articles for each in counts.acts} == tables.stances["act"].value_counts().to_dict()
    assert {each.name: each.articles for each in counts.sources} == tables.articles["source"].value_counts().to_dict()
    assert counts.rows["stances"] == len(tables.stances) and counts.states == {"stored": 4}


def test_export_writes_the_tables(corpus, tmp_path):
    for kind, read in (("csv", pd.read_csv), ("parquet", pd.read_parquet)):
        out = tmp_path / kind
        assert main(["export", "--corpus", corpus, "--out", str(out), "--format", kind]) == 0
        assert sorted(path.stem for path in out.iterdir()) == sorted([*ROW_TYPES, "copies"])
        assert len(read(out / f"stances.{kind}")) == 25
        assert set(read(out / f"copies.{kind}").columns) == {"article_id", "group_id", "size"}


def test_delete_takes_out_what_fits(corpus, capsys):
    assert main(["delete", "--corpus", corpus, "--source", "Agence témoin", "--dry-run"]) == 0
    assert capsys.readouterr().out == "2 articles fit\n"
    assert main(["delete", "--corpus", corpus, "--source", "Agence témoin", "--to", "2024-03-31"]) == 0
    assert open_corpus(corpus).article_ids == {"a1", "a3", "a4"}
    assert main(["delete", "--corpus", corpus, "--id", "zz"]) == 1
    with pytest.raises(SystemExit):
        main(["delete", "--corpus", corpus])


def test_compact_puts_parts_together(corpus, capsys):
    assert main(["compact", "--corpus", corpus]) == 0
    assert capsys.readouterr().out == "4 parts, now 1\n"


def test_refresh_analyses_what_is_out_of_date(corpus, capsys):
    assert main(["refresh", "--corpus", corpus, "--jobs", "1"]) == 0
    assert "4 parts were out of date; 4 articles analysed again" in capsys.readouterr().out
    assert main(["refresh", "--corpus", corpus, "--jobs", "1"]) == 0
    assert capsys.readouterr().out.startswith("0 parts")


def test_refresh_reads_articles_again_as_of_the_dates_that_analysts_set(corpus, capsys):
    append(log_file(corpus), acts.set_dates(small_tables(), "a4", first=date(2024, 5, 6)))
    assert main(["refresh", "--corpus", corpus, "--jobs", "1"]) == 0
    assert "1 articles read again as of the dates" in capsys.readouterr().out
    assert main(["refresh", "--corpus", corpus, "--jobs", "1"]) == 0
    assert "read again" not in capsys.readouterr().out
    tables = open_corpus(corpus).tables()
    now = as_dated(tables, read_log(log_file(corpus)), log_file(corpus).parent)[0].articles.set_index("article_id")["published_first"]
    assert now["a4"] == pd.Timestamp(2024, 5, 6) and pd.isna(tables.articles.set_index("article_id")["published_first"]["a4"])


def test_an_article_that_cannot_be_read_again_is_named_and_those_before_it_are_kept(corpus, capsys, monkeypatch):
    assert main(["refresh", "--corpus", corpus, "--jobs", "1"]) == 0
    append(log_file(corpus), acts.set_dates(small_tables(), "a2", "a4", first=date(2024, 5, 6)))
    monkeypatch.setattr(analysts, "analyse_article", lambda article: {}[article.article_id] if article.article_id == "a4" else unread_rows(article))
    assert main(["refresh", "--corpus", corpus, "--jobs", "1"]) == 1
    assert "its analysis failed" in capsys.readouterr().err
    assert [path.name[:2] for path in (log_file(corpus).parent / FOLDER).iterdir()] == ["a2"]
    monkeypatch.undo()
    assert main(["refresh", "--corpus", corpus, "--jobs", "1"]) == 0
    assert "1 articles read again as of the dates" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["stats"], ["export", "--out", "out"], ["refresh"], ["delete", "--id", "a"], ["compact"]])
def test_a_folder_without_a_corpus_is_one_line(tmp_path, capsys, command):
    assert main([command[0], "--corpus", str(tmp_path), *command[1:]]) == 1
    assert "holds no corpus" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
