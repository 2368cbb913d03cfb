"""Kill the writer of a corpus at random moments of import, compaction and correction, and see what is left.

    python tests/benchmarks/kills.py [--kills 200] [--seed 1]

A child commits batches (and compacts, and appends corrections), and acknowledges each; it is killed with SIGKILL after a
random time. Then the corpus must open, hold every acknowledged batch whole and at most one more, which was on disk but
not acknowledged yet; so must the log of corrections. Prints how many kills were survived; exits with 1 at the first that
was not. Needs a system with fork.
"""
import argparse
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from analysis.corpus import open_corpus, writing  # noqa: E402
from analysis.corpus.doctor import examine  # noqa: E402
from analysis.corpus.upkeep import compact  # noqa: E402
from analysis.corrections.log import append, log_file, read_log  # noqa: E402
from tests.corpus.batches import MADE_BY, batch  # noqa: E402
from tests.corrections.acts import accept  # noqa: E402
from tests.tables_fixture import small_tables  # noqa: E402

LONGEST = 2.5  # seconds that a child may work


def main() -> int:
    """Kill, look, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, tables = random.Random(options.seed), small_tables()
    folder = Path(tempfile.mkdtemp(prefix="homologue-kills-"))
    acknowledged: list[str] = []
    more = 0
    for kill in range(options.kills):
        acknowledged += _until_killed(folder, tables, kill, chance.uniform(0.01, LONGEST))
        fault, unsaid = _fault(folder, acknowledged)
        if fault:
            print(f"kill {kill}: {fault} (left in {folder})")
            return 1
        more += len(unsaid)
        acknowledged += unsaid
    batches = sum(not name.startswith("c") for name in acknowledged)
    print(f"{options.kills} kills survived: {batches} batches and {len(acknowledged) - batches} corrections are whole, "
          f"{more} of them committed but not yet acknowledged")
    shutil.rmtree(folder)
    return 0


def _until_killed(folder: Path, tables, kill: int, seconds: float) -> list[str]:
    """What the child acknowledged before it was killed."""
    reading, writing_end = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work(folder, tables, kill, writing_end)
        os._exit(0)
    os.close(writing_end)
    deadline, said = time.monotonic() + seconds, b""
    while (left := deadline - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            data = os.read(reading, 4096)
            if not data:
                break
            said += data
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while data := os.read(reading, 4096):
        said += data
    os.close(reading)
    return [name.decode() for name in said.split(b"\n") if name]


def _work(folder: Path, tables, kill: int, out: int) -> None:
    """Commit, compact and correct until killed; a name is written out once it is on disk."""
    frames = batch(tables, "a1")
    stance = tables.stances["stance_id"].iloc[0]
    with writing(folder) as writer:
        for number in range(10_000):
            name = f"b{kill}-{number}"
            writer.commit({table: _renamed(rows, name) for table, rows in frames.items()}, MADE_BY)
            os.write(out, f"{name}\n".encode())
            correction = accept(tables, stance)
            append(log_file(folder), correction)
            os.write(out, f"c{correction.id}\n".encode())
            if number % 3 == 2:
                compact(writer)


def _renamed(rows, name: str):
    return rows.assign(**{column: name for column in ("article_id",) if column in rows})


def _fault(folder: Path, acknowledged: list[str]) -> tuple[str, list[str]]:
    """What is wrong, empty where nothing is; and what is there without having been acknowledged."""
    corpus = open_corpus(folder) if (folder / "manifest.json").exists() else None
    if corpus is None:
        return ("no corpus" if acknowledged else ""), []
    wrong = [finding.wrong for finding in examine(folder) if "unfinished" not in finding.wrong]
    tables = corpus.tables()
    there = tables.articles["article_id"].to_list()
    stances = tables.stances.groupby("article_id").size()
    lines = [f"c{line.id}" for line in read_log(log_file(folder)).corrections]
    missing = set(acknowledged) - set(there) - set(lines)
    unsaid = [name for name in (*there, *lines) if name not in set(acknowledged)]
    checks = {
        f"wrong: {wrong}": bool(wrong), f"{len(missing)} acknowledged are missing": bool(missing),
        "an article is there twice": len(there) != len(set(there)), f"{unsaid} were not acknowledged": len(unsaid) > 1,
        "a batch is not whole": bool(len(there)) and stances.reindex(there).nunique(dropna=False) != 1}
    return next((fault for fault, holds in checks.items() if holds), ""), unsaid


if __name__ == "__main__":
    sys.exit(main())
