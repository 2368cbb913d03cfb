"""Vectors for verb forms that the news text lacks: each shares the mean vector of the seen forms with its ending.

Agency prose has few simple pasts, so « négocia » or « menaceraient » have no vector of their own, and the tagger took
them for adjectives; with the vector of « signa », « décida », « créa » it reads verbs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy

from analysis.french.conjugation import forms

#: third persons, participles and infinitives, by ending
ENDINGS = sorted(
    "èrent irent urent inrent eraient raient erait rait eront ront era ra aient ait issent issait issant issaient ant ent "
    "a it ut int ée ées és é er ir re".split(), key=len, reverse=True,
)
#: an ending whose forms are too few borrows another's
BORROWED = {"irent": "èrent", "urent": "èrent", "inrent": "èrent", "issaient": "aient", "ut": "it", "int": "it"}
OTHER_PERSONS = tuple("ai as es ons ez mes tes is us ins ais ât ît ût".split())
FEWEST, COMMONEST, MOST = 6, 5, 60


def ending(verb: str, form: str) -> str | None:
    """Ending of a third person, participle or infinitive: « négocia » a, « gèrent » ent (its èr is the stem's)."""
    if form.endswith(OTHER_PERSONS) and not form.endswith("ées"):
        return None
    stem = len(verb) - 3 if verb.endswith("oir") else len(verb) - 2
    first_group = verb.endswith("er")
    for candidate in ENDINGS:
        if form.endswith(candidate) and (len(form) - len(candidate) >= stem or not first_group):
            return candidate if first_group or candidate != "a" else None
    return None


def missing_forms(verbs: Iterable[str], rows: Mapping[str, int], table: numpy.ndarray) -> tuple[numpy.ndarray, dict[str, int]]:
    """Rows to append to the table (endings × dimensions), and the place among them of each form that has no row."""
    seen: dict[str, list[int]] = defaultdict(list)
    unseen: dict[str, str] = {}
    for verb in verbs:
        for form in forms(verb):
            found = ending(verb, form)
            if found and form in rows:
                seen[found].append(rows[form])
            elif found:
                unseen[form] = found
    means, place = [], {}
    for name, found_rows in seen.items():
        if len(found_rows) >= FEWEST:
            place[name] = len(means)
            means.append(table[sorted(found_rows)[COMMONEST if len(found_rows) > 20 else 0 : MOST]].mean(axis=0))
    shared = {form: BORROWED.get(name, name) if name not in place else name for form, name in unseen.items()}
    return numpy.array(means), {form: place[name] for form, name in shared.items() if name in place}
