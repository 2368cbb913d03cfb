"""Bytes → text, by what the bytes themselves say: a byte order mark, valid UTF-8, else Windows-1252."""
import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = "this is binary data, not text (or UTF-16 without its byte order mark)"
_TEXT_CONTROLS = "\t\n\r\f\x0b\x1b"


class ReadError(ValueError):
    """A file gave no article; the message is the reason, in words for the person who supplied it."""


def decode(data: bytes) -> str:
    """Bytes of a text file → text with ``\\n`` line ends and no byte order mark.

    UTF-8 with or without mark, UTF-16 and UTF-32 with mark, else Windows-1252. Raises ReadError for an empty file,
    binary content and bytes that none of these allow.

        >>> decode("Téhéran dément.".encode("cp1252"))
        'Téhéran dément.'
    """
    if not data:
        raise ReadError("the file is empty")
    marked = any(data.startswith(mark) for mark, _ in _MARKS)
    if not marked and b"\x00" in data:
        raise ReadError(_BINARY)
    text = _decode(data).replace("\r\n", "\n").replace("\r", "\n")
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in _TEXT_CONTROLS)
    if "\x00" in text or controls > len(text) / 100:
        raise ReadError(_BINARY)
    if not any(character.isalpha() for character in text):
        raise ReadError("there is no text in it")
    return text


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark):], encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, "cp1252")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"its characters cannot be decoded as {encoding} (byte {error.start}); save it as UTF-8") from error
