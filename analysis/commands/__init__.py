"""One module a command; each gives ``add(subparsers)`` and a function that returns the exit status."""
import argparse
import sys

from analysis.commands import compact, corrections, delete, doctor, evaluate, export, extract, import_, ledger, refresh, stats


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit status (0 done, 1 nothing could be done, 2 wrong usage)."""
    parser = argparse.ArgumentParser(prog="python -m analysis", description=(
        "Homologue: who stands where towards whom in the French-language press."))
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in (extract, import_, stats, ledger, export, refresh, delete, compact, doctor, corrections, evaluate):
        command.add(subparsers)
    options = parser.parse_args(arguments)
    try:
        return options.run(options)
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
