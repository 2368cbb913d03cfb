"""One escaper a sink."""
import csv
import html
import io
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.charts.escape import plotly_text, visible
from analysis.exports.escape import csv_cell, csv_text, file_name, html_text, tsv_cell, xlsx_cell, xlsx_cut, xml_text
from pages.parts.escaping import escape_markdown
from tests.hostile import HOSTILE
from tests.hostile.payloads import PAYLOADS

QUICK = settings(deadline=None)
# Any text at all, halves of characters too, often made of what attacks.
ANY = st.one_of(st.text(st.characters()), st.text(st.sampled_from("=+-@'\t\r\n\x00\x0b\ud800\ufffe<>&\"$\\`*_[]!:|~;,{}%🌍é ")),
                st.lists(st.sampled_from(PAYLOADS + HOSTILE[:22]), max_size=4).map("".join))


@pytest.mark.parametrize("text,cell", [
    ("=1+1", "'=1+1"), ("+33 1", "'+33 1"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "'\rx"),
    ("＝1", "'＝1"), ("'a", "''a"), ("« Non »", "« Non »"), ("a=b", "a=b"), ("", ""), ("nul\x00", "nul\ufffd")])
def test_csv_cell(text, cell):
    assert csv_cell(text) == cell


@QUICK
@given(st.text().filter(lambda text: not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)))
def test_csv_cells_give_back_their_text(text):
    assert csv_text(csv_cell(text)) == text
    assert not csv_cell(text).startswith(tuple("=+-@\t\r\n"))


@QUICK
@given(st.text())
def test_xml_takes_any_text(text):
    element = ElementTree.Element("a", {"b": xml_text(text)})
    element.text = xml_text(text)
    ElementTree.fromstring(ElementTree.tostring(element, encoding="utf-8"))


@QUICK
@given(st.text())
def test_html_shows_the_text(text):
    assert not re.search("[<>\"']", html_text(text))
    assert html.unescape(html_text("&lt; « Non »")) == "&lt; « Non »"


@QUICK
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


@QUICK
@given(ANY)
def test_whatever_the_text_each_sink_can_be_written(text):
    for escaped in (html_text(text), csv_cell(text), xml_text(text), xlsx_cell(text), tsv_cell(text), plotly_text(text), escape_markdown(text)):
        escaped.encode()


@settings(QUICK, max_examples=25)
@given(ANY, st.integers(32_760, 32_770))
def test_xlsx_cells_fit_in_utf_16(text, length):
    for whole in (text, (text * length)[:length], text + "🌍" * (length // 2)):
        cell = xlsx_cell(whole)
        assert len(cell.encode("utf-16-le")) <= 2 * 32_767
        assert (cell == xml_text(whole)) is not xlsx_cut(whole)


@QUICK
@given(st.lists(ANY, min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_a_row_of_csv_gives_back_its_texts(texts, mark):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, lineterminator="\r\n").writerow(map(csv_cell, texts))
    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=mark)
    lost = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
    assert [csv_text(cell) for cell in row] == [lost.sub("\ufffd", text) for text in texts]
    assert not any(cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) for cell in row)


@QUICK
@given(ANY)
def test_html_gives_back_its_text(text):
    assert html.unescape(html_text(text)) == re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]", "\ufffd", text)
    assert not re.search("[<>\"'\x00]", html_text(text))


@QUICK
@given(ANY)
def test_plotly_gives_back_its_text(text):
    assert not re.search("[<>$\x00-\x1f\u202a-\u202e]", plotly_text(text))
    assert html.unescape(plotly_text(text)) == visible(text)


@QUICK
@given(ANY)
def test_markdown_gives_back_its_text(text):
    plain = re.sub(r"\\(.)", r"\1", escape_markdown(text)).replace("\u2060", "")
    assert plain == visible(text).replace("\u2060", "")
    assert not re.search(r"(?<!\\)(?:\\\\)*[!\[\]<>`*_$|~#]", escape_markdown(text))


@QUICK
@given(ANY)
def test_xml_gives_back_its_text(text):
    element = ElementTree.Element("a", {"b": xml_text(text)})
    element.text = xml_text(text)
    found = ElementTree.fromstring(ElementTree.tostring(element, encoding="utf-8"))
    assert (found.text or "", found.get("b")) == (xml_text(text), xml_text(text))


@QUICK
@given(ANY, st.sampled_from(("csv", "html", "gexf")))
def test_a_file_name_leads_nowhere(text, ending):
    name = file_name(text, ending)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,79}\." + ending, name) and not re.match(r"(con|prn|aux|nul|com\d|lpt\d)\.", name)
