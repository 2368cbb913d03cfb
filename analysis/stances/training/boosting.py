"""Forests of boosted trees (Friedman 2001, Greedy function approximation: a gradient boosting machine), grown by scikit-learn.

What they learn from are facts, numbers and words. A word becomes a number first: how often the examples that have it were
right, drawn towards the average where they are few (Micci-Barreca 2001), so that trees need only compare numbers.
"""
import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy

from analysis.stances.training.fitting import TrainingError
from analysis.stances.trees import Facts, Forest, numbers

_DECIMALS = 4
_LEAST_WORDS = 25  # examples of a word below which it counts as not met
_DRAWN = 30.0  # examples of average rightness that each word is given on top


class Growth(NamedTuple):
    """How a forest is grown: trees, leaves a tree, how much each tree counts, examples a leaf at least, L2 penalty, share
    of the facts that a split may choose from."""

    trees: int
    leaves: int = 15
    rate: float = 0.1
    least: int = 60
    penalty: float = 5.0
    facts: float = 0.5


def grow(names: Sequence[str], rows: Sequence[Facts], right: Sequence[bool], growth: Growth) -> Forest:
    """A forest that tells right rows from wrong ones by their facts, which have these names; without trees where all are alike.
    Raises TrainingError without scikit-learn."""
    columns = dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else {}
    words = {name: _word_numbers(column, right) for name, column in columns.items() if isinstance(column[0], str)}
    share = (sum(right) + 1) / (len(rows) + 2)
    bare = Forest(facts=list(columns), words=words, start=round(math.log(share / (1 - share)), _DECIMALS), trees=[])
    if len(set(right)) < 2:
        return bare
    model = _classifier()(
        max_iter=growth.trees, max_leaf_nodes=growth.leaves, learning_rate=growth.rate, min_samples_leaf=growth.least,
        l2_regularization=growth.penalty, max_features=growth.facts, early_stopping=False, random_state=0)
    model.fit(numbers(rows, names, words).T, numpy.asarray(right))
    start = round(float(model._baseline_prediction[0, 0]), _DECIMALS)
    return {**bare, "start": start, "trees": [_lists(each[0].nodes) for each in model._predictors]}


def _word_numbers(values: Sequence[str], right: Sequence[bool]) -> dict[str, float]:
    """Word → how often examples with it are right, ``""`` for those not met."""
    average = sum(right) / len(right)
    counts: dict[str, list[int]] = {}
    for value, is_right in zip(values, right, strict=True):
        count = counts.setdefault(value, [0, 0])
        count[0] += 1
        count[1] += is_right
    found = {value: (good + _DRAWN * average) / (all_ + _DRAWN) for value, (all_, good) in sorted(counts.items()) if all_ >= _LEAST_WORDS}
    return {value: round(number, _DECIMALS) for value, number in {**found, "": average}.items()}


def _lists(nodes: numpy.ndarray) -> list[list[float]]:
    """A tree of scikit-learn as column, limit, left, right and gain, one entry a node."""
    leaf = nodes["is_leaf"].astype(bool)
    own = numpy.arange(len(nodes))
    column, limit = numpy.where(leaf, 0, nodes["feature_idx"]), numpy.where(leaf, 0.0, nodes["num_threshold"])
    gain = numpy.where(leaf, nodes["value"], 0.0)
    return [column.tolist(), [float(f"{one:.6g}") for one in limit], numpy.where(leaf, own, nodes["left"]).tolist(),
            numpy.where(leaf, own, nodes["right"]).tolist(), [round(one, _DECIMALS) for one in gain.tolist()]]


def _classifier() -> type:
    """scikit-learn's boosting. Raises TrainingError where it is not installed."""
    try:
        from sklearn.ensemble import HistGradientBoostingClassifier
    except ImportError as error:
        raise TrainingError("training the stance model needs scikit-learn, which the app does not: pip install scikit-learn") from error
    return HistGradientBoostingClassifier
