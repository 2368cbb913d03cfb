"""``export CORPUS --as …`` writes what the buttons of the pages give."""
import io
from dataclasses import dataclass, replace
from functools import cached_property, partial

import pandas as pd
import pytest

from analysis.commands import main
from analysis.corrections import append, log_file, read_log
from analysis.exports import FIELD_FORMATS, OF_NETWORKS, ROW_FORMATS
from analysis.rereading import FOLDER, FolderShelf
from analysis.views import STANDARD, TIES, network
from analysis.views.names import english_name
from pages.parts import exports as buttons
from pages.parts.data import read_tables
from pages.parts.laid import corrected
from pages.parts.texts import texts_of
from tests.commands.test_corrected import correct, read_as_of_may
from tests.corpus.batches import fill
from tests.corrections import acts
from tests.tables_fixture import small_tables

FORMATS = FIELD_FORMATS | ROW_FORMATS
TABLES = small_tables()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("field") / "corpus"
    fill(folder, "a1", "a2", "a3", "a4")
    correct(folder)
    read_as_of_may(folder)
    return folder


@dataclass(frozen=True)
class Shown:
    """A page over a corpus, as far as its buttons ask."""

    corpus: object
    selection: object
    texts: object

    @cached_property
    def rows(self):
        return self.corpus.stock.rows(self.selection)

    @cached_property
    def view(self):
        return self.rows.frame()


def page_over(folder, selection, language) -> Shown:
    laid = corrected(read_tables(folder, lambda done, total: None)[0], read_log(log_file(folder)).corrections, FolderShelf(folder / FOLDER))
    stock = laid.stock if language == "fr" else laid.stock.named(english_name)
    return Shown(type("Corpus", (), {"stock": stock, "tables": stock.tables}), selection, texts_of(language))


def button_of(page: Shown, kind: str, drawn):
    """What the page makes on click."""
    if kind == "edges":
        return partial(buttons._edges_file, drawn)
    if kind in OF_NETWORKS:
        return partial(buttons._chart_file, page, buttons.Drawing("network", drawn, None, ""), "", kind)
    return partial(buttons._field_file if kind in FIELD_FORMATS else buttons._rows_file, page, kind)


def written(folder, out, *options) -> dict[str, bytes]:
    assert main(["export", str(folder), "--as", ",".join(FORMATS), "--out", str(out), *options]) == 0
    return {kind: (out / f"homologue-{kind}.{each.ending}").read_bytes() for kind, each in FORMATS.items()}


@pytest.mark.parametrize(("language", "options", "selection", "level", "ties"), [
    ("en", [], STANDARD, "countries", "both"),
    ("fr", [], STANDARD, "countries", "both"),
    ("en", ["--filter", "confidence=0&sign=conflictual&sign=cooperative"], replace(STANDARD, min_confidence=0.0, signs=(-1, 1)), "countries", "both"),
    ("fr", ["--filter", "http://localhost:8501/Network?country=MAR&nodes=people&ties=cooperative&lanes=act"],
     replace(STANDARD, countries=("MAR",)), "people", "cooperative"),
    ("en", ["--filter", "reviewed=all&confidence=0"], replace(STANDARD, reviewed="all", min_confidence=0.0), "countries", "both"),
    ("fr", ["--only-reviewed"], replace(STANDARD, reviewed="reviewed"), "countries", "both"),
])
def test_the_files_are_those_of_the_pages(corpus, tmp_path, language, options, selection, level, ties):
    page = page_over(corpus, selection, language)
    drawn = network(page.rows, level, signs=TIES[ties])
    expected = {kind: button_of(page, kind, drawn)() for kind in FORMATS}
    found = written(corpus, tmp_path / "out", "--language", language, *options)
    assert {kind: found[kind] == expected[kind] for kind in FORMATS if kind != "xlsx"} == dict.fromkeys(FORMATS.keys() - {"xlsx"}, True)
    assert abs(len(found["xlsx"]) - len(expected["xlsx"])) < 20  # a workbook says when it was made


def test_raw_is_without_corrections(corpus, tmp_path):
    found = written(corpus, tmp_path / "out", "--filter", "confidence=0", "--raw")
    rows = pd.read_parquet(io.BytesIO(found["parquet"]))
    assert sorted(rows["stance_id"]) == sorted(TABLES.stances["stance_id"]) and not any(rows["review"])


def test_the_language_of_a_pasted_address_is_obeyed(corpus, tmp_path):
    named, asked = written(corpus, tmp_path / "a", "--filter", "?lang=fr"), written(corpus, tmp_path / "b", "--language", "fr")
    assert named["csv"] == asked["csv"] and named["gexf"] == asked["gexf"]


def test_help_lists_each_format_with_what_it_is(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["export", "--help"])
    assert stop.value.code == 0
    printed = capsys.readouterr().out
    lines = {line.split()[0]: line for line in printed.partition("formats of --as:")[2].splitlines() if line.strip()}
    assert list(lines) == list(FORMATS)
    assert all(each.about in lines[kind] and f"(.{each.ending})" in lines[kind] for kind, each in FORMATS.items())


def test_what_a_format_cannot_hold_and_what_was_corrected_is_said(corpus, tmp_path, capsys):
    assert main(["export", str(corpus), "--as", "polecat,timelinejs,gexf,parquet", "--out", str(tmp_path), "--filter", "confidence=0", "--raw"]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert [line.partition("25 stances")[2] for line in lines] == [
        "; left out: 1 without a PLOVER type (a denial has none), 2 without a known day, 2 negated", "; left out: 2 without a known day",
        "; left out: 1 towards nobody named", ""]
    assert last == "as the analysis made them: corrections were not asked for"
    assert main(["export", str(corpus), "--as", "ris", "--out", str(tmp_path)]) == 0
    assert "1 stances accepted" in (printed := capsys.readouterr().out) and "1 articles are as of the dates" in printed


@pytest.mark.parametrize(("arguments", "said"), [
    (["--as", "word"], "no format 'word'; there are plover, polecat, gexf"),
    (["--as", "plover,odt,word"], "no format 'odt', 'word'"),
    (["--as", ","], "no format is named"),
    (["--corpus", "other", "--as", "plover"], "name one corpus"),
    (["--filter", "country=RUS", "--out", "x"], "--filter and --language go with --as"),
    ([], "say with --out DIR"),
])
def test_wrong_usage_is_said_and_nothing_is_written(tmp_path, capsys, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stop:
        main(["export", "corpus", *arguments])
    assert stop.value.code == 2 and said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("asked", "said"), [
    ("contry=RUS", "the filter has no contry; it has country, person"),
    ("country=XXX", "not in this corpus, or no value of the filter: country=XXX"),
    ("confidence=2", "confidence=2"),
    ("first=2031-01-01", "no stance fits the filter"),
    ("nodes=cities", "nodes is one of"),
    ("threshold=many", "threshold is a number of stances, not 'many'"),
    ("centre=nobody", "no 'nobody' is in the network"),
])
def test_a_filter_that_cannot_be_obeyed_is_said_and_nothing_is_written(corpus, tmp_path, capsys, asked, said):
    assert main(["export", str(corpus), "--as", "gexf", "--out", str(tmp_path / "out"), "--filter", asked]) == 1
    assert said in capsys.readouterr().err and not (tmp_path / "out").exists()


def test_without_a_folder_the_files_lie_where_one_stands(tmp_path, monkeypatch):
    fill(tmp_path / "corpus", "a1", "a2")
    append(log_file(tmp_path / "corpus"), acts.accept(TABLES, "s01"))
    monkeypatch.chdir(tmp_path)
    assert main(["export", "corpus", "--as", "ris", "--as", "plover"]) == 0
    assert sorted(path.name for path in tmp_path.glob("homologue-*")) == ["homologue-plover.jsonl", "homologue-ris.ris"]
