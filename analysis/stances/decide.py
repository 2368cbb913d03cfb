"""From a scene to proposals: is the cue one, who may hold it, towards whom. Candidates by rule, their odds by the model.

More than one reading of a cue is proposed where the odds leave room, since who acts towards whom often shows only beside
what the rest of the article says; ``settle`` chooses.
"""
from collections.abc import Iterator
from typing import NamedTuple

from analysis.acts import ACTS
from analysis.stances.candidates import UNKNOWN, Candidate, sources, targets
from analysis.stances.features import Parts, cue_features, source_features, target_features
from analysis.stances.lexicon import Entry
from analysis.stances.model import Weights, probability, shares, total
from analysis.stances.scene import Scene

CUE_FLOOR = 0.18  # a cue less sure than this hardly reaches the threshold with any arguments
RIVAL = 0.5  # an act of another sign is proposed too where its chance is this part of the best
SOURCE_FLOOR, SOURCES = 0.2, 3  # a second or third source is proposed where it is worth this much
TARGET_FLOOR, TARGETS = 0.12, 4
PRODUCT_FLOOR = 0.06  # what the three parts together must be worth


class Odds(NamedTuple):
    """What the parts of a proposal are worth, and what stood beside them: the chance that the cue expresses this act, of
    all acts of its sign together; the share of the source, its rank, the best's, that of somebody unknown; the share of
    the target, its rank, those of nobody, of somebody unknown and of the source's members among themselves."""

    cue: float
    sign: float
    source: float
    source_rank: int = 0
    best_source: float = 1.0
    unknown_source: float = 0.0
    target: float = 1.0
    target_rank: int = 0
    nobody: float = 0.0
    unknown_target: float = 0.0
    mutual: float = 0.0


class Verdict(NamedTuple):
    """One reading of a cue: entry, source, target, their odds, and the rule it was read by."""

    entry: Entry
    source: Candidate
    target: Candidate
    odds: Odds
    rule: str

    @property
    def product(self) -> float:
        """What cue, source and target are worth together."""
        return self.odds.cue * self.odds.source * self.odds.target


def propose(scene: Scene, table: Weights) -> list[Verdict]:
    """What the three models make of a cue: the readings that are worth judging, those of the likeliest act first."""
    candidates, found = sources(scene), []
    if candidates == [UNKNOWN]:
        return found
    for entry, chance, together in _acts(scene, table):
        for source, odds in _sources(scene, entry, candidates, table, Odds(chance, together, 0.0)):
            found += [verdict for verdict in _targets(scene, entry, source, table, odds) if verdict.product >= PRODUCT_FLOOR]
    return found


def _acts(scene: Scene, table: Weights) -> list[tuple[Entry, float, float]]:
    """(row, chance, chances of all acts of its sign) of the likeliest act of each sign, the likeliest first."""
    best: dict[int, tuple[Entry, float]] = {}
    sums: dict[int, float] = {}
    for entry in scene.cue.entries:
        score = _score(scene, cue_features(scene, entry), table, "cue") + table["cue"].get("bias", 0.0)
        chance, sign = probability(score), ACTS[entry.act].sign
        sums[sign] = sums.get(sign, 0.0) + chance
        if sign not in best or best[sign][1] < chance:
            best[sign] = (entry, chance)
    ranked = sorted(((entry, chance, sums[sign]) for sign, (entry, chance) in best.items()), key=lambda one: -one[1])
    return [one for one in ranked if one[1] >= max(CUE_FLOOR, RIVAL * ranked[0][1])]


def _sources(scene: Scene, entry: Entry, candidates: list[Candidate], table: Weights, odds: Odds) -> Iterator[tuple[Candidate, Odds]]:
    """The likeliest of the candidates, each with its share, to which its other mentions add theirs."""
    parts = shares([_score(scene, source_features(scene, entry, c.unit, c.origin), table, "source") for c in candidates])
    known = odds._replace(best_source=max(parts), unknown_source=parts[-1])
    for rank, place in enumerate(_likeliest(candidates, parts, SOURCE_FLOOR, SOURCES)):
        if candidates[place].unit is not None:
            yield candidates[place], known._replace(source=_mass(candidates, parts, place), source_rank=rank)


def _targets(scene: Scene, entry: Entry, source: Candidate, table: Weights, odds: Odds) -> list[Verdict]:
    """The source with each of its likeliest targets."""
    candidates = targets(scene, source.unit)
    parts = shares([_score(scene, target_features(scene, entry, c.unit, source.unit, c.origin), table, "target") for c in candidates])
    known = odds._replace(nobody=parts[0], unknown_target=parts[-1],
                          mutual=sum(part for part, c in zip(parts, candidates, strict=True) if c.origin == "mutual"))
    return [Verdict(entry, source, candidates[place], known._replace(target=_mass(candidates, parts, place), target_rank=rank),
                    _rule(scene, entry, source, candidates[place]))
            for rank, place in enumerate(_likeliest(candidates, parts, TARGET_FLOOR, TARGETS)) if candidates[place].origin != "unknown"]


def _score(scene: Scene, parts: Parts, table: Weights, model: str) -> float:
    """What the features of a question weigh; those that it shares with others are summed once."""
    own, kept = parts
    key = (model, id(kept))
    if kept and key not in scene.sums:
        scene.sums[key] = total(kept, table[model])
    return total(own, table[model]) + (scene.sums[key] if kept else 0.0)


def _likeliest(candidates: list[Candidate], parts: list[float], floor: float, most: int) -> list[int]:
    """The places of the candidates worth most, each actor once: the best, and others down to a floor."""
    found: dict[tuple, int] = {}
    for place in sorted(range(len(parts)), key=lambda place: -parts[place]):
        if len(found) == most or (found and parts[place] < floor):
            break
        unit, origin = candidates[place]
        found.setdefault(unit.members if unit is not None and origin != "mutual" else (origin, None), place)
    return list(found.values())


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
