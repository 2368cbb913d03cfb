"""Facts about one proposed stance, numbers and words, from which the trees judge it: its odds, its cue, its two ends.

They say how the parts stand to one another, never who the actors are, so that what is learnt is the language.
"""
from collections.abc import Sequence

from analysis.acts import ACTS
from analysis.stances.beside import Proposal
from analysis.stances.candidates import Candidate
from analysis.stances.decide import Verdict
from analysis.stances.features import said_by, topic_rank, units_between, way_between
from analysis.stances.scene import Scene
from analysis.stances.trees import Facts
from analysis.stances.units import Unit

_ODDS = ("product", "cue", "sign", "source", "best source", "unknown source", "target", "nobody", "unknown target", "mutual")
_CUE = ("act", "act's sign", "frame", "words of cue", "label", "quoted", "quote behind", "said", "subject", "object", "units",
        "units before", "length", "place")
_END = ("kind", "rule", "role", "way", "preposition", "label", "distance", "salience", "members", "topic", "between")
_BOTH = ("source rank", "target rank", "source found", "target found", "target from", "one state", "order", "between ends")
#: the names of what is known of a reading, in its order
READING = (*_ODDS, *_CUE, *(f"source's {name}" for name in _END), *(f"target's {name}" for name in _END), *_BOTH)
_FAR = 99  # words; the distance of an end that is nowhere
_APART = 9  # units between; what stands in another sentence
_NOBODY = ("-", "-", "-", "-", "-", "-", _FAR, 0.0, 0, 4, _APART)


def reading_facts(proposals: Sequence[Proposal]) -> list[Facts]:
    """What is known of the reading of each proposal of an article, by itself (``READING``)."""
    known: dict[int, Facts] = {}
    parts: dict[tuple, Facts] = {}
    for one in proposals:  # the members of a collective share one reading
        if id(one.verdict) not in known:
            known[id(one.verdict)] = verdict_facts(one.scene, one.verdict, parts)
    return [known[id(one.verdict)] for one in proposals]


def verdict_facts(scene: Scene, verdict: Verdict, parts: dict[tuple, Facts]) -> Facts:
    """What is known of a reading by itself. ``parts`` keeps what was found of a cue, of an end and of a unit, which several
    readings of an article share."""
    key = (id(scene), id(verdict.entry))
    if key not in parts:
        parts[key] = _cue_facts(scene, verdict)
    cue, source, target = parts[key], verdict.source, verdict.target
    return (*_odds_facts(verdict), *cue, *_kept(scene, source, parts), *_kept(scene, target, parts), *_both_facts(scene, verdict))


def _odds_facts(verdict: Verdict) -> Facts:
    odds = verdict.odds
    return (verdict.product, odds.cue, odds.sign, odds.source, odds.best_source, odds.unknown_source, odds.target, odds.nobody,
            odds.unknown_target, odds.mutual)


def _cue_facts(scene: Scene, verdict: Verdict) -> Facts:
    token, entry, sentence = scene.cue.token, verdict.entry, scene.cue.token.sent
    return (entry.act, ACTS[entry.act].sign, entry.targets[0], len(entry.rest), token.label, scene.quoted, scene.quote_behind,
            said_by(scene), *scene.pronouns, len(scene.units), len(scene.before), sentence.end - sentence.start, token.i - sentence.start)


def _kept(scene: Scene, end: Candidate, parts: dict[tuple, Facts]) -> Facts:
    """The facts of an end, looked for once."""
    unit, origin = end
    if unit is None:
        return _NOBODY
    key, own = (id(scene), id(unit), origin), (id(unit),)
    if key not in parts:
        if own not in parts:
            parts[own] = _unit_facts(scene, unit)
        parts[key] = _end_facts(scene, end, parts[own])
    return parts[key]


def _end_facts(scene: Scene, end: Candidate, own: Facts) -> Facts:
    """An end of the reading: what is known of its unit, and how it stands to the cue."""
    unit, place, (kind, rule, *grammar, salience, members, topic) = end.unit, end.unit.head.i, own
    role, way, between = "-", "-", _APART
    if end.origin == "sentence":
        role, way, between = scene.role(unit), scene.ways.get(place, ""), units_between(scene, unit)
    return (kind, rule, role, way, *grammar, abs(place - scene.cue.token.i), salience, members, topic, between)


def _unit_facts(scene: Scene, unit: Unit) -> Facts:
    """What is known of a unit wherever it is an end: kind, rule, preposition, label, salience, members, topic."""
    return (unit.kind, unit.rule, unit.head.preposition or "-", unit.head.label,
            max([scene.salience.get(member, 0.0) for member in unit.members]), len(unit.members), topic_rank(scene, unit))


def _both_facts(scene: Scene, verdict: Verdict) -> Facts:
    """How the ends stand to one another, and as what each was found."""
    odds, source, target = verdict.odds, verdict.source, verdict.target
    one, other = source.unit, target.unit
    together = source.origin == target.origin == "sentence"
    found_source, found_target = verdict.rule.partition(":")[2].split(">", 1)
    return (odds.source_rank, odds.target_rank, found_source, found_target, target.origin, other is not None and other.node == one.node,
            1 + (one.start < other.start) if together else 0, way_between(scene, one, other) if together else "-")
