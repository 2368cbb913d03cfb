"""``delete --corpus DIR``: take articles out of a corpus by id, source or period, with all that was read in them."""
import argparse
import sys
from datetime import date

from analysis.corpus import CorpusError, open_corpus, placed, writing
from analysis.corpus.upkeep import Which, delete


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("delete", help="take articles out of a corpus", description=(
        "Take out the articles that fit all that is given. Files that hold them can be imported again."))
    parser.add_argument("--corpus", required=True, type=placed, metavar="DIR")
    parser.add_argument("--id", nargs="+", default=[], metavar="ID", help="article ids")
    parser.add_argument("--source", nargs="+", default=[], metavar="NAME", help="publications, as the articles table writes them")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, metavar="DAY", help="published on this day or later")
    parser.add_argument("--to", dest="last", type=date.fromisoformat, metavar="DAY", help="published on this day or before")
    parser.add_argument("--dry-run", action="store_true", help="only say how many articles fit")
    parser.set_defaults(run=run, wrong=parser.error)


def run(options: argparse.Namespace) -> int:
    """Delete and say how many; 1 where no article fits."""
    which = Which(frozenset(options.id), frozenset(options.source), options.first, options.last)
    if which == Which():
        options.wrong("say which articles: --id, --source, --from or --to")
    try:
        open_corpus(options.corpus)
        with writing(options.corpus) as writer:
            number = delete(writer, which, only_count=options.dry_run)
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{number} articles {'fit' if options.dry_run else 'deleted'}")
    return 0 if number else 1
