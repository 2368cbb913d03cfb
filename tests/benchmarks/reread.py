"""Write random networks and tables in every format and read them again: how many come back equal.

    python -m tests.benchmarks.reread [NUMBER] [SEED]
"""
import sys

from tests.exports.reread import differences


def main(number: int = 2_000, seed: int = 0) -> int:
    """Says which seed and format differ; 0 where none does."""
    wrong = {each: found for each in range(seed, seed + number) if (found := differences(each))}
    for each, found in wrong.items():
        print(f"seed {each}: {', '.join(found)}")
    print(f"{number - len(wrong)} of {number} read again equal")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
