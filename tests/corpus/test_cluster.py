"""Import on a cluster of processes of its own (a scheduler and two workers on the loopback): nothing twice, nothing lost."""
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.commands import main
from analysis.corpus import CorpusError, cluster, open_corpus
from analysis.corpus.importing import Stopped, import_files
from analysis.corpus.parts import FOLDER
from analysis.corpus.remote import Remote
from tests.corpus.test_importing import FOREIGN, invented

pytest.importorskip("distributed", reason="Dask, an extra, is not installed")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")

ROOT = Path(__file__).resolve().parents[2]
QUIET = ["--dashboard-address", ":0", "--no-dashboard"]


class Machines:
    """A scheduler and workers, each a process; a killed worker is replaced before the next import."""

    def __init__(self, folder: Path, path: Path = ROOT) -> None:
        self.marks, self.file = folder / "marks", folder / "scheduler.json"
        self.marks.mkdir()
        self.environment = {**os.environ, "HOMOLOGUE_TEST_MARKS": str(self.marks), "PYTHONPATH": str(path), "OMP_NUM_THREADS": "1",
                            "HOMOLOGUE_COPIES": str(folder / "workers")}
        self.log = (folder / "log").open("w")
        self.scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", *QUIET)
        self.workers: list[subprocess.Popen] = []
        with self.client() as client:
            self.address = client.scheduler.address

    def _start(self, module: str, *arguments: str) -> subprocess.Popen:
        return subprocess.Popen([sys.executable, "-m", f"distributed.cli.{module}", "--scheduler-file", str(self.file), *arguments],
                                env=self.environment, cwd=self.marks, stdout=self.log, stderr=subprocess.STDOUT)

    def client(self):
        from distributed import Client

        return Client(scheduler_file=str(self.file), timeout=60, set_as_default=False)

    def ready(self, workers: int = 2) -> "Machines":
        """With so many workers connected."""
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        for _ in range(workers - len(self.workers)):
            self.workers.append(self._start("dask_worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard",
                                            "--death-timeout", "60", "--preload", str(ROOT / "tests/corpus/on_worker.py")))
        with self.client() as client:
            client.wait_for_workers(workers, timeout=120)
        return self

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()
        self.log.close()


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    running = Machines(tmp_path_factory.mktemp("cluster"))
    yield running
    running.end()


@pytest.fixture
def folder(tmp_path) -> Path:
    """Eight French articles, one in English, a copy, an empty file and a table of three rows."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(1, 9):
        (folder / f"{number}.txt").write_text(invented(number), encoding="utf-8")
    (folder / "copie.txt").write_text(invented(2), encoding="utf-8")
    (folder / "talks.txt").write_text(FOREIGN, encoding="utf-8")
    (folder / "vide.txt").touch()
    rows = "".join(f'Rang {n};"La France a condamné le tir numéro {n} et appelle à la retenue."\n' for n in range(20, 23))
    (folder / "table.csv").write_text("title;text\n" + rows, encoding="utf-8")
    return folder


def deadly(folder: Path, how: str, number: int = 5) -> None:
    (folder / f"{number}.txt").write_text(invented(number).replace("Titre", how), encoding="utf-8")


def stored(corpus) -> list[str]:
    return sorted(open_corpus(corpus).column("articles", "path"))


ALL = sorted([*(f"{number}.txt" for number in range(1, 9)), *(f"table.csv#{n}" for n in (1, 2, 3)), "talks.txt"])


@pytest.fixture(params=["folder", "url"])
def corpus(request, tmp_path, monkeypatch):
    """A shared folder, or a URL that all processes see."""
    monkeypatch.setenv("HOMOLOGUE_COPIES", str(tmp_path / "cache"))
    return tmp_path / "corpus" if request.param == "folder" else f"local://{tmp_path}/store/corpus"


def strays(corpus) -> int:
    names = Remote(corpus).names(FOLDER) if isinstance(corpus, str) else [path.name for path in (corpus / FOLDER).iterdir()]
    return len(names) - len(open_corpus(corpus).parts)


def test_a_cluster_gives_what_one_machine_gives(machines, folder, corpus, tmp_path, monkeypatch):
    from analysis.corpus import analysts
    from tests.corpus.test_importing import unread_rows

    report = import_files(corpus, [folder], scheduler=machines.ready().address, batch_size=2)
    monkeypatch.setattr(analysts, "analyse_article", unread_rows)
    alone = import_files(tmp_path / "alone", [folder], batch_size=2)
    assert (report.states, report.articles, report.foreign) == (alone.states, alone.articles, alone.foreign)
    found, expected = open_corpus(corpus), open_corpus(tmp_path / "alone")
    for name in ("articles", "intake", "files"):
        assert found.table(name).equals(expected.table(name)), name
    assert not strays(corpus)
    again = import_files(corpus, [folder], scheduler=machines.address, batch_size=2)
    assert again.articles == 0 and again.states["duplicate"] == 11


def test_the_batch_of_a_killed_worker_is_done_again(machines, folder, corpus):
    deadly(folder, "MORT UNE FOIS")
    for mark in machines.marks.glob("*.txt"):
        mark.unlink()
    report = import_files(corpus, [folder], scheduler=machines.ready().address, batch_size=2)
    assert (machines.marks / "5.txt").exists() and sum(worker.poll() == -signal.SIGKILL for worker in machines.workers) == 1
    assert report.articles == len(ALL) and stored(corpus) == ALL


def test_an_article_that_kills_every_worker_costs_itself(machines, folder, tmp_path, monkeypatch):
    """With the scheduler's own patience (four workers a task) at its shortest, so that few processes have to die."""
    deadly(folder, "MORT TOUJOURS")
    with machines.ready(3).client() as client:
        client.run_on_scheduler(lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 0))
    try:
        report = import_files(tmp_path / "corpus", [folder], scheduler=machines.address, batch_size=2)
    finally:
        with machines.client() as client:
            client.run_on_scheduler(lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 3))
    assert stored(tmp_path / "corpus") == [name for name in ALL if name != "5.txt"]
    assert "ended the processes that tried it" in next(row.reason for row in report.problems if row.path == "5.txt")


@pytest.mark.parametrize(("how", "status"), [("SIGKILL", -9), ("SIGINT", 130)])
def test_a_client_that_ended_is_gone_on_from(machines, folder, corpus, how, status):
    machines.ready()
    ended = subprocess.run([sys.executable, "-m", "tests.corpus.cluster_client", machines.address, folder, str(corpus), "2", how], cwd=ROOT)
    assert ended.returncode == status
    assert 0 < len(stored(corpus)) < len(ALL)
    before = stored(corpus)
    report = import_files(corpus, [folder], scheduler=machines.address, batch_size=2)
    assert report.articles == len(ALL) - len(before) and stored(corpus) == ALL


def test_an_interrupt_keeps_what_is_committed(machines, folder, corpus):
    def stop(progress) -> None:
        if progress.articles_done == 5:
            raise Stopped

    report = import_files(corpus, [folder], scheduler=machines.ready().address, batch_size=2, tell=stop)
    assert report.stopped and 4 <= len(stored(corpus)) < len(ALL)
    assert not import_files(corpus, [folder], scheduler=machines.address, batch_size=2).stopped
    assert stored(corpus) == ALL


def test_the_command_says_what_went_in(machines, folder, tmp_path, capsys):
    arguments = ["import", str(folder), "--corpus", str(tmp_path / "corpus"), "--batch", "2", "--scheduler"]
    assert main([*arguments, machines.ready().address]) == 0
    assert "12 articles stored" in capsys.readouterr().out and stored(tmp_path / "corpus") == ALL


def test_workers_of_another_version_are_refused(machines, folder, tmp_path, monkeypatch):
    from dataclasses import replace

    other = replace(cluster.current_version(), lexicons="another")
    monkeypatch.setattr(cluster, "current_version", lambda: other)
    with pytest.raises(CorpusError, match=r"worker tcp://.* has another version of Homologue \(lexicons\)"):
        import_files(tmp_path / "corpus", [folder], scheduler=machines.ready().address)


def test_a_scheduler_without_homologue_is_refused(tmp_path):
    strange = Machines(tmp_path, path=tmp_path)
    try:
        with strange.client() as client, pytest.raises(CorpusError, match="the scheduler cannot import Homologue: start it in the folder"):
            cluster.Cluster(client, writer=None)
    finally:
        strange.end()


def test_workers_that_do_not_see_the_folder_are_refused(machines, tmp_path):
    machines.ready()
    with cluster.connected(machines.address) as client:
        faults = client.run(cluster.away.unfit, tmp_path / "elsewhere", "token", cluster.current_version())
    assert all("name one that all machines share" in fault for fault in faults.values())


def test_without_dask_the_command_says_how_to_install_it(folder, tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["import", str(folder), "--corpus", str(tmp_path / "corpus"), "--scheduler", "tcp://127.0.0.1:8786"]) == 1
    assert capsys.readouterr().err.strip() == cluster.MISSING and not (tmp_path / "corpus").exists()


def test_a_scheduler_that_does_not_answer_is_said_in_one_line(folder, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(cluster, "_ANSWER", 0.5)
    assert main(["import", str(folder), "--corpus", str(tmp_path / "corpus"), "--scheduler", "tcp://127.0.0.1:9"]) == 1
    said = capsys.readouterr().err.strip()
    assert "no Dask scheduler answers at tcp://127.0.0.1:9" in said.splitlines()[-1] and not (tmp_path / "corpus").exists()
