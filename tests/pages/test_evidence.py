"""Sentences as Markdown: cues in bold, all else as it is written."""
import pytest

from pages.parts.evidence import _by_sentence, _sentence
from analysis.views import prepared


@pytest.mark.parametrize(("sentence", "cues", "expected"), [
    ("Paris salue Rabat", {"salue"}, "Paris **salue** Rabat"),
    ("Paris salue Rabat", {"salue", "Rabat"}, "Paris **salue** **Rabat**"),
    ("Paris salue Rabat", {"condamne"}, "Paris salue Rabat"),
    ("Paris salue Rabat", {""}, "Paris salue Rabat"),
    ("Paris salue Rabat", {" salue "}, "Paris **salue** Rabat"),
    ("Paris met en garde Rabat", {"met en garde", "garde"}, "Paris **met en garde** Rabat"),
    ("« Oui » !\n\n", {"Oui"}, "« **Oui** » \\!"),
    ("![x](http://a.example)", {"x"}, "\\!\\[**x**\\]\\(http\\:\u2060\\/\\/a\\.example\\)"),
])
def test_cues_are_bold_and_the_rest_is_as_written(sentence, cues, expected):
    assert _sentence(sentence, cues) == expected


def test_stances_of_one_sentence_stand_together(small_tables):
    rows = prepared(small_tables)
    cards = _by_sentence(rows)
    assert sum(len(card) for card in cards) == 25
    assert [set(rows["sentence"].iloc[card]) for card in cards if len(card) > 1] == [
        {"La Chine appelle la Russie et la France à la retenue."}, {"Les deux pays doivent signer un accord en juin."}]
