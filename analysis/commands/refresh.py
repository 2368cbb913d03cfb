"""``refresh --corpus DIR``: analyse again what another version of pipeline, lexicons, world tables or code made, and articles
whose dates analysts set."""
import argparse
import sys

from analysis.commands.extract import Meter
from analysis.commands.import_ import Line, positive, say_waiting
from analysis.commands.redating import read_what_is_dated
from analysis.corpus import CorpusError, open_corpus, placed
from analysis.corpus.analysts import cores
from analysis.corpus.refreshing import refresh
from analysis.language import PipelineError
from analysis.rereading.reading import RereadingError


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("refresh", help="analyse again the articles of a corpus that are out of date")
    parser.add_argument("--corpus", required=True, type=placed, metavar="DIR")
    parser.add_argument("--jobs", type=positive, default=cores(), metavar="N", help="processes (default: %(default)s here)")
    parser.add_argument("--wait", action="store_true", help="where an import is writing to the corpus, wait until it has ended")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Refresh and say what was done; 0 where nothing is out of date any more."""
    try:
        open_corpus(options.corpus)
        done = refresh(options.corpus, jobs=options.jobs, wait=options.wait, waiting=say_waiting,
                       tell=Line(sys.stderr, "parts"))
        dated = 0 if done.stopped else read_what_is_dated(options.corpus, options.jobs, Meter(sys.stderr))
    except (CorpusError, OSError, PipelineError, RereadingError) as error:
        print(error, file=sys.stderr)
        return 1
    for part, reason in done.failed:
        print(f"left as it was: part {part}: {reason}", file=sys.stderr)
    print(f"{done.outdated} parts were out of date; {done.articles} articles analysed again"
          + (f"; {dated} articles read again as of the dates that analysts set" if dated else "")
          + ("; stopped, give the same command to go on" if done.stopped else ""))
    return 130 if done.stopped else 1 if done.failed else 0
