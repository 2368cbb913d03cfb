"""PDF and Word files: cut, circular, locked, of pictures only, bombs, with fonts that lie."""
import io
import zlib
from textwrap import wrap

from tests.hostile.case import FIRST, PARTIAL, REJECTED, STORED, TITLE, Case, told
from tests.readers.files import docx, pdf, zip_of

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def built(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
                  f"startxref\n{len(out)}\n%%EOF").encode()


def stream(content: bytes, entries: str = "", packed: bool = True) -> bytes:
    data = zlib.compress(content, 9) if packed else content
    return f"<< /Length {len(data)} {entries} {'/Filter /FlateDecode' if packed else ''} >>\nstream\n".encode() + data + b"\nendstream"


def shown(lines: list[str], x: int = 50) -> bytes:
    words = " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines).encode("cp1252", "replace")
    return f"BT /F1 11 Tf 14 TL {x} 780 Td ".encode() + words + b" ET"


def pages(contents: list[bytes], font: bytes = _FONT, more: str = "", extra: tuple[bytes, ...] = ()) -> bytes:
    """A PDF with a page for each content stream; ``more`` goes into the pages' resources, ``extra`` are objects behind all."""
    first = 4
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(contents)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(), font]
    for number, content in enumerate(contents):
        objects += [f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 1 + 2 * number} 0 R "
                    f"/Resources << /Font << /F1 3 0 R >> {more} >> >>".encode(), content]
    return built([*objects, *extra])


def lines(number: int) -> list[str]:
    return [line for paragraph in told(number).split("\n") for line in wrap(paragraph, 70)]


def good(number: int, count: int = 3) -> bytes:
    return pages([stream(shown([*lines(number), f"Page {page}."])) for page in range(count)])


def _broken_stream() -> bytes:
    data = bytearray(good(203))
    at = data.index(b"stream\n") + 60
    data[at:at + 20] = b"\xff" * 20
    return bytes(data)


def _encrypted() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer, buffer = PdfWriter(clone_from=PdfReader(io.BytesIO(good(204)))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(buffer)
    return buffer.getvalue()


def _pictures(contents: list[bytes]) -> bytes:
    image = stream(b"\0" * 100, "/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8")
    return pages(contents, more=f"/XObject << /I {4 + 2 * len(contents)} 0 R >>", extra=(image,))


def _lying_font() -> bytes:
    """A font whose ToUnicode shifts every letter by some hundred places."""
    cmap = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <0120> endbfrange endcmap"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return pages([stream(shown([line.replace(" ", "\n") for line in lines(205) * 5]).replace(b"\n", b" "))], font, extra=(stream(cmap),))


def word(body: str, before: str = "", **parts: str | bytes) -> bytes:
    document = f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return zip_of({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **parts})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _body(number: int) -> str:
    return "".join(map(paragraph, filter(None, told(number).split("\n"))))


_ROW = "<w:tbl><w:tr>{}</w:tr></w:tbl>"
_DELETED = "<w:p><w:r><w:t>Paris </w:t></w:r><w:del><w:r><w:delText>ne </w:delText></w:r></w:del><w:ins><w:r><w:t>condamne.</w:t></w:r></w:ins></w:p>"

CASES = [
    Case("zero.pdf", lambda: b"", REJECTED, "the file is empty"),
    Case("tronque.pdf", lambda: good(201)[:1_100], REJECTED, "cannot be read"),
    Case("tronque-tot.pdf", lambda: good(202)[:200], REJECTED, "cannot be read"),
    Case("flux-abime.pdf", _broken_stream, PARTIAL, "some of its text may be missing"),
    Case("circulaire.pdf", lambda: built([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]), REJECTED, ""),
    Case("chiffre.pdf", _encrypted, REJECTED, "protected by a password"),
    Case("images.pdf", lambda: _pictures([stream(b"q 500 0 0 700 0 0 cm /I Do Q")]), REJECTED, "no text layer"),
    Case("une-image.pdf", lambda: _pictures([stream(shown(lines(206))), stream(b"q 500 0 0 700 0 0 cm /I Do Q")]), PARTIAL, "1 of its 2 pages are pictures"),
    Case("bombe.pdf", lambda: pages([stream(b" " * 100_000_000)]), REJECTED, "pages can be read"),
    Case("police-menteuse.pdf", _lying_font, PARTIAL, "its fonts do not say which characters"),
    Case("deux-colonnes.pdf", lambda: pages([stream(shown(lines(207)) + shown(["La seconde colonne", "poursuit le recit."], 310))]), STORED),
    Case("cinq-mille-pages.pdf", lambda: pdf(["Une."], 5_000), REJECTED, "5,000 pages"),
    Case("une-page-qui-web.pdf", lambda: b"<html><body>Rome</body></html>", REJECTED, "cannot be read"),
    Case("page-absente.pdf", lambda: good(208).replace(b"/Contents 7 0 R", b"/Contents 99 0 R"), PARTIAL, "damaged"),
    Case("renomme.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), REJECTED, "the archive cannot be opened"),
    Case("partie-absente.docx", lambda: zip_of({"[Content_Types].xml": "<Types/>"}), REJECTED, "word/document.xml is missing"),
    Case("bombe.docx", lambda: docx([("Normal", "Rome " * 60)] * 30_000), REJECTED, "times its size"),
    Case("entites.docx", lambda: word(paragraph("&a;"), '<!DOCTYPE d [<!ENTITY a "Rome">]>'), REJECTED, "entities of its own"),
    Case("tableaux.docx", lambda: word(_ROW.format("".join(f"<w:tc>{paragraph(line)}</w:tc>" for line in lines(209)))), STORED),
    Case("suivi.docx", lambda: word(_body(210) + _DELETED), STORED),
    Case("macro.docx", lambda: word(_body(211), **{"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), STORED),
    Case("tronque.docx", lambda: word(_body(212))[:-60], REJECTED, "the archive cannot be opened"),
    Case("vide.docx", lambda: word(paragraph("")), REJECTED, "no text in it"),
    Case("profond.docx", lambda: word("<w:sdt>" * 300 + paragraph(FIRST) + "</w:sdt>" * 300), REJECTED, "no well-formed XML"),
    Case("titre-hostile.docx", lambda: docx([("Title", f"=1+1 &lt;script&gt; {TITLE}"), ("Normal", told(213))]), STORED),
]
