"""The ledger of imports as CSV: every file that went in, and every document in it, with its state and the reason."""
import csv
import io
from collections.abc import Iterable

from analysis.corpus.ledger import Entry
from analysis.exports.escape import csv_cell


def ledger_csv(entries: Iterable[Entry]) -> str:
    """One line an entry, with a header; no cell is a formula, and :func:`analysis.exports.escape.csv_text` undoes that."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(Entry._fields)
    for entry in entries:
        writer.writerow([csv_cell(cell) if isinstance(cell, str) else cell for cell in entry])
    return buffer.getvalue()
