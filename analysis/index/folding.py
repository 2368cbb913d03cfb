"""Text folded for searching: small letters without accents, words with one space around each."""
import unicodedata
from functools import cache

_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_PLAIN = range(0x250)  # the Latin letters, folded once and for all


def fold(text: str) -> str:
    """Text → its words in small letters without accents, with a space before, after and between them.

    >>> fold("L'Élysée a reçu M. Cœur")
    ' l elysee a recu m coeur '
    """
    words = text.translate(_table()).split() if text.isascii() else unicodedata.normalize("NFC", text).translate(_table()).split()
    return f" {' '.join(words)} " if words else " "


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in the text that it comes from."""
    folded, places = [" "], [0]
    for place, mark in enumerate(text):
        for letter in _folded_mark(mark):
            if letter == " " and folded[-1] == " ":
                continue
            folded.append(letter)
            places.append(place)
    if folded[-1] != " ":
        folded.append(" ")
        places.append(len(text))
    return "".join(folded), places


def _folded_mark(mark: str) -> str:
    """One character folded: nothing for a combining accent, a space for what is in no word."""
    found = []
    for letter in unicodedata.normalize("NFKD", mark.casefold()):
        letter = _LETTERS.get(letter, letter)
        if letter.isalnum():
            found.append(letter)
        elif not unicodedata.combining(letter):
            found.append(" ")
    return "".join(found)


class _Marks(dict):
    """Translations of characters, worked out when a character is first met."""

    def __missing__(self, point: int) -> str:
        folded = _folded_mark(chr(point))
        if point in _PLAIN:
            self[point] = folded
        return folded


@cache
def _table() -> _Marks:
    return _Marks()
