"""``export --corpus DIR --out DIR``: the six tables of a corpus, and its groups of near copies, one file each."""
import argparse
import sys
from pathlib import Path

from analysis.commands.extract import write
from analysis.corpus import CorpusError, open_corpus, placed


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("export", help="write the tables of a corpus")
    parser.add_argument("--corpus", required=True, type=placed, metavar="DIR")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="where the tables are written")
    parser.add_argument("--format", choices=("csv", "parquet"), default="csv")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write; 1 where there is no corpus or the tables cannot be written."""
    try:
        corpus = open_corpus(options.corpus)
        tables = corpus.tables()
        write(tables, options.out, options.format)
        if options.format == "csv":
            corpus.copies.to_csv(options.out / "copies.csv", index=False)
        else:
            corpus.copies.to_parquet(options.out / "copies.parquet", index=False)
    except (CorpusError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for file, reason in corpus.damaged:
        print(f"{file}: {reason}", file=sys.stderr)
    print(f"{len(tables.articles)} articles and {len(tables.stances)} stances written to {options.out}")
    return 0
