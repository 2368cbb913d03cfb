"""Every bad file ends in the state and with the words that are written beside it, and none spoils another."""
import os
import sys
from pathlib import Path

import pytest

from analysis.corpus import analysts, open_corpus
from analysis.corpus.importing import import_files
from analysis.corpus.ledger import runs
from analysis.corpus.manifest import read_manifest
from analysis.readers.apart import Limits
from tests.corpus.test_importing import unread_rows
from tests.hostile import archives, documents, pages, slow, tables, texts
from tests.hostile.case import Case, told

GROUPS = {module.__name__.rsplit(".")[-1]: module.CASES for module in (texts, pages, documents, tables, archives, slow)}


def test_there_are_enough_of_them():
    names = [case.name for cases in GROUPS.values() for case in cases]
    assert len(names) >= 90 and len({(group, case.name) for group, cases in GROUPS.items() for case in cases}) == len(names)


@pytest.fixture(scope="module", params=GROUPS)
def imported(request, tmp_path_factory):
    """The files of a group, imported among two good ones by an analysis that finds France everywhere. All is read in some
    seconds, but for the group ``slow``, which is given one and a half."""
    folder = tmp_path_factory.mktemp(request.param)
    source = folder / "in"
    source.mkdir()
    for case in GROUPS[request.param]:
        (source / case.name).write_bytes(case.make())
    for name in ("00-bon.txt", "zz-bon.txt"):
        (source / name).write_text(told(len(name)) + name, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analysts, "analyse_article", unread_rows)
        report = import_files(folder / "corpus", [source], batch_size=7, limits=Limits(seconds=1.5 if request.param == "slow" else 60.0))
    return GROUPS[request.param], report, folder / "corpus"


def test_each_ends_in_its_state_for_its_reason(imported):
    cases, report, corpus = imported
    [run] = runs(corpus, read_manifest(corpus).serial)
    fates = {run.files[fate.number]: fate for fate in run.fates if not fate.document}
    found = {case.name: (fates[shown(case)].state, fates[shown(case)].reason) for case in cases}
    wrong = {case.name: found[case.name] for case in cases
             if found[case.name][0] != case.state or case.reason not in found[case.name][1] or (case.state == "stored") == bool(found[case.name][1])}
    assert not wrong
    assert {fates[name].state for name in ("00-bon.txt", "zz-bon.txt")} == {"stored"}
    assert sum(run.sums().values()) == len(cases) + 2 and run.sums() == report.sums() and not run.unread()


def test_what_is_stored_can_be_read_and_written(imported):
    _, _, corpus = imported
    tables = open_corpus(corpus).tables()
    for row in tables.articles.itertuples():
        assert (row.text + row.title + row.path + row.source).encode()
        assert row.url == "" or row.url.startswith("http")


def shown(case: Case) -> str:
    return case.name.replace("\n", " ")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems allow no such names")
def test_a_name_that_is_no_text_is_shown_and_stored(tmp_path, monkeypatch):
    monkeypatch.setattr(analysts, "analyse_article", unread_rows)
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")).write_text(told(1), encoding="utf-8")
    report = import_files(tmp_path.parent / f"{tmp_path.name}-corpus", [tmp_path])
    assert report.sums()["stored"] == 1 and report.files == ["\ufffd\ufffd.txt"]
