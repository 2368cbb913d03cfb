"""Which column of a table is the title, the text, the date, the source, the address: guessed from its name."""
import re
import unicodedata
from collections.abc import Iterable, Mapping

from analysis.readers.decoding import ReadError

FIELDS = ("title", "text", "date", "source", "url")
_NAMES = {
    "title": "title titre headline titrearticle manchette hd",
    "text": "text texte body content contenu corps article fulltext textecomplet articletext summary abstract resume",
    "date": "date publicationdate datepublication publishedat published publie datedepublication pubdate jour dateparution day issued",
    "source": "source journal newspaper media publication outlet publisher publicationname containertitle sn",
    "url": "url link lien adresse uri permalink",
}
_NO_LETTERS = re.compile(r"[^a-z]")
Columns = Mapping[str, str]


class ColumnsError(ValueError):
    """What was given as columns is not of the form FIELD=COLUMN."""


def guess(headers: Iterable[str]) -> dict[str, str]:
    """Field → column, for the fields whose column a name gives away; an earlier name of the list goes first.

        >>> guess(["Titre", "Contenu", "Date de publication"])
        {'title': 'Titre', 'text': 'Contenu', 'date': 'Date de publication'}
    """
    by_name: dict[str, str] = {}
    for header in headers:
        by_name.setdefault(_bare(header), header)
    found = {}
    for field in FIELDS:
        name = next((name for name in _NAMES[field].split() if name in by_name), None)
        if name:
            found[field] = by_name[name]
    return found


def chosen(headers: list[str], given: Columns) -> dict[str, str]:
    """The guess, with what the user says in its place. Raises ReadError where there is no text, or no such column."""
    unknown = [column for column in given.values() if column not in headers]
    if unknown:
        raise ReadError(f"it has no column {', '.join(map(repr, unknown))}; it has: {_listed(headers)}")
    columns = {**guess(headers), **given}
    if "text" not in columns:
        raise ReadError(f"no column is known to hold the text; name it with --columns text=NAME; it has: {_listed(headers)}")
    return columns


def told(columns: Columns) -> str:
    """The choice in words: ``title ← Titre, text ← Contenu``."""
    return ", ".join(f"{field} ← {columns[field]}" for field in FIELDS if field in columns)


def parsed(words: Iterable[str]) -> dict[str, str]:
    """``["text=Contenu", "title=Titre"]`` → field → column. Raises ColumnsError for another field or form."""
    columns = {}
    for word in words:
        field, equals, column = word.partition("=")
        if not equals or field not in FIELDS or not column:
            raise ColumnsError(f"{word!r} is not of the form FIELD=COLUMN with a FIELD of {', '.join(FIELDS)}")
        columns[field] = column
    return columns


def _bare(header: str) -> str:
    decomposed = unicodedata.normalize("NFD", str(header).lower())
    return _NO_LETTERS.sub("", decomposed)


def _listed(headers: list[str]) -> str:
    return ", ".join(map(str, headers[:20])) + (" …" if len(headers) > 20 else "")
