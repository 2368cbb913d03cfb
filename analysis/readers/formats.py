"""The ending of a file's name → its reader and the most bytes that it takes."""
import logging
from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple

from analysis.articles import Article
from analysis.readers import docx, feed, html, markdown, pdf, references, tabular, text, warc, zipped
from analysis.readers.columns import Columns
from analysis.readers.decoding import ReadError
from analysis.readers.found import Found, Rejected

MAX_BYTES = 4_000_000  # about 600,000 words: no newspaper article, and the pipeline's memory stays under 2 GB
_MANY = 300_000_000  # a file of many articles is held in memory once
_BOUND = 60_000_000  # PDF and Word files carry their pictures; a tree of elements takes ten times the page's size
_ARCHIVE = 1_200_000_000  # web archives are cut at a gigabyte
_DEEPEST = 2  # archives within archives


class Format(NamedTuple):
    """A reader and its limit."""

    read: Callable[[bytes, str, Columns], Found]
    most: int


def _one(read: Callable[[bytes, str], Article]) -> Callable[[bytes, str, Columns], Found]:
    """A reader of files that hold one article."""
    def found(data: bytes, name: str, columns: Columns) -> Found:
        yield read(data, name)

    return found


def _some(read: Callable[[bytes, str], Found]) -> Callable[[bytes, str, Columns], Found]:
    """A reader of files that hold some articles and no columns."""
    return lambda data, name, columns: read(data, name)


def read_zip(data: bytes, name: str, columns: Columns, depth: int = 1) -> Found:
    """The articles of all files in an archive; each is named by its place in it (``presse.zip/2024/a.html``)."""
    for entry in zipped.entries(data, _MANY):
        place = f"{name}/{entry[0]}"
        if isinstance(entry, Rejected):
            yield Rejected(place, entry.reason)
            continue
        try:
            known = format_of(entry.name)
            if len(entry.data) > known.most:
                raise ReadError(too_large(known.most))
            if known.read is read_zip and depth >= _DEEPEST:
                raise ReadError(f"archives are nested more than {_DEEPEST} deep")
        except ReadError as error:
            yield Rejected(place, str(error))
            continue
        if known.read is read_zip:
            yield from guarded(read_zip(entry.data, place, columns, depth + 1), place)
        else:
            yield from guarded(known.read(entry.data, place, columns), place)


_TEXT, _PAGE, _FEED = Format(_one(text.read), MAX_BYTES), Format(_some(html.read), _BOUND), Format(_some(feed.read), _BOUND)
_CSV, _LINES = Format(tabular.read_csv, _MANY), Format(tabular.read_jsonl, _MANY)
FORMATS: dict[str, Format] = {
    "": _TEXT, ".txt": _TEXT, ".text": _TEXT, ".md": Format(_one(markdown.read), MAX_BYTES),
    ".markdown": Format(_one(markdown.read), MAX_BYTES), ".html": _PAGE, ".htm": _PAGE, ".xhtml": _PAGE,
    ".docx": Format(_some(docx.read), _BOUND), ".pdf": Format(_some(pdf.read), _BOUND),
    ".csv": _CSV, ".tsv": _CSV, ".tab": _CSV, ".xlsx": Format(tabular.read_xlsx, _BOUND),
    ".json": Format(tabular.read_json, _MANY), ".jsonl": _LINES, ".ndjson": _LINES,
    ".ris": Format(_some(references.read), _BOUND), ".bib": Format(_some(references.read), _BOUND), ".rss": _FEED, ".atom": _FEED, ".xml": _FEED, ".zip": Format(read_zip, _MANY),
    ".warc": Format(_some(warc.read), _ARCHIVE), ".warc.gz": Format(_some(warc.read), _ARCHIVE),
}


def guarded(found: Found, name: str) -> Found:
    """What a reader gives, and in the place of whatever it raises the reason; what it gave before stays."""
    try:
        yield from found
    except ReadError as error:
        yield Rejected(name, str(error))
    except Exception as error:  # the libraries behind the readers raise anything for broken files
        logging.getLogger(__name__).info("reading %s failed", name, exc_info=True)
        yield Rejected(name, f"it is broken: its reader failed ({type(error).__name__}: {str(error)[:100]})")


def format_of(name: str) -> Format:
    """The format of a file by its name. Raises ReadError for a kind that is not read."""
    suffix = "".join(PurePath(name.lower()).suffixes[-2:])
    if suffix not in FORMATS:
        suffix = PurePath(name.lower()).suffix
    if suffix not in FORMATS:
        kinds = ", ".join(sorted(key for key in FORMATS if key))
        raise ReadError(f"files of the kind {suffix} are not read (these are: {kinds})")
    return FORMATS[suffix]


def too_large(most: int) -> str:
    """The reason of a file over its limit."""
    if most == MAX_BYTES:
        return f"larger than {most // 1_000_000} MB, which no single article is; split it"
    return f"larger than {most // 1_000_000} MB; split it"
