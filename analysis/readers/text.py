"""Plain text files: an optional header ``date YYYY[-MM[-DD]]``, a title line, paragraphs."""
import calendar
import hashlib
import re
from datetime import date

from analysis.articles import Article
from analysis.readers.decoding import ReadError

_HEADER = re.compile(r"\s{0,50}date[ \t]{1,5}(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?![\d-])[ \t:]{0,20}")
_TITLE_LENGTH = 300  # longer first lines are a paragraph, not a title
MAX_CHARACTERS = 1_000_000  # the French pipeline's own limit for one text


def read(text: str, name: str) -> Article:
    """A text file, decoded, and its name → Article. Raises ReadError where there is no article in it.

        >>> read(" date 2022-10 Paris rappelle son ambassadeur\\n\\nLe Quai...", "a.txt").title
        'Paris rappelle son ambassadeur'
    """
    if len(text) > MAX_CHARACTERS:
        raise ReadError(f"longer than {MAX_CHARACTERS:,} characters, which no single article is; split it")
    first, last, after_header = published(text)
    start, end = _title(text, after_header)
    return Article(
        article_id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        path=name, title=text[start:end], text=text, published_first=first, published_last=last,
        title_start=start, title_end=end, body_start=_skip_blank(text, end),
    )


def published(text: str) -> tuple[date | None, date | None, int]:
    """First and last day of publication the header allows, and where the header ends (0 where there is none).

    An impossible date (``date 2022-13``) is unknown, and the header still no part of the title.
    """
    header = _HEADER.match(text)
    if not header:
        return None, None, 0
    year, month, day = (int(part) if part else None for part in header.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None, None, header.end()
    return first, last, header.end()


def _title(text: str, begin: int) -> tuple[int, int]:
    """The first line after the header, where more text follows it and it is no paragraph; else an empty span."""
    start = _skip_blank(text, begin)
    end = text.find("\n", start)
    if end < 0 or end - start > _TITLE_LENGTH or not text[end:].strip():
        return start, start
    return start, start + len(text[start:end].rstrip())


def _skip_blank(text: str, at: int) -> int:
    rest = text[at:]
    return at + len(rest) - len(rest.lstrip())
