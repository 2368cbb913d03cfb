"""PDF files with a text layer, by pypdf: lines put together to paragraphs again."""
import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from analysis.readers.building import article, one_line
from analysis.readers.decoding import ReadError
from analysis.readers.found import Found, Rejected
from analysis.readers.speech import is_gibberish

_MOST_PAGES = 300  # more is a book or a year's volume, no article
_SENTENCE_END = re.compile(r"[.!?…»\"”][)\]]?\s{0,20}$")
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-$")
_LONGEST_TITLE = 300
# Warnings of pypdf that say nothing of the text.
_HARMLESS = ("Multiple definitions", "Superfluous whitespace", "Duplicate %%EOF", "EOF marker not at start", "Ignoring non-string",
             "Ignoring malformed /ID")


def read(data: bytes, name: str) -> Found:
    """The article of a PDF; it is partial where pages cannot be read, and where pypdf had to mend or guess, since it then
    leaves out without a word what it does not find."""
    if not data:
        raise ReadError("the file is empty")
    with _heard() as warnings:
        yield from _read(data, name, warnings)


def _read(data: bytes, name: str, warnings: list[str]) -> Found:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("it is protected by a password")
        count = len(reader.pages)
    except ReadError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError, NotImplementedError, IndexError) as error:
        raise ReadError(f"the PDF cannot be read ({type(error).__name__}: {str(error)[:100]})") from error
    if count > _MOST_PAGES:
        raise ReadError(f"it has {count:,} pages, and no single article more than {_MOST_PAGES}; split it")
    pages, failed, pictures = _page_texts(reader, count)
    lines = [line for page in pages for line in page.split("\n")]
    paragraphs = joined(lines)
    if not paragraphs and failed:
        raise ReadError(f"none of its {count} pages can be read")
    if not paragraphs:
        raise ReadError("it has no text layer (a scan?); make one by optical character recognition first")
    title = _own_title(reader) if not failed else ""
    if not title or title.lower().endswith((".doc", ".docx", ".indd", ".pdf")) or "untitled" in title.lower():
        title = paragraphs[0] if len(paragraphs) > 1 and len(paragraphs[0]) <= _LONGEST_TITLE else ""
    yield article(name, title, paragraphs)
    if failed:
        yield Rejected(name, f"{len(failed)} of its {count} pages cannot be read ({', '.join(map(str, failed[:10]))})")
    elif warnings:
        yield Rejected(name, f"it is damaged, and some of its text may be missing ({one_line(warnings[0])[:100]})")
    if pictures:
        yield Rejected(name, f"{len(pictures)} of its {count} pages are pictures without text ({', '.join(map(str, pictures[:10]))})")
    if is_gibberish("\n".join(paragraphs)):
        yield Rejected(name, "its text is no language: its fonts do not say which characters they show")


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What pypdf warns of in the block, but for what concerns the form alone."""
    found: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if not str(record.msg).startswith(_HARMLESS):
                found.append(record.getMessage())

    logger, ear = logging.getLogger("pypdf"), Ear(logging.WARNING)
    before = logger.level, logger.propagate
    logger.addHandler(ear)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield found
    finally:
        logger.removeHandler(ear)
        logger.setLevel(before[0])
        logger.propagate = before[1]


def _page_texts(reader, count: int) -> tuple[list[str], list[int], list[int]]:
    """Text by page, and the numbers of the pages that could not be read, and of those that hold pictures and no text."""
    pages, failed, pictures = [], [], []
    for number in range(count):
        try:
            page = reader.pages[number]
            text = page.extract_text() or ""
            pages.append(text)
            if not text.strip() and page.get("/Resources", {}).get("/XObject"):
                pictures.append(number + 1)
        except MemoryError:
            raise
        except Exception:  # broken fonts and streams raise anything; the page is named
            failed.append(number + 1)
    return pages, failed, pictures


def _own_title(reader) -> str:
    """The title that the document gives itself; none where what it says of itself is broken."""
    try:
        return one_line(str((reader.metadata or {}).get("/Title") or ""))
    except Exception:  # as above; the text is read all the same
        return ""


def joined(lines: list[str]) -> list[str]:
    """Printed lines → paragraphs: one ends at a blank line, and at a short line that ends a sentence or a heading.

        >>> joined(["Le ministre a con-", "damné la frappe qui a visé le port lundi matin.", "Fin."])
        ['Le ministre a condamné la frappe qui a visé le port lundi matin.', 'Fin.']
    """
    lines = [line.strip() for line in lines]
    full = max(sorted(map(len, lines))[len(lines) * 3 // 4:] or [0])
    found, current = [], ""
    for line, following in zip(lines, [*lines[1:], ""][:len(lines)], strict=True):
        if line and current and _HYPHEN.search(current) and line[0].islower():
            current = current[:-1] + line
        else:
            current = f"{current} {line}".strip()
        ends = bool(_SENTENCE_END.search(line)) and len(line) < 0.8 * full
        heading = len(line) < 0.6 * full and following[:1].isupper() and not line.endswith((",", "-"))
        if current and (not line or ends or heading):
            found, current = [*found, current], ""
    return [*found, current] if current else found
