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

SIGNS = (-1, 0, 1)
_NEAR = 4  # words between two cues that speak of one thing


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

    def other(self, key: Hashable, owner: Hashable = None) -> float:
        """The highest worth under the key that another owner has, 0 where none has."""
        two = self._two.get(key)
        if two is None:
            return 0.0
        return two[0] if two[1] != owner else two[2]


class _Article:
    """All proposals of an article with their worths, indexed so that looking beside one costs the same in any article."""

    def __init__(self, proposals: Sequence[Proposal], nodes: Mapping[str, str], worths: Sequence[float]) -> None:
        self.dyads = [(nodes.get(one.source_id, one.source_id), nodes.get(one.target_id, one.target_id), one.sign) for one in proposals]
        self.best, self.sums, self.sentences = _Best(), Counter(), defaultdict(set)
        self.ranked: dict[Hashable, list[float]] = defaultdict(list)
        self.cues: dict[int, set[int]] = defaultdict(set)
        for number, (one, dyad, worth) in enumerate(zip(proposals, self.dyads, worths, strict=True)):
            self._enter(number, one, dyad, worth)
        for worths_there in self.ranked.values():
            worths_there.sort()

    def _enter(self, number: int, one: Proposal, dyad: tuple[str, str, int], worth: float) -> None:
        (source, target, sign), sentence, place = dyad, one.sentence, one.place
        for key, owner in ((("dyad", sentence, dyad), place), (("twin", sentence, dyad), number), (("cue", place), number),
                           (("exact", sentence, one.source_id, one.target_id, sign), number), (("source", sentence, source, sign), target),
                           (("target", sentence, target, sign), source), (("article", dyad), sentence)):
            self.best.add(key, owner, worth)
        self.sums[sentence, dyad] += worth
        self.sums[sentence, dyad, place] += worth
        self.sums["cue", place] += worth
        self.sentences[dyad].add(sentence)
        self.ranked["sentence", sentence].append(worth)
        self.ranked["cue", place].append(worth)
        self.cues[sentence].add(place)

    def beside(self, number: int, one: Proposal, worth: float) -> Facts:
        """The facts of one proposal."""
        dyad, sentence, place = self.dyads[number], one.sentence, one.place
        source, target, sign = dyad
        best, around = self.best.other, self.ranked["sentence", sentence]
        near = [other for other in range(place - _NEAR, place + _NEAR + 1) if other != place and other in self.cues[sentence]]
        others = [another for another in SIGNS if another != sign]
        return {
            "rivals": len(around) - 1, "rank": len(around) - bisect_right(around, worth),
            "rank at cue": len(self.ranked["cue", place]) - bisect_right(self.ranked["cue", place], worth),
            "lead at cue": worth - best(("cue", place), number), "sum at cue": self.sums["cue", place] - worth,
            "echo": best(("dyad", sentence, dyad), place), "echoes": self.sums[sentence, dyad] - self.sums[sentence, dyad, place],
            "twin": best(("twin", sentence, dyad), number), "exact": best(("exact", sentence, one.source_id, one.target_id, sign), number),
            "other sign": max(best(("dyad", sentence, (source, target, another))) for another in others),
            "reversed": max(best(("dyad", sentence, (target, source, another)), None) for another in SIGNS),
            "other target": best(("source", sentence, source, sign), target), "other source": best(("target", sentence, target, sign), source),
            "near": max((best(("cue", other)) for other in near), default=0.0), "elsewhere": best(("article", dyad), sentence),
            "sentences": len(self.sentences[dyad]) - 1,
            "other sign elsewhere": max(best(("article", (source, target, another)), sentence) for another in others),
            "reversed elsewhere": best(("article", (target, source, sign)), sentence), "at home": source == target}


def beside(proposals: Sequence[Proposal], nodes: Mapping[str, str], worths: Sequence[float], name: str = "") -> list[dict]:
    """For each proposal of an article what the others, with their ``worths``, say for or against it; ``name`` before each
    fact. ``nodes`` gives the state or organisation of an actor."""
    article = _Article(proposals, nodes, worths)
    rows = (article.beside(number, one, worth) for number, (one, worth) in enumerate(zip(proposals, worths, strict=True)))
    return [{name + key: value for key, value in row.items()} for row in rows] if name else list(rows)
