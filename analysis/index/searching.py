"""Words, beginnings of words and phrases in folded text.

A folded text has a space around each word, so that a word is found as ``" mot "``, a beginning as ``" mot"`` and a phrase as
``" plan de paix "``: a plain search of characters, which DuckDB does over tens of thousands of articles in a fraction of a
second, needs no index of tokens that would be as large as the texts.
"""
import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.index.folding import fold, fold_with_places

_PIECE = re.compile(r'"([^"]*)"?|(\S+)')
_QUOTES = str.maketrans("«»“”„", '"""""')
_AROUND = 90  # characters shown before and after a hit


class Term(NamedTuple):
    """Folded words that must stand side by side; ``open`` where the last may go on (``négocia*``)."""

    words: str
    open: bool

    @property
    def needle(self) -> str:
        """What to look for in a folded text."""
        return f" {self.words}" if self.open else f" {self.words} "


def terms_of(search: str) -> tuple[Term, ...]:
    """What a reader typed → the terms that must all occur; those without a letter or figure are left out.

    >>> terms_of('"plan de paix" négocia* L’Élysée')
    (Term(words='plan de paix', open=False), Term(words='negocia', open=True), Term(words='l elysee', open=False))
    """
    found = []
    for piece in _PIECE.finditer(search.translate(_QUOTES)):
        words = (piece[1] if piece[1] is not None else piece[2]).strip()
        folded = fold(words).strip()
        if folded:
            found.append(Term(folded, words.endswith("*")))
    return tuple(dict.fromkeys(found))


def needles(search: str) -> list[str]:
    """The strings that must all occur in a folded text."""
    return [term.needle for term in terms_of(search)]


def matches(folded: str, terms: Sequence[Term]) -> bool:
    """Whether all terms occur in a folded text."""
    return all(term.needle in folded for term in terms)


def places(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Half-open places of the terms in a text as it is written, sorted, none inside another."""
    folded, origin = fold_with_places(text)
    found = []
    for term in terms:
        at = folded.find(term.needle)
        while at >= 0:
            last = at + len(term.words)
            while term.open and folded[last + 1] != " ":
                last += 1
            found.append((origin[at + 1], origin[last] + 1))
            at = folded.find(term.needle, at + 1)
    return _apart(sorted(found))


def _apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if kept and start < kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return kept


def excerpt(text: str, terms: Sequence[Term], around: int = _AROUND) -> tuple[str, list[tuple[int, int]]]:
    """The part of a text around its first hit, cut between words, and the hits' places in that part."""
    hits = places(text, terms)
    if not hits:
        return "", []
    start, end = max(0, hits[0][0] - around), min(len(text), hits[0][1] + around)
    if start:
        start = min(text.find(" ", start) + 1 or start, hits[0][0])
    if end < len(text):
        end = max(text.rfind(" ", 0, end), hits[0][1])
    inside = [(left - start, right - start) for left, right in hits if left >= start and right <= end]
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else ""), [
        (left + 2 * bool(start), right + 2 * bool(start)) for left, right in inside]
