"""One escaper a sink."""
import html
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.exports.escape import csv_cell, csv_text, file_name, html_text, tsv_cell, xlsx_cell, xml_text
from tests.hostile import HOSTILE


@pytest.mark.parametrize("text,cell", [
    ("=1+1", "'=1+1"), ("+33 1", "'+33 1"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "'\rx"),
    ("＝1", "'＝1"), ("'a", "''a"), ("« Non »", "« Non »"), ("a=b", "a=b"), ("", ""), ("nul\x00", "nul\ufffd")])
def test_csv_cell(text, cell):
    assert csv_cell(text) == cell


@given(st.text().filter(lambda text: not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)))
def test_csv_cells_give_back_their_text(text):
    assert csv_text(csv_cell(text)) == text
    assert not csv_cell(text).startswith(tuple("=+-@\t\r\n"))


@given(st.text())
def test_xml_takes_any_text(text):
    element = ElementTree.Element("a", {"b": xml_text(text)})
    element.text = xml_text(text)
    ElementTree.fromstring(ElementTree.tostring(element, encoding="utf-8"))


@given(st.text())
def test_html_shows_the_text(text):
    assert not re.search("[<>\"']", html_text(text))
    assert html.unescape(html_text("&lt; « Non »")) == "&lt; « Non »"


@given(st.text())
def test_file_names_are_plain(text):
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,79}\.csv", file_name(text, "csv"))


@pytest.mark.parametrize("text,expected", [
    ("Réseau : Paris/Rabat", "reseau-paris-rabat.png"), ("../../etc/passwd", "etc-passwd.png"), ("王毅", "homologue.png"),
    ("CON", "homologue.png"), ("x" * 300, "x" * 80 + ".png")])
def test_file_name(text, expected):
    assert file_name(text, "png") == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_cells_of_tables_hold_what_they_can(text):
    assert not re.search("[\t\n\r\x00]", tsv_cell(text))
    assert len(xlsx_cell(text)) <= 32_767
