"""A proposal beside the others of its sentence and its article: echoes, contradictions, two who claim one place.

Several cues of a sentence speak of the same stance (``a dénoncé une attaque vicieuse``), a cue can be read in several
ways, and what an article says elsewhere of the same two states makes a reading likelier.
"""
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
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


class _Sentence:
    """The proposals of a sentence, indexed so that looking beside one costs the same however many there are.

    Most of what is found is the same for all that are alike in states and sign, and for all of a cue: looked for once.
    """

    def __init__(self, members: Sequence[tuple[_Member, Dyad]]) -> None:
        self.alike: dict[Dyad, list[_Member]] = defaultdict(list)
        self.cues: dict[int, list[float]] = defaultdict(list)  # place → worths, in order of their size
        self.sums: dict[int, float] = defaultdict(float)  # what these are together
        for member, dyad in members:
            _, place, _, worth = member
            self.alike[dyad].append(member)
            self.cues[place].append(worth)
            self.sums[place] += worth
        for worths in self.cues.values():
            worths.sort()
        self.worths = sorted([member[-1] for member, _ in members])
        self.near = {place: self._near(place) for place in self.cues}
        self.peaks = {dyad: max([member[-1] for member in alike]) for dyad, alike in self.alike.items()}
        self.by_source, self.by_target = _Best(), _Best()
        for (source, target, sign), peak in self.peaks.items():
            self.by_source.add((source, sign), target, peak)
            self.by_target.add((target, sign), source, peak)

    def _near(self, place: int) -> float:
        """The highest worth at the words round a cue."""
        if len(self.cues) == 1:
            return 0.0
        around = (*range(place - _NEAR, place), *range(place + 1, place + _NEAR + 1))
        return max([self.cues[other][-1] for other in around if other in self.cues], default=0.0)

    def others(self, dyad: Dyad) -> Facts:
        """What else is proposed of the two: with another sign, the other way round; and of either with somebody else."""
        (source, target, sign), (one, other), peak = dyad, _OTHERS[dyad[2]], self.peaks.get
        return (max(peak((source, target, one), 0.0), peak((source, target, other), 0.0)),
                max(peak((target, source, -1), 0.0), peak((target, source, 0), 0.0), peak((target, source, 1), 0.0)),
                self.by_source.other((source, sign), target), self.by_target.other((target, sign), source))

    def ranks(self, place: int, worth: float) -> Facts:
        """Where a worth stands in the sentence and at its cue, how far before the best other there, and what the others there
        are together."""
        around, ranked = self.worths, self.cues[place]
        best = ranked[-1] if worth < ranked[-1] else ranked[-2] if len(ranked) > 1 else 0.0
        return (len(around) - 1, len(around) - bisect_right(around, worth), len(ranked) - bisect_right(ranked, worth), worth - best,
                self.sums[place] - worth)


def _echoes(alike: Sequence[_Member]) -> list[Facts]:
    """Of each: the highest worth of those like it at another cue, the sum of these, the highest worth of all others, and of
    those with its very actors."""
    if len(alike) == 1:
        return [(0.0, 0.0, 0.0, 0.0)]
    best, whole, sums = _Best(), 0.0, defaultdict(float)
    for number, place, actors, worth in alike:
        best.add("echo", place, worth)
        best.add("twin", number, worth)
        best.add(actors, number, worth)
        whole += worth
        sums[place] += worth
    return [(best.other("echo", place), whole - sums[place], best.other("twin", number), best.other(actors, number))
            for number, place, actors, _ in alike]


class _Article:
    """What an article proposes between two states, sentence by sentence."""

    def __init__(self, sentences: Mapping[int, _Sentence]) -> None:
        self.best, self.spread = _Best(), Counter(dyad for sentence in sentences.values() for dyad in sentence.peaks)
        for start, sentence in sentences.items():
            for dyad, peak in sentence.peaks.items():
                self.best.add(dyad, start, peak)

    def elsewhere(self, start: int, dyad: Dyad) -> Facts:
        """In the other sentences: the same, in how many, with another sign, the other way round; last, whether both are one."""
        (source, target, sign), (one, other), best = dyad, _OTHERS[dyad[2]], self.best.other
        return (best(dyad, start), self.spread[dyad] - 1, max(best((source, target, one), start), best((source, target, other), start)),
                best((target, source, sign), start), source == target)


def beside(proposals: Sequence[Proposal], nodes: Mapping[str, str], worths: Sequence[float]) -> list[Facts]:
    """For each proposal of an article what the others, with their ``worths``, say for or against it, in the order of
    ``NAMES``. ``nodes`` gives the state or organisation of an actor."""
    members: dict[int, list[tuple[_Member, Dyad]]] = defaultdict(list)
    for number, (one, worth) in enumerate(zip(proposals, worths, strict=True)):
        source, target = one.source_id, one.target_id
        dyad = (nodes.get(source, source), nodes.get(target, target), one.sign)
        members[one.sentence].append(((number, one.place, (source, target), worth), dyad))
    sentences = {start: _Sentence(inside) for start, inside in members.items()}
    article, rows = _Article(sentences), [()] * len(proposals)
    for start, sentence in sentences.items():
        for dyad, alike in sentence.alike.items():
            others, elsewhere = sentence.others(dyad), article.elsewhere(start, dyad)
            for (number, place, _, worth), echoes in zip(alike, _echoes(alike), strict=True):
                rows[number] = (*sentence.ranks(place, worth), *echoes, *others, sentence.near[place], *elsewhere)
    return rows
