"""``compact --corpus DIR``: put the small parts of many imports together, which makes a corpus open faster."""
import argparse
import sys

from analysis.corpus import CorpusError, open_corpus, placed, writing
from analysis.corpus.upkeep import compact


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("compact", help="put the small parts of a corpus together")
    parser.add_argument("--corpus", required=True, type=placed, metavar="DIR")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compact and say how many parts there were and are."""
    try:
        open_corpus(options.corpus)
        with writing(options.corpus) as writer:
            before, after = compact(writer)
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{before} parts, now {after}")
    return 0
