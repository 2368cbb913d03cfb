"""Tables with an article a row: CSV, TSV, XLSX, JSON, JSON Lines. Cells are read as they are written, never as numbers."""
import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain, islice

from analysis.readers.building import article, one_line
from analysis.readers.columns import Columns, chosen, told
from analysis.readers.dating import day_in
from analysis.readers.decoding import ReadError
from analysis.readers.found import Found, Note, Rejected

Record = dict[str, object]
_MOST_CELL = 5_000_000
_MOST_TITLE = 60  # characters of a sheet's name
_MOST_SHEET = 200_000_000  # bytes that a workbook may unpack to
_LISTS = ("articles", "items", "results", "data", "docs", "documents", "rows", "records", "response", "hits")


def read_csv(text: str, name: str, given: Columns) -> Found:
    """CSV or TSV with a header line; the separator is the one that the header has most of."""
    head = text[:text.find("\n") if "\n" in text else None]
    separator = max(",;\t|", key=head.count)
    csv.field_size_limit(_MOST_CELL)
    rows = csv.reader(_lines(text), delimiter=separator)
    headers = next(rows, [])
    yield from _articles(_dicts(headers, _closed(rows, text, separator)), [header.strip() for header in headers], name, given)


def _lines(text: str) -> Iterator[str]:
    """The lines one by one, since a copy in memory would take four times the file."""
    at = 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        yield text[at:end]
        at = end


def _closed(rows, text: str, separator: str) -> Iterator[list[str]]:
    """The rows; instead of a last one whose quotation mark is never closed, and which so swallows all behind it, an error."""
    before, last = rows.line_num, None
    try:
        for row in rows:
            if last is not None:
                yield last
            begun, before, last = before, rows.line_num, row
    except csv.Error:
        if last is not None:
            yield last
        raise
    if last is None:
        return
    try:
        list(csv.reader(islice(_lines(text), begun, None), delimiter=separator, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise csv.Error(f"a quotation mark that opens in line {begun + 1} is never closed") from error
    yield last


def read_xlsx(data: bytes, name: str, given: Columns) -> Found:
    """The sheets of a workbook, each a table whose first row names the columns; empty ones aside. Where there are several, one
    that is no table of articles is named with the reason, and the others are read."""
    from openpyxl import load_workbook

    from analysis.readers.zipped import checked

    checked(data, _MOST_SHEET)
    try:
        sheets = [(one_line(sheet.title)[:_MOST_TITLE], *_sheet(sheet))
                  for sheet in load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets]
    except Exception as error:  # openpyxl raises many kinds for broken workbooks
        raise ReadError(f"the workbook cannot be read ({type(error).__name__}: {str(error)[:100]})") from error
    filled = [sheet for sheet in sheets if sheet[1]] or [("", [], iter(()))]
    if len(filled) == 1:
        yield from _articles(_dicts(*filled[0][1:]), filled[0][1], name, given)
        return
    for title, headers, rows in filled:
        try:
            yield from _articles(_dicts(headers, rows), headers, f"{name}#{title}", given)
        except ReadError as error:
            yield Rejected(f"{name}#{title}", str(error))


def _sheet(sheet) -> tuple[list[str], Iterator]:
    """The names of the columns, none for an empty sheet, and the rows below them."""
    rows = sheet.iter_rows(values_only=True) if hasattr(sheet, "iter_rows") else iter(())
    headers = ["" if cell is None else str(cell).strip() for cell in next(rows, ())]
    if any(headers):
        return headers, rows
    below = next((cells for cells in rows if any(cell not in (None, "") for cell in cells)), None)
    return ([], rows) if below is None else (headers, chain((below,), rows))


def read_json(text: str, name: str, given: Columns) -> Found:
    """A list of objects, or an object that holds one under a usual name; one object alone is one article."""
    try:
        content = json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"it is no JSON that can be read ({str(error)[:100]})") from error
    for _ in range(3):
        if isinstance(content, dict):
            content = next((content[key] for key in _LISTS if isinstance(content.get(key), list | dict)), [content])
    if not isinstance(content, list):
        raise ReadError("it holds no list of articles")
    yield from _objects(((record, _fault(record)) for record in content), name, given)


def read_jsonl(text: str, name: str, given: Columns) -> Found:
    """JSON Lines: an object a line."""
    yield from _objects((_line(line) for line in text.split("\n") if line.strip()), name, given)


class _Doubled(dict):
    """An object in which a key stands twice, with different values: nobody knows which one is meant."""


def _object(pairs: list[tuple[str, object]]) -> dict:
    found = dict(pairs)
    return found if len(found) == len(pairs) or all(found[key] == value for key, value in pairs) else _Doubled(found)


def _fault(record: object) -> str:
    if isinstance(record, _Doubled):
        return "a key stands twice in it, with different values"
    return "" if isinstance(record, dict) else "it is no object"


def _line(line: str) -> tuple[object, str]:
    try:
        record = json.loads(line, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        return None, f"it is no JSON that can be read ({str(error)[:100]})"
    return record, _fault(record)


def _objects(records: Iterable[tuple[object, str]], name: str, given: Columns) -> Found:
    """Objects, or why there is none → articles; the first objects say which columns there are."""
    records = list(records)
    headers = list(dict.fromkeys(str(key) for record, _ in records[:100] if isinstance(record, dict) for key in record))
    yield from _articles((({}, fault) if fault else (record, "") for record, fault in records), headers, name, given)


def _dicts(headers: list, rows: Iterable) -> Iterator[tuple[Record, str]]:
    """Rows → (record, fault); a row with other than the header's number of cells is one."""
    headers = [str(header).strip() for header in headers]
    try:
        for cells in rows:
            if any(cell not in (None, "") for cell in cells):
                fault = "" if len(cells) == len(headers) else f"it has {len(cells)} cells where the header has {len(headers)}"
                yield dict(zip(headers, cells, strict=False)), fault
    except csv.Error as error:
        yield {}, f"the table cannot be read from here on ({error})"


def _articles(records: Iterable[tuple[Record, str]], headers: list[str], name: str, given: Columns) -> Found:
    columns = chosen(headers, given)
    twice = [column for column in columns.values() if headers.count(column) > 1]
    if twice:
        raise ReadError(f"two of its columns have the same name: {', '.join(twice)}")
    yield Note(name, f"columns: {told(columns)}")
    no_days: list[str] = []
    for number, (record, fault) in enumerate(records, 1):
        place = f"{name}#{number}"
        try:
            if fault:
                raise ReadError(fault)
            found = _article(record, columns, place)
            if not found.published_first and (written := one_line(_words(record.get(columns.get("date"))))):
                no_days.append(written[:20])
            yield found
        except ReadError as error:
            yield Rejected(place, str(error))
    if no_days:
        yield Note(name, f"{len(no_days)} of its days cannot be told and stay unknown ({', '.join(no_days[:3])})")


def _article(record: Record, columns: Columns, place: str):
    cells = {field: record.get(column) for field, column in columns.items()}
    text = "" if isinstance(cells["text"], int | float) else _words(cells["text"])  # NaN is no text either
    return article(place, _words(cells.get("title")), text.split("\n"), published=_day(cells.get("date")),
                   source=_words(cells.get("source")), url=_words(cells.get("url")))


def _words(cell: object) -> str:
    if isinstance(cell, list | tuple):
        return "\n".join(map(_words, cell))
    return "" if cell is None else str(cell)


def _day(cell: object) -> tuple[date, date] | None:
    if isinstance(cell, dict):  # CSL-JSON: {"date-parts": [[2024, 9, 11]]}
        parts = cell.get("date-parts") or [[]]
        cell = "-".join(f"{int(part):02d}" for part in parts[0] if str(part).isdigit()) if isinstance(parts[0], list) else ""
    if isinstance(cell, datetime):
        return cell.date(), cell.date()
    return (cell, cell) if isinstance(cell, date) else day_in(_words(cell))
