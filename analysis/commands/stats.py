"""``stats --corpus DIR``: what is in a corpus, by article and by independent text, and whether it is up to date."""
import argparse
import sys

from analysis.commands.corrections import of_corpus
from analysis.commands.ledger import as_lines, recorded
from analysis.corpus import Corpus, CorpusError, open_corpus, placed
from analysis.corpus.counting import Count, Counts, count

_MOST = 15


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("stats", help="say what is in a corpus")
    parser.add_argument("--corpus", required=True, type=placed, metavar="DIR")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Count and print; 1 where there is no corpus."""
    try:
        corpus = open_corpus(options.corpus)
        print(as_text(count(corpus), corpus))
        print("\n".join(["", *corrected]) if (corrected := of_corpus(corpus)) else "", end="")
    except (CorpusError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for file, reason in corpus.damaged:
        print(f"{file}: {reason}", file=sys.stderr)
    return 0


def as_text(counts: Counts, corpus: Corpus) -> str:
    """The figures, in lines for people."""
    from analysis.corpus.refreshing import outdated

    old = len(outdated(corpus))
    found = recorded(corpus.folder)
    went_in = as_lines(found)[len(found):] if found else ["files: " + (", ".join(f"{number} {state}" for state, number in sorted(counts.states.items())) or "none")]
    size = sum(file.bytes for part in corpus.parts for file in part.files.values())
    return "\n".join([
        f"{counts.articles} articles, {counts.texts} independent texts ({counts.articles - counts.texts} reprints)",
        f"published {counts.first or '?'} to {counts.last or '?'}, {counts.undated} undated",
        ", ".join(f"{number} {name}" for name, number in counts.rows.items()),
        *went_in,
        f"{len(corpus.parts)} parts, {size / 1e6:.1f} MB" + (f", {old} out of date (python -m analysis refresh)" if old else ""),
        *_listed("language", counts.languages), *_listed("source", counts.sources), *_listed("stances", counts.acts)])


def _listed(heading: str, counts: list[Count]) -> list[str]:
    rows = [f"  {each.name or '(unknown)':30.30} {each.articles:>9} {each.texts:>11}" for each in counts[:_MOST]]
    more = [f"  … and {len(counts) - _MOST} more"] if len(counts) > _MOST else []
    return ["", f"{heading:32} {'all':>9} {'independent':>11}", *rows, *more] if rows else []
