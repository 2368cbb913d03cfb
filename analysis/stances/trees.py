"""Boosted trees: how likely something is right, from facts about it, by many small trees that learnt one after another.

A forest is kept as text (``Forest``): the names of its facts, for each fact that is a word the number that stands for it
(how often examples with this word were right), and the trees. ``training`` learns it; here it is only applied.
"""
import functools
import json
import struct
from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple, TypedDict

import numpy

PATH = Path(__file__).with_name("trees.json")
#: what is known of one thing, in the order of the names that stand elsewhere (in ``settle.py`` for the forests that are kept)
Facts = tuple[float | str, ...]
_COLUMN, _LIMIT, _LEFT, _RIGHT, _GAIN = range(5)
_NOWHERE = (0, numpy.inf, 0)  # a split that rules nothing out, in place of those that a smaller tree has not


class Forest(TypedDict):
    """``facts`` in the order of the trees' columns; ``words``: fact → word → number, ``""`` for words that training did not
    meet; ``start``: the log odds before any tree; ``trees``: a tree is the lists column, limit, left, right, gain, one
    entry a node; a leaf is its own left and right."""

    facts: list[str]
    words: dict[str, dict[str, float]]
    start: float
    trees: list[list[list[float]]]


class Grown(NamedTuple):
    """A forest made ready: ``column``, ``limit`` and ``ruled`` have an entry for the first split of each tree, then for the
    second of each, and so on; a fact above the limit rules out the leaves left of the split, a bit each in ``ruled``. The
    leaf that a tree comes to is the first that none rules out. ``gain`` has the leaves of one tree behind those of another,
    ``first`` where a tree's begin.

    So all splits are asked at once, as in QuickScorer (Lucchese and others 2015), where walking down the trees asks step
    by step.
    """

    facts: list[str]
    words: dict[str, dict[str, float]]
    start: float
    column: numpy.ndarray
    limit: numpy.ndarray
    ruled: numpy.ndarray
    gain: numpy.ndarray
    first: numpy.ndarray


@functools.cache
def forests() -> dict[str, Grown]:
    """Name (``alone``, ``beside``) → forest: is a reading right by itself, and beside all others of its article?"""
    return {name: grown(forest) for name, forest in json.loads(PATH.read_text(encoding="utf-8")).items()}


def grown(forest: Forest) -> Grown:
    """The forest made ready to be applied."""
    read = [_read(tree) for tree in forest["trees"]]
    most = max((len(splits) for splits, _ in read), default=0)
    splits = [tree_splits[place] if place < len(tree_splits) else _NOWHERE for place in range(most) for tree_splits, _ in read]
    column, limit, ruled = (numpy.array([split[part] for split in splits], dtype=kind)
                            for part, kind in ((0, numpy.intp), (1, float), (2, numpy.min_scalar_type(1 << most))))
    sizes = [len(gains) for _, gains in read]
    first = numpy.cumsum([0, *sizes])[:-1].astype(numpy.intp)
    gain = numpy.array([each for _, gains in read for each in gains], dtype=float)
    return Grown(forest["facts"], forest["words"], forest["start"], column, limit[:, None], ruled[:, None], gain, first[:, None])


def _read(tree: list[list[float]]) -> tuple[list[tuple[int, float, int]], list[float]]:
    """(column, limit and the leaves to the left, as bits, of each split; the gains of the leaves from left to right)."""
    splits, gains = [], []

    def walk(place: int) -> None:
        left, right, first = tree[_LEFT][place], tree[_RIGHT][place], len(gains)
        if left == place:
            gains.append(tree[_GAIN][place])
            return
        walk(left)
        splits.append((tree[_COLUMN][place], tree[_LIMIT][place], (1 << len(gains)) - (1 << first)))
        walk(right)

    walk(0)
    return splits, gains


def numbers(rows: Sequence[Facts], facts: Sequence[str], words: Mapping[str, dict[str, float]]) -> numpy.ndarray:
    """Rows of facts, in the order of the names ``facts`` → float array, a column each row; words as the numbers that stand
    for them."""
    columns = list(zip(*rows, strict=True))
    for place, name in enumerate(facts):
        known = words.get(name)
        if known is not None:
            columns[place] = list(map(known.get, columns[place], repeat(known[""])))
    flat = struct.pack(f"{len(facts) * len(rows)}d", *chain.from_iterable(columns))  # numpy takes twice as long
    return numpy.frombuffer(flat).reshape(len(facts), len(rows))


def likelihoods(rows: Sequence[Facts], forest: Grown) -> list[float]:
    """How likely each row, its facts in the order of the forest's, is right, from 0 to 1.

        >>> one = [[0, 0, 0], [0.5, 0, 0], [1, 1, 2], [2, 1, 2], [0, -1.0, 1.0]]
        >>> forest = grown({"facts": ["worth"], "words": {}, "start": 0.0, "trees": [one]})
        >>> [round(each, 2) for each in likelihoods([(0.2,), (0.9,)], forest)]
        [0.27, 0.73]
    """
    if not rows:
        return []
    above = numbers(rows, forest.facts, forest.words).take(forest.column, axis=0) > forest.limit
    trees = len(forest.first)
    ruled = numpy.bitwise_or.reduce((above * forest.ruled).reshape(len(above) // max(trees, 1), trees, len(rows)), axis=0)
    leaf = numpy.bitwise_count(ruled & ~(ruled + 1))  # how many bits below the first that is not set
    gains = numpy.ascontiguousarray(forest.gain.take(forest.first + leaf).T).sum(axis=1)
    return (1 / (1 + numpy.exp(-(forest.start + gains)))).tolist()
