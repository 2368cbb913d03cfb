"""Training as a whole: the choices, and the two forests that judge whole stances, which learn from held-out readings.

The forests see what the models before them give. On articles that those have learnt from, everything looks surer than it
is; so the articles are dealt into folds, each fold is read by models learnt from the others, and from these readings the
two are grown.
"""
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy

from analysis.evaluation import StanceMark, agreement
from analysis.evaluation.figures import Count
from analysis.evaluation.matching import pairs
from analysis.stances import all_proposals, span_of
from analysis.stances.beside import Proposal
from analysis.stances.model import Models, Weights, summed
from analysis.stances.settle import compatible, facts_alone, facts_beside, strongest
from analysis.stances.training.boosting import Growth, grow
from analysis.stances.training.examples import Examples, Sample, label
from analysis.stances.training.fitting import Setting, TrainingError, listwise, logistic
from analysis.stances.trees import Forest, Grown, grown, likelihoods

CUE = Setting(least=3, penalty=5.0, steps=100)
CHOICE = Setting(least=4, penalty=10.0, steps=80)
CONTEXT = Setting(least=3, penalty=4.0, steps=80)
ALONE, BESIDE = Growth(trees=80), Growth(trees=60)
LEVELS = ("dyads", "stances", "acts")
_SEED = 0
class Reading(NamedTuple):
    """What models that did not learn from an article propose for it; as the evaluation sees it; for each proposal the annotated
    stances that it is as a dyad, with 1 to 3 for how far it is right; and what the first forest sees of it."""

    sample: Sample
    proposals: list[Proposal]
    marks: list[StanceMark]
    levels: list[list[tuple[int, int]]]
    rows: list[dict]


class Trained(NamedTuple):
    """The weights, the forests, and held-out figures: floor → level → Count."""

    weights: Weights
    forests: dict[str, Forest]
    figures: dict[float, dict[str, Count]]


def train(samples: Sequence[Sample], folds: int, floors: Sequence[float]) -> Trained:
    """Learn all models of the samples, and say how right they are on articles they have not seen.

    The figures' forests learn from the other folds only; those that are kept learn from all. Raises TrainingError.
    """
    examples = [label(sample) for sample in samples]
    dealt = deal(len(samples), folds)
    readings = [_read_fold(samples, examples, held) for held in dealt]
    figures = {floor: {level: Count() for level in LEVELS} for floor in floors}
    for number, fold in enumerate(readings):
        forests = judges([other for i, other in enumerate(readings) if i != number])
        ready = {name: grown(forest) for name, forest in forests.items()}
        for reading in fold:
            count(judged(reading, ready), figures)
    return Trained({**fit_choices(examples), **_fit_context(examples)}, judges(readings), figures)


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
    models = summed(fit_choices(rest))
    return [read(samples[i], models) for i in held]


def read(sample: Sample, models: Models) -> Reading:
    """What the models propose for an article, with what is known of each proposal and how far it is right."""
    proposals = all_proposals(sample.scenes, models)
    marks = [mark_of(sample, one) for one in proposals]
    levels = [[(number, 1 + sum(found)) for number, gold in enumerate(sample.marks.stances) if (found := agreement(gold, mark))[0]]
              for mark in marks]
    return Reading(sample, proposals, marks, levels, facts_alone(proposals, nodes_of(sample)))


def judges(folds: Sequence[Sequence[Reading]]) -> dict[str, Forest]:
    """The two forests. The second sees the first's judgement of articles that the first has not learnt from."""
    further, right = [], []
    for number, fold in enumerate(folds):
        first = grown(_alone([reading for i, other in enumerate(folds) if i != number for reading in other]))
        for reading in fold:
            chosen, rows = _beside(reading, first)
            further += rows
            right += assigned(reading, [row["alone"] for row in rows], chosen)
    return {"alone": _alone([reading for fold in folds for reading in fold]), "beside": grow(further, right, BESIDE)}


def _alone(readings: Sequence[Reading]) -> Forest:
    """The forest that judges a proposal by itself."""
    right = [answer for one in readings for answer in assigned(one, [p.verdict.product for p in one.proposals], range(len(one.proposals)))]
    return grow([row for one in readings for row in one.rows], right, ALONE)


def _beside(reading: Reading, first: Grown) -> tuple[list[int], list[dict]]:
    """(places of the proposals that are kept, what the second forest sees of each)."""
    alone = likelihoods(reading.rows, first)
    chosen = strongest(reading.proposals, alone)
    return chosen, facts_beside(reading.proposals, nodes_of(reading.sample), reading.rows, alone, chosen)[1]


def assigned(reading: Reading, worths: Sequence[float], places: Sequence[int]) -> list[bool]:
    """Whether each of the proposals at these places is right as a dyad. An annotated stance is given away once: to the
    proposal that also has its actors and its act, then to the likeliest."""
    options = sorted((-level, -worth, gold, place) for place, worth in zip(places, worths, strict=True)
                     for gold, level in reading.levels[place])
    given, right = set(), set()
    for _, _, gold, place in options:
        if gold not in given and place not in right:
            given.add(gold)
            right.add(place)
    return [place in right for place in places]


def nodes_of(sample: Sample) -> dict[str, str]:
    """The state of each actor, itself where it has none."""
    return {key: actor.country or key for key, actor in sample.actors.items()}


def judged(reading: Reading, forests: dict[str, Grown]) -> tuple[Sequence[StanceMark], list[tuple[StanceMark, float]]]:
    """(annotated stances, proposed ones with their confidence) of an article."""
    chosen, rows = _beside(reading, forests["alone"])
    worths = likelihoods(rows, forests["beside"])
    kept = compatible([reading.proposals[place] for place in chosen], worths)
    return reading.sample.marks.stances, [(reading.marks[chosen[place]], worths[place]) for place in kept]


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
