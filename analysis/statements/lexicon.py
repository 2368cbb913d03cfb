"""Verbs of saying (``lexicons/saying.csv``): from a form as printed to the verb, its kind and its frame.

A row of the file is ``lemma, kind, frame, forms, example``: ``kind`` is what is done by saying (say, claim, deny, ask,
order, warn, condemn, …), ``frame`` what may follow the verb (que, de, à, nom, adj, contre, sur, pour; ``|`` between),
``forms`` the forms of a verb that is not in -er. ``se dire``, ``s'étonner`` need their reflexive pronoun; ``faire
savoir`` its second word.
"""
import csv
import functools
from pathlib import Path
from typing import NamedTuple

from analysis.statements.conjugation import forms_of

SAYING = Path(__file__).parent.parent / "lexicons" / "saying.csv"

CARRIERS = {
    "faire": "fait font faisait faisaient fera feront ferait faisant faite faites faire",
    "laisser": "laisse laissent laissait laissaient laissera laissant laissé laisser",
    "mettre": "met mettent mettait mettaient mettra mettant mis mise mettre",
    "donner": "donne donnent donnait donnant donné donner",
    "prendre": "prend prennent prenait prenant pris prendre",
}


class Verb(NamedTuple):
    """A verb of saying: ``lemma``, ``kind``, ``frame`` (what may follow), ``rest`` (the words after the first)."""

    lemma: str
    kind: str
    frame: frozenset[str]
    reflexive: bool
    rest: tuple[str, ...]


@functools.cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """Form in lower case → the verbs it may be a form of."""
    found: dict[str, list[Verb]] = {}
    with open(SAYING, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            verb, forms = _read(row)
            for form in forms:
                found.setdefault(form, []).append(verb)
    return {form: tuple(several) for form, several in found.items()}


class Form(NamedTuple):
    """What a form may be: ``tried`` are its verbs in the order to be tried, without and with a reflexive pronoun before it;
    ``regular`` is whether all are in -er, ``bare`` whether it is the infinitive of one."""

    tried: tuple[tuple[Verb, ...], tuple[Verb, ...]]
    regular: bool
    bare: bool


@functools.cache
def forms() -> dict[str, Form]:
    """Form in lower case → what it may be; the verbs with most words are tried first."""
    return {form: Form(
        tuple(tuple(sorted(several, key=lambda one: (-len(one.rest), one.reflexive != reflexive))) for reflexive in (False, True)),
        all(_infinitive(verb).endswith("er") for verb in several), any(_infinitive(verb) == form for verb in several),
    ) for form, several in verbs().items()}


def _infinitive(verb: Verb) -> str:
    return verb.lemma.split()[0].removeprefix("s'") if verb.rest else verb.lemma.split()[-1].removeprefix("s'")


def _read(row: dict[str, str]) -> tuple[Verb, set[str]]:
    lemma = row["lemma"]
    plain = lemma.removeprefix("se ").removeprefix("s'")
    first, *rest = plain.split()
    verb = Verb(lemma, row["kind"], frozenset(row["frame"].split("|")), plain != lemma, tuple(rest))
    if rest:
        return verb, set(CARRIERS[first].split())
    listed = {form for form in row["forms"].split("|") if form}
    return verb, listed | {first} if listed else set(forms_of(first))
