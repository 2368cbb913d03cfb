"""The offices that the world tables know of a person, with how closely their days are known."""
from dataclasses import dataclass
from datetime import date

from analysis import world


@dataclass(frozen=True)
class Term:
    """One office of a person: its name in French, the state or organisation, and its bounds.

    ``first`` and ``last`` are the days where ``precision`` is day, else the bounds of the year or month that the
    table names, as (earliest, latest); None where not known (``last``: still held).
    """

    office: str
    country: str
    first: tuple[date, date] | None
    last: tuple[date, date] | None
    precision: str
    source: str


def terms_of(actor_id: str) -> tuple[Term, ...]:
    """Actor id → the known terms, the latest first; none for whom the world tables do not know."""
    person = world.people().get(actor_id)
    if person is None:
        return ()
    terms = sorted(person.terms, key=lambda term: term.first or date.min, reverse=True)
    return tuple(Term(world.role(term.office_id, term.country, person.gender), term.country,
                      _bounds(term.first, term.sure_first), _bounds(term.sure_last, term.last), term.precision, term.source)
                 for term in terms)


def _bounds(one: date | None, other: date | None) -> tuple[date, date] | None:
    known = [day for day in (one, other) if day]
    return (min(known), max(known)) if known else None
