"""Who could be the source of a cue, and who its target: sentence first, then the speaker and what was said before."""
from typing import NamedTuple

from analysis.stances.scene import Scene
from analysis.stances.units import Unit

BEFORE = 4  # units of the sentence before that are looked at


class Candidate(NamedTuple):
    """A unit (None for nobody) and where it comes from: sentence, speaker, before, topic or none."""

    unit: Unit | None
    origin: str


NOBODY = Candidate(None, "none")


def sources(scene: Scene) -> list[Candidate]:
    """Candidates for the source, those of the sentence first."""
    found = [Candidate(unit, "sentence") for unit in scene.units]
    if scene.speaker is not None:
        _add(found, [scene.speaker], "speaker")
    _add(found, [unit for unit in scene.before if unit.rule != "adjective"][:BEFORE], "before")
    return found


def targets(scene: Scene, source: Unit) -> list[Candidate]:
    """Candidates for the target of a stance of ``source``; nobody is always one."""
    found = [Candidate(unit, "sentence") for unit in scene.units if unit.members != source.members]
    _add(found, [unit for unit in scene.before if unit.members != source.members][:BEFORE], "before")
    _add(found, [unit for unit in scene.topics if unit.members != source.members and unit.node != source.node], "topic")
    return [NOBODY, *found]


def _add(found: list[Candidate], units: list[Unit], origin: str) -> None:
    """Add the units whose actors are not there yet."""
    for unit in units:
        if all(unit.members != other.unit.members for other in found if other.unit):
            found.append(Candidate(unit, origin))
