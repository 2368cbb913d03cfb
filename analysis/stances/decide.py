"""From a scene to proposals: is the cue one, who may hold it, towards whom. Candidates by rule, their odds by the model.

More than one reading of a cue is proposed where the odds leave room, since who acts towards whom often shows only beside
what the rest of the article says; ``settle`` chooses.
"""
from collections.abc import Iterator
from typing import NamedTuple

from analysis.acts import ACTS
from analysis.stances.candidates import UNKNOWN, Candidate, sources, targets
from analysis.stances.features import cue_features, source_features, target_features
from analysis.stances.lexicon import Entry
from analysis.stances.model import Models, probability, shares
from analysis.stances.scene import Scene

CUE_FLOOR = 0.18  # a cue less sure than this hardly reaches the threshold with any arguments
RIVAL = 0.5  # an act of another sign is proposed too where its chance is this part of the best
SOURCE_FLOOR, SOURCES = 0.2, 3  # a second or third source is proposed where it is worth this much
TARGET_FLOOR, TARGETS = 0.12, 4
PAIR_FLOOR = 0.1  # what cue and source together must be worth for targets to be looked at
PRODUCT_FLOOR = 0.08  # what the three parts together must be worth


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


def propose(scene: Scene, models: Models) -> list[Verdict]:
    """What the three models make of a cue: the readings that are worth judging, those of the likeliest act first."""
    candidates, found = sources(scene), []
    if candidates == [UNKNOWN]:
        return found
    for entry, chance, together in _acts(scene, models):
        for source, odds in _sources(scene, entry, candidates, models, Odds(chance, together, 0.0)):
            if chance * odds.source >= PAIR_FLOOR:
                found += _targets(scene, entry, source, models, odds)
    return found


def _acts(scene: Scene, models: Models) -> list[tuple[Entry, float, float]]:
    """(row, chance, chances of all acts of its sign) of the likeliest act of each sign, the likeliest first."""
    best: dict[int, tuple[Entry, float]] = {}
    sums: dict[int, float] = {}
    cues, bias = models["cue"], models["cue"].table.get("bias", 0.0)
    for entry in scene.cue.entries:
        score = cues.of(cue_features(scene, entry)) + bias
        chance, sign = probability(score), ACTS[entry.act].sign
        sums[sign] = sums.get(sign, 0.0) + chance
        if sign not in best or best[sign][1] < chance:
            best[sign] = (entry, chance)
    ranked = sorted(((entry, chance, sums[sign]) for sign, (entry, chance) in best.items()), key=lambda one: -one[1])
    return [one for one in ranked if one[1] >= max(CUE_FLOOR, RIVAL * ranked[0][1])]


def _sources(scene: Scene, entry: Entry, candidates: list[Candidate], models: Models, odds: Odds) -> Iterator[tuple[Candidate, Odds]]:
    """The likeliest of the candidates, each with its share, to which its other mentions add theirs."""
    parts = shares(list(map(models["source"].of, source_features(scene, entry, candidates))))
    best, unknown = max(parts), parts[-1]
    for rank, place in enumerate(_likeliest(candidates, parts, SOURCE_FLOOR, SOURCES)):
        if candidates[place].unit is not None:
            yield candidates[place], Odds(odds.cue, odds.sign, _mass(candidates, parts, place), rank, best, unknown)


def _targets(scene: Scene, entry: Entry, source: Candidate, models: Models, odds: Odds) -> list[Verdict]:
    """The source with those of its likeliest targets that make the whole worth judging."""
    candidates = targets(scene, source.unit)
    parts = shares(list(map(models["target"].of, target_features(scene, entry, source.unit, candidates))))
    left = (parts[0], parts[-1], parts[1] if candidates[1].origin == "mutual" else 0.0)
    known, found = odds[:6], []  # what is known of cue and source
    for rank, place in enumerate(_likeliest(candidates, parts, TARGET_FLOOR, TARGETS)):
        share, target = _mass(candidates, parts, place), candidates[place]
        if target.origin != "unknown" and odds.cue * odds.source * share >= PRODUCT_FLOOR:
            found.append(Verdict(entry, source, target, Odds(*known, share, rank, *left), _rule(scene, entry, source, target)))
    return found


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
    apart = frozenset(unit.members).isdisjoint
    return sum([part for part, (other, _) in zip(parts, candidates, strict=True) if other is not None and not apart(other.members)])


def _rule(scene: Scene, entry: Entry, source: Candidate, target: Candidate) -> str:
    """How the stance was read: part of speech of the cue, and where source and target stand."""
    return f"{entry.pos}:{_where(scene, source)}>{_where(scene, target)}"


def _where(scene: Scene, candidate: Candidate) -> str:
    if candidate.origin != "sentence":
        return candidate.origin
    if scene.says and scene.speaker is not None and candidate.unit.members == scene.speaker.members:
        return "speaker"
    return scene.ways.get(candidate.unit.head.i) or "near"
