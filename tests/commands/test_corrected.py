"""What ``export`` and ``extract`` write of a corpus that analysts corrected: the rows that the pages show."""
from datetime import date

import pandas as pd
import pytest

from analysis.commands import main
from analysis.commands.corrected import as_lines, as_shown
from analysis.corpus import open_corpus
from analysis.corrections import append, log_file, read_log
from analysis.corrections.making import undo
from analysis.exports import rows_csv
from analysis.rereading import FOLDER, FolderShelf, Reread
from analysis.rereading.records import READ
from analysis.tables import ROW_TYPES, StanceRow, Tables, dtypes
from analysis.views import Selection, select
from pages.parts.data import read_tables
from pages.parts.laid import corrected
from tests.commands.articles import write_articles
from tests.corpus.batches import fill
from tests.corrections import acts
from tests.tables_fixture import small_tables

TABLES = small_tables()
DAY = date(2024, 5, 6)


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    fill(folder, "a1", "a2", "a3", "a4")
    return folder


def correct(folder):
    """One of each kind of correction, one of them undone."""
    back = acts.reject(TABLES, "s02")
    append(log_file(folder), acts.accept(TABLES, "s24"), acts.reject(TABLES, "s25"), acts.edit(TABLES, "s01", act="praise"), back,
           undo("Ada", back.id), acts.merge(TABLES, TABLES.actors["actor_id"].iloc[0], TABLES.actors["actor_id"].iloc[1]),
           acts.set_dates(TABLES, "a4", first=DAY))


def read_as_of_may(folder):
    """A reading of a4 as of May, in which its first stance is gone."""
    rows = {name: list(getattr(TABLES, name).query("article_id == 'a4'").itertuples(index=False, name=None)) if name != "actors"
            else list(TABLES.actors.itertuples(index=False, name=None)) for name in READ}
    days = {"first_day", "last_day"}
    typed = {name: [tuple(None if column in days and pd.isna(value) else value.date() if column in days else value
                          for column, value in zip(ROW_TYPES[name]._fields, row)) for row in found] for name, found in rows.items()}
    FolderShelf(folder / FOLDER).put([Reread("a4", (DAY, DAY), "v", {**typed, "stances": [r for r in typed["stances"] if r[0] != "s25"]})])


def written(folder) -> Tables:
    return Tables(**{name: pd.read_parquet(folder / f"{name}.parquet").astype({**dtypes(kind), **({"review": "str"} if name == "stances" else {})})
                     for name, kind in ROW_TYPES.items()})


def exported_by_page(folder, selection: Selection) -> bytes:
    stock, _ = read_tables(folder, lambda done, total: None)
    laid = corrected(stock, read_log(log_file(folder)).corrections, FolderShelf(folder / FOLDER))
    return rows_csv(laid.stock.rows(selection).frame())


@pytest.mark.parametrize("options, reviewed", [([], "kept"), (["--only-reviewed"], "reviewed")])
@pytest.mark.parametrize("reread", [False, True])
def test_the_rows_are_those_of_the_pages(corpus, tmp_path, options, reviewed, reread):
    correct(corpus)
    if reread:
        read_as_of_may(corpus)
    assert main(["export", "--corpus", str(corpus), "--out", str(tmp_path / "out"), "--format", "parquet", *options]) == 0
    found = rows_csv(select(written(tmp_path / "out"), Selection(reviewed=reviewed)))
    assert found == exported_by_page(corpus, Selection(reviewed=reviewed))
    assert found.count(b"\r\n") > 1


def test_raw_tables_are_those_of_the_analysis(corpus, tmp_path, capsys):
    correct(corpus)
    assert main(["export", "--corpus", str(corpus), "--out", str(tmp_path / "out"), "--format", "parquet", "--raw"]) == 0
    assert "corrections were not asked for" in capsys.readouterr().out
    found, made = pd.read_parquet(tmp_path / "out" / "stances.parquet"), open_corpus(corpus).tables().stances
    assert list(found.columns) == list(StanceRow._fields) and found["stance_id"].tolist() == made["stance_id"].tolist()


def test_it_says_what_was_corrected_and_what_was_left_out(corpus, tmp_path, capsys):
    correct(corpus)
    assert main(["export", "--corpus", str(corpus), "--out", str(tmp_path / "out"), "--only-reviewed"]) == 0
    printed = capsys.readouterr().out
    assert "and 2 stances written" in printed
    assert "1 stances accepted" in printed and "0 added, 1 removed" in printed
    assert "22 stances that nobody reviewed were left out" in printed
    assert "1 articles have a date that an analyst set, but were not read again" in printed


def test_changed_stances_are_counted_each_once():
    shown = as_shown(TABLES, None)
    assert (shown.changed, shown.removed, as_lines(shown)) == (0, 0, [])
    assert shown.tables.stances["review"].eq("").all() and len(shown.tables.stances) == len(TABLES.stances)


def test_an_edit_and_a_merge_count_what_they_change(tmp_path):
    one, other = TABLES.stances["source_id"].value_counts().index[:2]
    append(log_file(tmp_path), acts.merge(TABLES, one, other))
    touched = TABLES.stances[["source_id", "target_id", "reporter_id"]].eq(other).any(axis=1).sum()
    assert as_shown(TABLES, tmp_path).changed == touched > 0


def test_the_log_may_lie_elsewhere(corpus, tmp_path, capsys, monkeypatch):
    append(log_file(tmp_path / "mine"), acts.reject(TABLES, "s25"))
    command = ["export", "--corpus", str(corpus), "--out", str(tmp_path / "out")]
    assert main([*command, "--log", str(tmp_path / "mine")]) == 0
    assert "1 removed" in capsys.readouterr().out
    monkeypatch.setenv("HOMOLOGUE_CORRECTIONS", str(tmp_path / "mine"))
    assert main(command) == 0
    assert "1 removed" in capsys.readouterr().out
    assert main([*command, "--raw", "--log", str(tmp_path)]) == 0
    assert "removed" not in capsys.readouterr().out


def test_raw_and_only_reviewed_exclude_each_other(corpus, tmp_path):
    with pytest.raises(SystemExit) as stop:
        main(["export", "--corpus", str(corpus), "--out", str(tmp_path), "--raw", "--only-reviewed"])
    assert stop.value.code == 2


def test_extract_lays_named_corrections_over_and_reads_dated_articles_again(tmp_path, capsys):
    articles, log = str(write_articles(tmp_path / "in")), tmp_path / "log"
    assert main(["extract", articles, "--out", str(tmp_path / "raw"), "--format", "parquet"]) == 0
    raw = Tables(**{name: pd.read_parquet(tmp_path / "raw" / f"{name}.parquet").astype(dtypes(kind)) for name, kind in ROW_TYPES.items()})
    first, gone = raw.articles["article_id"].iloc[0], raw.stances["stance_id"].iloc[-1]
    append(log_file(log), acts.set_dates(raw, first, first=date(2024, 5, 9)), acts.reject(raw, gone))
    capsys.readouterr()
    assert main(["extract", articles, "--out", str(tmp_path / "out"), "--format", "parquet", "--log", str(log)]) == 0
    assert "1 removed" in (printed := capsys.readouterr().out) and "1 articles are as of the dates that analysts set" in printed
    now = written(tmp_path / "out")
    assert now.articles.set_index("article_id")["published_first"][first] == pd.Timestamp(2024, 5, 9)
    thursday = now.dates[(now.dates["article_id"] == first) & (now.dates["text"] == "jeudi")]["first_day"]
    assert thursday.tolist() == [pd.Timestamp(2024, 5, 9)]
    assert gone not in set(now.stances["stance_id"]) and not log.joinpath(FOLDER).exists()
