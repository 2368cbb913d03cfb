"""The stance lexicon: which words can express which act, and where their target stands.

``analysis/lexicons/stances.csv`` has one row a cue and act: ``cue`` (a lemma, or lemmas that stand near one another:
``mettre garde``; ``se`` first for a reflexive verb), ``pos`` (V verb, N noun, A adjective or participle, I
interjection, X any of them or a preposition), ``act``, ``target`` (where the target stands, in order of preference:
``obj``, a preposition, ``que`` for the subject of the clause, ``-`` for nowhere; ``de`` after a noun only where it
names whom the act is done to, or a party to a mutual one), ``example`` (the cue in a phrase of our own). Rows are
sorted by act, pos and cue.
"""
import csv
import functools
import unicodedata
from pathlib import Path
from typing import NamedTuple

_PATH = Path(__file__).parents[1] / "lexicons" / "stances.csv"
POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "ADJ": "A", "INTJ": "I", "PROPN": "N", "ADV": "A"}

SAID = ("condemn", "accuse", "request", "support", "praise", "reject", "warn", "deny")


class Entry(NamedTuple):
    """One row: the lemmas that follow the first, whether the verb is reflexive, the act, the target's places."""

    cue: str
    pos: str
    act: str
    targets: tuple[str, ...]
    rest: tuple[str, ...]
    reflexive: bool


@functools.lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Lower case without accents, so that a capital written without its accent still finds its lemma."""
    lower = word.lower()
    if lower.isascii():
        return lower
    decomposed = unicodedata.normalize("NFKD", lower.replace("œ", "oe").replace("’", "'"))
    return "".join([c for c in decomposed if not unicodedata.combining(c)])


@functools.cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """First lemma, folded → the rows that begin with it, longest first.

        >>> [entry.act for entry in entries()["accuser"]]
        ['accuse']
    """
    table: dict[str, list[Entry]] = {}
    with _PATH.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = row["cue"].split(" ")
            reflexive = words[0] == "se"
            first, *rest = (fold(word) for word in (words[1:] if reflexive else words))
            entry = Entry(row["cue"], row["pos"], row["act"], tuple(row["target"].split("|")), tuple(rest), reflexive)
            table.setdefault(first, []).append(entry)
    return {lemma: tuple(sorted(rows, key=lambda e: (-len(e.rest), not e.reflexive))) for lemma, rows in table.items()}


@functools.cache
def said_entries() -> tuple[Entry, ...]:
    """What a quoted clause without any cue may still express: most of what is quoted takes a stance."""
    return tuple(Entry("(clause)", "Q", act, ("obj", "à", "de"), (), False) for act in SAID)
