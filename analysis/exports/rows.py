"""The rows behind a chart as a table to take away: CSV, XLSX and Parquet, with the evidence of each stance."""
import csv
import io
from collections.abc import Iterable, Mapping

import pandas as pd
import pyarrow
import pyarrow.parquet
import xlsxwriter

from analysis.charts.wording import number_text
from analysis.charts.words import worded
from analysis.exports.escape import csv_cell, xlsx_cell, xlsx_cut

# Column of the file → column of the view table, and what it means.
COLUMNS: dict[str, tuple[str, str]] = {
    "stance_id": ("stance_id", "The same for the same text and rules"),
    "day_first": ("day_first", "First day that the stance can be of"),
    "day_last": ("day_last", "Last day that the stance can be of"),
    "dated": ("dated", "Where the days come from: text, publication, or empty where unknown"),
    "source_name": ("source_name", "Who holds the position or acts"),
    "source_role": ("source_role", "Office of the source at the publication date"),
    "source_country": ("source_country", "ISO 3166-1 alpha-3 code or organisation of the source"),
    "act": ("act", "Kind of act"),
    "sign": ("sign", "1 cooperative, 0 neutral or negated, -1 conflictual"),
    "target_name": ("target_name", "Towards whom; empty where nobody is named"),
    "target_role": ("target_role", "Office of the target at the publication date"),
    "target_country": ("target_country", "ISO 3166-1 alpha-3 code or organisation of the target"),
    "voice": ("voice", "direct, reported, hearsay or narrated"),
    "reporter_name": ("reporter_name", "On whose word, where that is not the source"),
    "negated": ("negated", "1 where the text says that the source does not do it"),
    "modality": ("modality", "actual, future or hypothetical"),
    "sentence": ("sentence", "The sentence it was read from"),
    "cue": ("cue", "The words that it hangs on"),
    "rule": ("rule", "The rule that found it"),
    "confidence": ("confidence", "How sure the reading is, 0 to 1; not a probability"),
    "review": ("review", "accepted, edited, added or rejected by an analyst; empty where nobody looked at it"),
    "title": ("title", "Title of the article"),
    "outlet": ("source", "Paper or agency"),
    "path": ("path", "File of the article"),
    "start": ("start", "First character of the evidence in the article's text"),
    "end": ("end", "Character after the last one of the evidence"),
    "plover": ("plover", "PLOVER type"),
    "cameo": ("cameo", "CAMEO root"),
    "source_id": ("source_id", "Actor id of the source"),
    "target_id": ("target_id", "Actor id of the target"),
    "reporter_id": ("reporter_id", "Actor id of the reporter"),
    "article_id": ("article_id", "Article id"),
}
_DAYS = ("day_first", "day_last")
_ABOUT = "about"
_WIDTHS = {"sentence": 70, "title": 40, "source_name": 24, "target_name": 24, "source_role": 26, "target_role": 26,
           "reporter_name": 20, "cue": 20, "outlet": 18, "path": 18, "day_first": 12, "day_last": 12}
_FIRST_EXCEL_YEAR = 1900


def export_rows(view: pd.DataFrame) -> pd.DataFrame:
    """The view table with the columns of an export, in its order."""
    return pd.DataFrame({name: view[column] for name, (column, _) in COLUMNS.items()})


def rows_csv(view: pd.DataFrame, footer: str = "", french: bool = False) -> bytes:
    """View table → CSV (UTF-8 with byte order mark, ISO days, header in English).

    Cells that a spreadsheet would compute begin with an apostrophe (see ``escape.csv_cell``, which says how to take it
    off again). The footer is in the last column, ``about``, of the first row. ``french`` writes what a French Excel
    opens by double click: semicolons, decimal commas.
    """
    rows = export_rows(view)
    cells = [[_csv_value(value, french) for value in rows[name].tolist()] for name in COLUMNS]
    about = [csv_cell(footer), *[""] * (len(rows) - 1)] if len(rows) else []
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if french else ",", lineterminator="\r\n")
    writer.writerow([*COLUMNS, _ABOUT])
    writer.writerows(zip(*cells, about))
    return out.getvalue().encode("utf-8-sig")


def table_csv(table: pd.DataFrame, footer: str = "", french: bool = False) -> bytes:
    """Any table as it is shown → CSV like that of the rows: header, cells, and the footer in the column ``about``."""
    cells = [[_csv_value(value, french) for value in table[name].tolist()] for name in table]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if french else ",", lineterminator="\r\n")
    writer.writerow([*(csv_cell(str(name)) for name in table), _ABOUT])
    writer.writerows(zip(*cells, [csv_cell(footer), *[""] * (len(table) - 1)][:len(table)]))
    return out.getvalue().encode("utf-8-sig")


def _csv_value(value: object, french: bool) -> str:
    if isinstance(value, str):
        return csv_cell(value)
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value == value:
        return f"{value:g}".replace(".", ",") if french else f"{value:g}"
    if isinstance(value, pd.Timestamp) and not pd.isna(value):
        return value.date().isoformat()
    return "" if pd.isna(value) else str(value)


def rows_xlsx(view: pd.DataFrame, footer: str = "", texts: Mapping[str, str] | None = None) -> bytes:
    """View table → XLSX with two sheets: the rows (real dates, frozen and filtered header) and what they are.

    No cell is a formula or a link, whatever the article says; days before 1900, which Excel does not know, are text.
    """
    texts = worded(texts)
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
               "nan_inf_to_errors": False, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": "Homologue", "comments": xlsx_cell(footer)})
        rows = export_rows(view)
        _write_rows(book, book.add_worksheet(texts["sheet.rows"]), rows)
        said = cut_said((value for name in rows for value in rows[name].tolist()), texts)
        _write_about(book, book.add_worksheet(texts["sheet.about"]), "\n".join(filter(None, (footer, said))))
    return out.getvalue()


def _write_rows(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, rows: pd.DataFrame) -> None:
    head, wrap = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    top = book.add_format({"valign": "top"})
    day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})
    for place, name in enumerate(COLUMNS):
        sheet.set_column(place, place, _WIDTHS.get(name, 12), wrap if name == "sentence" else top)
        sheet.write_string(0, place, name, head)
        for line, value in enumerate(rows[name].tolist(), 1):
            _write_cell(sheet, line, place, value, day if name in _DAYS else None)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)


def _write_cell(sheet: xlsxwriter.worksheet.Worksheet, line: int, place: int, value: object, day) -> None:
    if isinstance(value, str):
        if value:
            sheet.write_string(line, place, xlsx_cell(value))
    elif isinstance(value, pd.Timestamp):
        if value.year < _FIRST_EXCEL_YEAR:
            sheet.write_string(line, place, value.date().isoformat())
        else:
            sheet.write_datetime(line, place, value.to_pydatetime(), day)
    elif not pd.isna(value):
        sheet.write_number(line, place, value)


def cut_said(values: Iterable[object], texts: Mapping[str, str]) -> str:
    """How many cells are cut because XLSX cannot hold them whole, in words; empty where none is."""
    number = sum(isinstance(value, str) and xlsx_cut(value) for value in values)
    return texts["sheet.cut"].format(n=number_text(number, texts)) if number else ""


def _write_about(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, footer: str) -> None:
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 80)
    lines = footer.split("\n") if footer else []
    for line, text in enumerate(lines):
        sheet.write_string(line, 0, xlsx_cell(text))
    for line, (name, (_, meaning)) in enumerate(COLUMNS.items(), len(lines) + 1):
        sheet.write_string(line, 0, name, bold)
        sheet.write_string(line, 1, meaning)


def rows_parquet(view: pd.DataFrame, footer: str = "") -> bytes:
    """View table → Parquet with the columns of the other exports in their own types; the footer is file metadata
    (key ``homologue``)."""
    table = pyarrow.Table.from_pandas(export_rows(view), preserve_index=False)
    table = table.replace_schema_metadata({**(table.schema.metadata or {}), b"homologue": footer.encode()})
    out = io.BytesIO()
    pyarrow.parquet.write_table(table, out)
    return out.getvalue()
