"""Europresse's HTML export: one ``<article>`` each, or, in older exports, one table each."""
from analysis.readers.building import article
from analysis.readers.dating import day_in
from analysis.readers.decoding import ReadError
from analysis.readers.found import Found, Rejected
from analysis.readers.markup import html_tree, paragraphs, text_of

_SIGNS = ("DocPublicationName", "titreArticle", "docOcurrContainer", "rdp__articletitle")
_TITLES = ("titreArticle", "titreArticleVisu", "rdp__articletitle")
_BODIES = ("docOcurrContainer", "DocText")


def is_export(page: str) -> bool:
    """Whether the page has two of the classes that Europresse gives its documents."""
    return sum(sign in page for sign in _SIGNS) >= 2


def read(page: str, name: str) -> Found:
    """The articles of an export; each is named by its number in the file (``export.html#3``)."""
    root = html_tree(page)
    documents = root.xpath("//article") or root.xpath("//table[.//*[contains(@class, 'DocPublicationName')]]") or [root]
    for number, document in enumerate(documents, 1):
        place = f"{name}#{number}" if len(documents) > 1 else name
        try:
            yield _document(document, place)
        except ReadError as error:
            yield Rejected(place, str(error))


def _document(document, place: str):
    body = _first(document, _BODIES)
    return article(place, text_of(_first(document, _TITLES)), paragraphs(body) if body is not None else [],
                   published=day_in(text_of(_first(document, ("DocHeader",)))), source=_source(document))


def _source(document) -> str:
    """The newspaper, without the page or edition that may follow it in an element of its own."""
    element = _first(document, ("DocPublicationName",))
    return text_of(element).split(",")[0].removesuffix(" (site web)") if element is not None else ""


def _first(document, classes: tuple[str, ...]):
    for name in classes:
        found = document.xpath(".//*[contains(concat(' ', normalize-space(@class), ' '), $name)]", name=f" {name} ")
        if found:
            return found[0]
    return None
