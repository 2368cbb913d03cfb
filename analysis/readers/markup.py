"""HTML and XML by lxml, read so that nothing is fetched, no entity grows, and blocks stay paragraphs."""
import re

from analysis.readers.decoding import ReadError

_BLOCKS = frozenset("p div br li tr h1 h2 h3 h4 h5 h6 blockquote section article header footer table ul ol".split())
_SILENT = frozenset(("script", "style", "noscript", "template", "iframe", "object"))
_DECLARED = re.compile(r"^\s{0,50}<\?xml[^>]{0,200}\?>")


def html_tree(page: str):
    """The root element of a page, with nodes of any size (lxml else drops those over 10 MB). Raises ReadError."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(_DECLARED.sub("", page), parser=HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True))
    except (etree.ParserError, ValueError) as error:
        raise ReadError(f"it is no HTML that can be read ({error})") from error


def xml_tree(data: bytes):
    """The root element of an XML document. Raises ReadError where it is not well formed or declares entities."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
                             remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"it is no well-formed XML ({error.msg or 'empty'})") from error
    if root.getroottree().docinfo.internalDTD is not None and root.getroottree().docinfo.internalDTD.entities():
        raise ReadError("it declares entities of its own, which are not read")
    return root


def paragraphs(element) -> list[str]:
    """The text of an element, one string a block."""
    lines = [""]

    def walk(node) -> None:
        if not isinstance(node.tag, str) or node.tag in _SILENT:
            return
        block = node.tag in _BLOCKS
        if block:
            lines.append("")
        lines[-1] += node.text or ""
        for child in node:
            walk(child)
            lines[-1] += child.tail or ""
        if block:
            lines.append("")

    try:
        walk(element)
    except RecursionError as error:
        raise ReadError("its elements are nested too deep") from error
    return [line for line in lines if line.strip()]


def fragment_paragraphs(fragment: str) -> list[str]:
    """The text of a piece of HTML (a feed's description), one string a block."""
    return paragraphs(html_tree(f"<div>{fragment}</div>")) if fragment.strip() else []


def text_of(element) -> str:
    """All text of an element in one line."""
    return " ".join(" ".join(paragraphs(element)).split()) if element is not None else ""
