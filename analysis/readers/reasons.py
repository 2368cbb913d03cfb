"""Why a file, or a piece of one, was not read: the reasons are written in English, and here is their French.

``reasons_fr.csv`` has one row a reason, with ``{}`` where a number, a name or what a library said stands. A reason that
joins two, or begins with a name, is put together from its parts; one that is not listed stays as it is.
"""
import csv
import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

_TABLE = Path(__file__).with_name("reasons_fr.csv")


@lru_cache(maxsize=4096)
def in_french(reason: str) -> str:
    """A reason in French.

        >>> in_french("larger than 4 MB, which no single article is; split it")
        'plus de 4 Mo, ce qu\\'aucun article seul ne fait ; divisez-le'
        >>> in_french("2 documents: the file is empty (a.txt, b.txt); c.pdf: it is protected by a password")
        '2 documents : le fichier est vide (a.txt, b.txt) ; c.pdf : il est protégé par un mot de passe'
    """
    return _joined(reason) or _one(reason) or reason


def _joined(reason: str) -> str:
    """Several reasons, of which each is one that is known; a reason of its own may have a semicolon, so that the longest that is
    known is taken first."""
    parts = reason.split("; ")
    if len(parts) == 1 or _exactly(reason):
        return ""
    for end in range(len(parts) - 1, 0, -1):
        first = _one("; ".join(parts[:end]), joined=end > 1)
        if first:
            return f"{first} ; {in_french('; '.join(parts[end:]))}"
    return ""


def _one(reason: str, joined: bool = False) -> str:
    """One reason, alone or behind the name of a document; empty where it is not known. ``joined``: it may be several, and what
    is filled in holds no semicolon."""
    found = _exactly(reason) if joined else _exactly(reason) or _loosely(reason)
    if found:
        return found
    name, mark, rest = reason.partition(": ")
    found = (_exactly(rest) or ("" if joined else _loosely(rest))) if mark else ""
    return f"{name} : {found}" if found else ""


def _exactly(reason: str) -> str:
    """As listed, where nothing that is filled in holds a semicolon."""
    return _filled(reason, lambda words: "; " not in words)


def _loosely(reason: str) -> str:
    return _filled(reason, lambda words: True)


def _filled(reason: str, fits: Callable[[str], bool]) -> str:
    for pattern, french in _reasons():
        found = pattern.fullmatch(reason)
        if found and all(map(fits, found.groups())):
            return french.format(*(in_french(words) if " " in words else words for words in found.groups()))
    return ""


@cache
def _reasons() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the English reasons and the French ones; those with more words of their own come first."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: -len(row["english"].replace("{}", "")))
    return tuple((re.compile("(.{0,999})".join(map(re.escape, row["english"].split("{}"))), re.DOTALL), row["french"]) for row in rows)
