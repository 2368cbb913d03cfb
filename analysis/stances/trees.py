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
    """A forest made ready: its trees as arrays (tree × node), and how many steps the deepest takes."""

    facts: list[str]
    words: dict[str, dict[str, float]]
    start: float
    nodes: tuple[numpy.ndarray, ...]
    depth: int


@functools.cache
def forests() -> dict[str, Grown]:
    """Name (``alone``, ``beside``) → forest: is a reading right by itself, and beside all others of its article?"""
    return {name: grown(forest) for name, forest in json.loads(PATH.read_text(encoding="utf-8")).items()}


def grown(forest: Forest) -> Grown:
    """The forest made ready to be applied."""
    trees = forest["trees"]
    size = max((len(tree[_COLUMN]) for tree in trees), default=0)
    kinds = (numpy.int32, float, numpy.int32, numpy.int32, float)
    nodes = tuple(numpy.array([tree[part] + [0] * (size - len(tree[part])) for tree in trees], dtype=kind).reshape(len(trees), size)
                  for part, kind in enumerate(kinds))
    depth = max((_depth(tree, 0) for tree in trees), default=0)
    return Grown(forest["facts"], forest["words"], forest["start"], nodes, depth)


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
    column, limit, left, right, gain = forest.nodes
    line, tree = numpy.arange(len(rows))[:, None], numpy.arange(len(column))[None, :]
    place = numpy.zeros((len(rows), len(column)), dtype=numpy.int32)
    for _ in range(forest.depth):
        below = table[line, column[tree, place]] <= limit[tree, place]
        place = numpy.where(below, left[tree, place], right[tree, place])
    return (1 / (1 + numpy.exp(-(forest.start + gain[tree, place].sum(axis=1))))).tolist()
