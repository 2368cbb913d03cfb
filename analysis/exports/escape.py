"""Text of articles, made harmless for files: one escaper a sink. (That of plotly labels is in analysis/charts/escape.py.)

Articles are written by others: what opens an export must find text in it, never a formula, a tag or a path.
"""
import html
import re
import unicodedata

# What XML 1.0 allows no document to contain, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Control characters, and halves of characters, which no encoding writes.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# A spreadsheet takes a cell that begins with one of these for a formula; the apostrophe marks our own prefix.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "'"
_XLSX_MOST = 32_767
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$")


def html_text(text: str) -> str:
    """Text → HTML that shows exactly this text, in an element or a quoted attribute."""
    return html.escape(_CONTROL.sub("\ufffd", text), quote=True)


def xml_text(text: str) -> str:
    """Text without the characters that XML cannot hold; the XML writer escapes the rest.

    Each end of a line is a line feed, which is what a reader of XML makes of it.
    """
    return _NOT_XML.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


def csv_cell(text: str) -> str:
    """Text → CSV cell that no spreadsheet computes: an apostrophe goes before what looks like a formula.

    It goes before a leading apostrophe too, so that :func:`csv_text` gives back the text; only control characters,
    which no spreadsheet shows, are lost.

    >>> csv_cell("=1+1"), csv_cell("« Non »"), csv_text(csv_cell("'=1+1"))
    ("'=1+1", '« Non »', "'=1+1")
    """
    clean = _CONTROL.sub("\ufffd", text)
    return _MARK + clean if clean.startswith((*_FORMULA, _MARK)) else clean


def csv_text(cell: str) -> str:
    """CSV cell → the text that :func:`csv_cell` was given."""
    return cell.removeprefix(_MARK)


def xlsx_cell(text: str) -> str:
    """Text → XLSX cell: no control characters, and no more than the 32,767 characters that a cell can hold; what is cut
    ends with an ellipsis, and the file says how many were (:func:`xlsx_cut`).

    Excel counts in UTF-16, in which 🌍 is two.
    """
    clean = xml_text(text)
    if not xlsx_cut(clean):
        return clean
    return clean.encode("utf-16-le")[:2 * (_XLSX_MOST - 1)].decode("utf-16-le", "ignore") + "…"


def xlsx_cut(text: str) -> bool:
    """Whether an XLSX cell cannot hold the whole text.

    >>> xlsx_cut("🌍" * 16_383), xlsx_cut("🌍" * 16_384)
    (False, True)
    """
    return 2 * len(text) > _XLSX_MOST and len(xml_text(text).encode("utf-16-le")) > 2 * _XLSX_MOST


def tsv_cell(text: str) -> str:
    """Text → cell of a tab-separated file without quoting: one line, no tab.

    >>> tsv_cell("Paris\\tet\\nRabat")
    'Paris et Rabat'
    """
    return " ".join(_CONTROL.sub(" ", text).split())


def file_name(text: str, ending: str) -> str:
    """Text → a file name that every system takes: ASCII letters, digits and hyphens, at most 80, and the ending.

    >>> file_name("Réseau : « Paris/Rabat »", "gexf")
    'reseau-paris-rabat.gexf'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")
    return f"{'homologue' if not slug or _RESERVED.match(slug) else slug}.{ending}"
