"""The store: what was committed is there, whole, whatever ends the writer; what is damaged is named and left aside."""
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from analysis.corpus import Busy, CorpusError, is_corpus, open_corpus, writing
from analysis.corpus.manifest import NAME, read_manifest
from analysis.corpus.parts import FOLDER
from analysis.tables import ROW_TYPES, dtypes
from tests.corpus.batches import MADE_BY, batch, fill, many

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ("a1", "a2", "a3", "a4")


def held(folder: Path) -> list[str]:
    return open_corpus(folder).tables().articles["article_id"].to_list()


def test_batches_read_as_one_analysis_of_all(tmp_path, small_tables):
    fill(tmp_path, *ARTICLES)
    tables = open_corpus(tmp_path).tables()
    for name in ROW_TYPES:
        found, expected = getattr(tables, name), getattr(small_tables, name)
        if name == "actors":  # in the order in which the newest articles met them
            found, expected = (table.sort_values("actor_id", ignore_index=True) for table in (found, expected))
        assert found.equals(expected), name


def test_a_corpus_without_articles_gives_six_empty_tables(tmp_path, small_tables):
    with writing(tmp_path) as writer:
        writer.commit(batch(small_tables), MADE_BY)
    tables = open_corpus(tmp_path).tables()
    for name, row_type in ROW_TYPES.items():
        assert getattr(tables, name).dtypes.astype(str).to_dict() == dtypes(row_type)
        assert getattr(tables, name).empty


def test_the_version_changes_with_each_commit_only(tmp_path):
    fill(tmp_path, "a1")
    seen = [open_corpus(tmp_path).version, open_corpus(tmp_path).version]
    fill(tmp_path, "a2")
    assert seen[0] == seen[1] != open_corpus(tmp_path).version
    assert read_manifest(tmp_path).parts[0].version == MADE_BY


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize(("step", "occurrence", "committed"), [
    ("table begun", 1, False), ("table begun", 5, False), ("part written", 1, False), ("part named", 1, False),
    ("manifest written", 1, False), ("committed", 1, True),
])
def test_a_killed_writer_leaves_whole_batches(tmp_path, step, occurrence, committed):
    fill(tmp_path, "a1")
    killed = subprocess.run([sys.executable, "-m", "tests.corpus.batches", tmp_path, step, str(occurrence)], cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    assert held(tmp_path) == (["a1", "a2", "a3"] if committed else ["a1"])
    fill(tmp_path, "a4")  # the lock was lifted, and what was left lying is cleared away
    assert held(tmp_path)[-1] == "a4"
    assert len(list((tmp_path / FOLDER).iterdir())) == len(read_manifest(tmp_path).parts) == (3 if committed else 2)


def test_a_second_writer_is_told_and_readers_are_not_kept_waiting(tmp_path, small_tables):
    fill(tmp_path, "a1")
    with writing(tmp_path) as writer:
        with pytest.raises(Busy, match="another import is writing"), writing(tmp_path):
            pytest.fail("two writers at once")
        assert held(tmp_path) == ["a1"]
        writer.commit(batch(small_tables, "a2"), MADE_BY)
        assert held(tmp_path) == ["a1", "a2"]


def test_a_second_writer_can_wait_until_the_first_has_ended(tmp_path):
    entered, seen_waiting = threading.Event(), threading.Event()

    def first() -> None:
        with writing(tmp_path):
            entered.set()
            assert seen_waiting.wait(20)

    thread = threading.Thread(target=first)
    thread.start()
    assert entered.wait(20)
    with writing(tmp_path, wait=True, waiting=seen_waiting.set):
        thread.join(20)
        assert not thread.is_alive()
    assert seen_waiting.is_set()


def test_a_reader_keeps_what_it_opened(tmp_path):
    fill(tmp_path, "a1")
    reader = open_corpus(tmp_path)
    fill(tmp_path, "a2")
    assert reader.tables().articles["article_id"].to_list() == ["a1"]


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [flip, lambda path: path.write_bytes(b""), Path.unlink])
def test_a_damaged_part_is_named_and_left_aside(tmp_path, damage):
    fill(tmp_path, "a1", "a2", "a3")
    part = read_manifest(tmp_path).parts[1]
    damage(tmp_path / FOLDER / part.name / "stances.parquet")
    corpus = open_corpus(tmp_path)
    assert corpus.tables().articles["article_id"].to_list() == ["a1", "a3"]
    [(file, reason)] = corpus.damaged
    assert file == f"{FOLDER}/{part.name}/stances.parquet" and "its 1 articles are left aside" in reason
    assert corpus.not_read() == ((file, reason),)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 99}', '{"format": 1}', '{"format": 1, "serial": 1, "parts": [{}]}'])
def test_a_damaged_manifest_is_said_and_nothing_is_overwritten(tmp_path, content):
    fill(tmp_path, "a1")
    (tmp_path / NAME).write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match="manifest.json"):
        open_corpus(tmp_path)
    with pytest.raises(CorpusError, match="manifest.json"):
        fill(tmp_path, "a2")
    assert (tmp_path / NAME).read_text(encoding="utf-8") == content
    assert len(list((tmp_path / FOLDER).iterdir())) == 1


def test_a_folder_without_a_corpus_is_said(tmp_path):
    assert not is_corpus(tmp_path)
    with pytest.raises(CorpusError, match="holds no corpus"):
        open_corpus(tmp_path)


def test_parts_are_replaced_in_one_step_and_in_their_place(tmp_path, small_tables):
    fill(tmp_path, "a1", "a2", "a3")
    with writing(tmp_path) as writer:
        old = writer.manifest.parts
        writer.commit(batch(small_tables, "a4"), MADE_BY, instead_of=old[:2])
    assert held(tmp_path) == ["a4", "a3"]
    assert len(list((tmp_path / FOLDER).iterdir())) == 2


def test_what_cannot_be_written_is_said_and_the_corpus_stays(tmp_path, small_tables):
    fill(tmp_path, "a1")

    def full(step: str) -> None:
        if step == "part written":
            raise OSError(28, "No space left on device")

    with pytest.raises(CorpusError, match="No space left"), writing(tmp_path, milestone=full) as writer:
        writer.commit(batch(small_tables, "a2"), MADE_BY)
    assert held(tmp_path) == ["a1"]
    assert len(list((tmp_path / FOLDER).iterdir())) == 1


def test_queries_run_over_all_parts(tmp_path):
    fill(tmp_path, *ARTICLES)
    corpus = open_corpus(tmp_path)
    counted = corpus.query("select count(*) n, count(distinct article_id) articles from stances")
    assert counted.to_dict("records") == [{"n": 25, "articles": 4}]
    assert corpus.query("select count(*) n from dates")["n"].to_list() == [0]


def test_ids_and_columns_are_read_alone(tmp_path):
    fill(tmp_path, "a1", "a3")
    corpus = open_corpus(tmp_path)
    assert corpus.article_ids == {"a1", "a3"}
    assert corpus.column("files", "path") == ["a1.txt", "a3.txt"]
    some = corpus.table("articles", ("article_id", "published_first"))
    assert some.equals(corpus.table("articles")[["article_id", "published_first"]])
    assert list(open_corpus(tmp_path).table("dates", ("text",)).columns) == ["text"]


def test_a_large_part_comes_back_equal(tmp_path):
    frames = many(2_000)
    with writing(tmp_path) as writer:
        writer.commit(frames, MADE_BY)
    assert open_corpus(tmp_path).table("stances").equals(frames["stances"])


def test_a_corpus_needs_a_folder_of_its_own(tmp_path):
    (tmp_path / "un.txt").write_text("Un", encoding="utf-8")
    with pytest.raises(CorpusError, match="holds other files"):
        fill(tmp_path, "a1")
    assert [path.name for path in tmp_path.iterdir()] == ["un.txt"]
