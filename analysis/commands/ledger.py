"""``ledger --corpus DIR [--run RUN] [--out FILE]``: what became of every file that went in, and of the documents in it."""
import argparse
import sys
from pathlib import Path

from analysis.corpus import CorpusError, Place, at_hand, placed
from analysis.corpus.ledger import FOLDER, STATES, Entry, Run, runs, unread
from analysis.corpus.manifest import read_manifest
from analysis.exports.ledger import ledger_csv

_MOST = 50


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("ledger", help="say what became of every file that went into a corpus")
    parser.add_argument("--corpus", required=True, type=placed, metavar="DIR")
    parser.add_argument("--run", dest="only", metavar="RUN", help="one import only, by its name (default: all)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write every file and document with its state and reason as CSV")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the sums, or write the CSV; 1 where there is no ledger."""
    try:
        found = [each for each in recorded(options.corpus) if options.only in (None, each.name)]
        if not found:
            raise CorpusError(f"{options.corpus} has no ledger" + (f" of a run {options.only}" if options.only else ""))
        if options.out:
            options.out.write_text(ledger_csv(entry for each in found for entry in each.entries()), encoding="utf-8", newline="")
    except (CorpusError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(as_lines(found)))
    return 0


def recorded(where: Place) -> list[Run]:
    """All runs of a corpus, also where nothing was committed yet. Raises CorpusError."""
    corpus = at_hand(where)
    return runs(corpus, read_manifest(corpus).serial) if (corpus / FOLDER).is_dir() else []


def as_lines(found: list[Run]) -> list[str]:
    """Sums a run, sums of all, what is not wholly in, and what is still to be read."""
    lines = [f"{each.name}  {in_words(each.sums())}" for each in found]
    everything = {state: sum(each.sums()[state] for each in found) for state in STATES}
    inside = {state: sum(each.documents()[state] for each in found) for state in STATES}
    lines += [f"all imports: {in_words(everything)}"]
    if sum(inside.values()):
        lines.append(f"documents in archives, tables and exports: {in_words(inside, 'documents')}")
    damaged = sum(each.damaged for each in found)
    if damaged:
        lines.append(f"{damaged} lines of the ledger are damaged; the files that they spoke of count as not yet read")
    left = unread(found)
    lines += [f"not yet read: {name}" for name in left[:_MOST]]
    return lines + ([f"… and {len(left) - _MOST} more, which --out lists"] if len(left) > _MOST else [])


def in_words(states: dict[str, int], things: str = "files") -> str:
    """``9 files: 7 stored, 0 partial, 1 duplicate, 1 rejected``; what is not yet read only where there is any."""
    shown = [f"{number} {state}" for state, number in states.items() if number or state != STATES[-1]]
    return f"{sum(states.values())} {things}: {', '.join(shown)}"
