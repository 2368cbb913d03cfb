"""Bibliographies of Zotero and others, RIS or BibTeX: what is known of texts that are attached, and abstracts as texts."""
import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from analysis.readers.building import article, one_line
from analysis.readers.dating import Span, day_in
from analysis.readers.decoding import ReadError, decode
from analysis.readers.found import Found, Note, Rejected

_RIS_LINE = re.compile(r"^([A-Z][A-Z0-9])  ?- ?(.*)")
_BIB_ENTRY = re.compile(r"@(\w{1,40})[ \t]{0,10}\{[^,{}]{0,200},")
_BIB_FIELD = re.compile(r"[\s,]{0,200}([\w-]{1,40})[ \t\n]{0,50}=[ \t\n]{0,50}")
_FIELDS = {  # field → names in RIS and BibTeX, the better ones first
    "title": ("TI", "T1", "title"), "date": ("DA", "Y1", "PY", "date", "year"), "month": ("month",),
    "source": ("T2", "JO", "JF", "PB", "journal", "journaltitle", "newspaper", "publisher"), "url": ("UR", "url"),
    "abstract": ("AB", "N2", "abstract"), "files": ("L1", "file"),
}
_YEAR = re.compile(r"^\d{4}\b")


class Reference(NamedTuple):
    """What a bibliography says of one text; ``files`` are the attached files, relative to the bibliography."""

    title: str
    published: Span | None
    source: str
    url: str
    abstract: str
    files: tuple[str, ...]


def references(data: bytes, name: str) -> list[Reference]:
    """The references of a bibliography, by its name's ending RIS (.ris) or BibTeX (.bib). Raises ReadError."""
    return _references(decode(data), name)


def _references(text: str, name: str) -> list[Reference]:
    return list(map(_reference, (_bib_records if name.lower().endswith(".bib") else _ris_records)(text)))


def read(text: str, name: str) -> Found:
    """An article of each reference that has an abstract and no attached file; what attached files are is said."""
    found = _references(text, name)
    if not found:
        raise ReadError("no reference was found in it")
    if attached := sum(bool(reference.files) for reference in found):
        yield Note(name, f"{attached} references say what attached files are, which are read where they are imported beside it", True)
    for number, reference in enumerate(found, 1):
        if reference.files:
            continue
        try:
            yield article(f"{name}#{number}", reference.title, reference.abstract.split("\n"), published=reference.published,
                          source=reference.source, url=reference.url)
        except ReadError:
            yield Rejected(f"{name}#{number}", "it is a reference without an abstract and without an attached file")


def _ris_records(text: str) -> Iterator[dict[str, list[str]]]:
    record: dict[str, list[str]] = {}
    for line in text.split("\n"):
        match = _RIS_LINE.match(line.strip("\ufeff"))
        if match and match.group(1) == "ER":
            yield record
            record = {}
        elif match:
            record.setdefault(match.group(1), []).append(match.group(2).strip())


def _bib_records(text: str) -> Iterator[dict[str, list[str]]]:
    at = 0
    for entry in _BIB_ENTRY.finditer(text):
        if entry.start() < at:  # inside a value of the entry before
            continue
        record, at = {}, entry.end()
        while field := _BIB_FIELD.match(text, at):
            value, at = _bib_value(text, field.end())
            record[field.group(1).lower()] = [value]
        if record and entry.group(1).lower() not in ("comment", "string", "preamble"):
            yield record


def _bib_value(text: str, at: int) -> tuple[str, int]:
    """The value that begins at an offset, in braces, in quotation marks or bare, without its marks, and where it ends."""
    if text[at:at + 1] not in ("{", '"'):
        bare = re.compile(r"[^,}\s]{0,200}").match(text, at)
        return bare.group(), bare.end()
    depth, quoted = 0, text[at] == '"'
    for place in range(at, min(len(text), at + 100_000)):
        mark = text[place]
        depth += (mark == "{") - (mark == "}")
        if depth == 0 and (not quoted or mark == '"' and place > at):
            return re.sub(r"[{}]|\\(?=[&%$#_])", "", text[at + 1:place]), place + 1
    return "", len(text)


def _reference(record: dict[str, list[str]]) -> Reference:
    def first(field: str) -> str:
        return next((one_line(value) for name in _FIELDS[field] for value in record.get(name, ()) if value.strip()), "")

    return Reference(first("title"), _published(first("date"), first("month")), first("source"), first("url"), first("abstract"),
                     tuple(_paths([value for name in _FIELDS["files"] for value in record.get(name, ())])))


def _published(written: str, month: str) -> Span | None:
    """The day, month or year that is written; BibTeX writes the month beside the year."""
    span = day_in(written) or day_in(f"{month} {written}")
    if span or not _YEAR.match(written):
        return span
    year = int(written[:4])
    return (date(year, 1, 1), date(year, 12, calendar.monthrange(year, 12)[1])) if year else None


def _paths(values: list[str]) -> Iterator[str]:
    """Attached files: a path, or BibTeX's ``name:path:kind``, several with ``;`` between them."""
    for value in values:
        for piece in value.split(";"):
            parts = piece.split(":")
            path = parts[1] if len(parts) == 3 and "/" in parts[2] else piece
            if path.strip():
                yield path.strip().removeprefix("file://")
