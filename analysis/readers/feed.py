"""RSS and Atom files: an article an entry."""
from datetime import date
from email.utils import parsedate_to_datetime

from analysis.readers.building import article
from analysis.readers.dating import day_in
from analysis.readers.decoding import ReadError
from analysis.readers.found import Found, Rejected
from analysis.readers.markup import fragment_paragraphs, xml_tree

_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "updated")


def read(data: bytes, name: str) -> Found:
    """The entries of a feed; each is named by its number (``flux.xml#3``)."""
    root = xml_tree(data)
    found = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if _name(root) not in ("rss", "feed", "RDF") or not found:
        raise ReadError("it is no RSS or Atom feed with entries in it")
    channel = next((element for element in root.iter() if _name(element) in ("channel", "feed")), root)
    source = _plain(next((child for child in channel if _name(child) == "title"), None))
    for number, entry in enumerate(found, 1):
        place = f"{name}#{number}"
        try:
            yield _article(entry, source, place)
        except ReadError as error:
            yield Rejected(place, str(error))


def _article(entry, source: str, place: str):
    children = {}
    for child in entry:
        children.setdefault(_name(child), child)
    texts = [fragment_paragraphs(_inner(children[key])) for key in _TEXTS if key in children]
    link = children.get("link")
    address = (link.get("href") or link.text or "") if link is not None else ""
    day = next((found for key in _DATES if key in children and (found := _day(_plain(children[key])))), None)
    longest = max(texts, key=lambda lines: sum(map(len, lines)), default=[])
    return article(place, _plain(children.get("title")), longest, published=day, source=source, url=address.strip())


def _name(element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _plain(element) -> str:
    return " ".join(fragment_paragraphs(_inner(element))) if element is not None else ""


def _inner(element) -> str:
    """What an element holds, as HTML: its text, which is escaped HTML, or its children (XHTML in Atom)."""
    from lxml import etree

    return (element.text or "") + "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)


def _day(written: str) -> tuple[date, date] | None:
    try:
        day = parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError):
        return day_in(written)
    return day, day
