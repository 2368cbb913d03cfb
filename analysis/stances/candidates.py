"""Who could be the source of a cue, and who its target: sentence first, then the speaker and what was said before."""
from typing import NamedTuple

from analysis.stances.scene import Scene
from analysis.stances.units import Unit

BEFORE = 4  # units of the sentence before that are looked at


class Candidate(NamedTuple):
    """A unit (None for nobody) and where it comes from: sentence, speaker, before, topic, mutual (the members of the
    source towards one another), none or unknown."""

    unit: Unit | None
    origin: str


NOBODY = Candidate(None, "none")
UNKNOWN = Candidate(None, "unknown")  # somebody whom the article does not let us name: better no stance than a wrong one


def sources(scene: Scene) -> list[Candidate]:
    """Candidates for the source, those of the sentence first; last, somebody unknown."""
    found = [Candidate(unit, "sentence") for unit in scene.units]
    if scene.speaker is not None:
        _add(found, [scene.speaker], "speaker")
    _add(found, [unit for unit in scene.before if unit.rule != "adjective"][:BEFORE], "before")
    return [*found, UNKNOWN]


def targets(scene: Scene, source: Unit) -> list[Candidate]:
    """Candidates for the target of a stance of ``source``; nobody and somebody unknown are always among
    them.

    What is named inside the source's own words (``les ministres de Moscou et de Pékin``) is none.
    """
    found = [Candidate(unit, "sentence") for unit in scene.units
             if unit.members != source.members and not source.start <= unit.start < unit.end <= source.end
             and not (unit.rule == "adjective" and unit.node == source.node)]
    _add(found, [unit for unit in scene.before if unit.members != source.members][:BEFORE], "before")
    _add(found, [unit for unit in scene.topics if unit.members != source.members and unit.node != source.node], "topic")
    mutual = [Candidate(source, "mutual")] if len(source.members) > 1 and _may_be_mutual(scene) else []
    return [NOBODY, *mutual, *found, UNKNOWN]


def _may_be_mutual(scene: Scene) -> bool:
    """Whether the cue can bind the members of its source to one another: a meeting, an accord, or a word of mutuality."""
    if any(entry.act in ("consult", "agree", "cooperate") and entry.targets != ("-",) for entry in scene.cue.entries):
        return True
    around = scene.cue.token.doc[max(scene.cue.token.i - 3, 0):scene.cue.token.i + 3]
    return any(token.text.lower().startswith(("mutuel", "réciproque", "se", "s'", "s’")) for token in around)


def _add(found: list[Candidate], units: list[Unit], origin: str) -> None:
    """Add the units whose actors are not there yet."""
    there = {unit.members for unit, _ in found}
    for unit in units:
        if unit.members not in there:
            there.add(unit.members)
            found.append(Candidate(unit, origin))
