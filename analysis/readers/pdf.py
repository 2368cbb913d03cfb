"""PDF files with a text layer, by pypdf: lines put together to paragraphs again."""
import io
import logging
import re

from analysis.readers.building import article, one_line
from analysis.readers.decoding import ReadError
from analysis.readers.found import Found, Rejected

_MOST_PAGES = 300  # more is a book or a year's volume, no article
_SENTENCE_END = re.compile(r"[.!?…»\"”][)\]]?\s*$")
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-$")
_LONGEST_TITLE = 300


def read(data: bytes, name: str) -> Found:
    """The article of a PDF; pages that cannot be read make it partial."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
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
    pages, failed = _page_texts(reader, count)
    lines = [line for page in pages for line in page.split("\n")]
    paragraphs = joined(lines)
    if not paragraphs:
        raise ReadError("it has no text layer (a scan?); make one by optical character recognition first")
    title = one_line(str((reader.metadata or {}).get("/Title") or "")) if not failed else ""
    if not title or title.lower().endswith((".doc", ".docx", ".indd", ".pdf")) or "untitled" in title.lower():
        title = paragraphs[0] if len(paragraphs) > 1 and len(paragraphs[0]) <= _LONGEST_TITLE else ""
    yield article(name, title, paragraphs)
    if failed:
        yield Rejected(name, f"{len(failed)} of its {count} pages cannot be read ({', '.join(map(str, failed[:10]))})")


def _page_texts(reader, count: int) -> tuple[list[str], list[int]]:
    """Text by page, and the numbers of the pages that could not be read."""
    pages, failed = [], []
    for number in range(count):
        try:
            pages.append(reader.pages[number].extract_text() or "")
        except Exception:  # broken fonts and streams raise anything; the page is named
            failed.append(number + 1)
    return pages, failed


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
