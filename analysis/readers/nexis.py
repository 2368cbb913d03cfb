"""Nexis Uni's export, once its paragraphs are read: each document ends with « End of Document »."""
import re
from collections.abc import Iterator

from analysis.readers.building import article
from analysis.readers.dating import day_in
from analysis.readers.decoding import ReadError
from analysis.readers.found import Found, Rejected

_END = re.compile(r"^(?:End of Document|Fin du document)$", re.I)
_BODY = re.compile(r"^(?:Body|Corps)$", re.I)
_AFTER_BODY = re.compile(r"^(?:Classification|Load-Date|Date de chargement|Graphic|Notes?)\s{0,3}:?", re.I)
_HEAD_LINES = 8


def is_export(lines: list[str]) -> bool:
    """Whether a document of the export, with its body and its end, is among the lines."""
    stripped = [line.strip() for line in lines]
    return any(map(_END.match, stripped)) and any(map(_BODY.match, stripped))


def read(lines: list[str], name: str) -> Found:
    """The articles of an export; each is named by its number in the file (``export.docx#3``)."""
    for number, document in enumerate(_documents(lines), 1):
        place = f"{name}#{number}"
        try:
            yield _article(document, place)
        except ReadError as error:
            yield Rejected(place, str(error))


def _documents(lines: list[str]) -> Iterator[list[str]]:
    document: list[str] = []
    for line in (line.strip() for line in lines):
        if _END.match(line):
            yield document
            document = []
        else:
            document.append(line)


def _article(lines: list[str], place: str):
    """Title, newspaper and day stand above « Body » in that order."""
    body = next((number for number, line in enumerate(lines) if _BODY.match(line)), None)
    if not body:
        raise ReadError("the document has no title and « Body »")
    dated = next((number for number, line in enumerate(lines[1:min(body, _HEAD_LINES)], 1) if day_in(line)), None)
    text = []
    for line in lines[body + 1:]:
        if _AFTER_BODY.match(line) and len(line) < 60:
            break
        text.append(line)
    source = lines[1] if body > 1 and dated != 1 else ""
    return article(place, lines[0], text, published=day_in(lines[dated]) if dated else None, source=source)
