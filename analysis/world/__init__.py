"""Facts about the world that an analyst may edit: who is called how, and who held which office when.

The tables are CSV (UTF-8, comma, lists inside a cell separated by ``|``): countries, seats (capitals and seats of power
that stand for a state), organisations, offices and, by region, the holders of offices. Everything is read once and
cached; the records are frozen.

>>> holder("ministre-affaires-etrangeres", "RUS", date(2022, 10, 27), date(2022, 10, 27)).name
'Sergueï Lavrov'
"""
import hashlib
from datetime import date
from functools import cache

from analysis.world import reading
from analysis.world.records import Country, Office, Organisation, Person, Seat, Term
from analysis.world.terms import candidates, is_shared, overlaps, role_name, surely_holds

__all__ = ["Country", "Office", "Organisation", "Person", "Seat", "Term", "countries", "holder", "holders_of", "offices",
           "organisations", "people", "role", "roles_of", "seats", "wordings", "world_version"]


@cache
def countries() -> dict[str, Country]:
    """ISO 3166-1 alpha-3 (XKX for Kosovo) → Country."""
    return {row["iso3"]: reading.country(row) for row in reading.rows(reading.FOLDER / "countries.csv")}


@cache
def seats() -> tuple[Seat, ...]:
    """Capitals and seats of power that stand for an actor."""
    return tuple(map(reading.seat, reading.rows(reading.FOLDER / "seats.csv")))


@cache
def organisations() -> dict[str, Organisation]:
    """org_id → Organisation."""
    return {row["org_id"]: reading.organisation(row) for row in reading.rows(reading.FOLDER / "organisations.csv")}


@cache
def wordings() -> tuple[Office, ...]:
    """All rows of offices.csv, in the order of the file: an office has one row for each scope of its wordings.

    The same phrase may stand in a row for all states and in a row for some (secrétaire d'État); where the state is
    known, the row whose scope holds it goes first.
    """
    return tuple(map(reading.office, reading.rows(reading.FOLDER / "offices.csv")))


@cache
def offices() -> dict[str, tuple[Office, ...]]:
    """office_id → its rows, in the order of the file; the first one gives the usual role."""
    found: dict[str, list[Office]] = {}
    for office in wordings():
        found.setdefault(office.office_id, []).append(office)
    return {office_id: tuple(rows) for office_id, rows in found.items()}


@cache
def people() -> dict[str, Person]:
    """person_id → Person with all known terms."""
    return reading.persons(frozenset(countries()))


@cache
def _terms() -> dict[tuple[str, str], tuple[Term, ...]]:
    found: dict[tuple[str, str], list[Term]] = {}
    for person in people().values():
        for term in person.terms:
            found.setdefault((term.office_id, term.country), []).append(term)
    return {key: tuple(sorted(terms, key=lambda term: term.first or date.min)) for key, terms in found.items()}


def holders_of(office_id: str, country: str, first: date, last: date) -> list[Person]:
    """Everybody who may have held the office on some day from ``first`` to ``last``, earliest term first.

    A wording that stands for several offices (chef-etat) gives the holders of the first one that the state knows.
    """
    terms = candidates(offices().get(office_id, ()), office_id, country, first, last, _terms())
    return list(dict.fromkeys(people()[term.person_id] for term in terms))


def holder(office_id: str, country: str, first: date, last: date) -> Person | None:
    """The one person who held the office from ``first`` to ``last``, or None.

    None where nobody is known, where several share the office, where it changed hands inside the window, and where
    the bounds of the term are too coarse to be sure.
    """
    if is_shared(offices().get(office_id, ()), country):
        return None
    terms = candidates(offices().get(office_id, ()), office_id, country, first, last, _terms())
    if len({term.person_id for term in terms}) != 1 or not surely_holds(terms, first, last):
        return None
    return people()[terms[0].person_id]


def roles_of(person_id: str, first: date, last: date) -> list[Term]:
    """The terms of a person that overlap the window, by start; empty for an unknown person."""
    person = people().get(person_id)
    return [term for term in person.terms if overlaps(term, first, last)] if person else []


def role(office_id: str, country: str, gender: str = "m") -> str:
    """The office's name in French in that state, without the state: (ministre-affaires-etrangeres, USA) → secrétaire d'État."""
    return role_name(offices()[office_id], country, gender)


@cache
def world_version() -> str:
    """Twelve hex digits that change with any table."""
    digest = hashlib.sha256()
    for path in sorted(reading.FOLDER.rglob("*.csv")):
        digest.update(path.relative_to(reading.FOLDER).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
