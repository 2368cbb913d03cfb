"""Which sentences speak of the same thing, as far as their words tell."""
import pytest

from analysis.views.likeness import content_words, likeness, name_stems, stem

_NAMES = name_stems("RUS") | name_stems("FRA")


@pytest.mark.parametrize(("one", "other", "alike"), [
    ("Moscou accuse Paris d'avoir saboté un gazoduc en mer Baltique.", "Paris dément avoir saboté le moindre gazoduc.", True),
    ("Moscou accuse Paris d'avoir saboté un gazoduc.", "Paris dément ces accusations.", False),
    ("Moscou accuse Paris.", "La France dément, a déclaré le ministre français.", False),
    ("La Russie veut renforcer les échanges de blé.", "La France achètera davantage de blé et renforcera les échanges.", True),
    ("La Russie veut vendre du blé.", "La France veut acheter du gaz.", False),
    ("", "", False),
])
def test_alike(one, other, alike):
    found = likeness(content_words(one, _NAMES), content_words(other, _NAMES))
    assert found.alike is alike
    assert found == likeness(content_words(other, _NAMES), content_words(one, _NAMES))


def test_names_of_a_country_are_no_subject():
    assert not content_words("Moscou, Russie, russes, Paris, Français", _NAMES)
    assert stem("algérienne") in name_stems("DZA")


def test_a_sentence_is_wholly_like_itself():
    words = content_words("Le convoi humanitaire est arrivé au port.")
    assert likeness(words, words).share == 1.0 and likeness(words, words).retold
