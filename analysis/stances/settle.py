"""The proposals of an article judged: each by itself, then, once for each source, target and type, beside all others.

Two forests of boosted trees give the confidence (``trees.py``); what they see is in ``facts.py`` and ``beside.py``.
"""
from collections.abc import Mapping, Sequence

from analysis.acts import ACTS
from analysis.stances.beside import Proposal, beside
from analysis.stances.facts import verdict_facts
from analysis.stances.trees import Grown, likelihoods


def settle(proposals: Sequence[Proposal], nodes: Mapping[str, str], forests: Mapping[str, Grown]) -> list[tuple[Proposal, float]]:
    """Proposals of an article → the best for each source, target and PLOVER type of a sentence, with its confidence.

    ``nodes`` gives the state or organisation of an actor.
    """
    rows = facts_alone(proposals, nodes)
    alone = likelihoods(rows, forests["alone"])
    chosen = strongest(proposals, alone)
    kept, further = facts_beside(proposals, nodes, rows, alone, chosen)
    return list(zip(kept, likelihoods(further, forests["beside"]), strict=True))


def facts_alone(proposals: Sequence[Proposal], nodes: Mapping[str, str]) -> list[dict]:
    """What the first forest sees of each proposal: the facts of its reading, and what the odds of the others are."""
    around = beside(proposals, nodes, [one.verdict.product for one in proposals])
    known: dict[int, dict] = {}
    for one in proposals:  # the members of a collective share one reading
        if id(one.verdict) not in known:
            known[id(one.verdict)] = verdict_facts(one.scene, one.verdict)
    return [{**known[id(one.verdict)], **row} for one, row in zip(proposals, around, strict=True)]


def facts_beside(proposals: Sequence[Proposal], nodes: Mapping[str, str], rows: Sequence[dict], alone: Sequence[float],
                 chosen: Sequence[int]) -> tuple[list[Proposal], list[dict]]:
    """(the chosen proposals, what the second forest sees of each): also how likely they and the others are by themselves."""
    kept, worths = [proposals[i] for i in chosen], [alone[i] for i in chosen]
    around = beside(kept, nodes, worths, "now ")
    return kept, [{**rows[i], "alone": alone[i], **row} for i, row in zip(chosen, around, strict=True)]


def strongest(proposals: Sequence[Proposal], worths: Sequence[float]) -> list[int]:
    """The places of the proposals worth most, one for each source, target and PLOVER type of a sentence, in order."""
    best: dict[tuple, int] = {}
    for place, one in enumerate(proposals):
        key = (one.sentence, one.source_id, one.target_id, ACTS[one.verdict.entry.act].plover or "REJECT")
        if key not in best or worths[best[key]] < worths[place]:
            best[key] = place
    return sorted(best.values())
