"""Tables: ragged, never closed, with formulas, doubled keys, half lines, and cells that spreadsheets would change."""
import io
import json

from tests.hostile.case import FIRST, PARTIAL, REJECTED, STORED, TITLE, Case
from tests.readers.files import zip_of

_HEAD = "titre,texte,date,source\n"


def row(number: int, day: str = "2024-09-11", source: str = "Essai") -> str:
    return f'"{TITLE} {number}","{FIRST} Affaire {number}.",{day},{source}\n'


def record(number: int, **more) -> dict:
    return {"titre": f"{TITLE} {number}", "texte": f"{FIRST} Affaire {number}.", "date": "2024-09-11", **more}


def _text(*rows: str):
    return lambda: (_HEAD + "".join(rows)).encode()


def _lines(*lines: str):
    return lambda: "\n".join(lines).encode()


def workbook(rows: list[list]) -> bytes:
    return sheets_of({"Sheet": rows})


def sheets_of(sheets: dict[str, list[list]]) -> bytes:
    from openpyxl import Workbook

    book, buffer = Workbook(), io.BytesIO()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for cells in rows:
            sheet.append(cells)
    book.save(buffer)
    return buffer.getvalue()


def _sheet_bomb() -> bytes:
    return zip_of({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": b"<row/>" * 8_000_000})


_DOUBLED = '{"titre": "Un", "texte": "Rome répond.", "texte": "Tunis répond."}'
CASES = [
    Case("dechire.csv", _text(row(301), "seule\n", row(302), "a,b,c,d,e,f\n"), PARTIAL, "1 cells where the header has 4"),
    Case("guillemet-ouvert.csv", _text(row(303), '"Un titre","Un texte qui ne finit pas,2024-09-11,Essai\n', row(304), row(305)), PARTIAL, "5 cells where the header has 4"),
    Case("guillemet-sans-fin.csv", _text(row(329), 'Un titre,"Un texte qui ne finit pas,2024-09-11,Essai\n', "a,b,c,d\n" * 3), PARTIAL, "line 3 is never closed"),
    Case("points-virgules.csv", lambda: (_HEAD + row(306)).replace(",2024", ";2024").replace('","', '";"').replace("titre,texte,date,source", "titre;texte;date;source")
         .replace("11,Essai", "11;Essai").encode("cp1252"), STORED),
    Case("formules.csv", _text(row(307, source="=1+1"), row(308, source="@SUM(A1)")), STORED),
    Case("sans-colonne.csv", lambda: b"a,b\n1,2\n", REJECTED, "no column is known to hold the text"),
    Case("colonne-double.csv", lambda: f"texte,texte\n{FIRST},{FIRST}\n".encode(), REJECTED, "the same name"),
    Case("jours-impossibles.csv", _text(row(309, "2024-13-45"), row(310, "31/02/2024"), row(311, "hier")), STORED),
    Case("na-007-03-04.csv", _text(row(312, "03/04", "NA"), row(313, "03/04/2024", "007")), STORED),
    Case("nul.csv", _text(row(314), "a\0b,c,d,e\n"), REJECTED, "binary data"),
    Case("cellule-immense.csv", _text(row(315), f'"T","{"Rome " * 1_100_000}",2024-09-11,Essai\n'), PARTIAL, "cannot be read from here on"),
    Case("en-tete-seul.csv", _text(), REJECTED, "no article in it"),
    Case("cles-doubles.jsonl", _lines(json.dumps(record(316)), _DOUBLED), PARTIAL, "a key stands twice"),
    Case("profond.json", lambda: b'[{"texte":' + b"[" * 100_000, REJECTED, "no JSON that can be read"),
    Case("profond.jsonl", lambda: json.dumps(record(317)).encode() + b'\n{"texte":' + b"[" * 100_000, PARTIAL, "no JSON that can be read"),
    Case("demi-ligne.jsonl", _lines(json.dumps(record(318)), json.dumps(record(319))[:40]), PARTIAL, "no JSON that can be read"),
    Case("jours-impossibles.jsonl", _lines(json.dumps(record(320, date="0000-00-00")), json.dumps(record(321, date={"date-parts": [["x"]]}))), STORED),
    Case("demi-caracteres.jsonl", _lines(json.dumps(record(322, source="\ud800")), json.dumps(record(323, titre="\udfff"))), STORED),
    Case("nombres.json", lambda: ('[{"texte": 1e999}, {"texte": NaN}, ' + json.dumps(record(324)) + "]").encode(), PARTIAL, "no text in it"),
    Case("nombre-immense.jsonl", _lines(json.dumps(record(325)), '{"texte": ' + "9" * 5_000 + "}"), PARTIAL, "no JSON that can be read"),
    Case("pas-une-liste.json", lambda: b'"texte"', REJECTED, "no list of articles"),
    Case("autres-objets.json", lambda: json.dumps({"articles": [record(326), "rien", None, 3]}).encode(), PARTIAL, "no object"),
    Case("bombe.xlsx", _sheet_bomb, REJECTED, "times its size"),
    Case("tronque.xlsx", lambda: workbook([["titre", "texte"], ["a", FIRST]])[:-200], REJECTED, "the archive cannot be opened"),
    Case("formules.xlsx", lambda: workbook([["titre", "texte", "source"], [f"{TITLE} 327", f"{FIRST} 327", "=1+1"]]), STORED),
    Case("deux-feuilles.xlsx", lambda: sheets_of({"Mai": [["titre", "texte"], [f"{TITLE} 330", f"{FIRST} 330"]], "Vide": [],
                                                  "Juin": [["titre", "texte"], [f"{TITLE} 331", f"{FIRST} 331"]]}), STORED),
    Case("feuille-de-notes.xlsx", lambda: sheets_of({"Articles": [["titre", "texte"], [f"{TITLE} 332", f"{FIRST} 332"]],
                                                     "Lisez-moi": [["à faire"], ["rien"]]}), PARTIAL, "feuille-de-notes.xlsx#Lisez-moi: no column is known"),
    Case("007.xlsx", lambda: workbook([["titre", "texte", "source"], [f"{TITLE} 328", f"{FIRST} 328", "007"]]), STORED),
]
