"""What pages work out is worked out once for the same corpus, filter and settings, and anew for others."""
from dataclasses import replace
from types import SimpleNamespace

import pytest
import streamlit as st

from analysis.views import STANDARD
from pages.parts.once import once, rows_once

PAGE = SimpleNamespace(corpus=SimpleNamespace(version="v1"), selection=STANDARD)


@pytest.fixture(autouse=True)
def forgotten():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.mark.parametrize("kept", [once, rows_once])
@pytest.mark.parametrize(("corpus", "selection", "what", "settings", "number"), [
    ("v1", {}, "tally", ("FRA",), 1), ("v2", {}, "tally", ("FRA",), 2), ("v1", {"countries": ("RUS",)}, "tally", ("FRA",), 2),
    ("v1", {}, "meetings", ("FRA",), 2), ("v1", {}, "tally", ("FRA", ""), 2), ("v1", {}, "tally", ("FR", "A"), 2)])
def test_worked_out_once_for_the_same_and_anew_for_others(kept, corpus, selection, what, settings, number):
    done = []

    def work() -> object:
        done.append(1)
        return object()

    other = SimpleNamespace(corpus=SimpleNamespace(version=corpus), selection=replace(STANDARD, **selection))
    first, second = kept(PAGE, "tally", ("FRA",), work), kept(other, what, settings, work)
    assert len(done) == number and (first is second) == (number == 1)


@pytest.mark.parametrize("kept", [once, rows_once])
def test_ids_that_look_like_two_are_one(kept):
    """One written behind the other with their type before each, these would be the same."""
    found = [kept(PAGE, "tally", settings, object) for settings in (("a", "bstr:c"), ("astr:b", "c"), ("a", "b", "c"))]
    assert len(set(map(id, found))) == 3


def test_how_much_is_kept_has_an_end():
    done = []
    for name in (*map(str, range(200)), "0"):
        once(PAGE, "tally", (name,), lambda: done.append(1))
    assert len(done) == 201
