"""Why a file, or a piece of one, was not read: the reasons are written in English, and here is their French.

``reasons_fr.csv`` has one row a reason, with ``{}`` where a number, a name or what a library said stands. A reason that
joins two, or begins with a name, is put together from its parts; one that is not listed stays as it is.
"""
import csv
import re
from functools import cache, lru_cache
from pathlib import Path

_TABLE = Path(__file__).with_name("reasons_fr.csv")


@lru_cache(maxsize=4096)
def in_french(reason: str) -> str:
    """A reason in French.

        >>> in_french("larger than 4 MB, which no single article is; split it")
        'plus de 4 Mo, ce qu\\'aucun article seul ne fait ; divisez-le'
    """
    return _whole(reason) or _joined(reason, "; ", " ; ") or _named(reason) or reason


def _whole(reason: str) -> str:
    for pattern, french in _reasons():
        found = pattern.fullmatch(reason)
        if found:
            return french.format(*found.groups())
    return ""


def _joined(reason: str, mark: str, french_mark: str) -> str:
    """Two reasons or more: the first, as far as it is one, and the rest."""
    place = reason.find(mark)
    while place > 0:
        first, rest = _whole(reason[:place]), reason[place + len(mark):]
        if first:
            return f"{first}{french_mark}{in_french(rest)}"
        place = reason.find(mark, place + 1)
    return ""


def _named(reason: str) -> str:
    name, mark, rest = reason.partition(": ")
    french = _whole(rest) if mark else ""
    return f"{name} : {french}" if french else ""


@cache
def _reasons() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the English reasons and the French ones; those with more words of their own come first."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: -len(row["english"].replace("{}", "")))
    return tuple((re.compile("(.{0,999})".join(map(re.escape, row["english"].split("{}"))), re.DOTALL), row["french"]) for row in rows)
