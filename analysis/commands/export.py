"""``export --corpus DIR --out DIR``: the six tables of a corpus as the pages show them, and its groups of near copies, one file each."""
import argparse
import sys
from pathlib import Path

from analysis.commands.corrected import add_choice, as_lines, as_shown, folder_of_log
from analysis.commands.extract import write
from analysis.corpus import CorpusError, open_corpus, placed


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("export", help="write the tables of a corpus", description=(
        "Write the tables of a corpus as the pages show them: what analysts corrected is laid over them, and what they rejected is "
        "left out. Stances of every confidence are written; the pages begin at 0.4."))
    parser.add_argument("--corpus", required=True, type=placed, metavar="DIR")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="where the tables are written")
    parser.add_argument("--format", choices=("csv", "parquet"), default="csv")
    add_choice(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write; 1 where there is no corpus, its log cannot be read, or the tables cannot be written."""
    try:
        corpus = open_corpus(options.corpus)
        tables, said = corpus.tables(), ["as the analysis made them: corrections were not asked for"]
        if not options.raw:
            shown = as_shown(tables, folder_of_log(options.log, options.corpus), options.only_reviewed)
            tables, said = shown.tables, as_lines(shown, options.only_reviewed)
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
    print("\n".join([f"{len(tables.articles)} articles and {len(tables.stances)} stances written to {options.out}", *said]))
    return 0
