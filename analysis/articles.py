"""An article as it was read: its text untouched, and what is known of where and when it was published."""
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Article:
    """One article.

    ``text`` is what the file says, decoded, header included; every offset in every table counts its characters.
    ``published_first`` and ``published_last`` are equal where the day is known, the bounds of the month or year where
    only that is known, and None where nothing is; ``dated_by`` says where the reader found them: header, metadata, text,
    file name, address, capture (by a web archive), or empty. ``title_start:title_end`` is the title's place in the text,
    and the body starts at ``body_start``.
    """

    article_id: str
    path: str
    title: str
    text: str
    published_first: date | None = None
    published_last: date | None = None
    source: str = ""
    language: str = "fr"
    url: str = ""
    title_start: int = 0
    title_end: int = 0
    body_start: int = 0
    dated_by: str = ""
