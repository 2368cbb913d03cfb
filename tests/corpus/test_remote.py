"""A corpus behind a URL does what one in a folder does; ``memory://`` and ``local://`` stand for the stores of others."""
import json
import shutil
import threading
import time
from pathlib import Path

import fsspec
import pytest

from analysis.commands import main
from analysis.commands.ledger import recorded
from analysis.corpus import Busy, CorpusError, is_corpus, lease, open_corpus, placed, writing
from analysis.corpus.importing import import_files
from analysis.corpus.manifest import NAME
from analysis.corpus.parts import FOLDER
from analysis.corpus.remote import Remote, is_url, with_table_at, write_part_at
from analysis.corpus.rows import FileRow
from analysis.corpus.upkeep import Which, compact, delete
from analysis.tables import frame
from tests.corpus.batches import MADE_BY, batch, fill

ARTICLES = ("a1", "a2", "a3", "a4")


@pytest.fixture(params=["memory", "local"])
def url(request, tmp_path, monkeypatch) -> str:
    """A place for a corpus, and copies of this test's own."""
    monkeypatch.setenv("HOMOLOGUE_COPIES", str(tmp_path / "cache"))
    yield f"memory://{tmp_path.name}/corpus" if request.param == "memory" else f"local://{tmp_path}/store/corpus"
    fsspec.filesystem("memory").store.clear()


def held(url: str) -> list[str]:
    return open_corpus(url).tables().articles["article_id"].to_list()


def stored(url: str) -> list[str]:
    return Remote(url).names(FOLDER)


def forget_copy(url: str) -> None:
    shutil.rmtree(Remote(url).folder, ignore_errors=True)


@pytest.mark.parametrize(("where", "expected"), [
    ("s3://bucket/corpus/", "s3://bucket/corpus"), ("file:///corpora/a", Path("/corpora/a")), ("corpus", Path("corpus")),
    (Path("/corpora/a"), Path("/corpora/a")), ("memory://a", "memory://a"),
])
def test_a_place_is_a_folder_or_a_url(where, expected):
    assert placed(where) == expected and is_url(expected) is isinstance(expected, str)


def test_batches_are_read_as_from_a_folder(url, small_tables):
    assert not is_corpus(url)
    fill(url, *ARTICLES)
    assert is_corpus(url)
    for _ in range(2):
        assert open_corpus(url).tables().stances.equals(small_tables.stances)
        assert open_corpus(url).query("select count(*) n from stances")["n"].to_list() == [25]
        forget_copy(url)  # as on another machine


def test_an_old_copy_takes_over_what_others_committed(url, tmp_path, monkeypatch):
    fill(url, "a1")
    assert held(url) == ["a1"]
    monkeypatch.setenv("HOMOLOGUE_COPIES", str(tmp_path / "other machine"))
    state = Remote(url).state()
    fill(url, "a2")
    assert Remote(url).state() != state
    monkeypatch.setenv("HOMOLOGUE_COPIES", str(tmp_path / "cache"))
    assert held(url) == ["a1", "a2"]


def test_articles_are_deleted_and_parts_put_together(url):
    fill(url, *ARTICLES)
    with writing(url) as writer:
        assert delete(writer, Which(ids=frozenset({"a2"}))) == 1
    assert held(url) == ["a1", "a3", "a4"]
    with writing(url) as writer:
        assert compact(writer) == (3, 1)
    forget_copy(url)
    assert held(url) == ["a1", "a3", "a4"] and len(stored(url)) == 1


@pytest.mark.parametrize("step", ["table begun", "part named", "part sent", "manifest sent", "manifest written"])
def test_what_ends_in_the_middle_leaves_whole_batches(url, step, small_tables):
    fill(url, "a1")

    def broken(name: str) -> None:
        if name == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), writing(url, milestone=broken) as writer:
        writer.commit(batch(small_tables, "a2", "a3"), MADE_BY)
    committed = ["a1", "a2", "a3"] if step in ("manifest sent", "manifest written") else ["a1"]
    assert held(url) == committed
    fill(url, "a4")
    forget_copy(url)
    assert held(url) == [*committed, "a4"] and len(stored(url)) == len(open_corpus(url).parts)


def test_parts_that_others_wrote_are_committed_together(url, small_tables):
    with writing(url) as writer:
        parts = [write_part_at(writer.place, batch(small_tables, key), MADE_BY) for key in ("a1", "a2")]
        parts[1] = with_table_at(writer.place, parts[1], "files", frame(FileRow, [FileRow("f", "x.txt", "rejected", "empty", 0)]))
        assert not is_corpus(url)
        writer.add(*parts)
    assert held(url) == ["a1", "a2"] and open_corpus(url).not_read() == (("x.txt", "empty"),)


def test_a_damaged_part_is_named_and_left_aside(url):
    fill(url, "a1", "a2")
    forget_copy(url)
    remote = Remote(url)
    remote.files.pipe_file(remote.place(FOLDER, stored(url)[0], "stances.parquet"), b"broken")
    corpus = open_corpus(url)
    assert len(corpus.parts) == len(corpus.damaged) == 1


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": 99}'])
def test_a_damaged_manifest_is_said(url, content):
    fill(url, "a1")
    Remote(url).put(NAME, content)
    with pytest.raises(CorpusError, match="manifest.json"):
        open_corpus(url)


def test_a_second_writer_is_told(url, tmp_path, monkeypatch):
    with writing(url):
        with pytest.raises(Busy, match="another import is writing"), writing(url):
            pytest.fail("two writers on one machine")
        monkeypatch.setenv("HOMOLOGUE_COPIES", str(tmp_path / "other machine"))
        with pytest.raises(Busy, match="another import is writing to (memory|local)://"), writing(url):
            pytest.fail("two writers on two machines")
    fill(url, "a1")


def test_a_second_writer_can_wait(url, tmp_path, monkeypatch):
    monkeypatch.setattr(lease, "_PAUSE", 0.01)
    seen = threading.Event()
    with writing(url):
        monkeypatch.setenv("HOMOLOGUE_COPIES", str(tmp_path / "other machine"))
        entered = threading.Event()

        def second() -> None:
            with writing(url, wait=True, waiting=seen.set):
                entered.set()

        thread = threading.Thread(target=second)
        thread.start()
        assert seen.wait(20) and not entered.is_set()
    thread.join(20)
    assert entered.is_set()


@pytest.mark.parametrize(("machine", "age", "free"), [("another", 1, False), ("another", 1_000, True), ("own", 1, True)])
def test_what_a_killed_writer_held_is_taken_over(url, machine, age, free):
    fill(url, "a1")
    own = (Remote(url).folder / ".machine").read_text()
    left = {"machine": own if machine == "own" else machine, "run": "x", "renewed": time.time() - age}
    Remote(url).put(lease.NAME, json.dumps(left).encode())
    if free:
        fill(url, "a2")
        assert held(url) == ["a1", "a2"]
    else:
        with pytest.raises(Busy):
            fill(url, "a2")


def test_a_writer_whose_lease_was_taken_over_commits_nothing(url, small_tables):
    fill(url, "a1")
    with pytest.raises(CorpusError, match="taken over"), writing(url) as writer:
        Remote(url).put(lease.NAME, json.dumps({"machine": "b", "run": "other", "renewed": time.time()}).encode())
        writer.commit(batch(small_tables, "a2"), MADE_BY)
    assert held(url) == ["a1"]


def test_a_place_with_other_files_is_no_new_corpus(url):
    Remote(url).put("un.txt", b"Un")
    with pytest.raises(CorpusError, match="holds other files"):
        fill(url, "a1")


@pytest.mark.parametrize("where", ["nosuchkind://a/b", "memory://nothing"])
def test_what_cannot_be_opened_is_said_in_one_line(where, tmp_path, monkeypatch):
    monkeypatch.setenv("HOMOLOGUE_COPIES", str(tmp_path))
    with pytest.raises(CorpusError) as said:
        open_corpus(where)
    assert where in str(said.value) and "\n" not in str(said.value)


def test_a_store_whose_library_is_missing_is_said_with_how_to_install_it(tmp_path, monkeypatch):
    import fsspec.core

    def missing(url: str):
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setenv("HOMOLOGUE_COPIES", str(tmp_path))
    monkeypatch.setattr(fsspec.core, "url_to_fs", missing)
    with pytest.raises(CorpusError, match="s3://b/c needs a library that is not installed .*pip install s3fs"):
        open_corpus("s3://b/c")


def test_the_ledger_of_an_import_is_seen_on_other_machines(url, tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "vide.txt").touch()
    import_files(url, [tmp_path / "in"])
    monkeypatch.setenv("HOMOLOGUE_COPIES", str(tmp_path / "other machine"))
    [run] = recorded(url)
    assert run.files == ["vide.txt"] and run.sums()["rejected"] == 1
    import_files(url, [tmp_path / "in"])
    monkeypatch.setenv("HOMOLOGUE_COPIES", str(tmp_path / "cache"))
    assert len(recorded(url)) == 2


def test_commands_take_a_url(url, capsys, tmp_path):
    fill(url, *ARTICLES)
    for command in (["stats"], ["compact"], ["delete", "--id", "a2"], ["export", "--out", str(tmp_path / "out")]):
        assert main([*command, "--corpus", url]) == 0, command
    printed = capsys.readouterr().out
    assert "4 articles, 4 independent texts" in printed and "4 parts, now 1" in printed and "1 articles deleted" in printed
    assert held(url) == ["a1", "a3", "a4"]
