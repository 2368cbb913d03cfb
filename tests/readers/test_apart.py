"""Files read in a process apart: the one that is slow, huge or deadly costs itself alone, also inside an archive."""
import os
import sys
from pathlib import Path

import pytest

from analysis.apart import memory_of
from analysis.articles import Article
from analysis.readers import Note, Rejected, read_bytes
from analysis.readers.apart import Limits, Reader, parent
from analysis.readers.apart.wire import read, written
from tests.readers.files import zip_of
from tests.readers.test_formats import CASES

TEXT = "Paris condamne le tir\n\nLa France a condamné le tir et appelle à la retenue."
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits the memory of a process")
SLOW, DEAD, HUGE = "too slow: its reading took more than 0.5 s", "ended the process that read it (status 3)", "too large"


@pytest.fixture(scope="module")
def reader():
    with Reader(Limits(seconds=20.0)) as reader:
        yield reader


@pytest.fixture
def ill():
    with Reader(Limits(seconds=0.5, memory=400 << 20), program="tests.readers.ill_child") as reader:
        yield reader


def put(folder: Path, name: str, data: bytes | str = TEXT) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("name", CASES)
def test_a_process_apart_gives_what_this_one_does(reader, tmp_path, name):
    path = put(tmp_path, name, CASES[name][0])
    assert list(reader.found(path, name)) == list(read_bytes(CASES[name][0], name))


@pytest.mark.parametrize("message", [Rejected("begun", "1"), Note("ready", "\udc80"), ("begun", 3, "a.zip/b"), ("done",),
                                     Article("a", "b", "é", "é\ud800\n")])
def test_what_is_said_arrives(message):
    assert read(written(message)) == message and type(read(written(message))) is type(message)


@pytest.mark.parametrize(("name", "reason"), [("lent.txt", SLOW), ("sourd.txt", SLOW), ("mort.txt", DEAD),
                                              pytest.param("obus.txt", HUGE, marks=LINUX)])
def test_a_file_that_ends_its_reader_is_named_and_the_next_is_read(ill, tmp_path, name, reason):
    [rejected] = ill.found(put(tmp_path, name), name)
    assert rejected.path == name and reason in rejected.reason
    [article] = ill.found(put(tmp_path, "bavard.txt"), "bavard.txt")
    assert article.text == TEXT


def test_a_document_of_an_archive_costs_itself_alone(ill, tmp_path):
    inner = zip_of({"c.txt": TEXT, "lent.txt": "Un.", "d.txt": TEXT})
    path = put(tmp_path, "a.zip", zip_of({"a.txt": TEXT, "mort.txt": "Un.", "b.zip": inner, ".caché.txt": "", "e.txt": TEXT}))
    found = list(ill.found(path, "a.zip"))
    assert [each.path for each in found if isinstance(each, Article)] == [
        "a.zip/a.txt", "a.zip/b.zip/c.txt", "a.zip/b.zip/d.txt", "a.zip/e.txt"]
    assert {each.path: each.reason.split(":")[0] for each in found if isinstance(each, Rejected)} == {
        "a.zip/mort.txt": "it is broken", "a.zip/b.zip/lent.txt": "too slow"}
    assert [each.words for each in found if isinstance(each, Note)] == ["1 hidden files in it were passed over"]


def test_an_archive_of_deadly_documents_has_an_end(ill, tmp_path, monkeypatch):
    monkeypatch.setattr(parent, "MOST_ENDED", 3)
    path = put(tmp_path, "a.zip", zip_of({f"mort{number}.txt": "Un." for number in range(9)}))
    found = list(ill.found(path, "a.zip"))
    assert len(found) == 4 and "those behind them were left out" in found[-1].reason


def test_what_is_no_file_is_not_waited_for(reader, tmp_path):
    os.mkfifo(tmp_path / "tube.txt")
    reasons = [each.reason for name in ("tube.txt", "absent.txt") for each in reader.found(tmp_path / name, name)]
    assert reasons[0] == "it is no regular file" and "cannot be opened" in reasons[1]


def test_who_stops_listening_ends_the_process_and_can_go_on(ill, tmp_path):
    path = put(tmp_path, "a.zip", zip_of({f"{number}.txt": f"{TEXT} {number}" for number in range(500)}))
    for _ in ill.found(path, "a.zip"):
        break
    assert len(list(ill.found(path, "a.zip"))) == 500


def test_the_memory_of_a_process_is_asked_of_the_system(tmp_path, monkeypatch):
    program = tmp_path / "ps"
    program.write_text('#!/bin/sh\n[ "$4" = 7 ] && echo "  2048" || exit 1\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert memory_of(7) == 2048 * 1024 and memory_of(8) == 0
