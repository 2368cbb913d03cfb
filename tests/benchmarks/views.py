"""How fast a large corpus opens, is filtered, counted and searched; and a click in the browser until the Timeline is redrawn.

    python tests/benchmarks/views.py [--stances 1000000] [--folder DIR] [--browser] [--search ARTICLES]

Makes a synthetic corpus (``synthetic.py``) in DIR, or in a temporary folder, unless DIR holds one already. Seconds are of
the clock, the best of three where a thing can be done again, with the processor seconds of all threads beside them, since on a
busy machine the clock says little. ``--browser`` needs Chromium; ``--search`` measures over a folder of text files.
"""
import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("OMP_NUM_THREADS", "1")

MUST = {"first Overview": (2.0, 0.5), "timeline": (0.1, 0.03), "network": (0.1, 0.03), "click": (1.5, 0.5)}
MUST_10M = {"timeline": (0.4, 0.15), "network": (0.4, 0.15)}
_MEASURED = "--measured"


def main() -> None:
    """Make the corpus where there is none, and measure in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stances", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--search", type=Path, metavar="ARTICLES")
    parser.add_argument(_MEASURED, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measured:
        measure(options.measured)
        return
    if options.search:
        measure_search(options.search)
        return
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made) / "corpus"
        if not (folder / "manifest.json").exists():
            from tests.benchmarks.synthetic import write_corpus

            began = time.monotonic()
            write_corpus(folder, options.stances)
            print(f"a synthetic corpus of {options.stances:,} stances written in {time.monotonic() - began:.0f} s", flush=True)
        subprocess.run([sys.executable, __file__, _MEASURED, str(folder)], check=True)
        if options.browser:
            from tests.benchmarks.clicking import measure_clicks

            measure_clicks(folder)


def timed(name: str, work: Callable, times: int = 3):
    """What ``work()`` gives; prints the best time."""
    best, used, found = 1e9, 0.0, None
    for _ in range(times):
        clock, processor = time.monotonic(), time.process_time()
        found = work()
        seconds = time.monotonic() - clock
        if seconds < best:
            best, used = seconds, time.process_time() - processor
    bounds = MUST.get(name, ())
    print(f"{name:58} {best:8.3f} s  processor {used:7.3f} s" + (f"  (must {bounds[0]}, aim {bounds[1]})" if bounds else ""), flush=True)
    return found


def measure(folder: Path) -> None:
    """Open, first Overview, then views filtered by the countries with most and with few stances."""
    from analysis.corpus import open_corpus
    from analysis.views import (STANDARD, Stock, counts, happened, lanes, matrix, movers, network, newest, options, select, summary,
                                unresolved)
    from analysis.views.names import english_name

    imported = _peak()

    def opened() -> tuple:
        corpus = timed("  the corpus, each part checked", lambda: open_corpus(folder), 1)
        stock = timed("  numbers and actors into memory",
                      lambda: Stock.of_parts(corpus.files(), lambda: corpus.copies, corpus.tables).named(english_name), 1)
        offered = timed("  what can be chosen", lambda: options(stock), 1)
        rows = stock.rows(STANDARD)
        timed("  figures, matrix, movers, newest, gaps", lambda: (
            summary(stock, rows), matrix(rows), movers(rows), newest(happened(rows), 100), unresolved(stock, rows)), 1)
        return stock, offered

    began = time.monotonic()
    stock, offered = opened()
    if stock.all_stances > 5_000_000:
        MUST.update(MUST_10M)
    print(f"{'first Overview':58} {time.monotonic() - began:8.3f} s  (at 1,000,000 stances: must 2.0, aim 0.5)")
    print(f"{stock.all_stances:,} stances of {stock.all_articles:,} articles; memory {_peak():.0f} MB, {imported:.0f} after the imports")
    ranked = sorted(offered.countries, key=lambda choice: -choice.count)
    for choice in (ranked[0], ranked[10], ranked[len(ranked) // 2]):
        print(f"-- {choice.name}: {choice.count:,} stances ({choice.count / stock.all_stances:.1%})")
        chosen = replace(STANDARD, countries=(choice.id,))
        timed("timeline", lambda chosen=chosen: lanes(stock.rows(chosen), "actor", 20))
        timed("  counts below it", lambda chosen=chosen: counts(stock.rows(chosen)))
        timed("network", lambda chosen=chosen: network(stock.rows(chosen), "countries"))
        timed("  matrix", lambda chosen=chosen: matrix(stock.rows(chosen)))
    print("-- no country")
    timed("  timeline of all", lambda: lanes(stock.rows(STANDARD), "actor", 20))
    timed("  network of all", lambda: network(stock.rows(STANDARD), "countries"))
    person = min(offered.people, key=lambda choice: abs(choice.count - 500))
    found = timed("  rows of one person, read", lambda: select(stock, replace(STANDARD, people=(person.id,))), 2)
    print(f"  ({len(found):,} rows)")
    timed("  a search, counted", lambda: len(stock.rows(replace(STANDARD, search='marateur "polement tener"'))), 2)
    timed("  near copies grouped, and counted once", lambda: len(stock.rows(replace(STANDARD, independent=True))), 1)
    timed("  near copies counted once, again", lambda: len(stock.rows(replace(STANDARD, independent=True))))
    print(f"peak memory {_peak():.0f} MB")


def measure_search(folder: Path) -> None:
    """Searches over text files, as one part of a corpus holds them."""
    from analysis.tables import ArticleRow, empty_tables, frame
    from analysis.views import Selection, Stock, article_list, excerpts

    files = sorted(folder.glob("*.txt"))
    articles = frame(ArticleRow, ((path.stem, path.name, "", None, None, "", "fr", "", path.read_text("utf-8")) for path in files))
    stock = Stock.of_tables(replace(empty_tables(), articles=articles))
    print(f"{len(files):,} articles, {articles['text'].str.len().sum() / 1e6:.0f} million characters")
    for search in ("Macron", "négocia*", '"ministre des affaires étrangères"', 'accord* "Union européenne" paix'):
        listed = timed(f"  {search}", lambda search=search: article_list(stock, stock.rows(Selection(search=search)), search))
        timed(f"    excerpts of ten of {len(listed)}", lambda search=search, listed=listed: excerpts(stock, listed.head(10), search))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
