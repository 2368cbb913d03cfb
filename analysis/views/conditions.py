"""A Selection as conditions over the tables of ``loading.py``; the same over a view table in memory is in ``filtering.py``."""
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from analysis.index import needles
from analysis.index.codes import code
from analysis.views.ends import SYMMETRIC
from analysis.views.loading import quoted
from analysis.views.reviews import REJECTED
from analysis.views.selection import Selection

MUTUAL = f"act in ({', '.join(map(quoted, SYMMETRIC))})"


_KEPT = f"review <> {quoted(REJECTED)}"
_REVIEWED = {"kept": (_KEPT,), "reviewed": (_KEPT, "review <> ''"), "all": ()}


class Condition(NamedTuple):
    """SQL over ``stance``, and the values of its question marks."""

    sql: str
    values: tuple = ()


def conditions_of(selection: Selection, clauses: Mapping[str, str]) -> list[Condition]:
    """What a stance must fulfil; near copies come last, since they depend on the rest."""
    found = [_among(column, chosen) for column, chosen in (
        ("act", selection.acts), ("sign", selection.signs), ("voice", selection.voices),
        ("modality", selection.modalities)) if chosen]
    found += [Condition(sql) for sql in _REVIEWED[selection.reviewed]]
    if selection.negation != "any":
        found.append(Condition("negated" if selection.negation == "negated" else "not negated"))
    if selection.min_confidence > 0:
        found.append(Condition("confidence >= ?", (selection.min_confidence,)))
    if selection.first:
        found.append(Condition("day_last >= ?", (selection.first,)))
    if selection.last:
        found.append(Condition("day_first <= ?", (selection.last,)))
    if selection.countries or selection.people:
        found.append(Condition(_actors(selection)))
    if selection.outlets:
        outlets = _among("outlet", selection.outlets)
        found.append(Condition(f"article in (select article from article where {outlets.sql})", outlets.values))
    if needles(selection.search):
        found.append(searched(selection.search, clauses["article_index"]))
    return found


def independent(others: Iterable[Condition]) -> Condition:
    """Of articles that are near copies of one another and have a stance that fits, one is left."""
    among = both(others)
    return Condition(f"""article not in (select article from copy where article in (select article from stance where {among.sql})
        qualify row_number() over (partition by text order by place) > 1)""", among.values)


def both(conditions: Iterable[Condition]) -> Condition:
    """All of them at once."""
    listed = list(conditions)
    return Condition(" and ".join(f"({each.sql})" for each in listed) or "true",
                     tuple(value for each in listed for value in each.values))


def _among(column: str, chosen: tuple) -> Condition:
    return Condition(f"{column} in ({', '.join('?' * len(chosen))})", tuple(chosen))


def codes_among(column: str, ids: Iterable[str]) -> str:
    """A column of codes that is one of these ids."""
    return f"{column} in ({code_list(ids) or '-1'})"


def code_list(ids: Iterable[str]) -> str:
    """The codes of ids, with commas."""
    return ", ".join(str(code(identity)) for identity in ids)


def searched(search: str, articles: str) -> Condition:
    """The articles that hold all that is searched for; ``articles`` is where ``article_index`` is."""
    wanted = needles(search)
    contained = " and ".join(["contains(folded, ?)"] * len(wanted))
    return Condition(f"article in (select article from {articles} where {contained})", tuple(wanted))


def _actors(selection: Selection) -> str:
    ends = {end: (codes_among(f"{end}_node", selection.countries), codes_among(end, selection.people))
            for end in ("source", "target")}
    if selection.side == "between":
        both_ends = " and ".join(f"({' or '.join(either)})" for either in ends.values())
        if len(selection.countries) < 2:
            return both_ends
        return f"{both_ends} and (source_node <> target_node or {' or '.join(person for _, person in ends.values())})"
    pairs = [pair for pair, chosen in zip(zip(*ends.values()), (selection.countries, selection.people)) if chosen]
    return " and ".join(f"({_on_side(source, target, selection.side)})" for source, target in pairs)


def _on_side(source: str, target: str, side: str) -> str:
    if side == "either":
        return f"{source} or {target}"
    near, far = (source, target) if side == "from" else (target, source)
    return f"{near} or ({far} and {MUTUAL})"
