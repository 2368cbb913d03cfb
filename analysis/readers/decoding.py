"""Bytes → text, by what the bytes themselves say: a byte order mark, valid UTF-8, else Windows-1252 or Mac Roman."""
import codecs
import re
import unicodedata
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = "this is binary data, not text (or UTF-16 without its byte order mark)"
_TEXT_CONTROLS = "\t\n\r\f\x0b\x1b"
_SURROGATE = re.compile("[\ud800-\udfff]")
_FRENCH = frozenset("éèêëàâçùûüîïôœæÉÈÊÀÂÇÎÔŒ’«»…–€")  # what French text has beside ASCII
_TWICE = re.compile("[\u00c2-\u00c5][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2018-\u2026\u2030\u2039\u203a\u20ac\u2122]|â€")
_MANY_TWICE = 3  # of these pairs of letters, which French does not have, before a text is held to be encoded twice


class ReadError(ValueError):
    """A file gave no article; the message is the reason, in words for the person who supplied it."""


class Decoded(NamedTuple):
    """A text, and what of the bytes could not be told for sure (empty where all is well)."""

    text: str
    fault: str = ""


def decode(data: bytes) -> str:
    """Bytes of a text file → text with ``\\n`` line ends, composed letters (NFC) and no byte order mark; see ``decoded``.

        >>> decode("Téhéran dément.".encode("cp1252"))
        'Téhéran dément.'
    """
    return decoded(data).text


def decoded(data: bytes) -> Decoded:
    """Bytes of a text file → its text, and what in it is doubtful or lost.

    UTF-8 with or without mark, UTF-16 and UTF-32 with mark, else Windows-1252 or, where that gives more French letters,
    Mac Roman. What a broken tool encoded twice is read as it was meant. Raises ReadError for an empty file, binary
    content and bytes that none of these allow.
    """
    if not data:
        raise ReadError("the file is empty")
    marked = any(data.startswith(mark) for mark, _ in _MARKS)
    if not marked and b"\x00" in data:
        raise ReadError(_BINARY)
    text, fault = _decoded(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in _TEXT_CONTROLS)
    if "\x00" in text or controls > len(text) / 100:
        raise ReadError(_BINARY)
    if not any(character.isalpha() for character in text):
        raise ReadError("there is no text in it")
    text = _once(text)
    if not fault and _twice(text):
        fault = "some of its characters were encoded twice and cannot be told (Ã©)"
    return Decoded(unicodedata.normalize("NFC", text), fault)


def _decoded(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark):], encoding)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > 1:
            return Decoded(data[:error.start].decode("utf-8"), "it ends in the middle of a character: the file was cut off")
    return _mixed(data) or Decoded(_single_byte(data))


def _marked(data: bytes, encoding: str) -> Decoded:
    """The text in the encoding that its mark names; characters that are none become U+FFFD and are counted."""
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        lost = text.count("\ufffd")
        if lost > len(text) / 10:
            raise ReadError(_undecodable(encoding, error)) from error
        return Decoded(text, f"{lost} of its characters cannot be decoded as {encoding}")


def _mixed(data: bytes) -> Decoded | None:
    """UTF-8 with some lines in a code of one byte a letter, or with characters that are none; None where it is not that."""
    lines, other = [], 0
    for line in data.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            other += 1
            half = line.decode("utf-8", "surrogatepass") if _only_surrogates(line) else ""
            lines.append(_SURROGATE.sub("\ufffd", half) if half else _single_byte(line))
    if not any(_multibyte(line) for line in data.split(b"\n")):
        return None
    return Decoded("\n".join(lines), f"it mixes encodings: {other} of its lines are no UTF-8 and were read by guess")


def _multibyte(line: bytes) -> bool:
    try:
        return len(line.decode("utf-8")) < len(line)
    except UnicodeDecodeError:
        return _only_surrogates(line)


def _only_surrogates(line: bytes) -> bool:
    """Whether the line would be UTF-8 if halves of characters were allowed."""
    try:
        line.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _single_byte(data: bytes) -> str:
    """Windows-1252, or Mac Roman where that gives more of the letters of French."""
    try:
        windows = data.decode("cp1252")
    except UnicodeDecodeError as error:
        mac = data.decode("mac_roman")
        if _french(mac) * 2 < sum(character > "\x7f" for character in mac):
            raise ReadError(_undecodable("cp1252", error)) from error
        return mac
    mac = data.decode("mac_roman")
    return mac if _french(mac) > _french(windows) else windows


def _french(text: str) -> int:
    return sum(text.count(letter) for letter in _FRENCH)


def _once(text: str) -> str:
    """Text in UTF-8 that was taken for Windows-1252 and encoded again (« TÃ©hÃ©ran »), as it was meant; any other as it is."""
    if not _twice(text):
        return text
    try:
        return b"".join(_back(character) for character in text).decode("utf-8")
    except UnicodeError:
        return text


def _twice(text: str) -> bool:
    return ("Ã" in text or "â€" in text) and len(_TWICE.findall(text)) >= _MANY_TWICE


def _back(character: str) -> bytes:
    """The byte that a character stood for; the five that Windows-1252 leaves open stood for themselves."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _undecodable(encoding: str, error: UnicodeDecodeError) -> str:
    return f"its characters cannot be decoded as {encoding} (byte {error.start}); save it as UTF-8"
