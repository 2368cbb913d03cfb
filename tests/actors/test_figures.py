"""The table of public figures: shape, known states, no name or form that another table has, and how they are read."""
import re
from collections import Counter

import pytest

from analysis import world
from analysis.actors.lexicon import rows
from analysis.spelling import fold_words
from tests.actors.reading import countries, ids

FIGURES = rows("public_figures.csv")
#: short names by which a single word stands for the figure and for nobody else
ALONE = {"DSK", "VGE", "BHL", "NKM", "AKK", "PPDA", "Valtonyc", "Stromae"}

READ = [
    ("Khaled Drareni a été libéré.", "Khaled Drareni", "DZA"),
    ("Brice Hortefeux juge l'accord dangereux.", "Brice Hortefeux", "FRA"),
    ("Selon Deborah Birx, le pays est prêt.", "Deborah Birx", "USA"),
    ("Raïf Badawi est toujours détenu, dit son épouse.", "Raif Badawi", "SAU"),
    ("Les avocats d'Osman Kavala protestent.", "Osman Kavala", "TUR"),
    ("Viktor Babariko reste en prison.", "Viktor Babaryko", "BLR"),
]
NOBODY = ["L'avion s'est posé à l'aéroport Robert Badinter.", "La rue Gisèle Halimi est fermée.", "L'hôpital Charles Aznavour est plein."]


def folded(text):
    return " ".join(fold_words(text))


def names(row):
    return [row["name"], *(form for form in row["forms"].split("|") if form)]


def test_columns_and_cells():
    assert list(FIGURES[0]) == ["name", "forms", "country", "gender", "source"]
    faults = [row for row in FIGURES if row["gender"] not in ("m", "f") or not re.fullmatch(r"\w[^:]*: \S.*", row["source"])
              or any(cell != cell.strip() or "  " in cell or "’" in cell for cell in row.values())]
    assert not faults


def test_countries_are_known_and_many():
    codes = {row["country"] for row in FIGURES}
    assert codes <= set(world.countries())
    assert len(codes) >= 60


def test_no_name_or_form_twice():
    counted = Counter(folded(name) for row in FIGURES for name in names(row))
    assert [name for name, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("other", ["holders", "historical_people", "places"])
def test_no_name_of_another_table(other):
    known = {
        "holders": lambda: [n for person in world.people().values() for n in (person.name, *person.aliases)],
        "historical_people": lambda: [n for row in rows("historical_people.csv") for n in names(row)],
        "places": lambda: [*(n for c in world.countries().values() for n in (c.name, *c.forms)), *(s.form for s in world.seats()),
                           *(n for o in world.organisations().values() for n in (o.name, *o.forms))],
    }[other]()
    assert {folded(name) for row in FIGURES for name in names(row)} & {folded(name) for name in known} == set()


def test_single_words_are_few():
    assert {name for row in FIGURES for name in names(row) if len(fold_words(name)) < 2} <= ALONE


@pytest.mark.parametrize(("text", "name", "country"), READ)
def test_figures_are_read_with_their_state(text, name, country):
    assert countries(text).get(name) == country


@pytest.mark.parametrize("text", NOBODY)
def test_things_named_after_a_figure(text):
    assert not {key for key in ids(text) if key in ("robert-badinter", "gisele-halimi", "charles-aznavour")}


def test_a_surname_goes_back_to_the_figure():
    assert countries("Carlos Ghosn accuse Tokyo. M. Ghosn réclame un procès.") == {"Carlos Ghosn": "FRA"}
