"""What the analysis costs beside the French pipeline's own pass over the same articles.

    python tests/benchmarks/cost.py [ARTICLES …] [--articles 20] [--rounds 3] [--profile ROOM] [--growth]

Each ARTICLES is a folder of articles (default: seeds/), a set of its own in the report; of a larger folder a fixed sample,
evenly spread over it, a smaller one is repeated up to the number asked for. One run, one thread: article by article the
bare pipeline (``nlp.pipe``), the whole analysis, then each room by itself (parse, dates, actors, statements, stances), so
that all sides meet the same load of the machine; a first round warms the caches and is not counted. Times are processor
seconds of this process. ``behind`` is all that follows the parse: the whole without it. ``--growth`` prints instead what
a character costs in each room as a text grows.
"""
import argparse
import cProfile
import os
import pstats
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
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
from analysis.pipeline import analyse_article, read_doc  # noqa: E402
from analysis.readers import read_articles  # noqa: E402
from analysis.stances import find_stances  # noqa: E402
from analysis.statements import find_statements  # noqa: E402

ROOMS = ("dates", "actors", "statements", "stances")
PARTS = ("bare", "whole", "parse", "read", *ROOMS)
SHOWN = 30  # functions of a profile
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000)  # characters of a text that grows


class Clock:
    """Processor seconds by part; ``profile`` runs during one of them, if any."""

    def __init__(self, profiled: str = "") -> None:
        self.seconds = dict.fromkeys(PARTS, 0.0)
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
    parser.add_argument("folders", type=Path, nargs="*", default=[ROOT / "seeds"], metavar="ARTICLES")
    parser.add_argument("--articles", type=int, default=20, metavar="N", help="articles of each set; default 20")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="default 3")
    parser.add_argument("--profile", choices=ROOMS, default="", help="also list a room's costliest functions")
    parser.add_argument("--growth", action="store_true", help="what a character costs as a text grows")
    options = parser.parse_args()
    imported = _peak()
    load_pipeline()
    loaded = _peak()
    for folder in options.folders:
        articles = sample(folder, options.articles)
        print(folder.name)
        if options.growth:
            grow(articles)
        else:
            compare(articles, options.rounds, options.profile)
    print(f"peak memory {_peak():.0f} MB (after imports {imported:.0f}, with the pipeline {loaded:.0f})")


def sample(folder: Path, number: int) -> list[Article]:
    """Some articles of a folder, evenly spread, always the same; those of a small one again and again."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    step = max(len(paths) / number, 1)
    found, _ = read_articles([paths[int(place * step)] for place in range(min(number, len(paths)))])
    if not found:
        sys.exit(f"no article in {folder}")
    return [found[i % len(found)] for i in range(number)]


def compare(articles: list[Article], rounds: int, profile: str) -> None:
    """The whole beside the bare pipeline, and room by room."""
    measure(articles, Clock())
    clock = Clock()
    for _ in range(rounds):
        measure(articles, clock)
    report(clock.seconds, len(articles) * rounds, sum(len(a.text) for a in articles) * rounds)
    if profile:
        profiled = Clock(profile)
        measure(articles, profiled)
        pstats.Stats(profiled.profile).sort_stats("tottime").print_stats(SHOWN)


def measure(articles: list[Article], clock: Clock) -> None:
    """One round over all articles."""
    nlp = load_pipeline()
    for article in articles:
        clock.time("bare", lambda text: list(nlp.pipe([text])), article.text)
        clock.time("whole", analyse_article, article)
        doc = clock.time("parse", parse, article.text, (article.title_start, article.title_end))
        measure_rooms(doc, article, clock)


def grow(articles: list[Article]) -> None:
    """Microseconds a character, by size of the text."""
    print(f"{'characters':>11}  " + "  ".join(f"{part:>10}" for part in ("bare", "parse", *ROOMS, "read")) + "  µs a character")
    nlp = load_pipeline()
    for size in SIZES:
        article = _long(articles, size)
        clock = Clock()
        for _ in range(max(30_000 // size, 1) + 1):
            clock.seconds = dict.fromkeys(PARTS, 0.0)
            clock.time("bare", lambda text: list(nlp.pipe([text])), article.text)
            doc = clock.time("parse", parse, article.text, (article.title_start, article.title_end))
            clock.time("read", read_doc, doc, article)
            measure_rooms(doc, article, clock)
        print(f"{size:>11}  " + "  ".join(f"{1e6 * clock.seconds[part] / size:>10.2f}" for part in ("bare", "parse", *ROOMS, "read")))


def _long(articles: list[Article], size: int) -> Article:
    """The articles one behind the other, as one of that many characters."""
    text = "\n\n".join(article.text for article in articles)
    return replace(articles[0], text=(text + "\n\n") * (size // len(text)) + text[:size % len(text)])


def measure_rooms(doc: Doc, article: Article, clock: Clock) -> None:
    """Each room behind the parse by itself."""
    dates = clock.time("dates", find_dates, doc, article)
    reading = clock.time("actors", find_actors, doc, article)
    statements = clock.time("statements", find_statements, doc, article, reading)
    clock.time("stances", find_stances, doc, article, reading, dates, statements)


def report(seconds: dict[str, float], articles: int, characters: int) -> None:
    """Milliseconds an article, ratios and shares."""
    whole = seconds["whole"]
    behind = whole - seconds["parse"]
    print(f"{articles} articles of {characters / articles:.0f} characters; milliseconds an article")
    print(f"  bare nlp.pipe {_each(seconds['bare'], articles)}   parse {_each(seconds['parse'], articles)}   "
          f"behind {_each(behind, articles)}   whole {_each(whole, articles)}")
    print(f"whole / bare {whole / seconds['bare']:.2f}   share behind the parse {behind / whole:.1%}   "
          f"share of all that is not the bare pipeline {1 - seconds['bare'] / whole:.1%}")
    for room in ROOMS:
        spent = seconds[room]
        print(f"  {room:11} {_each(spent, articles)} ms   {spent / whole:6.1%} of the whole   {spent / behind:6.1%} of what is behind")


def _each(seconds: float, articles: int) -> str:
    return f"{1000 * seconds / articles:7.1f}"


def _peak() -> float:
    """Peak resident memory so far in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
