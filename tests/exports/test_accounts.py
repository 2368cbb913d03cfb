"""An account as CSV and XLSX: every line, its part, its chain; no cell that a spreadsheet would compute."""
import csv
import io

import openpyxl

from analysis.exports import account_csv, account_xlsx
from analysis.exports.accounts import COLUMNS
from analysis.views import claim_account, claims, prepared
from tests.views.invented import Told, corpus

_TOLD = [Told("a", "=cmd() Paris accuse Moscou d'espionnage.", "FRA", "accuse", "RUS", "2024-03-04"),
         Told("a", "Moscou dément ces accusations.", "RUS", "deny", "FRA", "2024-03-05")]


def _account():
    tables = corpus(_TOLD)
    view = prepared(tables)
    account = claim_account(view, tables, claims(view, tables).iloc[0])
    return account, ["L'affirmation", "Le démenti"], {"a": "a"}, {line.key: "Journal › Paris" for line in account.lines()}


def test_csv_holds_each_line_with_its_pair_and_evidence():
    rows = list(csv.DictReader(io.StringIO(account_csv(*_account(), footer="Source").decode("utf-8-sig"))))
    assert [(row["part"], row["pair"], row["ground"], row["denies"]) for row in rows] == [
        ("denied", "1", "reference", "0"), ("denied", "1", "reference", "1")]
    assert rows[0]["text"].startswith("'=") and rows[0]["about"] == "Source" and rows[1]["day_first"] == "2024-03-05"


def test_xlsx_holds_the_same_without_formulas():
    book = openpyxl.load_workbook(io.BytesIO(account_xlsx(*_account(), footer="Source\nFiltre")))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0] == tuple(COLUMNS) and len(rows) == 3
    assert all(cell.data_type != "f" for sheet in book for line in sheet.iter_rows() for cell in line)
