"""From the product of the model's shares to a confidence: how often stances of that score were right.

Isotonic steps fitted by ``train.py`` on held-out training articles, kept in ``weights.json``.
"""
from bisect import bisect_right

from analysis.stances.model import weights


def calibrated(score: float) -> float:
    """Share of stances with such a score whose actors' states and sign were right, 0 to 1."""
    steps = weights()["calibration"]
    scores = [float(key) for key in steps]
    at = max(bisect_right(scores, score) - 1, 0)
    return round(list(steps.values())[at], 3)
