"""Longest-match lookup of many word sequences in one pass over the words of an article."""
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.actors.words import TIGHT, Words
from analysis.spelling import fold


class Entry(NamedTuple):
    """What a surface form stands for: ``kind`` (country, capital, seat, organisation, person, …) and an id; ``capitals`` are the
    words of the form that must be written with theirs, as (place, whether all letters)."""

    kind: str
    key: str
    capitals: tuple[tuple[int, bool], ...] = ()


class Hit(NamedTuple):
    """Words ``first`` … ``last`` - 1 matched ``entries`` (several where the form is shared)."""

    first: int
    last: int
    entries: tuple[Entry, ...]


def build(forms: Iterable[tuple[tuple[str, ...], Entry]]) -> dict:
    """Trie of (words of a form, entry); each node maps a folded word to its node, and "" to its entries."""
    root: dict = {}
    for words, entry in forms:
        node = root
        for word in words:
            node = node.setdefault(fold(word), {})
        entry = entry._replace(capitals=_capitals(words, strict=entry.kind in ("person", "historical")))
        found = node.setdefault("", [])
        if entry not in found:
            found.append(entry)
    return root


def _capitals(words: tuple[str, ...], strict: bool) -> tuple[tuple[int, bool], ...]:
    """The capitals that a form asks for: acronyms theirs; of other words all of a person's name need one, of other names
    only the first (« Etats-unis », « Corée du nord »)."""
    acronyms = [len(word) > 1 and word.isupper() for word in words]
    return tuple((place, acronym) for place, (word, acronym) in enumerate(zip(words, acronyms, strict=True))
                 if acronym or ((strict or not place) and word[:1].isupper()))


def fits(entry: Entry, forms: list[str]) -> bool:
    """Whether the words are written with the capitals that the form asks for; a figure stands for a capital."""
    for place, acronym in entry.capitals:
        form = forms[place]
        if not (form.isupper() if acronym else form[0].isupper() or form[0].isdigit()):
            return False
    return True


def longest(node: dict, words: Words, i: int) -> Hit | None:
    """The longest form that starts at word i, whose node is given, with the entries whose capitals fit."""
    best, j, size = None, i + 1, len(words.fold)
    while node is not None:
        if "" in node:
            entries = tuple([e for e in node[""] if fits(e, words.form[i:j])])
            if entries:
                best = Hit(i, j, entries)
        if j >= size or words.gap[j - 1] not in TIGHT:
            break
        node = node.get(words.fold[j])
        j += 1
    return best


def scan(root: dict, words: Words, places: list[int]) -> Iterator[Hit]:
    """All longest matches that start at these words, from left to right, without overlap."""
    folded, done = [*words.fold, ""], 0
    for i in places:
        node = root[folded[i]]
        if i < done or ("" not in node and folded[i + 1] not in node):
            continue
        hit = longest(node, words, i)
        if hit:
            yield hit
            done = hit.last
