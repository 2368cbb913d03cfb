"""CSV and XLSX read back."""
import csv
import io
from datetime import datetime

import openpyxl
import pandas as pd
import pytest

from analysis.exports import rows_csv, rows_xlsx
from analysis.exports.escape import csv_text
from analysis.exports.rows import COLUMNS, export_rows
from analysis.tables import empty_tables
from analysis.views import prepared
from tests.hostile import HOSTILE


@pytest.fixture(scope="module")
def view(small_tables):
    return prepared(small_tables)


def _hostile(view: pd.DataFrame) -> pd.DataFrame:
    rows = pd.concat([view.iloc[[0]]] * len(HOSTILE), ignore_index=True)
    return rows.assign(sentence=list(HOSTILE), title=list(HOSTILE))


def _read_csv(data: bytes, delimiter: str = ",") -> list[dict]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_csv_reads_back_equal(view):
    found = _read_csv(rows_csv(view, "Source: essai"))
    expected = export_rows(view)
    assert list(found[0]) == [*COLUMNS, "about"]
    for name in ("sentence", "source_name", "target_name", "cue", "title", "outlet"):
        assert [csv_text(row[name]) for row in found] == expected[name].tolist()
    assert [row["day_first"] for row in found] == expected["day_first"].dt.strftime("%Y-%m-%d").fillna("").tolist()
    assert [float(row["confidence"]) for row in found] == expected["confidence"].tolist()
    assert [row["about"] for row in found] == ["Source: essai"] + [""] * 24


def test_csv_has_a_mark_that_excel_knows_and_no_formula(view):
    data = rows_csv(_hostile(view))
    assert data.startswith(b"\xef\xbb\xbf")
    for row, text in zip(_read_csv(data), HOSTILE, strict=True):
        assert not row["sentence"].startswith(tuple("=+-@\t\r"))
        if "\x00" not in text:
            assert csv_text(row["sentence"]) == text


def test_csv_for_a_french_spreadsheet(view):
    found = _read_csv(rows_csv(view, french=True), ";")
    assert found[0]["confidence"] == "0,9" and found[0]["sentence"] == view["sentence"].iloc[0]


def test_xlsx_reads_back_with_real_days(view):
    book = openpyxl.load_workbook(io.BytesIO(rows_xlsx(view, "Source: essai\nHomologue 1")))
    sheet = book["Stances"]
    header = [cell.value for cell in sheet[1]]
    assert header == list(COLUMNS) and sheet.freeze_panes == "B2" and sheet.max_row == 26
    days = [row[header.index("day_first")] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert days[0] == datetime(2024, 3, 4) and days[-1] is None
    sentences = [row[header.index("sentence")] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert sentences == view["sentence"].tolist()
    assert [book["About"].cell(line, 1).value for line in (1, 2)] == ["Source: essai", "Homologue 1"]


def test_xlsx_holds_no_formula_and_no_link(view):
    book = openpyxl.load_workbook(io.BytesIO(rows_xlsx(_hostile(view), "=1+1")))
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)


def test_days_before_excel_s_calendar_are_text(view):
    old = view.iloc[[0]].assign(day_first=pd.Timestamp("1871-05-10"), day_last=pd.Timestamp("1871-05-10"))
    sheet = openpyxl.load_workbook(io.BytesIO(rows_xlsx(old)))["Stances"]
    assert sheet.cell(2, 2).value == "1871-05-10"


def test_no_rows_are_a_header(view):
    empty = prepared(empty_tables())
    assert _read_csv(rows_csv(empty, "Source: essai")) == []
    assert openpyxl.load_workbook(io.BytesIO(rows_xlsx(empty)))["Stances"].max_row == 1
