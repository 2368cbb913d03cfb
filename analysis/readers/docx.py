"""Word documents (DOCX): the paragraphs as they read with all changes accepted, or the documents of a Nexis export."""
import re

from analysis.readers import nexis
from analysis.readers.building import article
from analysis.readers.decoding import ReadError
from analysis.readers.found import Found
from analysis.readers.markup import xml_tree
from analysis.readers.zipped import opened, unpacked

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MOST_BYTES = 50_000_000
_TITLE_STYLE = re.compile(r"^(?:Title|Titre|Heading1|Titre1)$", re.I)
_LONGEST_TITLE = 300


def read(data: bytes, name: str) -> Found:
    """The article of a document, or the articles of a Nexis export."""
    with opened(data) as archive:
        known = {info.filename: info for info in archive.infolist()}
        if "word/document.xml" not in known:
            raise ReadError("it is no Word document (word/document.xml is missing)")
        root = xml_tree(unpacked(archive, known["word/document.xml"], _MOST_BYTES))
        core = known.get("docProps/core.xml")
        title = (xml_tree(unpacked(archive, core, 1_000_000)).findtext(_TITLE) or "") if core else ""
    written = [(style, text) for style, text in map(_paragraph, root.iter(f"{_W}p")) if text.strip()]
    lines = [text for _, text in written]
    if nexis.is_export(lines):
        yield from nexis.read(lines, name)
        return
    styled = next((text for style, text in written[:5] if _TITLE_STYLE.match(style)), "")
    title = styled or title or (lines[0] if len(lines) > 1 and len(lines[0]) <= _LONGEST_TITLE else "")
    yield article(name, title, (line for line in lines if line != styled))


def _paragraph(element) -> tuple[str, str]:
    """(style, text) of a paragraph; what was deleted in a tracked change is no text, a nested paragraph comes by itself."""
    style = element.find(f"{_W}pPr/{_W}pStyle")
    pieces = []
    for node in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"):
        if node.iterancestors(f"{_W}p").__next__() is element:
            pieces.append(node.text or "" if node.tag == f"{_W}t" else " ")
    return (style.get(f"{_W}val", "") if style is not None else ""), "".join(pieces)
