"""``export CORPUS``: the six tables of a corpus as the pages show them, and its groups of near copies, one file each; or, with
``--as``, its stances in the formats of the field."""
import argparse
import sys
from pathlib import Path

from analysis.commands.corrected import Shown, add_choice, as_lines, as_shown, folder_of_log
from analysis.commands.extract import write
from analysis.commands.field import FilterError, add_as, wanted_of, write_as
from analysis.corpus import Corpus, CorpusError, open_corpus, placed
from analysis.views import Stock

_RAW = "as the analysis made them: corrections were not asked for"


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("export", help="write the tables of a corpus, or its stances in the formats of the field", description=(
        "Write the tables of a corpus as the pages show them: what analysts corrected is laid over them, and what they rejected is\n"
        "left out. Stances of every confidence are written; the pages begin at 0.4. With --as, write what the download buttons of the\n"
        "pages give under the same filter, with the same footers."))
    parser.add_argument("place", nargs="?", type=placed, metavar="CORPUS", help="folder or URL of the corpus")
    parser.add_argument("--corpus", type=placed, metavar="DIR", help="the same, as other commands name it")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the files are written (with --as: this folder, unless another is named)")
    parser.add_argument("--format", choices=("csv", "parquet"), default="csv", help="of the tables (default: csv)")
    add_as(parser)
    add_choice(parser)
    parser.set_defaults(run=run, fault=parser.error)


def run(options: argparse.Namespace) -> int:
    """Write; 1 where there is no corpus, its log cannot be read, no stance fits, or the files cannot be written."""
    _check(options)
    try:
        corpus = open_corpus(options.place or options.corpus)
        said = _write_stances(corpus, options) if options.kinds else _write_tables(corpus, options)
    except (CorpusError, FilterError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for file, reason in corpus.damaged:
        print(f"{file}: {reason}", file=sys.stderr)
    print("\n".join(said))
    return 0


def _check(options: argparse.Namespace) -> None:
    """End with the usage where the arguments do not go together."""
    if bool(options.place) == bool(options.corpus):
        options.fault("name one corpus: export CORPUS, or --corpus DIR")
    if not options.kinds and (options.filter or options.language):
        options.fault("--filter and --language go with --as: the tables are written whole")
    if not options.kinds and not options.out:
        options.fault("say with --out DIR where the tables are written")


def _shown(corpus: Corpus, options: argparse.Namespace, reviewed: str) -> tuple[Shown, list[str]]:
    """The tables that are asked for, and what was done to them."""
    if options.raw:
        return Shown(corpus.tables()), [_RAW]
    shown = as_shown(corpus.tables(), folder_of_log(options.log, options.place or options.corpus), reviewed)
    return shown, as_lines(shown, reviewed)


def _write_tables(corpus: Corpus, options: argparse.Namespace) -> list[str]:
    shown, said = _shown(corpus, options, "reviewed" if options.only_reviewed else "kept")
    write(shown.tables, options.out, options.format)
    if options.format == "csv":
        corpus.copies.to_csv(options.out / "copies.csv", index=False)
    else:
        corpus.copies.to_parquet(options.out / "copies.parquet", index=False)
    return [f"{len(shown.tables.articles)} articles and {len(shown.tables.stances)} stances written to {options.out}", *said]


def _write_stances(corpus: Corpus, options: argparse.Namespace) -> list[str]:
    """What the pages would give, from rejected stances too, which the filter may ask for."""
    shown, said = _shown(corpus, options, "all")
    stock = Stock.of_tables(shown.tables, lambda: corpus.copies)
    return [*write_as(wanted_of(options), stock, options.out or Path()), *said]
