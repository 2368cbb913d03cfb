"""Title, paragraphs and what a format says of them → Article."""
import hashlib
import re
from collections.abc import Iterable
from datetime import date

from analysis.articles import Article
from analysis.readers.decoding import ReadError
from analysis.readers.text import MAX_CHARACTERS

_SPACES = re.compile(r"[ \t\n\r\f\v]{1,}")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def article(name: str, title: str, paragraphs: Iterable[str], *, published: tuple[date, date] | None = None,
            source: str = "", url: str = "", dated_by: str = "metadata") -> Article:
    """An article whose text is its title and its paragraphs, a blank line between them.

    A first paragraph that says the title again is left out. Raises ReadError where there is no letter in it, or too
    many.

        >>> article("a.html", "Rome répond", ["Rome répond", "L'Italie dément."]).text
        'Rome répond\\n\\nL\\'Italie dément.'
    """
    title = one_line(title)
    lines = [line for line in map(one_line, paragraphs) if line]
    if lines and lines[0] == title:
        lines = lines[1:]
    if not any(any(character.isalpha() for character in line) for line in lines):
        raise ReadError("there is no text in it" + (" but a title" if title else ""))
    text = "\n\n".join([title, *lines] if title else lines)
    if len(text) > MAX_CHARACTERS:
        raise ReadError(f"longer than {MAX_CHARACTERS:,} characters, which no single article is; split it")
    first, last = published or (None, None)
    return Article(
        article_id=hashlib.sha256(text.encode()).hexdigest()[:16], path=name, title=title, text=text,
        published_first=first, published_last=last, source=one_line(source), url=web_address(url),
        title_start=0, title_end=len(title), body_start=len(title) + 2 if title else 0,
        dated_by=dated_by if published else "",
    )


def one_line(text: str) -> str:
    """A text without control characters and lone surrogates, its runs of white space each one space."""
    return _SPACES.sub(" ", _SURROGATE.sub("\ufffd", _UNWANTED.sub("", text))).strip()


def web_address(url: str) -> str:
    """The address where it is one of the web; anything else (javascript:, file:) is no place to send a reader to."""
    address = one_line(url)
    return address if address.lower().startswith(("https://", "http://")) and " " not in address else ""
