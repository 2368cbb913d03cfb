"""The verbs of saying: a sound file, and the forms that it leads to."""
import csv

import pytest

from analysis.statements.conjugation import (
    forms_of,
    is_conditional,
    is_gerund,
    is_infinitive,
    is_participle,
)
from analysis.statements.lexicon import SAYING, verbs

KINDS = {"say", "claim", "think", "deny", "order", "ask", "warn", "threaten", "condemn", "accuse", "praise", "concede", "promise"}
FRAMES = {"que", "de", "à", "nom", "adj", "contre", "sur", "pour", "inversion"}


def rows() -> list[dict[str, str]]:
    with open(SAYING, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_rows_are_sound():
    table = rows()
    lemmas = [row["lemma"] for row in table]
    assert len(lemmas) == len(set(lemmas)) >= 150
    for row in table:
        assert row["kind"] in KINDS and set(row["frame"].split("|")) <= FRAMES and row["example"]


def test_verbs_not_in_er_list_their_forms():
    for row in rows():
        first = row["lemma"].removeprefix("se ").removeprefix("s'").split()
        assert len(first) > 1 or first[0].endswith("er") or row["forms"], row["lemma"]


@pytest.mark.parametrize(("lemma", "form"), [
    ("lancer", "lançait"), ("exiger", "exigeait"), ("répéter", "répète"), ("répéter", "répétait"), ("répéter", "répétera"),
    ("asséner", "assène"), ("accuser", "accusèrent"), ("accuser", "accuseraient"),
])
def test_forms(lemma, form):
    assert form in forms_of(lemma)


@pytest.mark.parametrize(("form", "lemma"), [
    ("martèle", "marteler"), ("rappelle", "rappeler"), ("rejette", "rejeter"), ("dit", "dire"), ("prétend", "prétendre"),
    ("fait", "faire savoir"), ("tweeté", "tweeter"), ("félicité", "se féliciter"), ("soutient", "soutenir"),
])
def test_a_form_leads_to_its_verb(form, lemma):
    assert lemma in {verb.lemma for verb in verbs()[form]}


def test_kinds_of_forms():
    assert is_gerund("ajoutant") and not is_gerund("ajoute")
    assert is_infinitive("dire") and is_infinitive("conclure") and not is_infinitive("dit")
    assert is_conditional("dirait") or is_conditional("affirmerait")
    assert is_participle("annoncée") and is_participle("promis") and not is_participle("annonce")
