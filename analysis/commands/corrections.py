"""``corrections --corpus DIR``: what analysts corrected, what no longer fits, how far they agree; exports of it."""
import argparse
import sys
from pathlib import Path

from analysis.commands.corrected import as_dated, required_log
from analysis.corpus import Corpus, CorpusError, open_corpus, placed
from analysis.corrections import VARIABLE, Correction, Log, Overlay, Unfit, counted, lay_over, log_file, read_log, replay
from analysis.corrections.agreement import FEWEST, Agreement, agreements
from analysis.corrections.annotations import annotations
from analysis.corrections.holders import holder_rows, holders_csv

# Why a correction no longer fits, for people; the keys are analysis.corrections.WHYS.
REASONS = {
    "article gone": "its article is not in the corpus any more", "text changed": "the text of its article has changed",
    "stance gone": "the analysis finds nothing there any more", "stance changed": "the analysis reads the sentence otherwise now",
    "addition undone": "it speaks of an addition that was undone", "seen changed": "the stance is not as its coder saw it",
    "actor gone": "there is no such actor any more", "actor changed": "the analysis knows the actor otherwise now",
    "nothing to undo": "there is no line before it with the id that it undoes",
}


def add(subparsers) -> None:
    """Register the command."""
    parser = subparsers.add_parser("corrections", help="list the corrections of a corpus, and export them", description=(
        "Say what analysts corrected in a corpus, which corrections no longer fit, and how far two coders agree."))
    parser.add_argument("--corpus", required=True, type=placed, metavar="DIR")
    parser.add_argument("--log", type=Path, metavar="DIR", help=(
        f"folder of the log, where it is not the corpus's own (default: what {VARIABLE} names, else DIR)"))
    parser.add_argument("--export", type=Path, metavar="OUT", help=(
        "write the articles reviewed as a whole (articles/, annotations/) and corrected offices (holders.csv) into a folder"))
    parser.add_argument("--all", action="store_true", help="list every line of the log, not only those that no longer fit")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Report and export; 1 where there is no corpus, or it or its log cannot be read or the export written."""
    try:
        corpus = open_corpus(options.corpus)
        place = required_log(options.log, options.corpus)
        log = read_log(place)
        tables, _, _ = as_dated(corpus.tables(), log, place.parent)
        overlay = replay(log.corrections, tables)
        print("\n".join([*summary(log, overlay), *(_lines(log, overlay) if options.all else ()), *_agreed(agreements(log.corrections))]))
        if options.export:
            print(_export(options.export, log, overlay, tables))
    except (CorpusError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def summary(log: Log, overlay: Overlay) -> list[str]:
    """How many lines count, then each that does not fit or cannot be read."""
    counts = counted(log.corrections, overlay)
    totals = [int(counts[name].sum()) for name in ("in_force", "undone", "unfit")]
    by_kind = ", ".join(f"{row.in_force} {row.what}" for row in counts.itertuples() if row.in_force)
    return [f"corrections: {totals[0]} in force, {totals[1]} undone, {totals[2]} no longer fit" + (f" ({by_kind})" if by_kind else ""),
            *(f"no longer fits: {unfit_line(each)}" for each in overlay.unfit),
            *(f"line {number} of the log is left aside: {reason}" for number, reason in log.faults)]


def of_corpus(corpus: Corpus) -> list[str]:
    """The summary of a corpus's own log; nothing where it has none."""
    log = read_log(log_file(corpus.folder))
    if not log.corrections and not log.faults:
        return []
    tables, _, _ = as_dated(corpus.tables(), log, corpus.folder)
    return [*summary(log, replay(log.corrections, tables)), ""]


def unfit_line(unfit: Unfit) -> str:
    """One correction that does not fit, in a line for people."""
    about = f": {_short(unfit.about)}" if unfit.about else ""
    return f"{_head(unfit.correction)}: {REASONS[unfit.why]}{' (applied to the rest)' if unfit.partly else ''}{about}"


def _lines(log: Log, overlay: Overlay) -> list[str]:
    whole = {each.correction.id for each in overlay.unfit if not each.partly}
    return ["", *(f"{'undone' if line.id in overlay.undone else 'unfit' if line.id in whole else 'in force':8} {_head(line)}"
                  f"{f': {_short(line.stance.sentence)}' if line.stance else ''}{f' — {_short(line.note)}' if line.note else ''}"
                  for line in log.corrections)]


def _head(line: Correction) -> str:
    return f"{line.id} {line.time} {_short(line.coder)} {line.what}"


def _short(text: str) -> str:
    """On one line, without characters that would steer a terminal, and not long."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return plain if len(plain) <= 100 else plain[:99] + "…"


def _agreed(found: list[Agreement]) -> list[str]:
    return [f"{_short(each.coders[0])} and {_short(each.coders[1])}: {each.articles} articles and {each.units} stances judged by both; " + (
        f"fewer than {FEWEST}, too few to say how far they agree" if each.too_few else
        f"Krippendorff's alpha {_alpha(each.act)} by act, {_alpha(each.sign)} by sign; {len(each.differing)} differ")
        for each in found]


def _alpha(value: float | None) -> str:
    return "undefined (no two values)" if value is None else f"{value:.2f}"


def _export(folder: Path, log: Log, overlay: Overlay, tables) -> str:
    found = annotations(lay_over(tables, overlay))
    rows = holder_rows(log.corrections, overlay)
    for name, content in {**found.files, "holders.csv": holders_csv(rows)}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return (f"{found.articles} articles reviewed as a whole and {len(rows)} corrected offices written to {folder}; "
            f"{found.partly} articles reviewed in part were left out")
