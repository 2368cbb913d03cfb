"""The proposals of an article judged: each by itself, then, once for each source, target and type, beside all others.

Two forests of boosted trees give the confidence (``trees.py``); what they see is in ``facts.py`` and ``beside.py``.
"""
from collections.abc import Mapping, Sequence

from analysis.acts import ACTS
from analysis.stances.beside import NAMES, Proposal, beside
from analysis.stances.facts import READING, reading_facts
from analysis.stances.trees import Facts, Grown, likelihoods
from analysis.stances.units import Unit

SURE = 0.6  # from this worth on a reading has its target for certain; on held-out articles the value hardly matters
#: the names of what each forest sees, in its order
ALONE_FACTS = (*READING, *NAMES)
BESIDE_FACTS = (*ALONE_FACTS, "alone", *(f"now {name}" for name in NAMES))


def settle(proposals: Sequence[Proposal], nodes: Mapping[str, str], forests: Mapping[str, Grown]) -> list[tuple[Proposal, float]]:
    """Proposals of an article → those that hold together, one for each source, target and PLOVER type of a sentence, with
    their confidence.

    ``nodes`` gives the state or organisation of an actor.
    """
    rows = facts_alone(proposals, nodes)
    alone = likelihoods(rows, forests["alone"])
    chosen = strongest(proposals, alone)
    kept, further = facts_beside(proposals, nodes, rows, alone, chosen)
    worths = likelihoods(further, forests["beside"])
    return [(kept[place], worths[place]) for place in compatible(kept, worths)]


def facts_alone(proposals: Sequence[Proposal], nodes: Mapping[str, str]) -> list[Facts]:
    """What the first forest sees of each proposal (``ALONE_FACTS``): the facts of its reading, and what the odds of the others are."""
    around = beside(proposals, nodes, [one.verdict.product for one in proposals])
    return [reading + row for reading, row in zip(reading_facts(proposals), around, strict=True)]


def facts_beside(proposals: Sequence[Proposal], nodes: Mapping[str, str], rows: Sequence[Facts], alone: Sequence[float],
                 chosen: Sequence[int]) -> tuple[list[Proposal], list[Facts]]:
    """(the chosen proposals, what the second forest sees of each, ``BESIDE_FACTS``): also how likely they and the others are by
    themselves."""
    kept, worths = [proposals[i] for i in chosen], [alone[i] for i in chosen]
    around = beside(kept, nodes, worths)
    return kept, [rows[i] + (alone[i],) + row for i, row in zip(chosen, around, strict=True)]


def strongest(proposals: Sequence[Proposal], worths: Sequence[float]) -> list[int]:
    """The places of the proposals worth most, one for each source, target and PLOVER type of a sentence, in order."""
    best: dict[tuple, int] = {}
    for place, one in enumerate(proposals):
        key = (one.sentence, one.source_id, one.target_id, ACTS[one.verdict.entry.act].plover or "REJECT")
        if key not in best or worths[best[key]] < worths[place]:
            best[key] = place
    return sorted(best.values())


def compatible(proposals: Sequence[Proposal], worths: Sequence[float]) -> list[int]:
    """The places of the proposals that hold together, in order: a cue has the source and the sign of its likeliest reading,
    no word stands for two of its targets (``l'ambassadeur de Biélorussie`` is the ambassador or the state), and what is surely
    done towards somebody is not done towards nobody as well."""
    likeliest: dict[int, list[int]] = {}
    for place in sorted(range(len(proposals)), key=lambda place: -worths[place]):
        held = likeliest.setdefault(proposals[place].place, [])
        sure = [proposals[other] for other in held if worths[other] >= SURE]
        if not held or _go_together(proposals[place], [proposals[other] for other in held]) and not _aimless(proposals[place], sure):
            held.append(place)
    return sorted(place for held in likeliest.values() for place in held)


def _go_together(one: Proposal, held: Sequence[Proposal]) -> bool:
    """Whether a reading of a cue can stand beside likelier ones; the members of a collective share one reading."""
    verdict, first = one.verdict, held[0].verdict
    if verdict.source != first.source or one.sign != held[0].sign:
        return False
    return not any(verdict.target != other.verdict.target and _overlap(verdict.target.unit, other.verdict.target.unit) for other in held)


def _aimless(one: Proposal, sure: Sequence[Proposal]) -> bool:
    """Whether a reading has nobody for the target of an act that surely has one."""
    return not one.target_id and any(other.target_id and other.verdict.entry.act == one.verdict.entry.act for other in sure)


def _overlap(one: Unit | None, other: Unit | None) -> bool:
    """Whether two units share words."""
    return one is not None and other is not None and one.start < other.end and other.start < one.end
