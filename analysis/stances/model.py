"""The small model that decides where the rules leave a choice: weights of features, learnt by ``training``.

Linear models: is the cue a stance (logistic), which unit is its source, which its target (softmax over the candidates,
so that a candidate is weighed against the others), which voice and modality. ``weights.json`` holds feature → weight,
readable. Whether the whole is right is judged by trees (``trees.py``).
"""
import functools
import json
import math
from itertools import repeat
from pathlib import Path

PATH = Path(__file__).with_name("weights.json")
Weights = dict[str, dict[str, float]]


@functools.cache
def weights() -> Weights:
    """Model (``cue``, ``source``, ``target``, ``voice``, ``modality``) → feature → weight."""
    return json.loads(PATH.read_text(encoding="utf-8"))


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
