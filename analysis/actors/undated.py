"""Who holds an office in an article without a date: the one of its people whom the table knows in that office."""
from collections import Counter

from analysis import world
from analysis.actors.appositions import Court


def undated_holder(court: Court, row: world.Office, code: str) -> str:
    """The only person named in the article who has held the office of that state and is not called a former holder; of
    several the one named more than half the time; else nobody."""
    offices = {row.office_id, *row.stands_for}
    if "*" in row.shared or code in row.shared:
        return ""
    count = Counter(n.actor_id for n in court.named if n.actor_id not in court.former and _has_held(n.actor_id, offices, code))
    for person_id, times in count.most_common(1):
        if times * 2 > count.total():
            return person_id
    return ""


def _has_held(person_id: str, offices: set[str], code: str) -> bool:
    row = world.people().get(person_id)
    return row is not None and any(term.office_id in offices and term.country == code for term in row.terms)
