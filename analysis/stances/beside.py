"""A proposal beside the others of its sentence and its article: echoes, contradictions, two who claim one place.

Several cues of a sentence speak of the same stance (``a dénoncé une attaque vicieuse``), a cue can be read in several
ways, and what an article says elsewhere of the same two states makes a reading likelier.
"""
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.acts import ACTS
from analysis.stances.decide import Verdict
from analysis.stances.scene import Scene
from analysis.stances.trees import Facts

#: the names of what is found, in its order
NAMES = ("rivals", "rank", "rank at cue", "lead at cue", "sum at cue", "echo", "echoes", "twin", "exact", "other sign", "reversed",
         "other target", "other source", "near", "elsewhere", "sentences", "other sign elsewhere", "reversed elsewhere", "at home")
_OTHERS = {-1: (0, 1), 0: (-1, 1), 1: (-1, 0)}  # sign → the two other signs
_NEAR = 4  # words between two cues that speak of one thing

Dyad = tuple[str, str, int]  # state of the source, state of the target, sign
_Member = tuple[int, int, tuple[str, str], float]  # of a proposal its number, the place of its cue, its actors, its worth


class Proposal(NamedTuple):
    """One proposed stance between two actors (target empty for nobody)."""

    scene: Scene
    verdict: Verdict
    source_id: str
    target_id: str

    @property
    def sign(self) -> int:
        """1, 0 or -1: the sign of the act."""
        return ACTS[self.verdict.entry.act].sign

    @property
    def sentence(self) -> int:
        """The first word of its sentence."""
        return self.scene.cue.token.sent.start

    @property
    def place(self) -> int:
        """The word of its cue."""
        return self.scene.cue.token.i


class _Best:
    """The two highest worths under a key, of two different owners."""

    def __init__(self) -> None:
        self._two: dict[Hashable, list] = {}  # worth and owner of the best, then of the second

    def add(self, key: Hashable, owner: Hashable, worth: float) -> None:
        two = self._two.get(key)
        if two is None:
            self._two[key] = [worth, owner, 0.0, None]
        elif owner == two[1]:
            two[0] = max(two[0], worth)
        elif worth > two[0]:
            two[:] = worth, owner, two[0], two[1]
        elif worth > two[2]:
            two[2:] = worth, owner

    def other(self, key: Hashable, owner: Hashable) -> float:
        """The highest worth under the key that another owner has, 0 where none has."""
        two = self._two.get(key)
        if two is None:
            return 0.0
        return two[0] if two[1] != owner else two[2]


class _Article:
    """All proposals of an article with their worths, indexed so that looking beside one costs the same in any article.

    Most of what is found is the same for all proposals of a sentence that are alike in states and sign, and for all of a
    cue, so it is looked for once for these.
    """

    def __init__(self, proposals: Sequence[Proposal], nodes: Mapping[str, str], worths: Sequence[float]) -> None:
        self.alike: dict[tuple[int, Dyad], list[_Member]] = defaultdict(list)  # by sentence
        self.sentences: dict[int, list[float]] = defaultdict(list)  # worths, in order of their size
        self.cues: dict[tuple[int, int], list[float]] = defaultdict(list)  # the same for a word of a sentence
        self.sums: dict[tuple[int, int], float] = defaultdict(float)  # what these are together
        for number, (one, worth) in enumerate(zip(proposals, worths, strict=True)):
            source, target, sentence, place = one.source_id, one.target_id, one.sentence, one.place
            dyad = (nodes.get(source, source), nodes.get(target, target), one.sign)
            self.alike[sentence, dyad].append((number, place, (source, target), worth))
            self.sentences[sentence].append(worth)
            self.cues[sentence, place].append(worth)
            self.sums[sentence, place] += worth
        for around in (*self.sentences.values(), *self.cues.values()):
            around.sort()
        self.near = {key: self._near(*key) for key in self.cues}
        self.peaks = {key: max([worth for *_, worth in members]) for key, members in self.alike.items()}
        self.best, self.spread = _Best(), Counter(dyad for _, dyad in self.alike)
        for (sentence, dyad), peak in self.peaks.items():
            source, target, sign = dyad
            self.best.add(("source", sentence, source, sign), target, peak)
            self.best.add(("target", sentence, target, sign), source, peak)
            self.best.add(dyad, sentence, peak)

    def _near(self, sentence: int, place: int) -> float:
        """The highest worth at the words round a cue."""
        around = (*range(place - _NEAR, place), *range(place + 1, place + _NEAR + 1))
        return max([self.cues[sentence, other][-1] for other in around if (sentence, other) in self.cues], default=0.0)

    def rows(self) -> Iterator[tuple[int, Facts]]:
        """(number, facts) of each proposal."""
        for (sentence, dyad), members in self.alike.items():
            around, inside, outside = self.sentences[sentence], self._inside(sentence, dyad), self._outside(sentence, dyad)
            for (number, place, _, worth), echoes in zip(members, _echoes(members), strict=True):
                ranked = self.cues[sentence, place]
                best = ranked[-1] if worth < ranked[-1] else ranked[-2] if len(ranked) > 1 else 0.0
                yield number, (len(around) - 1, len(around) - bisect_right(around, worth), len(ranked) - bisect_right(ranked, worth),
                               worth - best, self.sums[sentence, place] - worth, *echoes, *inside, self.near[sentence, place], *outside)

    def _inside(self, sentence: int, dyad: Dyad) -> Facts:
        """What else is proposed in the sentence of the two: with another sign, the other way round, of one with somebody else."""
        source, target, sign = dyad
        peak, other = self.peaks.get, self.best.other
        return (max([peak((sentence, (source, target, another)), 0.0) for another in _OTHERS[sign]]),
                max([peak((sentence, (target, source, another)), 0.0) for another in _OTHERS]),
                other(("source", sentence, source, sign), target), other(("target", sentence, target, sign), source))

    def _outside(self, sentence: int, dyad: Dyad) -> Facts:
        """What is proposed of the two in other sentences: the same, in how many, with another sign, the other way round."""
        source, target, sign = dyad
        other = self.best.other
        return (other(dyad, sentence), self.spread[dyad] - 1,
                max([other((source, target, another), sentence) for another in _OTHERS[sign]]),
                other((target, source, sign), sentence), source == target)


def _echoes(members: Sequence[_Member]) -> list[Facts]:
    """Of each: the highest worth of those like it at another cue, the sum of these, the highest worth of all others, and of
    those with its very actors."""
    if len(members) == 1:
        return [(0.0, 0.0, 0.0, 0.0)]
    best, whole, sums = _Best(), 0.0, defaultdict(float)
    for number, place, actors, worth in members:
        best.add("echo", place, worth)
        best.add("twin", number, worth)
        best.add(actors, number, worth)
        whole += worth
        sums[place] += worth
    return [(best.other("echo", place), whole - sums[place], best.other("twin", number), best.other(actors, number))
            for number, place, actors, _ in members]


def beside(proposals: Sequence[Proposal], nodes: Mapping[str, str], worths: Sequence[float]) -> list[Facts]:
    """For each proposal of an article what the others, with their ``worths``, say for or against it, in the order of
    ``NAMES``. ``nodes`` gives the state or organisation of an actor."""
    found = dict(_Article(proposals, nodes, worths).rows())
    return [found[number] for number in range(len(proposals))]
