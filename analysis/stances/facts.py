"""Facts about one proposed stance, numbers and words, from which the trees judge it: its odds, its cue, its two ends.

They say how the parts stand to one another, never who the actors are, so that what is learnt is the language.
"""
from analysis.acts import ACTS
from analysis.stances.candidates import Candidate
from analysis.stances.decide import Verdict
from analysis.stances.features import said_by, topic_rank, units_between
from analysis.stances.scene import Scene
from analysis.stances.syntax import path
from analysis.stances.trees import Facts

_FAR = 99  # words; the distance of an end that is nowhere
_APART = 9  # units between; what stands in another sentence


def verdict_facts(scene: Scene, verdict: Verdict) -> dict[str, float | str]:
    """What is known of a reading by itself: odds, cue, source (``source …``), target (``target …``)."""
    odds, source, target = verdict.odds, verdict.source, verdict.target
    found = {**_odds_facts(verdict), **_cue_facts(scene, verdict)}
    found |= _end_facts("source", scene, source) | _end_facts("target", scene, target)
    way_of_source, way_of_target = verdict.rule.partition(":")[2].split(">", 1)
    together = source.origin == target.origin == "sentence"
    found |= {"source rank": odds.source_rank, "target rank": odds.target_rank, "source found": way_of_source,
              "target found": way_of_target, "target from": target.origin,
              "one state": target.unit is not None and target.unit.node == source.unit.node,
              "order": 1 + (source.unit.start < target.unit.start) if together else 0,
              "between ends": path(source.unit.head, target.unit.head, scene.line(target.unit)) if together else "-"}
    return found


def _odds_facts(verdict: Verdict) -> Facts:
    odds = verdict.odds
    return {"product": verdict.product, "cue": odds.cue, "sign": odds.sign, "source": odds.source, "best source": odds.best_source,
            "unknown source": odds.unknown_source, "target": odds.target, "nobody": odds.nobody,
            "unknown target": odds.unknown_target, "mutual": odds.mutual}


def _cue_facts(scene: Scene, verdict: Verdict) -> Facts:
    token, (subject, obj) = scene.cue.token, scene.pronouns
    return {"act": verdict.entry.act, "act's sign": ACTS[verdict.entry.act].sign, "frame": verdict.entry.targets[0],
            "words of cue": len(verdict.entry.rest), "label": token.label, "quoted": scene.quoted, "quote behind": scene.quote_behind,
            "said": said_by(scene), "subject": subject, "object": obj, "units": len(scene.units), "units before": len(scene.before),
            "length": token.sent.end - token.sent.start, "place": token.i - token.sent.start}


def _end_facts(name: str, scene: Scene, end: Candidate) -> Facts:
    unit, here = end.unit, end.origin == "sentence"
    if unit is None:
        facts: Facts = {"kind": "-", "rule": "-", "role": "-", "way": "-", "preposition": "-", "label": "-", "distance": _FAR,
                        "salience": 0.0, "members": 0, "topic": 4, "between": _APART}
    else:
        facts = {"kind": unit.kind, "rule": unit.rule, "role": scene.role(unit) if here else "-",
                 "way": scene.ways.get(unit.head.i, "") if here else "-", "preposition": unit.head.preposition or "-",
                 "label": unit.head.label, "distance": abs(unit.head.i - scene.cue.token.i),
                 "salience": max(scene.salience.get(member, 0.0) for member in unit.members), "members": len(unit.members),
                 "topic": topic_rank(scene, unit), "between": units_between(scene, unit) if here else _APART}
    return {f"{name}'s {key}": value for key, value in facts.items()}
