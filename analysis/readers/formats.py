"""The ending of a file's name → its reader and the most bytes that it takes."""
import logging
from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple
from zipfile import ZipFile, ZipInfo

from analysis.articles import Article
from analysis.readers import docx, feed, html, markdown, pdf, references, tabular, text, warc, zipped
from analysis.readers.building import one_line
from analysis.readers.columns import Columns
from analysis.readers.decoding import ReadError, decoded
from analysis.readers.found import Found, Note, Rejected
from analysis.readers.walk import MOST_BYTES, Walk

MAX_BYTES = 4_000_000  # about 600,000 words: no newspaper article, and the pipeline's memory stays under 2 GB
_MANY = 300_000_000  # a file of many articles is held in memory once
_BOUND = 60_000_000  # PDF and Word files carry their pictures; a tree of elements takes ten times the page's size
_CRAWL = 1_200_000_000  # web archives are cut at a gigabyte
_DEEPEST = 2  # archives within archives
_ARCHIVE = ".zip"
_ARCHIVES = (_ARCHIVE, ".warc", ".gz")
TOO_LARGE = "too large: it needs more memory than the reading of a document may take; split it"


class Format(NamedTuple):
    """A reader and its limit."""

    read: Callable[[bytes, str, Columns, Walk], Found]
    most: int


def _tables(read: Callable[[bytes, str, Columns], Found]) -> Callable[[bytes, str, Columns, Walk], Found]:
    """A reader of files that hold columns."""
    return lambda data, name, columns, walk: read(data, name, columns)


def _words(read: Callable[[str, str, Columns], Found]) -> Callable[[bytes, str, Columns, Walk], Found]:
    """A reader of texts, which are decoded first, whatever charset they declare; doubtful characters make a file partial."""
    def found(data: bytes, name: str, columns: Columns, walk: Walk) -> Found:
        text, fault = decoded(data)
        yield from read(text, name, columns)
        if fault:
            yield Rejected(name, fault)

    return found


def _one(read: Callable[[str, str], Article]) -> Callable[[str, str, Columns], Found]:
    """A reader of texts that hold one article."""
    def found(text: str, name: str, columns: Columns) -> Found:
        yield read(text, name)

    return found


def _some(read: Callable[[str, str], Found]) -> Callable[[str, str, Columns], Found]:
    """A reader of texts that hold some articles and no columns."""
    return lambda text, name, columns: read(text, name)


def _bytes(read: Callable[[bytes, str], Found]) -> Callable[[bytes, str, Columns, Walk], Found]:
    """A reader of files that are no text and hold no columns."""
    return lambda data, name, columns, walk: read(data, name)


def read_zip(data: bytes, name: str, columns: Columns, walk: Walk, depth: int = 1) -> Found:
    """The articles of all files in an archive; each is named by its place in it (``presse.zip/2024/a.html``)."""
    with zipped.opened(data, walk.left_entries) as archive:
        walk.left_entries -= len(archive.infolist())
        if left_out := zipped.passed_over(archive):
            yield Note(name, f"{left_out} hidden files in it were passed over")
        for info, trick in zipped.entries(archive):
            place = f"{name}/{one_line(info.filename)}"
            if not walk.begins(place, PurePath(info.filename).suffix.lower() in _ARCHIVES):
                continue
            yield from guarded(_entry(archive, info, trick, place, columns, walk, depth), place)


def _entry(archive: ZipFile, info: ZipInfo, trick: str, place: str, columns: Columns, walk: Walk, depth: int) -> Found:
    if trick:
        raise ReadError(trick)
    known = format_of(info.filename)
    if known.read is read_zip and depth >= _DEEPEST:
        raise ReadError(f"archives are nested more than {_DEEPEST} deep")
    if walk.left_bytes <= 0:
        raise ReadError(f"the archive unpacks to more than {MOST_BYTES // 1_000_000:,} MB")
    data = zipped.unpacked(archive, info, min(known.most, walk.left_bytes))
    walk.left_bytes -= len(data)
    if known.read is read_zip:
        yield from read_zip(data, place, columns, walk, depth + 1)
    else:
        yield from known.read(data, place, columns, walk)


_TEXT, _NOTE = Format(_words(_one(text.read)), MAX_BYTES), Format(_words(_one(markdown.read)), MAX_BYTES)
_PAGE, _FEED, _LIST = Format(_words(_some(html.read)), _BOUND), Format(_bytes(feed.read), _BOUND), Format(_words(_some(references.read)), _BOUND)
_CSV, _LINES = Format(_words(tabular.read_csv), _MANY), Format(_words(tabular.read_jsonl), _MANY)
_WARC = Format(lambda data, name, columns, walk: warc.read(data, name, walk), _CRAWL)
FORMATS: dict[str, Format] = {
    "": _TEXT, ".txt": _TEXT, ".text": _TEXT, ".md": _NOTE, ".markdown": _NOTE, ".html": _PAGE, ".htm": _PAGE, ".xhtml": _PAGE,
    ".docx": Format(_bytes(docx.read), _BOUND), ".pdf": Format(_bytes(pdf.read), _BOUND),
    ".csv": _CSV, ".tsv": _CSV, ".tab": _CSV, ".xlsx": Format(_tables(tabular.read_xlsx), _BOUND),
    ".json": Format(_words(tabular.read_json), _MANY), ".jsonl": _LINES, ".ndjson": _LINES, ".ris": _LIST, ".bib": _LIST,
    ".rss": _FEED, ".atom": _FEED, ".xml": _FEED, _ARCHIVE: Format(read_zip, _MANY),
    ".warc": _WARC, ".warc.gz": _WARC,
}


def guarded(found: Found, name: str) -> Found:
    """What a reader gives, and in the place of whatever it raises the reason; what it gave before stays."""
    try:
        yield from found
    except ReadError as error:
        yield Rejected(name, str(error))
    except MemoryError:
        yield Rejected(name, TOO_LARGE)
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
        raise ReadError(f"files of the kind {one_line(suffix)[:20]} are not read (these are: {kinds})")
    return FORMATS[suffix]


def too_large(most: int) -> str:
    """The reason of a file over its limit."""
    if most == MAX_BYTES:
        return f"larger than {most // 1_000_000} MB, which no single article is; split it"
    return f"larger than {most // 1_000_000} MB; split it"
