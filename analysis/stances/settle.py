"""The stances of one sentence weighed against one another: echoes, contradictions, two who claim one place.

Several cues of a sentence speak of the same stance (``a dénoncé une attaque vicieuse``); each brings its own proposal.
A last model sees what the others propose and says how much each is worth.
"""
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


def settle(proposals: list[Proposal], table: Weights) -> list[tuple[Proposal, float]]:
    """Proposals of one sentence → the best for each source, target and PLOVER type, with its confidence."""
    best: dict[tuple, Proposal] = {}
    for one in proposals:
        key = (one.source_id, one.target_id, ACTS[one.verdict.entry.act].plover or one.verdict.entry.act)
        if key not in best or best[key].verdict.confidence < one.verdict.confidence:
            best[key] = one
    chosen = list(best.values())
    return [(one, probability(settle_features(one, chosen), table["settle"])) for one in chosen]


def settle_features(one: Proposal, others: list[Proposal]) -> list[str]:
    """What the other proposals of the sentence say for or against this one."""
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
    return ["Z:" + name for name in names]
