"""``extract PATH… --out DIR [--format csv|parquet]``: articles → one file a table, and a summary."""
import argparse
import sys
import time
from collections import Counter
from pathlib import Path

import pandas as pd

from analysis.language import PipelineError
from analysis.pipeline import analyse
from analysis.readers import Rejected, read_articles
from analysis.tables import Tables, table_names


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("extract", help="read articles and write the six tables")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="text files, or folders of them")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="where the tables are written")
    parser.add_argument("--format", choices=("csv", "parquet"), default="csv")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, analyse, write; 0 where at least one article was read, 1 where none was."""
    articles, rejected = read_articles(options.paths)
    for name, reason in rejected:
        print(f"not read: {name}: {reason}", file=sys.stderr)
    if not articles:
        print(f"nothing could be read ({len(rejected)} files tried)", file=sys.stderr)
        return 1
    try:
        tables = analyse(articles, progress=Meter(sys.stderr))
    except PipelineError as error:
        print(error, file=sys.stderr)
        return 1
    write(tables, options.out, options.format)
    print(summary(tables, rejected))
    return 0


def write(tables: Tables, folder: Path, kind: str = "csv") -> None:
    """One file a table into ``folder``: UTF-8 CSV with ISO days, or Parquet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in table_names():
        table: pd.DataFrame = getattr(tables, name)
        if kind == "parquet":
            table.to_parquet(folder / f"{name}.parquet", index=False)
        else:
            table.to_csv(folder / f"{name}.csv", index=False, date_format="%Y-%m-%d")


def summary(tables: Tables, rejected: list[Rejected]) -> str:
    """What was found, in a few lines for people."""
    acts = Counter(tables.stances["act"]).most_common()
    kinds = Counter(tables.actors["kind"]).most_common()
    lines = [
        f"{len(tables.articles)} articles, {len(rejected)} warnings (files not read)",
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
