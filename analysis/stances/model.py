"""The small model that decides where the rules leave a choice: weights of features, learnt by ``training``.

Linear models: is the cue a stance (logistic), which unit is its source, which its target (softmax over the candidates,
so that a candidate is weighed against the others), which voice and modality. ``weights.json`` holds feature → weight,
readable. Whether the whole is right is judged by trees (``trees.py``).
"""
import functools
import json
import math
from collections.abc import Iterable
from itertools import repeat
from pathlib import Path

from analysis.memo import Memo
from analysis.stances.names import Group

PATH = Path(__file__).with_name("weights.json")
MOST = 100_000  # groups whose sums are kept, about 20 MB a model; texts have words without end
Weights = dict[str, dict[str, float]]


class Sums(Memo):
    """What groups of features weigh in one model: each is summed when it is first met, then kept.

    A group holds values that recur (roles, labels, lemmas), so most are met again in the next sentence.
    """

    def __init__(self, table: dict[str, float]) -> None:
        super().__init__(self._weigh, MOST)
        self.table = table

    def _weigh(self, group: Group) -> float:
        return total(group[0](*group[1:]), self.table)

    def of(self, groups: Iterable[Group]) -> float:
        """The weight of several groups together."""
        return sum(map(self.__getitem__, groups))


Models = dict[str, Sums]


@functools.cache
def weights() -> Weights:
    """Model (``cue``, ``source``, ``target``, ``voice``, ``modality``) → feature → weight."""
    return json.loads(PATH.read_text(encoding="utf-8"))


@functools.cache
def models() -> Models:
    """The weights in use, ready to be summed by group."""
    return summed(weights())


def summed(table: Weights) -> Models:
    """Weights ready to be summed by group."""
    return {model: Sums(names) for model, names in table.items()}


def probability(score: float) -> float:
    """Logistic probability that a cue is a stance."""
    return 1 / (1 + math.exp(-score))


def shares(scores: list[float]) -> list[float]:
    """Softmax over the candidates' scores: what each is worth beside the others."""
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    whole = sum(parts)
    return [part / whole for part in parts]


def total(features: list[str], table: dict[str, float]) -> float:
    """Sum of the weights of the features that have one; in order, so that every run agrees. A list holds a feature once."""
    return sum(map(table.get, features, repeat(0.0)))
