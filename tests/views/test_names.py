"""Names in both languages, and what else somebody is looked for by."""
import csv
from pathlib import Path

import pytest

from analysis import world
from analysis.views import names


@pytest.mark.parametrize(("node", "name", "language", "expected"), [
    ("MAR", "Maroc", "fr", ("Rabat",)),
    ("DZA", "Algérie", "fr", ("Algerie", "Alger")),
    ("DZA", "Algeria", "en", ("Algiers",)),
    ("RUS", "Russia", "en", ("Moscow",)),
    ("MCO", "Monaco", "fr", ()),  # the capital is the name
    ("OTAN", "NATO", "en", ("OTAN",)),
    ("ONU-conseil-securite", "UN Security Council", "en", ()),
    ("nobody-known", "Œuvre d'Aïcha", "fr", ("Oeuvre d'Aicha",)),
])
def test_what_else_somebody_is_looked_for_by(node, name, language, expected):
    assert names.other_names(node, name, language) == expected


def test_an_office_is_looked_for_as_it_is_typed_without_accents():
    said = "Algérie — Ahmed Attaf, ministre des Affaires étrangères"
    assert names.other_names("ahmed-attaf-x", "Ahmed Attaf", said=said)[0] == "Algerie — Ahmed Attaf, ministre des Affaires etrangeres"
    assert names.other_names("nobody", "Ben Ali", said="Ben Ali, militant") == ()


def test_other_spellings_of_a_person_come_from_the_world_and_the_articles():
    found = names.other_names("volodymyr-zelensky", "Volodymyr Zelensky", aliases=("Zelensky", "Volodymyr Zelenski"))
    assert "Volodymyr Zelenskyy" in found and "Zelensky" not in found and len(found) == len(set(found)) <= 5


def test_every_english_name_is_of_somebody_known_once():
    with (Path(names.__file__).parent / "english_names.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids)) and all(row["name"] for row in rows)
    # What is neither a country of the tables nor an organisation is an ISO code of a territory.
    assert all(len(each) == 3 for each in set(ids) - set(world.countries()) - set(world.organisations()))
    assert all(row["id"] in world.countries() for row in rows if row["capital"])
    assert names.english_name("ONU-conseil-securite", "Conseil de sécurité de l'ONU") == "UN Security Council"


@pytest.mark.parametrize(("node", "name", "language", "expected"), [
    ("CAN", "Canada", "fr", "le Canada"), ("IND", "Inde", "fr", "l'Inde"), ("USA", "États-Unis", "fr", "les États-Unis"), ("CUB", "Cuba", "fr", "Cuba"),
    ("ONU", "ONU", "fr", "l'ONU"), ("UE", "Union européenne", "fr", "l'Union européenne"), ("CEDEAO", "CEDEAO", "fr", "CEDEAO"),
    ("justin-trudeau", "Justin Trudeau", "fr", "Justin Trudeau"), ("IND", "India", "en", "India"), ("", "", "fr", ""),
])
def test_a_name_in_a_sentence(node, name, language, expected):
    assert names.spoken_name(node, name, language) == expected


@pytest.mark.parametrize(("words", "name", "expected"), [
    ("demande à", "le Maroc", "demande au Maroc"), ("cède à", "les États-Unis", "cède aux États-Unis"), ("demande à", "la France", "demande à la France"),
    ("demande à", "l'Iran", "demande à l'Iran"), ("accuse", "le Mali", "accuse le Mali"),
])
def test_a_name_behind_words(words, name, expected):
    assert names.after(words, name) == expected
