"""Who holds an office in an article without a date: the one of its people whom the table knows in that office."""
from collections import Counter
from functools import cache

from analysis import world
from analysis.actors.appositions import SINGLE, Court

#: how much more somebody counts whom the article itself calls so
_TOLD = 3


def undated_holder(court: Court, row: world.Office, code: str) -> str:
    """The only person named in the article who has held the office of that state and is not called a former holder; of
    several the one named more than half the time; else nobody."""
    if "*" in row.shared or code in row.shared:
        return ""
    offices = meant(row, code)
    count = Counter(n.actor_id for n in court.named if n.actor_id not in court.former and _has_held(n.actor_id, offices, code))
    told = court.cast.offices.get((row.office_id, code), "")
    if told in count:
        count[told] *= _TOLD
    for person_id, times in count.most_common(1):
        if times * 2 > count.total():
            return person_id
    return ""


def meant(row: world.Office, code: str) -> set[str]:
    """The offices that a wording means in a state: a head of state or government the first that the state knows; else all."""
    offices = (row.office_id, *row.stands_for)
    if row.office_id not in SINGLE:
        return set(offices)
    return {next((o for o in offices if (o, code) in _known()), row.office_id)}


@cache
def _known() -> frozenset[tuple[str, str]]:
    """(office, state) of all terms of the tables."""
    return frozenset((term.office_id, term.country) for row in world.people().values() for term in row.terms)


def _has_held(person_id: str, offices: set[str], code: str) -> bool:
    row = world.people().get(person_id)
    return row is not None and any(term.office_id in offices and term.country == code for term in row.terms)
