"""500 files damaged at random through the reading that an import does: states, and the slowest of them.

    python -m tests.benchmarks.mutants [COUNT] [SEED]

Exits with 1 where a file has no state, ends its reader, or takes longer than 35 seconds.
"""
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from analysis.articles import Article
from analysis.readers import Note, Rejected
from analysis.readers.apart import Limits, Reader
from tests.hostile.mutants import mutants

_MOST = 35.0


def state(found: list[Article | Rejected | Note]) -> str:
    """What became of a file of which this was found."""
    articles, faults = (any(isinstance(each, kind) for each in found) for kind in (Article, Rejected))
    return ("partial" if faults else "stored") if articles else "rejected" if faults else "no article, only notes"


def main(count: int = 500, seed: int = 1) -> int:
    """Damage, read, count; the exit status."""
    states: Counter[str] = Counter()
    slowest, faults = (0.0, ""), []
    with tempfile.TemporaryDirectory() as place, Reader(Limits(_MOST)) as reader:
        for name, data in mutants(count, seed):
            path = Path(place) / name
            path.write_bytes(data)
            began = time.monotonic()
            found = list(reader.found(path, name))
            slowest = max(slowest, (time.monotonic() - began, name))
            states[state(found)] += 1
            faults += [each for each in found if isinstance(each, Rejected) and ("ended the process" in each.reason or "too slow" in each.reason)]
    print(f"{count} files: {dict(states)}; slowest {slowest[0]:.1f} s ({slowest[1]})")
    for each in faults:
        print(f"{each.path}: {each.reason}")
    return int(sum(states.values()) != count or bool(faults))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
