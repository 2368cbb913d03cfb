"""The report as a file: everything picked is in it, in order, with its source; hostile text stays text."""
import re
import struct
import zlib
from datetime import date
from io import BytesIO

import docx
import pytest
from lxml import html

from analysis.reports import Chart, Passage, Report, Source
from analysis.reports.docx import report_docx
from analysis.reports.html import report_html
from tests.hostile import HOSTILE



def _png() -> bytes:
    """The smallest picture: one white dot."""
    parts = ((b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0\xff")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts)


PNG = _png()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
OSLO = Source("Oslo hausse le ton", "Le Fjord", "4 mars 2021", "https://fjord.example/1")
RIGA = Source("", "", "", "javascript:alert(1)")


def report(*items, **changes) -> Report:
    return Report(**{"title": "Oslo et Riga", "made": date(2021, 3, 5), "items": items, "method": ("Relire la phrase.",),
                     "author": "A. Analyste", "language": "fr", "words": {"sources": "Sources citées"}, **changes})


def chart(text: str = "Chronologie") -> Chart:
    return Chart(text, f"{text}, en mots", PNG, SVG, "Filtres : aucun", "à revoir")


def passage(text: str = "Oslo condamne Riga.", source: Source = OSLO) -> Passage:
    return Passage(text, ("Norvège condamne Lettonie",), source, "fjord.txt, caractères 0 à 19", "Filtres : aucun")


def words_of(kind: str, made: Report) -> str:
    """All text that a reader of the file sees."""
    if kind == "html":
        return html.fromstring(report_html(made).decode()).find("body").text_content()
    return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(report_docx(made))).paragraphs)


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_all_that_was_picked_is_there_in_its_order(kind):
    said = words_of(kind, report(chart(), passage(), passage("Riga répond.", RIGA)))
    order = ["Oslo et Riga", "A. Analyste · 2021-03-05", "Chronologie", "à revoir", "Norvège condamne Lettonie", "Oslo condamne Riga. [1]",
             "fjord.txt, caractères 0 à 19", "Riga répond. [2]", "Sources citées", "Oslo hausse le ton, Le Fjord, 4 mars 2021.",
             "Untitled article.", "Method", "Relire la phrase."]
    places = [said.find(part) for part in order]
    assert -1 not in places and places == sorted(places), dict(zip(order, places))


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_an_article_cited_twice_is_one_source(kind):
    said = words_of(kind, report(passage(), passage("Oslo proteste.")))
    assert said.count("Le Fjord") == 1 and "Oslo proteste. [1]" in said


def test_the_html_runs_nothing_fetches_nothing_and_links_to_the_web_only():
    page = report_html(report(chart(), passage("x", RIGA), passage())).decode()
    tree = html.fromstring(page)
    assert not tree.xpath("//script | //iframe | //link | //object")
    assert [image.get("src")[:26] for image in tree.xpath("//img")] == ["data:image/svg+xml;base64,"]
    assert tree.xpath("//a/@href") == ["https://fjord.example/1"]
    assert "default-src 'none'" in tree.xpath("//meta[@http-equiv]/@content")[0]


def test_the_picture_in_word_has_the_chart_in_words():
    document = docx.Document(BytesIO(report_docx(report(chart()))))
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == ["Chronologie, en mots"]


@pytest.mark.parametrize("text", [*HOSTILE, "\x00\x0b\ufffe", "]]>", "{0} %s"])
def test_hostile_text_stays_text(text):
    made = report(chart(text), passage(text, Source(text, text, text, text)), title=text, author=text)
    tree = html.fromstring(report_html(made).decode())
    assert not tree.xpath("//script | //iframe | //svg | //*[@onerror or @onload or @onclick]")
    assert not [href for href in tree.xpath("//a/@href | //img/@src") if not re.match(r"https?:|data:image/svg", href)]
    document = docx.Document(BytesIO(report_docx(made)))
    assert not document.element.xpath("//w:instrText | //w:hyperlink")
