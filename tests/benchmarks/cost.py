"""What the analysis costs beside the French pipeline's own pass over the same articles.

    python tests/benchmarks/cost.py [ARTICLES] [--articles 20] [--rounds 3] [--profile ROOM]

ARTICLES is a folder of text files (default: seeds/); its articles are repeated up to the number asked for. One run, one
thread: article by article the bare pipeline (``nlp.pipe``), then each room (parse, dates, actors, statements, stances,
rows), so that both sides meet the same load of the machine; a first round warms the caches and is not counted. Times
are processor seconds of this process. ``behind`` is all that follows the parse; the whole is parse and behind.
"""
import argparse
import cProfile
import os
import pstats
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"  # read when numpy is first imported, so before it

from spacy.tokens import Doc  # noqa: E402

from analysis.actors import find_actors  # noqa: E402
from analysis.articles import Article  # noqa: E402
from analysis.dates import find_dates  # noqa: E402
from analysis.language import load_pipeline, parse  # noqa: E402
from analysis.pipeline import read_doc  # noqa: E402
from analysis.readers import read_articles  # noqa: E402
from analysis.stances import find_stances  # noqa: E402
from analysis.statements import find_statements  # noqa: E402

ROOMS = ("dates", "actors", "statements", "stances")
SHOWN = 30  # functions of a profile


class Clock:
    """Processor seconds by part; ``profile`` runs during one of them, if any."""

    def __init__(self, profiled: str = "") -> None:
        self.seconds = dict.fromkeys(("bare", "parse", *ROOMS, "read"), 0.0)
        self.profiled, self.profile = profiled, cProfile.Profile()

    def time(self, part: str, work: Callable, *arguments: object):
        """What ``work(*arguments)`` gives, its time added to the part."""
        run = (lambda: self.profile.runcall(work, *arguments)) if part == self.profiled else (lambda: work(*arguments))
        start = time.process_time()
        result = run()
        self.seconds[part] += time.process_time() - start
        return result


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds", metavar="ARTICLES")
    parser.add_argument("--articles", type=int, default=20, metavar="N", help="articles a round; default 20")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="default 3")
    parser.add_argument("--profile", choices=ROOMS, default="", help="also list a room's costliest functions")
    options = parser.parse_args()
    found, _ = read_articles([options.folder])
    if not found:
        sys.exit(f"no article in {options.folder}")
    articles = [found[i % len(found)] for i in range(options.articles)]
    imported = _peak()
    load_pipeline()
    loaded = _peak()
    measure(articles, Clock())
    clock = Clock()
    for _ in range(options.rounds):
        measure(articles, clock)
    report(clock.seconds, len(articles) * options.rounds, sum(len(a.text) for a in articles) * options.rounds)
    print(f"peak memory {_peak():.0f} MB (after imports {imported:.0f}, with the pipeline {loaded:.0f})")
    if options.profile:
        profiled = Clock(options.profile)
        measure(articles, profiled)
        pstats.Stats(profiled.profile).sort_stats("tottime").print_stats(SHOWN)


def measure(articles: list[Article], clock: Clock) -> None:
    """One round over all articles."""
    nlp = load_pipeline()
    for article in articles:
        clock.time("bare", lambda text: list(nlp.pipe([text])), article.text)
        doc = clock.time("parse", parse, article.text, (article.title_start, article.title_end))
        measure_rooms(doc, article, clock)
        fresh = parse(article.text, (article.title_start, article.title_end))  # no room finds what another left in the Doc
        clock.time("read", read_doc, fresh, article)


def measure_rooms(doc: Doc, article: Article, clock: Clock) -> None:
    """Each room behind the parse by itself."""
    dates = clock.time("dates", find_dates, doc, article)
    reading = clock.time("actors", find_actors, doc, article)
    statements = clock.time("statements", find_statements, doc, article, reading)
    clock.time("stances", find_stances, doc, article, reading, dates, statements)


def report(seconds: dict[str, float], articles: int, characters: int) -> None:
    """Milliseconds an article, ratios and shares."""
    behind, whole = seconds["read"], seconds["parse"] + seconds["read"]
    print(f"{articles} articles of {characters / articles:.0f} characters; milliseconds an article")
    print(f"  bare nlp.pipe {_each(seconds['bare'], articles)}   parse {_each(seconds['parse'], articles)}   "
          f"behind {_each(behind, articles)}   whole {_each(whole, articles)}")
    print(f"whole / bare {whole / seconds['bare']:.2f}   share behind the parse {behind / whole:.1%}   "
          f"share of all that is not the bare pipeline {1 - seconds['bare'] / whole:.1%}")
    rooms = {**{room: seconds[room] for room in ROOMS}, "rows": max(behind - sum(seconds[room] for room in ROOMS), 0.0)}
    for room, spent in rooms.items():
        print(f"  {room:11} {_each(spent, articles)} ms   {spent / whole:6.1%} of the whole   {spent / behind:6.1%} of what is behind")


def _each(seconds: float, articles: int) -> str:
    return f"{1000 * seconds / articles:7.1f}"


def _peak() -> float:
    """Peak resident memory so far in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
