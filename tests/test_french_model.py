"""The trained pipeline: its size, its licences, and what it must read right in plain agency sentences."""
import json

import pytest

from analysis.language import OWN_MODEL, load_pipeline, parse

MEGABYTES_ALLOWED = 25


@pytest.fixture(scope="module", autouse=True)
def own_pipeline():
    patch = pytest.MonkeyPatch()
    patch.delenv("HOMOLOGUE_MODEL", raising=False)
    yield load_pipeline()
    patch.undo()


def test_it_is_small():
    size = sum(path.stat().st_size for path in OWN_MODEL.parent.rglob("*") if path.is_file() and path.suffix != ".pyc")
    assert size <= MEGABYTES_ALLOWED * 1_000_000


def test_it_names_its_sources_and_their_licences():
    meta = json.loads((OWN_MODEL / "meta.json").read_text(encoding="utf-8"))
    licences = {source["name"]: source["license"] for source in meta["sources"]}
    assert licences["UD French Sequoia"] == "LGPL-LR"
    assert licences["UD French GSD"] == "CC BY-SA 4.0"
    assert licences["UD French PUD"] == "CC BY-SA 3.0"
    assert licences["UD French FQB"] == "LGPL-LR"
    readme = (OWN_MODEL.parent / "README.md").read_text(encoding="utf-8")
    assert all(name in readme for name in licences)


def test_its_scores_are_kept():
    scores = json.loads((OWN_MODEL.parent / "scores.json").read_text(encoding="utf-8"))
    assert scores["sequoia_test"]["las"] >= 0.836
    assert scores["sequoia_test"]["pos"] >= 0.97


def test_its_settings_name_no_file_of_another_machine():
    settings = (OWN_MODEL / "config.cfg").read_text(encoding="utf-8")
    assert "/home" not in settings and "/tmp" not in settings


#: sentence; verb as written, its lemma; head words of its subject and object (or oblique), "" for none
VERBS = [
    ("Paris condamne les essais nucléaires de Pyongyang.", "condamne", "condamner", "Paris", "essais"),
    ("La Turquie a accusé la Grèce de provocation.", "accusé", "accuser", "Turquie", "Grèce"),
    ("Le ministre iranien des Affaires étrangères a rejeté cette proposition.", "rejeté", "rejeter", "ministre",
     "proposition"),
    ("L’Allemagne soutient la démarche de l’Ukraine.", "soutient", "soutenir", "Allemagne", "démarche"),
    ("L'Union européenne exhorte Belgrade à la retenue.", "exhorte", "exhorter", "Union", "Belgrade"),
    ("Les deux présidents ont salué un accord historique.", "salué", "saluer", "présidents", "accord"),
    ("Moscou menaçait vendredi de rompre les négociations.", "menaçait", "menacer", "Moscou", ""),
    ("Washington a imposé de nouvelles sanctions à Caracas.", "imposé", "imposer", "Washington", "sanctions"),
    ("Le porte-parole du Kremlin a démenti ces informations.", "démenti", "démentir", "porte-parole", "informations"),
    ("La Chine dénonça cette visite.", "dénonça", "dénoncer", "Chine", "visite"),
    ("Les alliés fustigeront la décision du président.", "fustigeront", "fustiger", "alliés", "décision"),
    ("Londres a expulsé trois diplomates russes.", "expulsé", "expulser", "Londres", "diplomates"),
    ("Le Premier ministre italien a remercié son homologue espagnol.", "remercié", "remercier", "ministre", "homologue"),
    ("Mme Vanel a critiqué le gouvernement hongrois.", "critiqué", "critiquer", "Mme", "gouvernement"),
]


def only(doc, text):
    found = [token for token in doc if token.text == text]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("sentence", "form", "lemma", "subject", "target"), VERBS, ids=[row[1] for row in VERBS])
def test_who_does_what(sentence, form, lemma, subject, target):
    verb = only(parse(sentence), form)
    assert (verb.pos_, verb.lemma_) == ("VERB", lemma)
    assert [child.text for child in verb.children if child.dep_ == "nsubj"] == [subject]
    objects = [child.text for child in verb.children if child.dep_ == "obj"]
    assert objects == ([target] if target else [])


INVERSIONS = [
    ('"Cet accord est une bonne nouvelle", a déclaré M. Orel.', "déclaré", "M."),
    ("« Cet accord est une bonne nouvelle », a déclaré le ministre.", "déclaré", "ministre"),
    ("“Cet accord est une bonne nouvelle”, a assuré lundi la présidente.", "assuré", "présidente"),
    ('"Nous ne céderons pas", a-t-il ajouté.', "ajouté", "-t-il"),
    ("\"Nous ne céderons pas\", prévient l'ambassadeur.", "prévient", "ambassadeur"),
]


@pytest.mark.parametrize(("sentence", "form", "speaker"), INVERSIONS, ids=[row[1] for row in INVERSIONS])
def test_who_speaks_after_a_quote(sentence, form, speaker):
    doc = parse(sentence)
    assert len(list(doc.sents)) == 1
    assert [child.text for child in only(doc, form).children if child.dep_ == "nsubj"] == [speaker]


def test_passive_agent():
    doc = parse("Le texte a été rejeté par la Hongrie.")
    verb = only(doc, "rejeté")
    assert [child.text for child in verb.children if child.dep_ == "nsubj:pass"] == ["texte"]
    assert [child.text for child in verb.children if child.dep_ == "obl:agent"] == ["Hongrie"]


def test_line_breaks_are_white_space_and_govern_nothing():
    doc = parse("Paris proteste\n\nMoscou dément ces accusations.\n\nBerlin attend.")
    breaks = [token for token in doc if token.is_space]
    assert len(breaks) == 2
    assert all(token.pos_ == "SPACE" and not list(token.children) for token in breaks)
