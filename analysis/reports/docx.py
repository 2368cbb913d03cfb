"""A report as a Word document, to be gone on writing in; python-docx makes it."""
from io import BytesIO

import docx
from docx.document import Document
from docx.shared import Cm, Pt

from analysis.exports.escape import xml_text
from analysis.reports import Chart, Item, Report, Source, source_line

_WIDTH = Cm(16)
_SMALL = Pt(8.5)


def report_docx(report: Report) -> bytes:
    """Report → DOCX file; pictures are PNG with the chart in words as their alternative text, addresses are plain text."""
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = _plain(report.title)[:255], _plain(report.author)[:255]
    document.core_properties.comments = ""
    document.add_heading(_plain(report.title), level=0)
    _small(document, report.made_of)
    sources = report.sources
    for item in report.items:
        _add(document, item, sources)
    if sources:
        document.add_heading(_plain(report.word("sources")), level=1)
        for number, source in enumerate(sources, start=1):
            line = source_line(source, report.word("untitled"))
            document.add_paragraph(_plain(f"[{number}] {line} {source.url}".strip()))
    if report.method:
        document.add_heading(_plain(report.word("method")), level=1)
        for text in report.method:
            document.add_paragraph(_plain(text))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add(document: Document, item: Item, sources: list[Source]) -> None:
    if isinstance(item, Chart):
        document.add_heading(_plain(item.title), level=1)
        _note(document, item.note)
        picture = document.add_picture(BytesIO(item.png), width=_WIDTH)
        picture._inline.docPr.set("descr", _plain(item.description))
    else:
        for line in item.stances:
            document.add_paragraph().add_run(_plain(line)).bold = True
        number = sources.index(item.source) + 1
        document.add_paragraph(_plain(f"{item.sentence} [{number}]"), style="Intense Quote")
        _small(document, item.place)
        _note(document, item.note)
    _small(document, item.said)


def _note(document: Document, note: str) -> None:
    if note:
        document.add_paragraph().add_run(_plain(note)).italic = True


def _small(document: Document, text: str) -> None:
    document.add_paragraph().add_run(_plain(text)).font.size = _SMALL


def _plain(text: str) -> str:
    """Text as XML can hold it; Word reads \\x0b and the like as breaks, so they go too."""
    return xml_text(text)
