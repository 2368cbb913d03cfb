"""Every regular expression, and each room of the analysis, over texts of 1,000, 2,000 and 4,000 characters made to press on it.

    python -m tests.benchmarks.pump [expressions|rooms]

Exits with 1 where twice the text takes three times as long or more, and long enough to be felt. The rooms are timed
behind the French pipeline's own pass.
"""
import re
import sys
import time
from collections.abc import Callable

from analysis.actors import find_actors
from analysis.articles import Article
from analysis.dates import find_dates
from analysis.language import parse
from analysis.stances import find_stances
from analysis.statements import find_statements
from tests.benchmarks.patterns import patterns, units
from tests.fuzz.words import PIECES

_SIZES = (1_000, 2_000, 4_000)
_MOST = 3.0
_FELT, _FELT_ROOM = 0.002, 0.1  # seconds below which a ratio says nothing but how busy the machine is
_TRIES = 3


def timed(work: Callable[[], object]) -> float:
    """The best of some tries, in seconds of this process, which do not count what others keep the machine busy with."""
    best = float("inf")
    for _ in range(_TRIES):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def expressions() -> list[str]:
    """The expressions that fail, with what they fail on."""
    found, worst, runs = [], (0.0, ""), 0
    for name, pattern in patterns().items():
        for unit in units(pattern):
            texts = [(unit * size)[:size] for size in _SIZES]
            times = [timed(lambda text=text: use(pattern, text)) for text in texts]
            if fails(times, _FELT):  # once more, since other work on the machine is felt in such short times
                times = [timed(lambda text=text: use(pattern, text)) for text in texts]
            worst, runs = max(worst, (times[-1], f"{name} on {unit[:20]!r}")), runs + 1
            if fails(times, _FELT):
                found.append(f"{name} on {unit[:20]!r}: {', '.join(f'{each * 1000:.1f} ms' for each in times)}")
    print(f"{len(patterns())} expressions, {runs} texts each at {_SIZES} characters; the longest: {worst[0] * 1000:.1f} ms, {worst[1]}")
    return found


def fails(times: list[float], felt: float) -> bool:
    """Whether twice the text took three times as long, and long enough to be felt."""
    return times[2] > felt and times[2] / times[1] >= _MOST


def use(pattern: re.Pattern, text: str) -> None:
    """What the code does with expressions."""
    for _ in pattern.finditer(text):
        continue
    pattern.match(text)


def rooms() -> list[str]:
    """The rooms that fail, with what they fail on."""
    found, worst = [], (0.0, "")
    for unit in [*PIECES, "Paris condamne ", "« oui » ", "Paris et ", "M. Lavrov dit ", "le 3 mars et ", "selon Paris, ", "que la Russie "]:
        texts = ["La France répond. " + (unit + " ") * (size // (len(unit) + 1)) for size in _SIZES]
        by_room = [durations(text) for text in texts]
        for room in by_room[0]:
            times = [each[room] for each in by_room]
            worst = max(worst, (times[2], f"{room} on {unit!r}"))
            if fails(times, _FELT_ROOM):
                found.append(f"{room} on {unit!r}: {', '.join(f'{each * 1000:.0f} ms' for each in times)}")
    print(f"4 rooms, {len(PIECES) + 8} texts each at {_SIZES} characters; the longest: {worst[0] * 1000:.0f} ms, {worst[1]}")
    return found


def durations(text: str) -> dict[str, float]:
    """Room → seconds, for one text."""
    doc, article = parse(text), Article("a", "a.txt", "", text)
    dates, reading = find_dates(doc, article), find_actors(doc, article)
    statements = find_statements(doc, article, reading)
    return {
        "dates": timed(lambda: find_dates(doc, article)), "actors": timed(lambda: find_actors(doc, article)),
        "statements": timed(lambda: find_statements(doc, article, reading)),
        "stances": timed(lambda: find_stances(doc, article, reading, dates, statements)),
    }


if __name__ == "__main__":
    wanted = sys.argv[1:] or ["expressions", "rooms"]
    failures = [line for name in wanted for line in (expressions if name == "expressions" else rooms)()]
    print("\n".join(failures) or "none takes three times as long for twice the text")
    sys.exit(bool(failures))
