"""An account as a table to take away: one row a line, with its part, its side, its chain and its evidence."""
import csv
import io
from collections.abc import Iterator, Mapping, Sequence

import xlsxwriter

from analysis.charts.words import worded
from analysis.exports.escape import csv_cell, xlsx_cell
from analysis.exports.rows import cut_said
from analysis.views import Account, Line, independent

# Column → what it means.
COLUMNS: dict[str, str] = {
    "part": "denied: one says and another denies; both: several sides speak of it; alone: only that side says it; "
            "told: the article itself, or another",
    "pair": "Number of the pair or group that a line stands in, empty where it stands alone",
    "ground": "Why the lines of a pair or group stand together: sentence, words, reference, or pair (a guess)",
    "shared": "Stems that lines of a pair or group have in common",
    "side": "Who says it",
    "denies": "1 where it denies",
    "acts": "Acts read in it",
    "text": "The sentence or statement",
    "chain": "On whose word: from the article to the one who says it",
    "texts": "From how many independent texts; near copies count once",
    "day_first": "First day that it can be of",
    "day_last": "Last day that it can be of",
    "title": "Title of the article",
    "outlet": "Paper or agency",
    "article_id": "Article id",
    "start": "First character in the article's text",
    "end": "Character after the last one",
    "stance_ids": "Stances read in it",
}
_ABOUT = "about"


def account_rows(account: Account, names: Sequence[str], groups: Mapping[str, str],
                 chains: Mapping[str, str]) -> list[dict[str, str | int]]:
    """Account → rows of COLUMNS; ``names`` of its sides, ``groups`` article → near copies, ``chains`` line → words."""
    return [{"part": part, "pair": number, "ground": ground, "shared": " ".join(sorted(shared)), "side": side,
             **_cells(line, groups, chains)} for part, number, ground, shared, side, line in _lines(account, names)]


def _lines(account: Account, names: Sequence[str]) -> Iterator[tuple]:
    name, number = dict(zip(account.sides, names)), 0
    for pair in account.denied:
        number += 1
        for place, line in enumerate((pair.left, pair.right)):
            yield "denied", number, pair.ground, pair.shared, name.get(line.side, names[place]), line
    for group in account.both:
        number += 1
        for line in group.lines:
            yield "both", number, group.ground, group.shared, name[line.side], line
    for side, lines in zip(names, account.alone):
        for line in lines:
            yield "alone", "", "", frozenset(), side, line
    for line in account.told:
        yield "told", "", "", frozenset(), "", line


def _cells(line: Line, groups: Mapping[str, str], chains: Mapping[str, str]) -> dict[str, str | int]:
    days = [day for row in line.stances for day in (row.day_first, row.day_last) if day == day]
    return {"denies": int(line.denies), "acts": " ".join(sorted({row.act for row in line.stances})), "text": line.text,
            "chain": chains[line.key], "texts": independent(line.articles, groups),
            "day_first": min(days).date().isoformat() if days else "", "day_last": max(days).date().isoformat() if days else "",
            "title": line.title, "outlet": line.outlet, "article_id": line.article_id, "start": line.start, "end": line.end,
            "stance_ids": " ".join(row.stance_id for row in line.stances)}


def account_csv(account: Account, names: Sequence[str], groups: Mapping[str, str], chains: Mapping[str, str],
                footer: str = "", french: bool = False) -> bytes:
    """Account → CSV (UTF-8 with byte order mark); the footer stands in ``about`` of the first row. ``french`` writes
    semicolons."""
    rows = account_rows(account, names, groups, chains)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if french else ",", lineterminator="\r\n")
    writer.writerow([*COLUMNS, _ABOUT])
    for place, row in enumerate(rows):
        writer.writerow([*(csv_cell(str(row[name])) for name in COLUMNS), csv_cell(footer) if place == 0 else ""])
    return out.getvalue().encode("utf-8-sig")


def account_xlsx(account: Account, names: Sequence[str], groups: Mapping[str, str], chains: Mapping[str, str],
                 footer: str = "", texts: Mapping[str, str] | None = None) -> bytes:
    """Account → XLSX with two sheets: the lines and what the columns are. No cell is a formula or a link."""
    words, out = worded(texts), io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                                   "strings_to_numbers": False}) as book:
        sheet, about = book.add_worksheet(words["sheet.account"]), book.add_worksheet(words["sheet.about"])
        for place, name in enumerate(COLUMNS):
            sheet.write_string(0, place, name, book.add_format({"bold": True, "bottom": 1}))
        rows = account_rows(account, names, groups, chains)
        for line, row in enumerate(rows, 1):
            for place, name in enumerate(COLUMNS):
                value = row[name]
                if isinstance(value, int):
                    sheet.write_number(line, place, value)
                elif value:
                    sheet.write_string(line, place, xlsx_cell(value))
        sheet.freeze_panes(1, 0)
        said = cut_said((value for row in rows for value in row.values()), words)
        lines = [(text, "") for text in (*footer.split("\n"), *([said] if said else []))] + list(COLUMNS.items())
        for line, cells in enumerate(lines):
            for place, cell in enumerate(cells):
                about.write_string(line, place, xlsx_cell(cell))
    return out.getvalue()
