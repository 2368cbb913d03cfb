"""Web archives, constructed here with warcio's writer: each page is an article, every other record is counted."""
import gzip
import io
from datetime import date

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from analysis.articles import Article
from analysis.readers import Note, Rejected, read_bytes
from analysis.readers import warc as reader
from tests.readers.files import BODY, FIRST, PAGE, TITLE

DAY, CAPTURED = date(2024, 9, 11), "2024-10-02T06:00:00Z"
ADDRESS = "https://courrier.example/rome"
UNDATED = PAGE.replace('<meta property="article:published_time" content="2024-09-11T08:12:00+02:00">', "")
PLAIN = f"{TITLE}\n\n{FIRST}"


def archive(*records: tuple, packed: bool = False) -> bytes:
    """A WARC file of (type, address, content type, status, body, headers) records."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("essai.warc", {"software": "essai"}))
    for kind, address, content, status, body, *headers in records:
        http = None
        if kind in ("response", "request"):
            line = f"{status} OK" if kind == "response" else "GET / HTTP/1.1"
            http = StatusAndHeaders(line, [("Content-Type", content), *headers], protocol="HTTP/1.1" if kind == "response" else "")
        named = {"WARC-Date": CAPTURED, **({} if http else {"Content-Type": content})}
        writer.write_record(writer.create_warc_record(address, kind, payload=io.BytesIO(body), http_headers=http,
                                                      warc_headers_dict=named, warc_content_type=content if not http else ""))
    return buffer.getvalue()


def page(body: str = PAGE, address: str = ADDRESS, **changed) -> tuple:
    return "response", address, changed.get("content", "text/html; charset=utf-8"), changed.get("status", "200"), body.encode(), *changed.get("headers", ())


def read(data: bytes, name: str = "essai.warc") -> tuple[list[Article], list[Rejected], list[Note]]:
    found = list(read_bytes(data, name))
    return tuple([each for each in found if isinstance(each, kind)] for kind in (Article, Rejected, Note))


@pytest.mark.parametrize(("name", "data"), [
    ("essai.warc", archive(page())),
    ("essai.warc.gz", archive(page(), packed=True)),
    ("ESSAI.WARC.GZ", gzip.compress(archive(page()))),  # packed as a whole, which not every reader takes
])
def test_a_page_is_an_article(name, data):
    [article], rejected, notes = read(data, name)
    assert (article.title, article.url, article.path) == (TITLE, ADDRESS, f"{name}#2")
    assert (article.published_first, article.dated_by, article.language) == (DAY, "metadata", "fr")
    assert all(paragraph in article.text for paragraph in BODY)
    assert not rejected and [note.words for note in notes] == ["1 articles; records that are no pages: 1 warcinfo"]


@pytest.mark.parametrize(("record", "day", "origin"), [
    (page(UNDATED), date(2024, 10, 2), "capture"),
    (page(UNDATED, "https://courrier.example/2024/09/11/rome.html"), DAY, "address"),
    (page(f"Titre\n\nPublié le 11/09/2024\n\n{FIRST}", content="text/plain"), DAY, "text"),
])
def test_the_day_is_the_pages_own_before_that_of_the_capture(record, day, origin):
    [article], _, notes = read(archive(record))
    assert (article.published_first, article.published_last, article.dated_by) == (day, day, origin)
    assert any("day of their capture" in note.words for note in notes) is (origin == "capture")


@pytest.mark.parametrize("record", [
    page(PLAIN, content="text/plain"),
    ("conversion", ADDRESS, "text/plain", "", PLAIN.encode()),
    ("resource", ADDRESS, "text/html", "", PAGE.encode()),
    ("response", ADDRESS, "text/html", "200", gzip.compress(PAGE.encode()), ("Content-Encoding", "gzip")),
    ("response", ADDRESS, "text/html", "200", b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode()), ("Transfer-Encoding", "chunked")),
    ("response", ADDRESS, "text/html; charset=iso-8859-15", "200", PAGE.replace("l'Italie", "l'Œil").encode("iso-8859-15")),
])
def test_a_text_is_an_article_however_it_was_sent(record):
    [article], rejected, _ = read(archive(record))
    assert article.title == TITLE and FIRST in article.text and article.url == ADDRESS and not rejected


def test_what_is_no_page_is_counted_with_what_it_is():
    others = [page(status="404"), page(status="301"), page(status="404"), page("GIF89a", content="image/gif"),
              ("request", ADDRESS, "text/plain", "", b""), ("metadata", ADDRESS, "text/plain", "", b"x")]
    articles, rejected, [note] = read(archive(page(), *others))
    assert len(articles) == 1 and not rejected
    assert note.words.startswith("1 articles; records that are no pages: 2 answered 404")
    for what in ("1 warcinfo", "1 answered 301", "1 image/gif", "1 request", "1 metadata"):
        assert what in note.words


def test_each_page_without_an_article_is_named_with_its_reason():
    empty = [page("<html><body><p>Menu</p></body></html>", f"https://courrier.example/{n}") for n in range(5)]
    packed = page(headers=[("Content-Encoding", "br")])
    articles, rejected, _ = read(archive(page(), *empty, packed))
    assert len(articles) == 1 and [each.path for each in rejected] == [f"essai.warc#{number}" for number in range(3, 9)]
    assert all("no article was found in the page" in each.reason for each in rejected[:5])
    assert rejected[0].reason.endswith("(https://courrier.example/0)")
    assert "packed in a way that is not read (br)" in rejected[5].reason


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_that_breaks_off_keeps_what_came_before(packed):
    whole = archive(page(), page(PAGE.replace("Lampedusa", "Malte"), "https://courrier.example/malte"), packed=packed)
    articles, rejected, _ = read(whole[:-600], "essai.warc.gz" if packed else "essai.warc")
    assert [article.url for article in articles[:1]] == [ADDRESS]
    assert rejected and "cannot be read past record" in rejected[-1].reason + rejected[0].reason


@pytest.mark.parametrize("data", [b"", b"WARC/1.0", b"hello", b"\x1f\x8bbroken", bytes(1000), gzip.compress(b"")])
def test_what_is_no_archive_is_said(data):
    articles, [rejected], _ = read(data)
    assert not articles and ("no web archive" in rejected.reason or "record" in rejected.reason)


def test_an_archive_that_unpacks_without_end_is_stopped(monkeypatch):
    monkeypatch.setattr(reader, "ALWAYS_FINE", 1_000_000)
    bomb = archive(page(), packed=True) + gzip.compress(archive(page("0" * 5_000_000, content="image/gif")))
    _, rejected, _ = read(bomb)
    assert any("unpacks to more" in each.reason for each in rejected)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "urn:essai"])
def test_an_address_that_is_none_of_the_web_is_not_kept(address):
    [article], _, notes = read(archive(("resource", address, "text/plain", "", PLAIN.encode()), page(address=address)))
    assert article.url == "" and "1 not of the web" in notes[0].words
