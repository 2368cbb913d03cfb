"""Text from articles, made harmless for Streamlit's Markdown."""
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.escape import visible
from pages.parts.escaping import escape_markdown

JOINER = "\u2060"


@pytest.mark.parametrize("payload", [
    "![x](http://a.example/x.png)", "[x](javascript:alert(1))", "<img src=x>", "**b**", "`c`", "$x^2$", "| a | b |",
    "# titre", "> cité", "- un", "1. un", "~~s~~", ":red[x]", ":material/home:", "&lt;b&gt;", "a_b_c", "\\[x\\]",
])
def test_no_mark_of_markdown_stands_unescaped(payload):
    escaped = escape_markdown(payload)
    pairs = zip(" " + escaped, escaped)
    inside = escaped.replace("\\\\", "")
    assert all(before == "\\" or mark not in string.punctuation or mark == "\\" for before, mark in pairs)
    assert not any(inside.startswith(mark) for mark in "#>-|")


@pytest.mark.parametrize("payload", [":smile:", "https://a.example/x", "www.a.example", "moi@a.example", "a->b", "a<-b", "a--b"])
def test_what_is_found_after_the_markdown_is_kept_apart(payload):
    assert JOINER in escape_markdown(payload)


@given(st.text())
def test_nothing_but_space_is_lost(text):
    plain = escape_markdown(text).replace(JOINER, "")
    kept = "".join(mark for before, mark in zip(" " + plain, plain) if mark != "\\")
    wanted = visible(text).replace(JOINER, "")
    assert kept.replace("\\", "") == wanted.replace("\\", "")
    assert "\n" not in plain
