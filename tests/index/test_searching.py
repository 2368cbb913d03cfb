"""Folding, and what a search finds."""
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.index import Term, excerpt, fold, matches, places, terms_of
from analysis.index.folding import fold_with_places

TEXT = "L'Élysée a reçu mardi M. Cœur : « le plan de paix », dit-on, sera négocié à Rabat.\nLe PLAN est prêt."


@pytest.mark.parametrize(("text", "folded"), [
    ("L'Élysée a reçu M. Cœur", " l elysee a recu m coeur "), ("peut-être…", " peut etre "), ("Straße, Łódź, Århus", " strasse lodz arhus "),
    ("", " "), (" \n« »", " "), ("le 3 mars 2024", " le 3 mars 2024 "), ("ex\u0301te\u0301rieur", " exterieur "), ("ÎLE", " ile ")])
def test_folding(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(("search", "terms"), [
    ("paix", [("paix", False)]), ("PAIX Rabat", [("paix", False), ("rabat", False)]), ("négocia*", [("negocia", True)]),
    ('"plan de paix"', [("plan de paix", False)]), ("«plan de paix»", [("plan de paix", False)]), ("“plan de pa*”", [("plan de pa", True)]),
    ("l'Élysée", [("l elysee", False)]), ('"plan de', [("plan de", False)]), ("* ! ''", []), ('"" paix', [("paix", False)]),
    ("paix paix", [("paix", False)])])
def test_terms(search, terms):
    assert terms_of(search) == tuple(Term(*term) for term in terms)


@pytest.mark.parametrize(("search", "found"), [
    ("elysee", True), ("RECU", True), ("coeur", True), ("paix", True), ("pai", False), ("pai*", True), ('"plan de paix"', True),
    ('"plan paix"', False), ("paix plan", True), ("rabat alger", False), ("plan-de", True), ('"paix dit on"', True), ("rabat*", True),
    ("lysee", False)])
def test_what_is_found(search, found):
    assert matches(fold(TEXT), terms_of(search)) is found
    assert bool(places(TEXT, terms_of(search))) is found or search == "rabat alger"


@pytest.mark.parametrize(("search", "words"), [
    ("elysee", ["Élysée"]), ("negoci*", ["négocié"]), ('"plan de paix"', ["plan de paix"]), ("plan", ["plan", "PLAN"]), ("coeur", ["Cœur"]),
    ("paix rabat", ["paix", "Rabat"]), ('plan "plan de paix"', ["plan de paix", "PLAN"]), ("dit-on", ["dit-on"])])
def test_places_are_those_of_the_text_as_written(search, words):
    assert [TEXT[start:end] for start, end in places(TEXT, terms_of(search))] == words


def test_an_excerpt_is_cut_between_words_and_keeps_its_hits():
    text = "mot " * 200 + "le traité de paix " + "fin " * 200
    part, hits = excerpt(text, terms_of("traite"))
    assert part.startswith("… mot") and part.endswith(" …") and len(part) < 220
    assert [part[start:end] for start, end in hits] == ["traité"]
    assert excerpt(text, terms_of("absent")) == ("", [])


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
@settings(max_examples=150, deadline=None)
def test_both_ways_of_folding_agree(text):
    """Composed and decomposed accents are one; a text is folded the same with and without its places."""
    folded, origin = fold_with_places(text)
    assert len(folded) == len(origin) and sorted(origin) == origin
    assert fold(unicodedata.normalize("NFC", text)) == fold(text)
    assert fold(text) == folded


@given(st.lists(st.sampled_from(["paix", "Rabat", "où", "œuvre", "plan"]), min_size=1, max_size=8), st.integers(0, 7), st.integers(1, 3))
@settings(max_examples=100, deadline=None)
def test_every_run_of_words_is_found_as_a_phrase(words, start, length):
    run = words[start % len(words):][:length]
    hits = places(", ".join(words), terms_of(f'"{" ".join(run)}"'))
    assert hits and matches(fold(" - ".join(words)), terms_of(f'"{" ".join(run)}"'))
