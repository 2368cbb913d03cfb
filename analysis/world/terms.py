"""Who held an office in a window of days: the questions that the bounds of the terms answer."""
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from analysis.world.records import Office, Term


def overlaps(term: Term, first: date, last: date) -> bool:
    """Whether the term may cover a day of the window, in its widest reading."""
    return (term.first or date.min) <= last and first <= (term.last or date.max)


def surely_holds(terms: Sequence[Term], first: date, last: date) -> bool:
    """Whether terms of one person, in their narrowest reading, cover every day of the window (joined end to end)."""
    day = first
    for term in sorted(terms, key=lambda known: known.sure_first or date.max):
        starts, ends = term.sure_first or date.max, term.sure_last or date.max
        if starts <= day <= ends:
            if ends >= last:
                return True
            day = ends + timedelta(days=1)
    return False


def is_shared(rows: Sequence[Office], country: str) -> bool:
    """Whether several people hold the office at once in that state, so that its wording names nobody."""
    return any("*" in office.shared or country in office.shared for office in rows)


def candidates(rows: Sequence[Office], office_id: str, country: str, first: date, last: date,
               terms: Mapping[tuple[str, str], Sequence[Term]]) -> list[Term]:
    """The terms that may cover the window: of the office itself, else of the first office it stands for."""
    meanings = dict.fromkeys([office_id, *(other for office in rows if applies(office, country) for other in office.stands_for)])
    for meaning in meanings:
        found = [term for term in terms.get((meaning, country), ()) if overlaps(term, first, last)]
        if found:
            return found
    return []


def applies(office: Office, country: str) -> bool:
    """Whether the wordings of the row are used of that state or organisation."""
    return not office.scope or country in office.scope


def role_name(rows: Sequence[Office], country: str, gender: str) -> str:
    """The role in the row made for the state, else in the first row for all states, else in the first row."""
    own = [office for office in rows if country in office.scope]
    general = [office for office in rows if not office.scope]
    office = (own or general or list(rows))[0]
    return office.role_f if gender == "f" else office.role
