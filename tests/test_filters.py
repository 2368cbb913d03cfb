"""Each field of Selection has all that a filter needs: a place in the URL, a name in both languages, words in the footers."""
from dataclasses import fields
from datetime import date

import pytest

from analysis.acts import MODALITIES, VOICES
from analysis.charts.words import WORDS
from analysis.exports import footer
from analysis.views import NEGATION, REVIEWED, SIDES, Selection, active, chosen_fields, from_query, options, prepared, to_query
from analysis.views.query import QUERY_KEYS
from pages.parts.filters import filter_label
from pages.parts.texts import languages, texts_of
from pages.parts.words import chart_words

FIELDS = [field.name for field in fields(Selection)]
# A value of each field that narrows; a filter without one here makes the tests fail.
NARROWING = {
    "countries": ("FRA", "ONU"), "people": ("helene-marchais",), "side": "towards", "first": date(2024, 3, 1),
    "last": date(2024, 4, 1), "acts": ("accuse", "deny"), "signs": (-1, 1), "voices": ("direct", "hearsay"),
    "outlets": ("Agence témoin",), "min_confidence": 0.75, "text": "provocation", "reviewed": "reviewed",
    "modalities": ("future",), "negation": "negated", "search": "plan de paix", "independent": True}


def narrowed(name: str) -> Selection:
    """A Selection with one field in force; ``side`` counts beside an actor only."""
    beside = {"countries": ("FRA",)} if name == "side" else {}
    return Selection(**{name: NARROWING[name], **beside})


@pytest.mark.parametrize("name", FIELDS)
def test_a_value_that_narrows_is_active(name):
    assert name in active(narrowed(name)) and name in chosen_fields(narrowed(name))


@pytest.mark.parametrize("name", FIELDS)
def test_the_url_carries_it_and_brings_it_back(small_tables, name):
    query = to_query(narrowed(name))
    assert QUERY_KEYS[name] in query
    assert from_query(query, options(small_tables)) == (narrowed(name), [])


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", FIELDS)
def test_footers_say_it_in_words(small_tables, name, language):
    words = chart_words(texts_of(language))
    said = footer(narrowed(name), small_tables, "1.0", words, view=prepared(small_tables)).splitlines()[2]
    assert words[f"filter.{name}"] in said
    if language != "en":  # the codes of the tables are English words
        assert not {"accuse", "deny", "direct", "hearsay", "future", "towards", "negated", "True"} & set(said.split()) - {"accuse"}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", FIELDS)
def test_messages_name_it(small_tables, name, language):
    texts = texts_of(language)
    label = filter_label(name, narrowed(name), options(small_tables), texts)
    assert label.startswith(texts(f"fields.{name}")) and len(label) > len(texts(f"fields.{name}"))


@pytest.mark.parametrize(("prefix", "values"), [
    ("side", SIDES), ("reviewed", REVIEWED), ("negation", NEGATION), ("voice", VOICES), ("modality", MODALITIES)])
def test_every_value_has_a_word_in_footers(prefix, values):
    assert {f"{prefix}.{value}" for value in values} <= set(WORDS)
