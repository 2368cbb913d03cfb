"""The stances of one sentence weighed against one another: echoes, contradictions, two who claim one place.

Several cues of a sentence speak of the same stance (``a dénoncé une attaque vicieuse``); each brings its own proposal.
A last model sees what the others propose and says how much each is worth.
"""
from collections import Counter
from typing import NamedTuple

from analysis.acts import ACTS
from analysis.stances.decide import Verdict
from analysis.stances.model import Weights, probability
from analysis.stances.scene import Scene


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


def settle(groups: list[list[Proposal]], nodes: dict[str, str], table: Weights) -> list[tuple[Proposal, float]]:
    """Proposals by sentence → the best for each source, target and PLOVER type, with its confidence.

    ``nodes`` gives the state or organisation of an actor: what other sentences say of the same two states counts too.
    """
    chosen = [strongest(group) for group in groups]
    said = Said(chosen, nodes)
    return [(one, probability(settle_features(one, group, said), table["settle"])) for group in chosen for one in group]


def strongest(group: list[Proposal]) -> list[Proposal]:
    """One proposal for each source, target and PLOVER type of a sentence: the surest."""
    best: dict[tuple, Proposal] = {}
    for one in group:
        key = (one.source_id, one.target_id, ACTS[one.verdict.entry.act].plover or "REJECT")
        if key not in best or best[key].verdict.confidence < one.verdict.confidence:
            best[key] = one
    return list(best.values())


class Said:
    """What the whole article proposes about two states: the surest proposals by dyad and sign, and how many a sentence."""

    def __init__(self, groups: list[list[Proposal]], nodes: dict[str, str]) -> None:
        self.nodes = nodes
        self.number = {id(one): number for number, group in enumerate(groups) for one in group}
        self.count: Counter[tuple] = Counter()
        best: dict[tuple, dict[int, float]] = {}
        for number, group in enumerate(groups):
            for one in group:
                key = (*self.dyad(one), one.sign)
                self.count[key] += 1
                self.count[key, number] += 1
                surest = best.setdefault(key, {})
                surest[number] = max(surest.get(number, 0), one.verdict.confidence)
        self.best = {key: sorted(((confidence, number) for number, confidence in surest.items()), reverse=True)[:2]
                     for key, surest in best.items()}

    def dyad(self, one: Proposal) -> tuple[str, str]:
        """(state of the source, state of the target), the actor itself where it has none."""
        return self.nodes.get(one.source_id, one.source_id), self.nodes.get(one.target_id, one.target_id)

    def elsewhere(self, one: Proposal) -> list[str]:
        """How sure other sentences are of the same dyad with the same sign, with another, and the other way round."""
        own, sign, (source, target) = self.number[id(one)], one.sign, self.dyad(one)
        same = (source, target, sign)
        other = max(self._surest((source, target, another), own) for another in (-1, 0, 1) if another != sign)
        times = self.count[same] - self.count[same, own]
        return [f"same={_level(self._surest(same, own))}", f"other={_level(other)}",
                f"back={_level(self._surest((target, source, sign), own))}", f"times={min(times, 4)}"]

    def _surest(self, key: tuple, own: int) -> float:
        """The highest confidence of such a proposal in another sentence, 0 where there is none."""
        return next((confidence for confidence, number in self.best.get(key, ()) if number != own), 0)


def _level(confidence: float) -> str:
    return next(str(limit) for limit in (0.1, 0.2, 0.35, 0.5, 1.0) if confidence <= limit)


def settle_features(one: Proposal, others: list[Proposal], said: Said) -> list[str]:
    """What the other proposals of the sentence, and of the article, say for or against this one."""
    own = one.verdict.confidence
    rivals = [other for other in others if other is not one]
    higher = [other for other in rivals if other.verdict.confidence > own]
    place = one.scene.cue.token.i
    near = [other for other in higher if abs(other.scene.cue.token.i - place) <= 4]

    def same(other: Proposal) -> bool:
        return (other.source_id, other.target_id) == (one.source_id, one.target_id)

    def reverse(other: Proposal) -> bool:
        return (other.target_id, other.source_id) == (one.source_id, one.target_id)

    facts = {
        "echo": any(same(o) and o.sign == one.sign for o in higher),
        "echoed": any(same(o) and o.sign == one.sign for o in rivals),
        "contrary": any(same(o) and o.sign != one.sign for o in higher),
        "reversed": any(reverse(o) and o.sign == one.sign for o in higher),
        "answered": any(reverse(o) for o in rivals),
        "othertarget": any(o.source_id == one.source_id and o.target_id != one.target_id and o.sign == one.sign for o in higher),
        "othersource": any(o.target_id == one.target_id and o.source_id != one.source_id and o.sign == one.sign for o in higher),
        "overshadowed": bool(near),
        "first": not higher,
    }
    level = min(int(own * 20), 19)
    names = [f"own>{step}" for step in range(1, 20) if level >= step] + [f"rivals={min(len(rivals), 6)}", f"higher={min(len(higher), 4)}"]
    names += [f"{name}={value}" for name, value in facts.items()]
    names += [f"{name}={value}&{one.verdict.entry.pos}" for name, value in facts.items()]
    names += [f"{name}={value}&sign={one.sign}" for name, value in facts.items()] + [f"act={one.verdict.entry.act}"]
    names += [f"target={bool(one.target_id)}", f"target={bool(one.target_id)}&{one.verdict.entry.act}", f"quoted={one.scene.quoted}&first={facts['first']}"]
    source, target = said.dyad(one)
    elsewhere = said.elsewhere(one)
    return names + elsewhere + [f"{fact}&target={bool(one.target_id)}" for fact in elsewhere] + [f"home={source == target}"]
