"""What the rules reach without a model: every cue counts, the lexicon and the grammar say who, and towards whom.

A cue stands for its first act. Its source is its grammatical subject, else who speaks; its target is who stands where
the lexicon expects one, else nobody: ``Paris accuse Téhéran`` is read as it should be. What the model adds is to tell
whether ``l'accord de Paris`` is a stance at all, and whose. Only the measurement uses this module.
"""
from collections.abc import Sequence

from analysis.evaluation.figures import Count
from analysis.stances import proposals_of
from analysis.stances.beside import Proposal
from analysis.stances.candidates import NOBODY, Candidate, sources, targets
from analysis.stances.decide import Odds, Verdict
from analysis.stances.lexicon import Entry
from analysis.stances.scene import Scene
from analysis.stances.settle import strongest
from analysis.stances.training.crossfit import LEVELS, count, mark_of
from analysis.stances.training.examples import Sample

_SURE = 1.0


def measure(samples: Sequence[Sample]) -> dict[str, Count]:
    """How right the rules alone are on annotated articles: level (dyads, stances, acts) → Count."""
    figures = {level: Count() for level in LEVELS}
    for sample in samples:
        found = [(mark_of(sample, one), _SURE) for one in proposals(sample.scenes)]
        count((sample.marks.stances, found), {_SURE: figures})
    return figures


def proposals(scenes: Sequence[Scene]) -> list[Proposal]:
    """What the rules propose for the scenes of one article, each stance of a sentence once."""
    found = [one for scene in scenes if (verdict := _verdict(scene)) for one in proposals_of(scene, verdict)]
    return [found[place] for place in strongest(found, [_SURE] * len(found))]


def _verdict(scene: Scene) -> Verdict | None:
    entry = scene.cue.entries[0]
    source = _source(scene)
    if source is None:
        return None
    return Verdict(entry, source, _target(scene, entry, source), Odds(_SURE, _SURE, _SURE), "rule")


def _source(scene: Scene) -> Candidate | None:
    """The grammatical subject, through control and passives; else the speaker."""
    candidates = sources(scene)
    subject = next((c for c in candidates if c.origin == "sentence" and scene.role(c.unit).rstrip("+") == "subj"), None)
    return subject or next((c for c in candidates if c.origin == "speaker"), None)


def _target(scene: Scene, entry: Entry, source: Candidate) -> Candidate:
    """The first unit in the first place of the lexicon's row that holds one; nobody where none does."""
    candidates = [c for c in targets(scene, source.unit) if c.unit is not None and c.origin == "sentence"]
    for place in entry.targets:
        found = next((c for c in candidates if scene.role(c.unit).rstrip("+") == place), None)
        if found is not None:
            return found
    return NOBODY
