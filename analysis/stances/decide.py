"""From a scene to stances: is the cue one, who holds it, towards whom. Candidates by rule, the choice by the model."""
from typing import NamedTuple

from analysis.stances.candidates import Candidate, sources, targets
from analysis.stances.features import cue_features, source_features, target_features
from analysis.stances.lexicon import Entry
from analysis.stances.model import Weights, probability, shares, weights
from analysis.stances.scene import Scene
from analysis.stances.syntax import path
from analysis.stances.units import Unit

CUE_FLOOR = 0.15  # a cue less sure than this cannot reach the threshold with any arguments
SECOND = 0.3  # a second target is taken where it is worth this much by itself
SYMMETRIC = ("consult", "agree", "cooperate")


class Verdict(NamedTuple):
    """One decided stance of a cue: entry, source, target (None for nobody), confidence, and the rule that led there."""

    entry: Entry
    source: Unit
    target: Unit | None
    confidence: float
    rule: str


def decide(scene: Scene, floor: float) -> list[Verdict]:
    """The stances of one cue whose confidence reaches ``floor``; usually one, none or a target more."""
    table = weights()
    chances = [probability(cue_features(scene, entry), table["cue"]) for entry in scene.cue.entries]
    chance, entry = max(zip(chances, scene.cue.entries, strict=True), key=lambda pair: pair[0])
    if chance < max(CUE_FLOOR, floor):
        return []
    source = _source(scene, entry, table)
    if source is None or chance * source[1] < floor:
        return []
    return [Verdict(entry, source[0].unit, target.unit, chance * source[1] * share, _rule(scene, entry, source[0], target))
            for target, share in _targets(scene, entry, source[0].unit, table)
            if chance * source[1] * share >= floor]


def _source(scene: Scene, entry: Entry, table: Weights) -> tuple[Candidate, float] | None:
    """The best source and its share, to which its other mentions add theirs."""
    candidates = sources(scene)
    if not candidates:
        return None
    parts = shares([source_features(scene, entry, c.unit, c.origin) for c in candidates], table["source"])
    best = max(range(len(parts)), key=parts.__getitem__)
    return candidates[best], _mass(candidates, parts, best)


def _targets(scene: Scene, entry: Entry, source: Unit, table: Weights) -> list[tuple[Candidate, float]]:
    """The best target, and any second one that is strong by itself."""
    candidates = targets(scene, source)
    parts = shares([target_features(scene, entry, c.unit, source, c.origin) for c in candidates], table["target"])
    best = max(range(len(parts)), key=parts.__getitem__)
    chosen = [best]
    if candidates[best].unit is not None:
        chosen += [i for i, part in enumerate(parts) if i != best and part >= SECOND and candidates[i].unit is not None]
    return [(candidates[i], _mass(candidates, parts, i)) for i in chosen]


def _mass(candidates: list[Candidate], parts: list[float], best: int) -> float:
    """The share of a candidate and of all others that stand for one of its actors."""
    unit = candidates[best].unit
    if unit is None:
        return parts[best]
    return sum(part for part, other in zip(parts, candidates, strict=True)
               if other.unit is not None and set(other.unit.members) & set(unit.members))


def _rule(scene: Scene, entry: Entry, source: Candidate, target: Candidate) -> str:
    """How the stance was read: part of speech of the cue, and where source and target stand."""
    return f"{entry.pos}:{_where(scene, source)}>{_where(scene, target)}"


def _where(scene: Scene, candidate: Candidate) -> str:
    if candidate.origin != "sentence":
        return candidate.origin
    if scene.says and scene.speaker is not None and candidate.unit.members == scene.speaker.members:
        return "speaker"
    return path(scene.cue.token, candidate.unit.head, scene.line(candidate.unit)) or "near"
