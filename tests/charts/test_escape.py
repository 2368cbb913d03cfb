"""Article text in plotly labels."""
import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.escape import plotly_lines, plotly_text, shortened, visible, wrapped
from tests.hostile import HOSTILE


@pytest.mark.parametrize("text,expected", [
    ("Paris & Rabat", "Paris &amp; Rabat"),
    ("<b>gras</b>", "&lt;b&gt;gras&lt;/b&gt;"),
    ("deux\n\nlignes\tet plus", "deux lignes et plus"),
    ("prix : 5 $", "prix : 5 &#36;"),
    ("l\u202eordre", "l ordre"),
])
def test_plotly_text(text, expected):
    assert plotly_text(text) == expected


@given(st.text())
def test_nothing_of_the_text_is_markup(text):
    assert not re.search("[<>$\x00-\x1f]", plotly_text(text))
    assert html.unescape(plotly_text(text)) == visible(text)


@given(st.text(max_size=400), st.integers(5, 40), st.integers(1, 5))
def test_wrapped_text_keeps_to_its_frame(text, width, lines):
    found = wrapped(text, width, lines)
    assert len(found) <= lines
    assert all(len(line) <= width for line in found)


@given(st.text(max_size=400), st.integers(5, 40), st.integers(1, 5))
def test_each_line_is_escaped(text, width, lines):
    assert plotly_lines(text, width, lines) == "<br>".join(map(plotly_text, wrapped(text, width, lines)))


@given(st.text(alphabet="abc é,.", max_size=200))
def test_wrapping_loses_nothing_where_there_is_room(text):
    assert "".join("".join(wrapped(text, 12, 400)).split()) == "".join(visible(text).split())


def test_what_is_cut_ends_with_an_ellipsis():
    assert wrapped("un deux trois quatre cinq", 8, 2) == ["un deux", "trois…"]
    assert wrapped("un deux troisquatre cinq", 8, 2) == ["un deux", "troisqu…"]
    assert shortened("Ministère des Affaires étrangères", 10) == "Ministère…"
    assert shortened("Paris", 10) == "Paris"


@pytest.mark.parametrize("text", HOSTILE)
def test_lines_hold_no_tag_but_the_break(text):
    assert "<" not in plotly_lines(text).replace("<br>", "")


@given(st.text(st.sampled_from("ab é\u00a0\u3000\u2003\t\n\x00\x85\u200e\u2066\ud800\uffff$"), max_size=12))
def test_what_is_visible_has_single_spaces_within_and_no_sign_that_cannot_be_seen(text):
    found = visible(text)
    assert found.split() == found.split(" ") or not found
    assert all(sign.isprintable() for sign in found) and [sign for sign in found if sign in "abé$"] == [sign for sign in text if sign in "abé$"]
