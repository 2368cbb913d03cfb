"""Markdown files: front matter, a first heading as title, and the text without its marks."""
import re

from analysis.articles import Article
from analysis.readers.building import article
from analysis.readers.dating import day_in

_FRONT = re.compile(r"\A\s{0,20}---[ \t]{0,200}\n(.{0,10000}?)\n---[ \t]{0,200}(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^([A-Za-zé_-]{1,30})[ \t]{0,200}:[ \t]{0,200}(.{0,1000})$", re.M)
_HEADING = re.compile(r"^#{1,6}[ \t]{1,200}(.{1,500}?)[ \t#]{0,200}$", re.M)
_MARKS = (
    (re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)"), r"\1"),
    (re.compile(r"^[ \t]{0,3}(?:#{1,6}|>|[-*+]|\d{1,3}\.)[ \t]+", re.M), ""),
    (re.compile(r"(\*\*|__|\*|`)(?=\S)([^*`\n]{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"^[-*_]{3,100}[ \t]{0,200}$", re.M), ""),
)
_TITLES, _DATES, _SOURCES, _URLS = ({"title", "titre"}, {"date", "published"}, {"source", "journal", "publication"}, {"url", "link"})


def read(text: str, name: str) -> Article:
    """A Markdown file, decoded → Article. Raises ReadError."""
    fields, body = front_matter(text)
    heading = _HEADING.search(body[:2_000])
    title = _first(fields, _TITLES)
    if not title and heading:
        title, body = _plain(heading.group(1)), body[:heading.start()] + body[heading.end():]
    paragraphs = re.split(r"\n[ \t]{0,200}\n", _plain(body))
    return article(name, title, paragraphs, published=day_in(_first(fields, _DATES)), source=_first(fields, _SOURCES),
                   url=_first(fields, _URLS))


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields between the dashed lines at the top, their names in small letters, and the text behind them.

        >>> front_matter("---\\nTitle: Rome répond\\n---\\nL'Italie dément.")
        ({'title': 'Rome répond'}, "L'Italie dément.")
    """
    front = _FRONT.match(text)
    if not front:
        return {}, text
    fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front.group(1))}
    return fields, text[front.end():]


def _first(fields: dict[str, str], names: set[str]) -> str:
    return next((value for key, value in fields.items() if key in names), "")


def _plain(text: str) -> str:
    before, *comments = text.split("<!--")
    text = before + "".join(comment.partition("-->")[2] for comment in comments)
    for pattern, instead in _MARKS:
        text = pattern.sub(instead, text)
    return text
