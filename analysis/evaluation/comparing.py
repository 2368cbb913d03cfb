"""An annotation and a reading of the same article → figures."""
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.evaluation.figures import Count, Figures, band
from analysis.evaluation.marks import ActorMark, Marks, StanceMark
from analysis.evaluation.matching import agreement, node, overlap, pairs, same_person
from analysis.evaluation.system import read_tables
from analysis.tables import Tables

LEVELS = ("dyads", "stances", "acts")


class Missed(NamedTuple):
    """A stance that only one side has: ``spurious`` where it is the system's."""

    stem: str
    spurious: bool
    stance: StanceMark


def evaluate(tables: Tables, gold: Iterable[Marks]) -> tuple[Figures, list[Missed]]:
    """Tables and annotations (by file name) → figures, and the stances that are not in both.

    An article without annotation counts for nothing; an annotation without article counts as read with no finding.

        >>> figures, missed = evaluate(analyse(articles), annotations)
        >>> figures.counts["dyads"].f1
    """
    found = read_tables(tables)
    figures, missed = Figures(), []
    for marks in gold:
        missed += compare(marks, found.get(marks.stem, Marks(marks.stem)), figures)
    return figures, missed


def compare(gold: Marks, system: Marks, figures: Figures) -> list[Missed]:
    """Count one article into ``figures``; returns the stances that are not in both (same actors, same PLOVER type)."""
    figures.articles += 1
    _compare_states(gold, system, figures)
    _compare_people(gold, system, figures)
    _compare_dates(gold, system, figures)
    matched = {name: _pairs_at(level, gold.stances, system.stances) for level, name in enumerate(LEVELS)}
    for name, found in matched.items():
        figures.counts[name].add(len(found), len(system.stances), len(gold.stances))
    _count_shares(matched["dyads"], figures)
    _count_groups(gold, system, matched, figures)
    return _unmatched(gold, system, matched["stances"])


def _compare_states(gold: Marks, system: Marks, figures: Figures) -> None:
    ours, theirs = _states(gold.actors), _states(system.actors)
    figures.counts["countries"].add(len(ours & theirs), len(theirs), len(ours))


def _states(actors: Sequence[ActorMark]) -> set[str]:
    return {node(a) for a in actors if a.country or a.kind in ("country", "organisation")} - {None, ""}


def _compare_people(gold: Marks, system: Marks, figures: Figures) -> None:
    """People given by office are sought first, so that finding them is no false alarm among the named ones."""
    named = [a for a in gold.actors if a.kind == "person" and a.named and a.name]
    by_office = [a for a in gold.actors if a.kind == "person" and not a.named and a.name]
    people = [a for a in system.actors if a.kind == "person" and a.name]
    holders = pairs(by_office, people, _same_name)
    figures.shares["offices"].add(len(holders), len(by_office))
    taken = [id(person) for _, person in holders]
    others = [person for person in people if id(person) not in taken and person.named]
    figures.counts["people"].add(len(pairs(named, others, _same_name)), len(others), len(named))


def _same_name(a: ActorMark, b: ActorMark) -> int:
    return int(same_person(a.name, b.name))


def _compare_dates(gold: Marks, system: Marks, figures: Figures) -> None:
    def same_words(a, b) -> int:
        return int(overlap(a.spans, b.spans))

    def same_days(a, b) -> int:
        return int(overlap(a.spans, b.spans) and (a.first, a.last) == (b.first, b.last))

    for name, worth in (("dates_found", same_words), ("dates", same_days)):
        found = pairs(gold.dates, system.dates, worth)
        figures.counts[name].add(len(found), len(system.dates), len(gold.dates))


def _pairs_at(level: int, gold: Sequence[StanceMark], system: Sequence[StanceMark]) -> list[tuple]:
    """Pairs that agree at a level; among the possible ones those that agree most come first."""
    def worth(a: StanceMark, b: StanceMark) -> int:
        levels = agreement(a, b)
        return 1 + sum(levels) if levels[level] else 0

    return pairs(gold, system, worth)


def _count_shares(dyads: list[tuple], figures: Figures) -> None:
    for a, b in dyads:
        for name in ("voice", "modality", "negated"):
            figures.shares[name].add(getattr(a, name) == getattr(b, name))
        figures.shares["reporter"].add(node(a.reporter) == node(b.reporter))


def _count_groups(gold: Marks, system: Marks, matched: dict[str, list[tuple]], figures: Figures) -> None:
    acts = Counter(a.act for a, _ in matched["acts"])
    voices = Counter(a.voice for a, b in matched["dyads"] if a.voice == b.voice)
    for name, right, table in (("act", acts, figures.by_act), ("voice", voices, figures.by_voice)):
        in_system, in_gold = (Counter(getattr(s, name) for s in side.stances) for side in (system, gold))
        for key in in_system | in_gold:
            table.setdefault(key, Count()).add(right[key], in_system[key], in_gold[key])
    right_ones = {id(b) for _, b in matched["dyads"]}
    for stance in system.stances:
        if stance.confidence is not None:
            figures.by_confidence[band(stance.confidence)].add(id(stance) in right_ones)


def _unmatched(gold: Marks, system: Marks, matched: list[tuple]) -> list[Missed]:
    known = {id(stance) for pair in matched for stance in pair}
    return [Missed(gold.stem, spurious, stance) for side, spurious in ((gold, False), (system, True))
            for stance in side.stances if id(stance) not in known]
