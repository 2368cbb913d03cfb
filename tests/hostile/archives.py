"""Archives: names that climb out, links, bombs, entries that overlap, false sizes, and far too many files."""
import gzip
import io
import struct
import zipfile

from tests.hostile.case import PARTIAL, REJECTED, STORED, Case, told
from tests.hostile.documents import good
from tests.readers.files import zip_of


def _link() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("bon.txt", told(402))
        link = zipfile.ZipInfo("lien.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return buffer.getvalue()


def _directory(data: bytes) -> int:
    """Where the directory of an archive begins."""
    return struct.unpack("<I", data[-6:-2])[0]


def _overlapping() -> bytes:
    """Ten entries whose bytes are all those of the first one."""
    data = zip_of({f"{number}.txt": told(403) for number in range(10)})
    at, out = _directory(data), bytearray(data)
    while out[at:at + 4] == b"PK\1\2":
        out[at + 42:at + 46] = bytes(4)
        name, extra, comment = struct.unpack("<HHH", out[at + 28:at + 34])
        at += 46 + name + extra + comment
    return bytes(out)


def _false_size(size: int, number: int) -> bytes:
    """An archive whose second entry claims another size than it has."""
    data = bytearray(zip_of({"bon.txt": told(number), "faux.txt": told(number + 1)}))
    at = data.rindex(b"PK\1\2")
    data[at + 24:at + 28] = struct.pack("<I", size)
    return bytes(data)


def _encrypted() -> bytes:
    data = bytearray(zip_of({"bon.txt": told(406), "secret.txt": told(407)}))
    at = data.rindex(b"PK\1\2")
    data[at + 8] |= 1
    return bytes(data)


def _same_names() -> bytes:
    return zip_of({"a.txt": told(408), "b.txt": told(409)}).replace(b"b.txt", b"a.txt")


def _many(count: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(count):
            archive.writestr(zipfile.ZipInfo(f"{number:x}"), b"")
    return buffer.getvalue()


def _broken_warc() -> bytes:
    text = told(412)
    head = _WARC_HEAD.replace("120000000", str(len(text.encode())))
    return (head + text + "\r\n\r\n" + head + text[:40]).encode()


_WARC_HEAD = ("WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.example/\r\nWARC-Date: 2024-09-11T00:00:00Z\r\n"
              "Content-Type: text/plain\r\nContent-Length: 120000000\r\n\r\n")
_BOMB = b"Rome. " * 600_000
CASES = [
    Case("remontee.zip", lambda: zip_of({"../../a.txt": told(400), "b/bon.txt": told(401)}), PARTIAL, "leads out of the archive"),
    Case("absolu.zip", lambda: zip_of({"/etc/a.txt": told(410)}), REJECTED, "leads out of the archive"),
    Case("lien.zip", _link, PARTIAL, "a link"),
    Case("bombe.zip", lambda: zip_of({"a.txt": _BOMB * 9}), REJECTED, "unpacks to more than 4 MB"),
    Case("bombe-de-table.zip", lambda: zip_of({"a.csv": b"a,b\n" * 20_000_000}), REJECTED, "times its size"),
    Case("chevauchement.zip", _overlapping, REJECTED, "those of another entry too"),
    Case("poupees.zip", lambda: zip_of({"bon.txt": told(404), "b.zip": zip_of({"c.zip": zip_of({"d.txt": told(405)})})}), PARTIAL, "nested more than 2 deep"),
    Case("poupees-bombes.zip", lambda: zip_of({f"{n}.zip": zip_of({"a.txt": _BOMB * 2}) for n in range(4)}), REJECTED, "4 documents: it unpacks to more than"),
    Case("taille-fausse.zip", lambda: _false_size(10, 420), PARTIAL, "cannot be unpacked"),
    Case("taille-immense.zip", lambda: _false_size(4_000_000_000, 422), STORED),
    Case("chiffre.zip", _encrypted, PARTIAL, "it is encrypted"),
    Case("memes-noms.zip", _same_names, PARTIAL, "its name occurs twice"),
    Case("cent-mille-entrees.zip", lambda: _many(100_001), REJECTED, "more than 100,000 files"),
    Case("tronque.zip", lambda: zip_of({"a.txt": told(411)})[:-30], REJECTED, "cannot be opened"),
    Case("vide.zip", lambda: zip_of({}), REJECTED, "no article in it"),
    Case("caches-seuls.zip", lambda: zip_of({".a.txt": "a", "__MACOSX/b.txt": "b"}), REJECTED, "no article in it"),
    Case("noms-hostiles.zip", lambda: zip_of({"=1+1.txt": told(413), "<b>.txt": told(414), "\u202etxt.a.txt": told(415)}), STORED),
    Case("bons-et-mauvais.zip", lambda: zip_of({"a.txt": told(416), "b.pdf": good(417)[:900], "c.docx": b"PK", "d.zip": b"", "e.doc": b"x"}), PARTIAL, "cannot be opened"),
    Case("pas-une-archive.zip", lambda: told(418).encode(), REJECTED, "cannot be opened"),
    Case("coupe.warc", _broken_warc, PARTIAL, "cannot be read past record"),
    Case("bombe.warc.gz", lambda: gzip.compress(_WARC_HEAD.encode() + bytes(120_000_000)), REJECTED, "unpacks to more"),
    Case("pas-une-archive.warc", lambda: told(419).encode(), REJECTED, ""),
]
