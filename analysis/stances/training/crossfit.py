"""Training as a whole: the choices, and the two models that judge whole stances, which learn from held-out readings.

The models of verdict and settling see what the models before them give. On articles that those have learnt from,
everything looks surer than it is; so the articles are dealt into folds, each fold is read by models learnt from the
others, and from these readings the two are learnt.
"""
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy

from analysis.evaluation import StanceMark, agreement
from analysis.evaluation.figures import Count
from analysis.evaluation.matching import pairs
from analysis.stances import proposals_of, span_of
from analysis.stances.decide import Verdict, propose, verdict_features
from analysis.stances.model import Weights, probability
from analysis.stances.settle import Proposal, Said, settle, settle_features, strongest
from analysis.stances.training.examples import Case, Examples, Sample, label
from analysis.stances.training.fitting import Setting, TrainingError, listwise, logistic

CUE = Setting(least=3, penalty=5.0, steps=100)
CHOICE = Setting(least=4, penalty=10.0, steps=80)
CONTEXT = Setting(least=3, penalty=4.0, steps=80)
JUDGE = Setting(least=6, penalty=80.0, steps=100)
LEVELS = ("dyads", "stances", "acts")
_SEED = 0
_UNJUDGED = {"bias": 0.0}  # a model that knows nothing yet: everything is worth one half

Group = list[Proposal]  # all that is proposed for one sentence


class Reading(NamedTuple):
    """What models that did not learn from an article propose for it, a group a sentence."""

    sample: Sample
    groups: list[Group]


class Trained(NamedTuple):
    """The weights, and held-out figures: floor → level → Count."""

    weights: Weights
    figures: dict[float, dict[str, Count]]


def train(samples: Sequence[Sample], folds: int, floors: Sequence[float]) -> Trained:
    """Learn all models of the samples, and say how right they are on articles they have not seen.

    The figures' judges learn from the other folds as well; the weights' judges learn from all. Raises TrainingError.
    """
    examples = [label(sample) for sample in samples]
    dealt = deal(len(samples), folds)
    readings = [_read_fold(samples, examples, held) for held in dealt]
    final = _judges([reading for fold in readings for reading in fold])
    figures = {floor: {level: Count() for level in LEVELS} for floor in floors}
    for number, fold in enumerate(readings):
        others = [reading for i, other in enumerate(readings) if i != number for reading in other]
        judges = _judges(others)
        for reading in fold:
            count(judged(reading, judges), figures)
    return Trained({**fit_choices(examples), **final, **_fit_context(examples)}, figures)


def deal(number: int, folds: int) -> list[list[int]]:
    """The indices of so many articles dealt into folds, the same each time. Raises TrainingError for one article."""
    if number < 2:
        raise TrainingError(f"training needs two annotated articles or more, not {number}")
    order = numpy.arange(number)
    numpy.random.RandomState(_SEED).shuffle(order)
    return [order[fold::folds].tolist() for fold in range(min(max(folds, 2), number))]


def fit_choices(examples: Sequence[Examples]) -> Weights:
    """The models of cue, source and target."""
    whole = _joined(examples)
    return {"cue": logistic(whole.cue, CUE), "source": listwise(whole.source, CHOICE), "target": listwise(whole.target, CHOICE)}


def _fit_context(examples: Sequence[Examples]) -> Weights:
    whole = _joined(examples)
    return {"voice": listwise(whole.voice, CONTEXT), "modality": listwise(whole.modality, CONTEXT)}


def _joined(examples: Sequence[Examples]) -> Examples:
    whole = Examples()
    for one in examples:
        whole.extend(one)
    return whole


def _read_fold(samples: Sequence[Sample], examples: Sequence[Examples], held: list[int]) -> list[Reading]:
    """The articles of a fold, read by models that learnt from all others."""
    rest = [one for i, one in enumerate(examples) if i not in held]
    table = {**fit_choices(rest), "verdict": _UNJUDGED}
    return [read(samples[i], table) for i in held]


def read(sample: Sample, table: Weights) -> Reading:
    """What the models propose for an article; the confidence of the verdicts is still to be given."""
    groups: dict[int, Group] = {}
    for scene in sample.scenes:
        for verdict in propose(scene, table):
            groups.setdefault(scene.cue.token.sent.start, []).extend(proposals_of(scene, verdict))
    return Reading(sample, list(groups.values()))


def _judges(readings: Sequence[Reading]) -> Weights:
    """The models of verdict and settling, learnt from held-out readings."""
    verdict = logistic([case for reading in readings for case in _verdict_cases(reading)], JUDGE)
    settling = [case for reading in readings for case in _settle_cases(reading, verdict)]
    return {"verdict": verdict, "settle": logistic(settling, JUDGE)}


def _verdict_cases(reading: Reading) -> list[Case]:
    """Is a proposal right as a dyad? The likeliest come first; an annotated stance is given away once."""
    gold, given, cases = reading.sample.marks.stances, set(), []
    for one in sorted((one for group in reading.groups for one in group), key=lambda p: -_product(p.verdict)):
        mark = mark_of(reading.sample, one)
        found = next((i for i, stance in enumerate(gold) if i not in given and agreement(stance, mark)[0]), None)
        given.add(found)
        cases.append(Case(verdict_features(one.scene, one.verdict), found is not None))
    return cases


def _product(verdict: Verdict) -> float:
    return verdict.worth[0] * verdict.worth[1] * verdict.worth[2]


def _settle_cases(reading: Reading, verdict: dict[str, float]) -> list[Case]:
    """Is a proposal right, given what else is proposed in its article? Pairs are one to one over the article."""
    groups = [strongest(group) for group in _with_confidence(reading, verdict)]
    said = Said(groups, nodes_of(reading.sample))
    ranked = sorted((one for group in groups for one in group), key=lambda p: -p.verdict.confidence)
    marks = [mark_of(reading.sample, one) for one in ranked]
    right = {id(mark) for _, mark in pairs(reading.sample.marks.stances, marks, _worth_at(0))}
    answers = {id(one): id(mark) in right for one, mark in zip(ranked, marks, strict=True)}
    return [Case(settle_features(one, group, said), answers[id(one)]) for group in groups for one in group]


def nodes_of(sample: Sample) -> dict[str, str]:
    """The state of each actor, itself where it has none."""
    return {key: actor.country or key for key, actor in sample.actors.items()}


def _with_confidence(reading: Reading, verdict: dict[str, float]) -> list[Group]:
    """The groups of a reading with the confidence that the verdict model gives."""
    return [[_judge(one, verdict) for one in group] for group in reading.groups]


def _judge(one: Proposal, verdict: dict[str, float]) -> Proposal:
    confidence = probability(verdict_features(one.scene, one.verdict), verdict)
    return one._replace(verdict=one.verdict._replace(confidence=confidence))


def judged(reading: Reading, judges: Weights) -> tuple[Sequence[StanceMark], list[tuple[StanceMark, float]]]:
    """(annotated stances, proposed ones with their confidence) of an article."""
    groups = _with_confidence(reading, judges["verdict"])
    found = [(mark_of(reading.sample, one), worth) for one, worth in settle(groups, nodes_of(reading.sample), judges)]
    return reading.sample.marks.stances, found


def count(both: tuple[Sequence[StanceMark], list[tuple[StanceMark, float]]], figures: dict[float, dict[str, Count]]) -> None:
    gold, found = both
    for floor, counts in figures.items():
        kept = [mark for mark, worth in found if worth >= floor]
        for number, level in enumerate(LEVELS):
            counts[level].add(len(pairs(gold, kept, _worth_at(number))), len(kept), len(gold))


def _worth_at(level: int) -> Callable[[StanceMark, StanceMark], int]:
    """Worth of a pair that agrees at a level, more where it agrees further."""
    def worth(gold: StanceMark, system: StanceMark) -> int:
        levels = agreement(gold, system)
        return 1 + sum(levels) if levels[level] else 0

    return worth


def mark_of(sample: Sample, one: Proposal) -> StanceMark:
    """A proposal as the evaluation compares it; voice and modality are not looked at here."""
    span = span_of(one.scene, one.verdict)
    return StanceMark(source=sample.actor(one.source_id), target=sample.actor(one.target_id), reporter=None,
                      act=one.verdict.entry.act, voice="", modality="", negated=False, spans=(span,), words="")
