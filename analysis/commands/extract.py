"""``extract PATH… --out DIR [--format csv|parquet]``: articles → one file a table, and a summary."""
import argparse
import sys
import time
from collections import Counter
from pathlib import Path

import pandas as pd

from analysis.commands.corrected import add_choice, as_lines, as_shown, folder_of_log
from analysis.commands.import_ import add_reading, limits_of, say_note
from analysis.commands.ledger import in_words
from analysis.corpus.analysts import Analysts
from analysis.corpus.batch import OpenFile
from analysis.corpus.gathering import analysed, gathered
from analysis.corpus.ledger import sums
from analysis.corrections import VARIABLE
from analysis.language import PipelineError
from analysis.pipeline import collect
from analysis.readers.apart import ReaderError
from analysis.readers.columns import ColumnsError, parsed
from analysis.rereading.reading import RereadingError, reread
from analysis.tables import Tables, table_names


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("extract", help="read articles and write the six tables", description=(
        f"Read articles and write the six tables. Where corrections are named (--log or {VARIABLE}), they are laid over them."))
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="text files, or folders of them")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="where the tables are written")
    parser.add_argument("--format", choices=("csv", "parquet"), default="csv")
    add_choice(parser)
    add_reading(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, analyse, write; 0 where at least one article was read, 1 where none was."""
    try:
        articles, files = gathered(options.paths, limits_of(options), parsed(options.columns), say_note)
        said = say_problems(files)
        if not articles:
            print(f"nothing could be read ({len(files)} files tried)", file=sys.stderr)
            return 1
        with Analysts() as analysts:
            tables = collect(list(analysed(articles, analysts, Meter(sys.stderr))))
        tables, corrected = _corrected(tables, options)
    except (PipelineError, ReaderError, ColumnsError, RereadingError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    say_problems(files, said)
    write(tables, options.out, options.format)
    print("\n".join([summary(tables, files), *corrected]))
    return 0


def _corrected(tables: Tables, options: argparse.Namespace) -> tuple[Tables, list[str]]:
    """The tables with the corrections that are named, and what these did; articles are read again as of days set for them."""
    folder = folder_of_log(options.log)
    if options.raw or not (folder or options.only_reviewed):
        return tables, []
    reviewed = "reviewed" if options.only_reviewed else "kept"
    shown = as_shown(tables, folder, reviewed, reread)
    return shown.tables, as_lines(shown, reviewed)


def say_problems(files: list[OpenFile], said: frozenset[str] = frozenset()) -> frozenset[str]:
    """Print what could not be read or analysed, but for what was said before; returns what is said by now."""
    lines = {f"not read: {place}: {problem}": None for file in files for place, document in file.documents.items()
             for problem in document.problems}
    for line in lines:
        if line not in said:
            print(line, file=sys.stderr)
    return said | lines.keys()


def write(tables: Tables, folder: Path, kind: str = "csv") -> None:
    """One file a table into ``folder``: UTF-8 CSV with ISO days, or Parquet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in table_names():
        table: pd.DataFrame = getattr(tables, name)
        if kind == "parquet":
            table.to_parquet(folder / f"{name}.parquet", index=False)
        else:
            table.to_csv(folder / f"{name}.csv", index=False, date_format="%Y-%m-%d")


def summary(tables: Tables, files: list[OpenFile]) -> str:
    """What was found, in a few lines for people."""
    states = [file.row().state for file in files]
    inside = [file.fate(place).state for file in files for place in file.documents if place != file.path]
    acts = Counter(tables.stances["act"]).most_common()
    kinds = Counter(tables.actors["kind"]).most_common()
    lines = [
        f"{len(tables.articles)} articles from {in_words(sums(len(files), states))}",
        *([f"in archives, tables and exports: {in_words(sums(len(inside), inside), 'documents')}"] if inside else []),
        f"{len(tables.actors)} actors: " + ", ".join(f"{n} {kind}" for kind, n in kinds),
        f"{len(tables.mentions)} mentions, {len(tables.dates)} dates, {len(tables.statements)} statements",
        f"{len(tables.stances)} stances: " + ", ".join(f"{n} {act}" for act, n in acts),
    ]
    return "\n".join(lines)


class Meter:
    """A line of progress with the time left, on a terminal only; nothing where the output is a file."""

    def __init__(self, stream) -> None:
        self.stream = stream
        self.began = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        if not self.stream.isatty():
            return
        left = (time.monotonic() - self.began) / done * (total - done)
        self.stream.write(f"\r{done} of {total} articles, {left:.0f} s left " + ("\n" if done == total else ""))
        self.stream.flush()
