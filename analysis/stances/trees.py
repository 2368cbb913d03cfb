"""Boosted trees: how likely something is right, from facts about it, by many small trees that learnt one after another.

A forest is kept as text (``Forest``): the names of its facts, for each fact that is a word the number that stands for it
(how often examples with this word were right), and the trees. ``training`` learns it; here it is only applied.
"""
import functools
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypedDict

import numpy

PATH = Path(__file__).with_name("trees.json")
Facts = Mapping[str, float | str]
_COLUMN, _LIMIT, _LEFT, _RIGHT, _GAIN = range(5)


class Forest(TypedDict):
    """``facts`` in the order of the trees' columns; ``words``: fact → word → number, ``""`` for words that training did not
    meet; ``start``: the log odds before any tree; ``trees``: a tree is the lists column, limit, left, right, gain, one
    entry a node; a leaf is its own left and right."""

    facts: list[str]
    words: dict[str, dict[str, float]]
    start: float
    trees: list[list[list[float]]]


class Grown(NamedTuple):
    """A forest made ready: its trees one behind the other, a number each for a node's column, limit and gain and two for the
    nodes that come next; where each tree begins; how many steps the deepest takes."""

    facts: list[str]
    words: dict[str, dict[str, float]]
    start: float
    column: numpy.ndarray
    limit: numpy.ndarray
    following: numpy.ndarray
    gain: numpy.ndarray
    roots: numpy.ndarray
    depth: int


@functools.cache
def forests() -> dict[str, Grown]:
    """Name (``alone``, ``beside``) → forest: is a reading right by itself, and beside all others of its article?"""
    return {name: grown(forest) for name, forest in json.loads(PATH.read_text(encoding="utf-8")).items()}


def grown(forest: Forest) -> Grown:
    """The forest made ready to be applied."""
    trees = forest["trees"]
    roots = numpy.cumsum([0] + [len(tree[_COLUMN]) for tree in trees])
    column, limit, gain = (numpy.array([value for tree in trees for value in tree[part]], dtype=kind)
                           for part, kind in ((_COLUMN, numpy.intp), (_LIMIT, float), (_GAIN, float)))
    following = numpy.array([root + place for root, tree in zip(roots.tolist(), trees, strict=False)
                             for pair in zip(tree[_LEFT], tree[_RIGHT], strict=True) for place in pair], dtype=numpy.intp)
    depth = max((_depth(tree, 0) for tree in trees), default=0)
    return Grown(forest["facts"], forest["words"], forest["start"], column, limit, following, gain, roots[:-1].astype(numpy.intp), depth)


def _depth(tree: list[list[float]], place: int) -> int:
    left, right = tree[_LEFT][place], tree[_RIGHT][place]
    return 0 if left == place else 1 + max(_depth(tree, left), _depth(tree, right))


def numbers(rows: Sequence[Facts], facts: list[str], words: dict[str, dict[str, float]]) -> numpy.ndarray:
    """Facts → float array, a row each, in the order of the names ``facts``; words as the numbers that stand for them."""
    table = numpy.empty((len(rows), len(facts)))
    for column, name in enumerate(facts):
        known = words.get(name)
        table[:, column] = [row[name] for row in rows] if known is None else [known.get(row[name], known[""]) for row in rows]
    return table


def likelihoods(rows: Sequence[Facts], forest: Grown) -> list[float]:
    """How likely each row is right, from 0 to 1.

        >>> one = [[0, 0, 0], [0.5, 0, 0], [1, 1, 2], [2, 1, 2], [0, -1.0, 1.0]]
        >>> forest = grown({"facts": ["worth"], "words": {}, "start": 0.0, "trees": [one]})
        >>> [round(each, 2) for each in likelihoods([{"worth": 0.2}, {"worth": 0.9}], forest)]
        [0.27, 0.73]
    """
    if not rows:
        return []
    table = numbers(rows, forest.facts, forest.words)
    line = numpy.repeat(numpy.arange(len(rows)) * table.shape[1], len(forest.roots))
    place, values = numpy.tile(forest.roots, len(rows)), table.ravel()
    for _ in range(forest.depth):
        above = values.take(line + forest.column.take(place)) > forest.limit.take(place)
        place = forest.following.take(2 * place + above)
    gains = forest.gain.take(place).reshape(len(rows), -1).sum(axis=1) if len(forest.roots) else numpy.zeros(len(rows))
    return (1 / (1 + numpy.exp(-(forest.start + gains)))).tolist()
