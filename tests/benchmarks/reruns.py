"""How long each page takes to run again, warm, over invented stances, in Streamlit's own test runner.

    python tests/benchmarks/reruns.py [--stances 10000] [--rounds 5] [--page NAME] [--profile]

Each page is opened once (cold: the corpus is made ready, caches are empty), then run again as a widget's change does, and
the middle of the rounds is printed beside processor seconds, which other work on the machine does not lengthen. The last
column is a change of the filter to what was not asked for before. The aim is less than half a second.
"""
import argparse
import cProfile
import os
import pstats
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from streamlit import logger  # noqa: E402
from streamlit.testing.v1 import AppTest  # noqa: E402

from analysis import kept  # noqa: E402
from pages.parts import data  # noqa: E402
from pages.parts.layout import PAGES  # noqa: E402
from tests.tables_fixture import make_tables  # noqa: E402

AIM = 0.5
_COUNTRIES = ("FRA", "RUS", "CHN", "USA", "DEU", "MAR", "DZA", "TUR")
SHOWN = 25


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stances", type=int, default=10_000, metavar="N")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--page", choices=list(PAGES), help="this page alone")
    parser.add_argument("--profile", action="store_true", help="also list the costliest functions of a warm run")
    options = parser.parse_args()
    logger.set_log_level("ERROR")
    os.environ[kept.VARIABLE] = tempfile.mkdtemp()
    kept.note_tour_seen()
    tables = make_tables(options.stances)
    data.read_tables = lambda folder, progress: (tables, ())
    print(f"{options.stances:,} stances; seconds, and processor seconds in brackets")
    print(f"{'page':12} {'cold':>15} {'warm':>15} {'new filter':>15}")
    for name in [options.page] if options.page else PAGES:
        measure(name, options.rounds, options.profile)


def measure(name: str, rounds: int, profile: bool) -> None:
    """One line a page."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    if name != "overview":
        app.switch_page(PAGES[name])
    cold = timed(app.run)
    if app.exception:
        raise SystemExit(f"{name}: {app.exception[0].message}")
    warm = [timed(app.run) for _ in range(rounds)]
    filtered = [timed(app.multiselect(key="filter_countries").set_value([country]).run) for country in _COUNTRIES[:rounds]]
    mark = "" if _middle(warm)[1] < AIM else "  over the aim"
    print(f"{name:12} {_shown(cold)} {_shown(_middle(warm))} {_shown(_middle(filtered))}{mark}", flush=True)
    if profile:
        profiler = cProfile.Profile()
        threading.setprofile(lambda *event: profiler.enable())  # the page runs in a thread of its own
        app.run()
        threading.setprofile(None)
        pstats.Stats(profiler).sort_stats("cumulative").print_stats(SHOWN)


def timed(work: Callable) -> tuple[float, float]:
    """Seconds and processor seconds that it takes."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def _middle(times: list[tuple[float, float]]) -> tuple[float, float]:
    return median(clock for clock, _ in times), median(processor for _, processor in times)


def _shown(times: tuple[float, float]) -> str:
    return f"{times[0]:7.2f} ({times[1]:4.2f})"


if __name__ == "__main__":
    main()
