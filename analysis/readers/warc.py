"""Web archives (WARC, plain or gzipped), by warcio: an article for each page captured, the other records counted."""
import gzip
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from analysis.articles import Article
from analysis.readers import html, text
from analysis.readers.building import one_line, web_address
from analysis.readers.dating import Span, dated, day_in
from analysis.readers.decoding import ReadError, decoded
from analysis.readers.found import Found, Note, Rejected
from analysis.readers.walk import Walk

_PAGES = frozenset(("text/html", "application/xhtml+xml", ""))
_TEXTS = frozenset(("text/plain",))
_CAPTURES = frozenset(("response", "resource", "conversion"))  # conversion: the text of a page, as WET files hold it
_UNPACKED = frozenset(("", "identity", "gzip", "x-gzip", "deflate"))
_AS_THEY_ARE = frozenset(("", "utf-8", "utf8", "iso-8859-1", "latin-1", "windows-1252", "cp1252", "us-ascii", "ascii"))
_MOST_PAGE, _MOST_TEXT = 20_000_000, 4_000_000
MOST_UNPACKED, MOST_RATIO, ALWAYS_FINE = 8_000_000_000, 400, 50_000_000


class _Passed(Exception):
    """A record that holds no page; the message says what it is instead."""


def read(data: bytes, name: str, walk: Walk) -> Found:
    """The articles of a web archive, each named by the number of its record (``crawl.warc.gz#12``).

    The address is the record's; the day is the page's own, else that in its address or that of its capture (``dated_by``
    says which). At the end a note counts the records that are no pages (requests, images, errors of the server, …) by
    what they are.
    """
    others: Counter[str] = Counter()
    captured = articles = 0
    for number, record in _records(data, name):
        if isinstance(record, Rejected):
            yield record
            continue
        place, url = f"{name}#{number}", one_line(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
        if not walk.begins(place):
            continue
        try:
            found = list(_page(record, place, url))
        except _Passed as passed:
            others[str(passed)] += 1
            continue
        except MemoryError:
            raise
        except Exception as error:  # the libraries behind the readers raise anything for broken pages
            reason = str(error) if isinstance(error, ReadError) else f"its reader failed ({type(error).__name__}: {str(error)[:100]})"
            yield Rejected(place, f"{reason} ({url[:200]})" if url else reason)
            continue
        articles += 1
        captured += found[0].dated_by == "capture"
        yield from found
    yield from _counted(name, articles, captured, others)


def _counted(name: str, articles: int, captured: int, others: Counter[str]) -> Iterator[Note]:
    if others:
        listed = ", ".join(f"{count} {what}" for what, count in others.most_common())
        yield Note(name, f"{articles} articles; records that are no pages: {listed}")
    if captured:
        yield Note(name, f"{captured} articles have the day of their capture, since their pages give none")


def _records(data: bytes, name: str) -> Iterator[tuple[int, object]]:
    """(number, record) in the archive's order; where the archive breaks off, the reason in a record's place."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number, archive = 0, ArchiveIterator(_Unpacked(data))
    try:
        for record in archive:
            if not record.rec_type:
                raise ValueError("a record without its head")
            number += 1
            yield number, record
            if getattr(record.raw_stream, "limit", 0) and not record.raw_stream.read(1):
                raise EOFError("the record is cut off")
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        if not number:
            raise ReadError(f"it is no web archive that can be read ({one_line(str(error))[:100]})") from error
        yield number, Rejected(name, f"it cannot be read past record {number} ({one_line(str(error))[:100]})")
    if not number:
        raise ReadError("it is no web archive that can be read (there is no record in it)")


class _Unpacked(io.RawIOBase):
    """The archive's bytes, unpacked while they are read, and no more of them than any archive of pages has."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        plain = io.BytesIO(data)
        self._stream = gzip.GzipFile(fileobj=plain) if data[:2] == b"\x1f\x8b" else plain
        self._most = min(MOST_UNPACKED, max(ALWAYS_FINE, MOST_RATIO * len(data)))
        self._size = 0

    def read(self, size: int = -1) -> bytes:
        try:
            piece = self._stream.read1(size)  # what comes before damage is given before it is said
        except (EOFError, gzip.BadGzipFile, OSError) as error:
            raise ValueError(f"its compression is damaged: {error}") from error
        self._size += len(piece)
        if self._size > self._most:
            raise ReadError("it unpacks to more than any archive of pages does")
        return piece

    def tell(self) -> int:
        return self._size


def _page(record, place: str, url: str) -> Found:
    """The article of a record. Raises _Passed where it is no page, and what the readers of pages raise."""
    if record.rec_type not in _CAPTURES:
        raise _Passed(one_line(record.rec_type)[:20])
    if record.rec_type == "response" and not record.http_headers:
        raise _Passed("not of the web")
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        raise _Passed(f"answered {one_line(status)[:20]}")
    headers = record.http_headers or record.rec_headers
    kind, _, settings = one_line(headers.get_header("Content-Type") or "").lower().partition(";")
    if kind.strip() not in _PAGES | _TEXTS:
        raise _Passed(kind.strip()[:60])
    is_text = kind.strip() in _TEXTS
    data = _in_utf8(_content(record, _MOST_TEXT if is_text else _MOST_PAGE), settings)
    words, fault = decoded(data)
    found = [text.read(words, place)] if is_text else list(html.read(words, place))
    captured = day_in((record.rec_headers.get_header("WARC-Date") or "")[:10])
    for each in found:
        yield _captured(each, url, captured) if isinstance(each, Article) else each
    if fault:
        yield Rejected(place, fault)


def _content(record, most: int) -> bytes:
    packing = (record.http_headers.get_header("Content-Encoding") or "").strip().lower() if record.http_headers else ""
    if packing not in _UNPACKED:
        raise ReadError(f"it is packed in a way that is not read ({packing[:20]})")
    data = record.content_stream().read(most + 1)
    if len(data) > most:
        raise ReadError(f"larger than {most // 1_000_000} MB")
    return data


def _in_utf8(data: bytes, settings: str) -> bytes:
    """The page in an encoding that its bytes give away, where the server names one that they do not."""
    name = settings.partition("charset=")[2].partition(";")[0].strip(" \"'")
    if name in _AS_THEY_ARE:
        return data
    try:
        return data.decode(name).encode()
    except (LookupError, ValueError):
        return data


def _captured(article: Article, url: str, captured: Span | None) -> Article:
    """The article with the record's address; where the page has no day, that in its address or that of its capture."""
    article = dated(replace(article, url=web_address(url) or article.url))
    for span, origin in ((day_in(urlsplit(article.url).path), "address"), (captured, "capture")):
        if span and not article.published_first:
            article = replace(article, published_first=span[0], published_last=span[1], dated_by=origin)
    return article
