"""From a scene to stances: is the cue one, who holds it, towards whom. Candidates by rule, the choice by the model."""
from typing import NamedTuple

from analysis.stances.candidates import Candidate, sources, targets
from analysis.stances.features import cue_features, source_features, target_features
from analysis.stances.lexicon import Entry
from analysis.stances.model import Weights, probability, shares
from analysis.stances.scene import Scene
from analysis.stances.units import Unit

CUE_FLOOR = 0.15  # a cue less sure than this cannot reach the threshold with any arguments
SECOND = 0.3  # a second target is taken where it is worth this much by itself


class Verdict(NamedTuple):
    """One decided stance of a cue: entry, source, target, what each choice was worth, and what all are worth."""

    entry: Entry
    source: Candidate
    target: Candidate
    worth: tuple[float, float, float]
    confidence: float
    rule: str


def propose(scene: Scene, table: Weights) -> list[Verdict]:
    """What the three models make of a cue, with the confidence of the fourth, which judges the whole."""
    chances = [probability(cue_features(scene, entry), table["cue"]) for entry in scene.cue.entries]
    chance, entry = max(zip(chances, scene.cue.entries, strict=True), key=lambda pair: pair[0])
    if chance < CUE_FLOOR:
        return []
    source = _source(scene, entry, table)
    if source is None:
        return []
    verdicts = []
    for target, share in _targets(scene, entry, source[0].unit, table):
        verdict = Verdict(entry, source[0], target, (chance, source[1], share), 0.0, _rule(scene, entry, source[0], target))
        verdicts.append(verdict._replace(confidence=probability(verdict_features(scene, verdict), table["verdict"])))
    return verdicts


def verdict_features(scene: Scene, verdict: Verdict) -> list[str]:
    """Is the whole stance right, given what its parts are worth and where they stand?"""
    act, pos = verdict.entry.act, verdict.entry.pos
    steps = [f"{min(int(part * 10), 9)}" for part in verdict.worth]
    origins = f"{verdict.source.origin}>{verdict.target.origin}"
    product = verdict.worth[0] * verdict.worth[1] * verdict.worth[2]
    many = len(verdict.source.unit.members) * (len(verdict.target.unit.members) if verdict.target.unit else 1)
    names = [f"cue={steps[0]}", f"source={steps[1]}", f"target={steps[2]}", f"product={min(int(product * 20), 16)}",
             f"pos={pos}", f"act={act}", f"origins={origins}", f"origins={origins}&{pos}", f"quoted={scene.quoted}",
             f"quoted={scene.quoted}&{origins}", f"says={scene.says}", f"many={min(many, 3)}", f"place={verdict.source.unit.place}",
             f"kinds={verdict.source.unit.kind}>{verdict.target.unit.kind if verdict.target.unit else '-'}",
             f"source={verdict.rule.split('>')[0]}", f"target={verdict.rule.split('>')[1]}&{pos}", f"title={scene.title}",
             f"rules={verdict.source.unit.rule}>{verdict.target.unit.rule if verdict.target.unit else '-'}"]
    names += [f"product>{step}" for step in range(1, 17) if product * 20 >= step]
    names += [f"{name}>{step}" for name, part in zip(("cue", "source", "target"), verdict.worth, strict=True)
              for step in range(1, 10) if part * 10 >= step]
    return names


def _source(scene: Scene, entry: Entry, table: Weights) -> tuple[Candidate, float] | None:
    """The best source and its share, to which its other mentions add theirs; None where it is somebody unknown."""
    candidates = sources(scene)
    parts = shares([source_features(scene, entry, c.unit, c.origin) for c in candidates], table["source"])
    best = max(range(len(parts)), key=parts.__getitem__)
    if candidates[best].unit is None:
        return None
    return candidates[best], _mass(candidates, parts, best)


def _targets(scene: Scene, entry: Entry, source: Unit, table: Weights) -> list[tuple[Candidate, float]]:
    """The best target, and any second one that is strong by itself."""
    candidates = targets(scene, source)
    parts = shares([target_features(scene, entry, c.unit, source, c.origin) for c in candidates], table["target"])
    best = max(range(len(parts)), key=parts.__getitem__)
    chosen = [best]
    if candidates[best].unit is not None:
        chosen += [i for i, part in enumerate(parts) if i != best and part >= SECOND and candidates[i].unit is not None
                   and not _overlap(candidates[i].unit, candidates[best].unit)]
    return [(candidates[i], _mass(candidates, parts, i)) for i in chosen]


def _overlap(one: Unit, other: Unit) -> bool:
    """Whether two units share words: ``l'ambassadeur de Biélorussie`` holds ``Biélorussie``."""
    return one.start < other.end and other.start < one.end


def _mass(candidates: list[Candidate], parts: list[float], best: int) -> float:
    """The share of a candidate and of all others that stand for one of its actors."""
    unit, origin = candidates[best]
    if unit is None or origin == "mutual":
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
    return scene.ways.get(candidate.unit.head.i) or "near"
