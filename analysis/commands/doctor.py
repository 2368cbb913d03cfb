"""``doctor --corpus DIR [--repair]``: what is wrong with a corpus, what is lost by it, and the repair of what can be."""
import argparse
import sys
from pathlib import Path

from analysis.commands.import_ import Line, positive
from analysis.corpus import CorpusError, is_url, placed
from analysis.corpus.analysts import cores
from analysis.corpus.doctor import examine, repair
from analysis.corpus.refreshing import refresh
from analysis.language import PipelineError


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("doctor", help="say what is wrong with a corpus, and repair what can be")
    parser.add_argument("--corpus", required=True, type=placed, metavar="DIR")
    parser.add_argument("--repair", action="store_true", help="repair; nothing is deleted, damaged files go into DIR/damaged")
    parser.add_argument("--jobs", type=positive, default=cores(), metavar="N", help="processes (default: %(default)s here)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Examine, and repair where asked; 0 where nothing is wrong (any more)."""
    if is_url(options.corpus):
        print("doctor works on a folder; copy the corpus here first", file=sys.stderr)
        return 1
    try:
        return _repaired(options.corpus, options.jobs) if options.repair else _examined(options.corpus)
    except (CorpusError, PipelineError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _examined(folder: Path) -> int:
    findings = examine(folder)
    for finding in findings:
        print(f"- {finding.wrong}")
        print(f"  lost: {finding.lost or 'nothing'}")
        print(f"  to do: {finding.remedy}")
    print(f"{len(findings)} findings" if findings else "nothing is wrong")
    return 1 if findings else 0


def _repaired(folder: Path, jobs: int) -> int:
    for line in repair(folder):
        print(f"- {line}")
    done = refresh(folder, jobs=jobs, tell=Line(sys.stderr, "parts"))
    if done.articles:
        print(f"- {done.articles} articles analysed again")
    return _examined(folder)
