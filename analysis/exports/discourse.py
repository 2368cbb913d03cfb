"""Stances as statements for the Discourse Network Analyzer (Leifeld): who agrees or disagrees with whom."""
import csv
import io

import pandas as pd

from analysis.exports.escape import csv_cell

DNA_COLUMNS = ("start", "stop", "coder", "datetime", "person", "organization", "concept", "agreement", "text", "document")


def dna_csv(view: pd.DataFrame, version: str) -> bytes:
    """View table → CSV (UTF-8 with byte order mark), one statement a row.

    ``concept`` is the actor spoken of, ``agreement`` 1 for cooperative and 0 for conflictual stances; neutral and negated
    ones, and those towards nobody named, neither agree nor disagree and are left out. ``datetime`` is empty where the day
    is not known; ``start`` and ``stop`` are offsets into the article's text.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(DNA_COLUMNS)
    for row in view[(view["sign"] != 0) & (view["target_id"] != "")].itertuples():
        known = row.day_first == row.day_last
        person = row.source_name if row.source_kind == "person" else ""
        writer.writerow([
            row.start, row.end, f"Homologue {version}", f"{row.day_first.date().isoformat()} 00:00:00" if known else "",
            csv_cell(person), csv_cell(row.source_country_name), csv_cell(row.target_name), int(row.sign > 0),
            csv_cell(row.sentence), csv_cell(row.title)])
    return out.getvalue().encode("utf-8-sig")
