"""Factiva's HTML export: a table a document, whose rows begin with a code (HD headline, PD day, SN source, LP TD text)."""
import re

from analysis.readers.building import article
from analysis.readers.dating import day_in
from analysis.readers.decoding import ReadError
from analysis.readers.found import Found, Rejected
from analysis.readers.markup import html_tree, paragraphs, text_of

_CODED = re.compile(r">\s{0,20}(?:<b>)?\s{0,20}(HD|PD|SN|LP|TD|AN)\s{0,20}(?:</b>)?\s{0,20}<")


def is_export(page: str) -> bool:
    """Whether the page has the class of Factiva's articles and its codes."""
    return "frArticle" in page and len(set(_CODED.findall(page))) >= 3 or {"HD", "PD", "SN", "AN"} <= set(_CODED.findall(page))


def read(page: str, name: str) -> Found:
    """The articles of an export; each is named by its number in the file (``export.html#3``)."""
    tables = [rows for rows in map(_coded_rows, html_tree(page).xpath("//table")) if "HD" in rows]
    if not tables:
        raise ReadError("no document with a headline (HD) was found in the export")
    for number, rows in enumerate(tables, 1):
        place = f"{name}#{number}" if len(tables) > 1 else name
        try:
            yield _document(rows, place)
        except ReadError as error:
            yield Rejected(place, str(error))


def _coded_rows(table) -> dict[str, object]:
    """Code → the cell that it names."""
    rows = {}
    for row in table.xpath("./tr | ./tbody/tr"):
        cells = row.xpath("./td | ./th")
        if len(cells) >= 2:
            rows.setdefault(text_of(cells[0]), cells[1])
    return rows


def _document(rows: dict[str, object], place: str):
    text = [line for code in ("LP", "TD") if code in rows for line in paragraphs(rows[code])]
    return article(place, text_of(rows["HD"]), text, published=day_in(text_of(rows.get("PD"))), source=text_of(rows.get("SN")))
