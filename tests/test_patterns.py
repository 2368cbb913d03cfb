"""No regular expression of ours takes more than in proportion longer for longer texts. (Timed: tests/benchmarks/pump.py.)

A repeat without an end is linear where nothing must follow it; inside another repeat, or before something that may fail,
the engine tries each of its lengths from each place. Those are bounded, always.
"""
import re

import pytest

from tests.benchmarks.patterns import open_repeats, patterns

FOUND = patterns()


def test_they_are_found():
    assert len(FOUND) >= 100 and "analysis.readers.dating._ISO" in FOUND


@pytest.mark.parametrize("name", FOUND)
def test_repeats_that_something_must_follow_have_an_end(name):
    assert not open_repeats(FOUND[name])


@pytest.mark.parametrize(("pattern", "is_open"), [
    (r"(\d+)\s*(janvier)", True), (r"(?:a+)+", True), (r"\s*$", True), (r"a+?b", True), (r"(a|b+)c", True),
    (r"a+", False), (r"\W+(?:x?)", False), (r"\d{1,4}\s{0,3}(?:janvier)", False), (r"(?:a{1,3}){0,5}b", False),
])
def test_the_law_tells_them_apart(pattern, is_open):
    assert bool(open_repeats(re.compile(pattern))) is is_open
