"""``import PATH… --corpus DIR``: articles → a corpus that stays and grows; what is in already is skipped."""
import argparse
import sys
import time
from pathlib import Path

from analysis.commands.ledger import in_words
from analysis.corpus import CorpusError, placed
from analysis.corpus.analysts import cores
from analysis.corpus.importing import BATCH, Progress, Report, import_files
from analysis.language import PipelineError
from analysis.readers import Note
from analysis.readers.apart import Limits, ReaderError
from analysis.readers.columns import FIELDS, ColumnsError, parsed

_MOST_LISTED = 50


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("import", help="read articles into a corpus, or go on where an import stopped")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files, or folders of them")
    parser.add_argument("--corpus", required=True, type=placed, metavar="DIR", help=(
        "the corpus's folder, or a URL such as s3://bucket/corpus; made where there is none"))
    parser.add_argument("--jobs", type=positive, default=cores(), metavar="N", help="processes (default: one a core, %(default)s here)")
    parser.add_argument("--scheduler", default="", metavar="ADDRESS", help=(
        "analyse on the Dask cluster whose scheduler is at this address (tcp://host:8786), whose workers write to the corpus"))
    parser.add_argument("--batch", type=positive, default=BATCH, metavar="N", help="articles committed at once (default: %(default)s)")
    add_reading(parser)
    parser.add_argument("--wait", action="store_true", help="where another import is writing to the corpus, wait until it has ended")
    parser.add_argument("--all-reasons", action="store_true", help=f"list all files that did not go in, not the first {_MOST_LISTED}")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Import and say what went in and what did not; 0 where the corpus holds what could be read, 130 where stopped."""
    try:
        report = import_files(options.corpus, options.paths, jobs=options.jobs, scheduler=options.scheduler, batch_size=options.batch,
                              columns=parsed(options.columns), wait=options.wait, waiting=say_waiting, tell=Line(sys.stderr),
                              limits=limits_of(options))
    except (CorpusError, PipelineError, ColumnsError, ReaderError) as error:
        print(error, file=sys.stderr)
        return 1
    for note in report.notes[:_MOST_LISTED]:
        say_note(note)
    listed = report.problems if options.all_reasons else report.problems[:_MOST_LISTED]
    for row in listed:
        print(f"{'not all read' if row.state == 'partial' else 'not read'}: {row.path}: {row.reason}", file=sys.stderr)
    if len(listed) < len(report.problems):
        print(f"… and {len(report.problems) - len(listed)} more (--all-reasons lists them)", file=sys.stderr)
    print(summary(report))
    if report.stopped:
        return 130
    return 0 if set(report.states) - {"rejected"} else 1


def summary(report: Report) -> str:
    """What became of the files and the articles, in a few lines for people."""
    lines = [in_words(report.sums()),
             f"{report.articles} articles stored in {report.seconds:.0f} s" + (
                 f", {report.foreign} of them not in French and not analysed" if report.foreign else "")]
    if any(report.documents().values()):
        lines.insert(1, f"in archives, tables and exports: {in_words(report.documents(), 'documents')}")
    if report.same:
        lines.append(f"{report.same} articles were in already")
    if report.stopped:
        lines.append("stopped; give the same command to go on")
    return "\n".join(lines)


def positive(text: str) -> int:
    """A number of the command line that must be at least 1."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def add_reading(parser: argparse.ArgumentParser) -> None:
    """The options that say how files are read: which columns of tables hold what, and what one document may take."""
    usual = Limits()
    parser.add_argument("--columns", nargs="+", default=[], metavar="FIELD=COLUMN", help=(
        f"which column of a table (CSV, XLSX, JSON) holds what, where the guess is wrong; fields: {', '.join(FIELDS)}"))
    parser.add_argument("--most-seconds", type=positive, default=int(usual.seconds), metavar="N",
                        help="seconds that the reading of one document may take (default: %(default)s)")
    parser.add_argument("--most-memory", type=positive, default=usual.memory >> 20, metavar="MB",
                        help="memory that the reading of one document may take; Windows does not limit it (default: %(default)s)")


def limits_of(options: argparse.Namespace) -> Limits:
    """The limits that the options give."""
    return Limits(options.most_seconds, options.most_memory << 20)


def say_note(note: Note) -> None:
    """What was assumed of a file, so that the user can correct it."""
    print(f"{note.path}: {note.words}", file=sys.stderr)


def say_waiting() -> None:
    """Said once before a wait for another import."""
    print("another import is writing to this corpus; waiting until it has ended", file=sys.stderr)


class Line:
    """A line of progress with the time left, on a terminal only, ten times a second at most."""

    def __init__(self, stream, things: str = "files") -> None:
        self.stream, self.things = stream, things
        self.shown = 0.0

    def __call__(self, progress: Progress) -> None:
        now, ended = time.monotonic(), progress.files_done == progress.files
        if not self.stream.isatty() or now - self.shown < 0.1 and not ended:
            return
        self.shown = now
        left = progress.seconds_left()
        self.stream.write(f"\r{progress.files_done} of {progress.files} {self.things}, {progress.articles_done} of {progress.articles_read} articles, "
                          + (f"{left:.0f} s left   " if left is not None else "…   "))
        self.stream.flush()
