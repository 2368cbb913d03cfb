"""Longest-match lookup of many word sequences in one pass over the words of an article."""
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.actors.words import TIGHT, Words, fold


class Entry(NamedTuple):
    """What a surface form stands for: ``kind`` (country, capital, seat, organisation, person, …) and an id."""

    kind: str
    key: str
    shape: tuple[str, ...] = ()


class Hit(NamedTuple):
    """Words ``first`` … ``last`` - 1 matched ``entries`` (several where the form is shared)."""

    first: int
    last: int
    entries: tuple[Entry, ...]


def shape(word: str) -> str:
    """A for an acronym (all capitals, two letters or more), C for a capitalised word, a for anything else."""
    if len(word) > 1 and word.isupper():
        return "A"
    return "C" if word[:1].isupper() else "a"


def build(forms: Iterable[tuple[tuple[str, ...], Entry]]) -> dict:
    """Trie of (words of a form, entry); each node maps a folded word to its node, and "" to its entries."""
    root: dict = {}
    for words, entry in forms:
        node = root
        for word in words:
            node = node.setdefault(fold(word), {})
        entry = entry._replace(shape=tuple(shape(w) for w in words))
        found = node.setdefault("", [])
        if entry not in found:
            found.append(entry)
    return root


def fits(entry: Entry, forms: list[str]) -> bool:
    """Whether the words are written with the capitals that the form asks for.

    All words of a person's name need theirs; of other names only the first does (« Etats-unis », « Corée du nord »).
    """
    strict = entry.kind in ("person", "historical")
    for place, (wanted, form) in enumerate(zip(entry.shape, forms, strict=True)):
        if wanted == "A" and not form.isupper():
            return False
        if wanted == "C" and (strict or not place) and not form[0].isupper() and not form[0].isdigit():
            return False
    return True


def longest(root: dict, words: Words, i: int) -> Hit | None:
    """The longest form that starts at word i, with the entries whose capitals fit."""
    node, j, best = root.get(words.fold[i]), i + 1, None
    size = len(words)
    while node is not None:
        if "" in node:
            entries = tuple(e for e in node[""] if fits(e, words.form[i:j]))
            if entries:
                best = Hit(i, j, entries)
        if j >= size or words.gap[j - 1] not in TIGHT:
            break
        node = node.get(words.fold[j])
        j += 1
    return best


def scan(root: dict, words: Words) -> Iterator[Hit]:
    """All longest matches from left to right, without overlap."""
    i, size = 0, len(words)
    fold_of = words.fold
    while i < size:
        hit = longest(root, words, i) if fold_of[i] in root else None
        if hit:
            yield hit
            i = hit.last
        else:
            i += 1
