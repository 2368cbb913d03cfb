"""Linear models with L2 penalty: logistic for yes or no, softmax over the candidates for a choice.

Both give feature → weight. A choice may have several right candidates; what is learnt is to give them much together
(the marginal likelihood). Solver: L-BFGS, which needs scipy; it is imported when something is fitted.
"""
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy

from analysis.stances.training.examples import Case, Choice

_TINY = 1e-12


class TrainingError(RuntimeError):
    """The model cannot be trained; the message says what is missing."""


class Setting(NamedTuple):
    """How a model is fitted: a feature of fewer examples is left out; strength of the penalty; steps at most."""

    least: int
    penalty: float
    steps: int


def logistic(cases: Sequence[Case], setting: Setting) -> dict[str, float]:
    """Weights of a yes-or-no question, ``bias`` (not penalised) among them; empty without examples."""
    if not cases:
        return {}
    words = vocabulary((case.features for case in cases), setting.least)
    matrix = _matrix([case.features for case in cases], words)
    answers = numpy.array([case.right for case in cases], dtype=float)

    def loss(weights: numpy.ndarray) -> tuple[float, numpy.ndarray]:
        shares = 1 / (1 + numpy.exp(-(matrix @ weights[:-1] + weights[-1])))
        held = numpy.append(weights[:-1], 0.0)
        likelihood = answers * numpy.log(shares + _TINY) + (1 - answers) * numpy.log(1 - shares + _TINY)
        slope = shares - answers
        gradient = numpy.append(matrix.T @ slope, slope.sum()) + setting.penalty * held
        return setting.penalty / 2 * held @ held - likelihood.sum(), gradient

    weights = _minimise(loss, len(words) + 1, setting.steps)
    return {**dict(zip(words, weights[:-1].tolist(), strict=True)), "bias": float(weights[-1])}


def listwise(choices: Sequence[Choice], setting: Setting) -> dict[str, float]:
    """Weights of a choice among candidates; empty without examples.

    The loss of a choice is minus the logarithm of what softmax gives to its right candidates together.
    """
    if not choices:
        return {}
    rows = [features for choice in choices for features in choice.candidates]
    words = vocabulary(rows, setting.least)
    matrix = _matrix(rows, words)
    right = numpy.array([answer for choice in choices for answer in choice.right], dtype=float)
    sizes = [len(choice.right) for choice in choices]
    starts = numpy.concatenate(([0], numpy.cumsum(sizes)[:-1]))
    owner = numpy.repeat(numpy.arange(len(sizes)), sizes)

    def loss(weights: numpy.ndarray) -> tuple[float, numpy.ndarray]:
        scores = matrix @ weights
        parts = numpy.exp(scores - numpy.maximum.reduceat(scores, starts)[owner])
        shares = parts / numpy.add.reduceat(parts, starts)[owner]
        rightly = numpy.maximum(numpy.add.reduceat(shares * right, starts), _TINY)
        gradient = matrix.T @ (shares - shares * right / rightly[owner]) + setting.penalty * weights
        return setting.penalty / 2 * weights @ weights - numpy.log(rightly).sum(), gradient

    return dict(zip(words, _minimise(loss, len(words), setting.steps).tolist(), strict=True))


def vocabulary(rows: Iterable[list[str]], least: int) -> dict[str, int]:
    """The features that at least so many rows have, in alphabetical order → column."""
    counts = Counter(name for features in rows for name in set(features))
    return {name: column for column, name in enumerate(sorted(name for name, count in counts.items() if count >= least))}


def _matrix(rows: Sequence[list[str]], words: dict[str, int]):
    """Sparse matrix of zeros and ones, one row a list of features; columns are sorted so that sums never differ."""
    sparse, _ = _scipy()
    columns = [sorted({words[name] for name in features if name in words}) for features in rows]
    ends = numpy.cumsum([0] + [len(found) for found in columns])
    flat = numpy.fromiter((column for found in columns for column in found), dtype=numpy.int64, count=int(ends[-1]))
    return sparse.csr_matrix((numpy.ones(len(flat)), flat, ends), shape=(len(rows), len(words)))


def _minimise(loss: Callable, size: int, steps: int) -> numpy.ndarray:
    if not size:
        return numpy.zeros(0)
    _, minimize = _scipy()
    return minimize(loss, numpy.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": steps}).x


def _scipy() -> tuple:
    """scipy's sparse matrices and its minimiser. Raises TrainingError where scipy is not installed."""
    try:
        from scipy import sparse
        from scipy.optimize import minimize
    except ImportError as error:
        raise TrainingError("training the stance model needs scipy, which the app does not: pip install scipy") from error
    return sparse, minimize
