"""What an import costs: with two processes and with one, with many articles and with few, and a second time.

    python tests/benchmarks/imports.py [ARTICLES] [--small 3000] [--large 30000] [--pool 400] [--jobs 2] [--only pool|growth|many]

ARTICLES is a folder of text files (default: seeds/); where it has too few, they are repeated, each copy with other figures
and a sentence of its own, so that no text is in already. Every import runs in a process of its own, as a user's does; the
memory of its processes is looked at ten times a second. Ratios are of one run:

    pool     articles a second with --jobs processes, by one; POOL articles each, after the processes have loaded the pipeline
    growth   LARGE articles by SMALL, one process and --jobs: peak memory of the parent and of the largest worker, seconds
             an article; and importing LARGE articles again, by importing them first
    many     growth with --jobs processes only

The machine must have nothing else to do: a second process cannot win where another program has its core. Processor
seconds are printed beside the seconds, so that a machine that was busy shows.
"""
import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOOK = 0.1  # seconds between two looks at the memory
WARMING = 60  # articles after which the clock begins: both processes are at work
MUST = {"pool": (">=", 1.7), "parent": ("<=", 1.15), "worker": ("<=", 1.15), "article": ("<=", 1.1), "again": ("<=", 0.05)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds", metavar="ARTICLES")
    parser.add_argument("--small", type=int, default=3_000, metavar="N", help="default %(default)s")
    parser.add_argument("--large", type=int, default=30_000, metavar="N", help="default %(default)s")
    parser.add_argument("--pool", type=int, default=400, metavar="N", help="default %(default)s")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="default %(default)s")
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help="rounds of pool; default %(default)s")
    parser.add_argument("--only", choices=("pool", "growth", "many"), default="")
    options = parser.parse_args()
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(prefix="homologue-benchmark-") as place:
        if options.only in ("", "pool"):
            for _ in range(options.rounds):
                measure_pool(options, Path(place))
        if options.only != "pool":
            measure_growth(options, Path(place))


def measure_pool(options: argparse.Namespace, place: Path) -> None:
    """Articles a second with several processes and with one."""
    folder = laid_out(options.folder, options.pool + 2 * WARMING, place / "pool")
    runs = {jobs: imported(folder, place / f"pool-{jobs}-{time.monotonic_ns()}", jobs) for jobs in (1, options.jobs)}
    for jobs, run in runs.items():
        print(f"{jobs} processes: {run['rate']:.2f} articles/s, {run['processor'] / run['articles']:.4f} processor s an article, "
              f"the parent's own {run['own']:.4f}, {run['seconds']:.0f} s in all")
    verdict("pool", runs[options.jobs]["rate"] / runs[1]["rate"], f"articles/s with {options.jobs} processes / with 1")


def measure_growth(options: argparse.Namespace, place: Path) -> None:
    """Memory and time at two sizes, and an import of what is in already."""
    folders = {size: laid_out(options.folder, size, place / str(size)) for size in (options.small, options.large)}
    for jobs in dict.fromkeys((options.jobs,) if options.only == "many" else (1, options.jobs)):
        runs = {size: imported(folder, place / f"corpus-{size}-{jobs}", jobs) for size, folder in folders.items()}
        for size, run in runs.items():
            print(f"{size} articles, {jobs} processes: {run['seconds']:.0f} s, {1000 * run['seconds'] / size:.1f} ms an article "
                  f"({1000 * run['processor'] / size:.1f} of a processor), parent {run['parent']:.0f} MB, worker {run['worker']:.0f} MB")
        small, large = runs[options.small], runs[options.large]
        verdict("parent", large["parent"] / small["parent"], f"peak memory of the parent, {jobs} processes")
        if jobs > 1:
            verdict("worker", large["worker"] / small["worker"], f"peak memory of the largest worker, {jobs} processes")
        share = small["seconds"] / options.small
        verdict("article", large["seconds"] / options.large / share, f"seconds an article, {jobs} processes")
        verdict("article", large["processor"] / options.large / (small["processor"] / options.small),
                f"processor seconds an article, {jobs} processes")
    again = imported(folders[options.large], place / f"corpus-{options.large}-{options.jobs}", options.jobs)
    print(f"{options.large} articles again: {again['seconds']:.1f} s")
    verdict("again", again["seconds"] / large["seconds"], "importing again / first import")


def verdict(name: str, ratio: float, words: str) -> None:
    """A ratio, and whether it is what it must be."""
    sign, bound = MUST[name]
    kept = ratio >= bound if sign == ">=" else ratio <= bound
    print(f"  {ratio:.3f}  {words}   must be {sign} {bound}: {'kept' if kept else 'MISSED'}", flush=True)


def laid_out(source: Path, number: int, folder: Path) -> Path:
    """A folder with so many different articles, in folders of a thousand."""
    texts = [path.read_text(encoding="utf-8") for path in islice(sorted(source.rglob("*.txt")), number)]
    if not texts:
        sys.exit(f"no text files in {source}")
    for at in range(number):
        path = folder / f"{at // 1000:04}" / f"{at:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text(varied(texts[at % len(texts)], at // len(texts)), encoding="utf-8")
    return folder


def varied(text: str, copy: int) -> str:
    """The text as it is, or for a later copy other figures in it and a sentence more."""
    if not copy:
        return text
    figures = "".join(str((int(mark) + copy) % 10) if mark.isascii() and mark.isdigit() and at > 40 else mark for at, mark in enumerate(text))
    return f"{figures.rstrip()}\n\nLa dépêche numéro {copy} rapporte la suite de ces entretiens, au terme de {copy * 7 % 97} heures.\n"


def imported(folder: Path, corpus: Path, jobs: int) -> dict:
    """One import in a process of its own: seconds, rate after the warming, processor seconds, peak memory of each process."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, __file__, "--import", str(folder), str(corpus), str(jobs)], env=environment,
                               stdout=subprocess.PIPE, text=True, cwd=ROOT)
    peaks: dict[int, float] = {}
    ended = threading.Event()
    watch = threading.Thread(target=watched, args=(process.pid, peaks, ended))
    watch.start()
    output, _ = process.communicate()
    ended.set()
    watch.join()
    if process.returncode:
        sys.exit(f"the import failed ({process.returncode})")
    parent = peaks.pop(process.pid, 0.0)
    return {**json.loads(output.splitlines()[-1]), "parent": parent, "worker": max(peaks.values(), default=0.0)}


def watched(root: int, peaks: dict[int, float], ended: threading.Event) -> None:
    """Peak resident memory in MB of a process and of all that it started."""
    import psutil

    parent = psutil.Process(root)
    while not ended.wait(LOOK):
        try:
            for process in (parent, *parent.children(recursive=True)):
                peaks[process.pid] = max(peaks.get(process.pid, 0.0), process.memory_info().rss / 2**20)
        except psutil.Error:
            continue


def run_import(folder: str, corpus: str, jobs: str) -> None:
    """What the process runs whose import is measured; prints figures as JSON."""
    sys.path.insert(0, str(ROOT))
    from analysis.corpus.importing import import_files

    first: list[tuple[int, float, float]] = []

    def tell(progress) -> None:
        if not first and progress.articles_done >= WARMING:
            first.append((progress.articles_done, time.monotonic(), time.process_time()))

    began = time.monotonic()
    report = import_files(Path(corpus), [Path(folder)], jobs=int(jobs), tell=tell)
    ended, own, used = time.monotonic(), time.process_time(), os.times()
    seconds, (done, since, spent) = ended - began, first[0] if first else (0, began, 0.0)
    after = max(1, report.articles - done)
    print(json.dumps({"articles": max(1, report.articles), "seconds": seconds, "rate": after / (ended - since), "own": (own - spent) / after,
                      "processor": used.user + used.system + used.children_user + used.children_system}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--import"]:
        run_import(*sys.argv[2:])
    else:
        main()
