"""What holds for every text: offsets, order, no overlap, first before last, and patterns that cannot run away."""
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.dates import RULES, direction, find_dates, story
from analysis.dates.rule import Lookout
from tests.dates.reading import article

PIECES = [
    "lundi", "Mardi", "dernier", "prochain", "le", "du", "au", "et", "de", "à", "en", "fin", "mi-", "début", "26", "1er", "31", "mars",
    "mai", "février", "2018", "1974", "2024", "-", "/", ".", ",", " ", " ", " ", "\n", "la veille", "le lendemain", "il y a", "trois",
    "jours", "ans", "mois", "semaine", "cette", "plus tard", "plus tôt", "dans la nuit", "d'ici", "l'année", "des années", "1990", "hier",
    "demain", "week-end", "a dit", "rencontrera", "résolution", "(", ")", "«", "»", "999", "été", "hiver", "trimestre", "premier",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=200)
LOOKOUT = Lookout(RULES)
PUBLISHED = st.sampled_from(["", "2024-10", "2024-02-29", "2016-01-01", "2026-12-31"])


@settings(max_examples=250, deadline=None)
@given(TEXTS, PUBLISHED)
def test_rows_are_sound(text, published):
    end = 0
    for one in find_dates(text, article(text, published)):
        assert one.text == text[one.start:one.end] != ""
        assert one.start >= end
        end = one.end
        assert (one.first_day is None) == (one.last_day is None)
        assert one.first_day is None or one.first_day <= one.last_day
        assert one.precision in ("day", "span", "month", "year") and one.rule


@settings(max_examples=50, deadline=None)
@given(TEXTS, PUBLISHED)
def test_reading_twice_gives_the_same(text, published):
    assert find_dates(text, article(text, published)) == find_dates(text, article(text, published))


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_signs_lose_no_match(text):
    found = {(number, match.span()) for number, match in LOOKOUT.matches(text, 0)}
    assert found == {(number, match.span()) for number, one in enumerate(RULES) for match in one.pattern.finditer(text)}


def patterns() -> list[re.Pattern]:
    own = [value for module in (direction, story) for value in vars(module).values() if isinstance(value, re.Pattern)]
    return [one.pattern for one in RULES] + own


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.pattern[:30])
def test_no_pattern_repeats_without_limit(pattern):
    """Every repetition has an upper bound, so that the cost of a match start is bounded whatever the text."""
    without_classes = re.sub(r"\\.|\[(?:\\.|[^\]])*\]", "x", pattern.pattern)
    assert not re.search(r"[*+]|\{\d*,\}", without_classes)


@pytest.mark.parametrize("hostile", ["9" * 20_000, "1 " * 10_000, "lundi " * 3_000, "de " * 7_000, "du 3 au " * 2_500, "é" * 20_000])
def test_hostile_texts_give_sound_rows(hostile):
    for one in find_dates(hostile, article(hostile, "2024-10-22")):
        assert one.text == hostile[one.start:one.end]
