"""The log: what was acknowledged is in it, also after a crash, and what cannot be read is named."""
import os
import signal
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path

import pytest

from analysis.corrections import CorrectionError, append, as_bytes, log_file, parse_log, read_log
from analysis.corrections.making import undo
from analysis.corrections.records import Correction, as_line, from_line
from tests.corrections import acts
from tests.tables_fixture import small_tables

TABLES = small_tables()
LINES = [acts.accept(TABLES, "s01", note="« ok »\n  "), acts.edit(TABLES, "s14", act="warn"), acts.reject(TABLES, "s02", "Bo"),
         acts.add(TABLES, "a4", "Pékin", source_id="CHN", act="praise"), acts.set_dates(TABLES, "a3", "a4"),
         acts.merge(TABLES, "DZA", "aloys-verne"), acts.split(TABLES, "FRA", ("a1",), actor_id="b")]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.what)
def test_a_line_comes_back_as_it_went(line):
    assert "\n" not in as_line(line) and from_line(as_line(line)) == line


def test_lines_come_back_in_their_order(tmp_path):
    path = log_file(tmp_path / "new")
    assert read_log(path).corrections == ()
    append(path, *LINES[:3])
    append(path, *LINES[3:])
    assert read_log(path).corrections == tuple(LINES) and not read_log(path).faults
    assert path.read_bytes() == as_bytes(LINES)


@pytest.mark.parametrize("torn", [b'{"what":"acc', b"\xff\xfe", b"[1]", b'{"what":"hug","coder":"A"}', b"[" * 100_000])
def test_a_line_that_cannot_be_read_is_left_aside_and_named(tmp_path, torn):
    path = log_file(tmp_path)
    append(path, LINES[0])
    with path.open("ab") as file:
        file.write(torn)
    assert [number for number, _ in read_log(path).faults] == [2]
    append(path, LINES[1])  # begins a line of its own
    log = read_log(path)
    assert log.corrections == tuple(LINES[:2]) and [number for number, _ in log.faults] == [2]


def test_a_line_twice_counts_once():
    log = parse_log(as_bytes([LINES[0], LINES[0]]))
    assert len(log.corrections) == 1 and "its id" in log.faults[0][1]


@pytest.mark.parametrize("wrong", [
    {"what": "hug"}, {"coder": " "}, {"note": "x" * 3000}, {"values": {}}, {"stance": None}, {"articles": ()},
    {"values": {**LINES[0].values, "act": "hug"}}, {"values": {**LINES[0].values, "first_day": "2024-02-31"}},
    {"values": {**LINES[0].values, "negated": 1}}, {"values": {**LINES[0].values, "source_id": ""}},
])
def test_what_is_no_correction_is_refused(wrong):
    with pytest.raises(CorrectionError):
        Correction(**{**vars(LINES[0]), **wrong})


def write_many(path: str, coder: str, number: int) -> None:
    for _ in range(number):
        append(Path(path), undo(coder, "x" * 3000))


def test_two_writers_lose_nothing(tmp_path):
    path = log_file(tmp_path)
    context = get_context("fork")
    writers = [context.Process(target=write_many, args=(str(path), coder, 40)) for coder in ("Ada", "Bo", "Cy")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    log = read_log(path)
    assert len(log.corrections) == 120 and not log.faults
    assert {line.coder for line in log.corrections} == {"Ada", "Bo", "Cy"}


WRITER = """
import os, signal, sys
from pathlib import Path
from analysis.corrections import append
from analysis.corrections.making import undo
left = int(sys.argv[2])
def milestone(step):
    global left
    left -= step == sys.argv[3]
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
while True:
    line = undo("Ada", "x" * 5000)
    append(Path(sys.argv[1]), line, milestone=milestone)
    print(line.id, flush=True)
"""


@pytest.mark.parametrize("step", ["written", "not on disk"])
@pytest.mark.parametrize("crash", [1, 4])
def test_a_writer_that_is_killed_leaves_each_acknowledged_line(tmp_path, step, crash):
    path = log_file(tmp_path)
    ended = subprocess.run([sys.executable, "-c", WRITER, str(path), str(crash), step], capture_output=True, text=True)
    assert ended.returncode == -signal.SIGKILL
    acknowledged = ended.stdout.split()
    assert len(acknowledged) == crash - 1
    assert {line.id for line in read_log(path).corrections} >= set(acknowledged)
    with path.open("rb+") as file:  # as a crash of the machine may leave the line that nobody was told of
        file.truncate(path.stat().st_size - 100)
    log = read_log(path)
    assert {line.id for line in log.corrections} == set(acknowledged) and len(log.faults) == 1
    append(path, LINES[0])
    assert read_log(path).corrections[-1] == LINES[0]


def test_a_writer_killed_at_any_moment_leaves_each_acknowledged_line(tmp_path):
    path = log_file(tmp_path)
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path), "-1", "never"], stdout=subprocess.PIPE, text=True)
    acknowledged = [writer.stdout.readline().strip() for _ in range(25)]
    os.kill(writer.pid, signal.SIGKILL)
    rest = writer.communicate()[0].split()
    assert [line.id for line in read_log(path).corrections][:25 + len(rest)] == acknowledged + rest
