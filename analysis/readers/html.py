"""HTML pages: one article each by trafilatura, or the many of an export from a press database."""
import re
from datetime import date

from analysis.readers import europresse, factiva
from analysis.readers.building import article, one_line
from analysis.readers.decoding import ReadError
from analysis.readers.found import Found, Rejected
from analysis.readers.markup import html_tree, paragraphs, text_of

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_MOST_CHARACTERS = 4_000_000  # of one page: trafilatura takes more than in proportion longer for longer pages
_FEWEST_CHARACTERS = 80  # less is a menu, a notice about cookies, or the stub before a login
_DEEPEST = 250  # lxml leaves out what lies deeper than 256, without a word
_TEASER = 200  # characters of an article below which it is an invitation to read it
_STUB = re.compile(r"il vous reste \d{1,3}(?:[.,]\d{1,2})?\s{0,5}% de cet article|la suite (?:de cet article )?est réservée? aux abonnés"
                   r"|pour lire la suite,? (?:abonnez|connectez|identifiez)-vous", re.I)
_TOO_DEEP = f"its elements are nested more than {_DEEPEST} deep, and what lies deeper was not read"
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr p li dd dt td th tr option".split())


def read(page: str, name: str) -> Found:
    """The article of a page, or the articles of an export from Europresse or Factiva."""
    for export in (europresse, factiva):
        if export.is_export(page):
            yield from export.read(page, name)
            if _depth(page) > _DEEPEST:
                yield Rejected(name, _TOO_DEEP)
            return
    if len(page) > _MOST_CHARACTERS:
        raise ReadError(f"longer than {_MOST_CHARACTERS:,} characters, which no page with a single article is")
    too_deep = _TOO_DEEP if _depth(page) > _DEEPEST else ""
    try:
        found = _read_page(page, name)
    except ReadError as error:
        raise ReadError(too_deep or str(error)) from error
    yield found
    if too_deep:
        yield Rejected(name, too_deep)
    if stub := _STUB.search(page):
        yield Rejected(name, f"the page holds the beginning of the article alone (« {one_line(stub.group())} »)")
    if others := _others(page, found.text):
        yield Rejected(name, f"{len(others)} more articles stand on the page and were not read ({', '.join(others[:3])})")


def _others(page: str, text: str) -> list[str]:
    """How the articles of the page begin that the text is not of; teasers are none."""
    if page.count("<article") < 2:
        return []
    found = []
    for element in html_tree(page).xpath("//article[not(ancestor::article)]"):
        lines = [one_line(text_of(part)) for part in element.iter("p")]
        longest = max(lines, key=len, default="")
        if sum(map(len, lines)) >= _TEASER and longest[:60] not in text:
            found.append(next(iter(paragraphs(element)), longest)[:60].strip())
    return found


def _read_page(page: str, name: str):
    import trafilatura

    settings = {"extensive_search": False, "original_date": True}
    found = trafilatura.bare_extraction(page, include_comments=False, include_tables=False, with_metadata=True,
                                        date_extraction_params=settings)
    if found is None or len((found.text or "").strip()) < _FEWEST_CHARACTERS:
        raise ReadError("no article was found in the page (a page without text, or with the text behind a login)")
    return article(name, found.title or "", found.text.split("\n"), published=_day(found.date),
                   source=found.sitename or found.hostname or "", url=found.url or "")


def _day(written: str | None) -> tuple[date, date] | None:
    try:
        day = date.fromisoformat(written or "")
    except ValueError:
        return None
    return day, day


def _depth(page: str) -> int:
    """The deepest nesting of elements that must be closed."""
    depth = deepest = 0
    for closing, tag in _TAG.findall(page):
        if tag.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest
