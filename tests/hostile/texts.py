"""Plain text: encodings of every kind, characters that turn or hide, and texts of monstrous length."""
import unicodedata

from tests.hostile.case import PARTIAL, REJECTED, STORED, Case, told

_DOUBLE = "« Téhéran a été prévenu », répète l'émissaire.\n"


def _twice(text: str) -> bytes:
    return b"".join(bytes([byte]).decode("cp1252").encode() if byte not in b"\x81\x8d\x8f\x90\x9d" else chr(byte).encode()
                    for byte in text.encode())


def _written(number: int, more: str = "", encoding: str = "utf-8"):
    return lambda: (told(number) + more).encode(encoding)


CASES = [
    Case("vide.txt", lambda: b"", REJECTED, "the file is empty"),
    Case("marque-seule.txt", lambda: b"\xef\xbb\xbf", REJECTED, "no text in it"),
    Case("blancs.txt", lambda: b" \t\n\xc2\xa0\n" * 50, REJECTED, "no text in it"),
    Case("nul.txt", lambda: told(1).encode().replace(b"mercredi", b"mer\0credi"), REJECTED, "binary data"),
    Case("cp1252.txt", _written(2, "Cœur de l’affaire…", "cp1252"), STORED),
    Case("mac-roman.txt", _written(3, "Un communiqué bref.", "mac_roman"), STORED),
    Case("utf16-le-marque.txt", lambda: b"\xff\xfe" + told(4).encode("utf-16-le"), STORED),
    Case("utf16-be-marque.txt", lambda: b"\xfe\xff" + told(5).encode("utf-16-be"), STORED),
    Case("utf16-sans-marque.txt", _written(6, encoding="utf-16-le"), REJECTED, "UTF-16 without its byte order mark"),
    Case("utf32-marque.txt", lambda: b"\xff\xfe\0\0" + told(7).encode("utf-32-le"), STORED),
    Case("utf32-sans-marque.txt", _written(8, encoding="utf-32-be"), REJECTED, "binary data"),
    Case("melange.txt", lambda: told(9).encode() + "L'été dernier, Malte s'était déjà plainte.\n".encode("cp1252"), PARTIAL, "mixes encodings: 1 of its lines"),
    Case("double-utf8.txt", lambda: _twice(told(10) + _DOUBLE), STORED),
    Case("double-en-partie.txt", lambda: told(11).encode() + "“".encode() * 3 + _twice(_DOUBLE * 2) + "Ÿ ő\n".encode(), PARTIAL, "encoded twice"),
    Case("tronque.txt", lambda: (told(12) + "é").encode()[:-1], PARTIAL, "the file was cut off"),
    Case("utf16-tronque.txt", lambda: b"\xff\xfe" + told(13).encode("utf-16-le")[:-1], PARTIAL, "cannot be decoded as utf-16-le"),
    Case("demi-caracteres.txt", lambda: (told(14) + "Un \ud83d seul.").encode("utf-8", "surrogatepass"), PARTIAL, "mixes encodings"),
    Case("octets-de-rien.txt", lambda: b"\x81\xb0\xba\xc3\xd7 Rome " * 9, REJECTED, "cannot be decoded"),
    Case("sens-inverse.txt", _written(15, "\u202eruedassabma'l\u202c a été \u2066reçu\u2069."), STORED),
    Case("largeur-nulle.txt", _written(16, "Pa\u200bris et Mos\u200dcou\ufeff se par\u00adlent."), STORED),
    Case("decompose.txt", lambda: unicodedata.normalize("NFD", told(17)).encode(), STORED),
    Case("homoglyphes.txt", _written(18, "Мoscou et Pаris, écrits de lettres cyrilliques."), STORED),
    Case("un-million-et-un.txt", lambda: (told(19) * 9000)[:1_000_001].encode(), REJECTED, "longer than 1,000,000 characters"),
    Case("un-seul-mot.txt", lambda: (told(20) + "a" * 900_000).encode(), STORED),
    Case("tirets.txt", _written(21, "-" * 40_000), STORED),
    Case("tirets-seuls.txt", lambda: b"-" * 40_000, REJECTED, "no text in it"),
    Case("emoji.txt", _written(22, "😀" * 10_000 + "👩‍👩‍👧‍👦" * 2_000), STORED),
    Case("elisions.txt", _written(23, "l'" * 20_000), STORED),
    Case("chiffres.txt", _written(24, "1" * 50_000 + " janvier"), STORED),
    Case("retours-seuls.txt", lambda: told(25).replace("\n", "\r").encode(), STORED),
    Case("binaire.txt", lambda: bytes(range(256)) * 16, REJECTED, "binary data"),
    Case("commandes.txt", _written(26, "\x01\x02\x03\x04\x05\x06" * 20), REJECTED, "binary data"),
    Case("trop-gros.txt", lambda: b"Rome. " * 700_000, REJECTED, "larger than 4 MB"),
    Case("date-impossible.txt", lambda: b" date 2024-13-45 " + told(27).encode(), STORED),
    Case("titre-sans-fin.txt", lambda: ("Rome " * 100_000 + "\n\n" + told(28)).encode(), STORED),
    Case("autres-lignes.txt", lambda: told(29).replace("\n", "\u2028").encode() + b"\x0c\x0b\xc2\x85fin", STORED),
    Case("sans-fin-de-nom", _written(30), STORED),
    Case("=1+1.txt", _written(31), STORED),
    Case("nom\nsur deux lignes.txt", _written(32), STORED),
    Case("programme.exe", lambda: b"MZ", REJECTED, "the kind .exe are not read"),
    Case("genre" + ".x" * 60, lambda: b"a", REJECTED, "are not read"),
    Case("image-markdown.md", _written(33, "![x](https://a.example/p.png) [y](javascript:alert(1)) <!-- jamais fermé"), STORED),
    Case("entete-sans-fin.md", lambda: b"---\ntitle: Rome\n" + told(34).encode() * 40, STORED),
    Case("accolades.bib", lambda: b"@article{a, title={{{{{{Rome, abstract={" + told(35).encode(), REJECTED, "reference"),
    Case("sans-fiche.ris", lambda: told(36).encode(), REJECTED, "no reference was found"),
]
