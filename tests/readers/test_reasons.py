"""Reasons in French: each that the readers can give has one."""
import ast
import csv
from pathlib import Path

import pytest

from analysis.readers import reasons
from analysis.readers.reasons import in_french

READERS = Path(reasons.__file__).parent
# Texts of the readers that no user is told as a reason.
OTHERS = {"unexpected end of data", "EOF marker not at start", "Ignoring malformed /ID", "reading 7 failed", " but a title", " (site web)",
          "7 is not of the form FIELD=COLUMN with a FIELD of 7"}
LISTS = {"speech.py", "dating.py", "reasons.py"}


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(part.value if isinstance(part, ast.Constant) else "7" for part in node.values)


def said() -> set[str]:
    """Every text of three words and more in the readers, with 7 where something is filled in; lists of words aside."""
    found = set()
    for file in READERS.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        aside = {id(inner) for node in ast.walk(tree) for inner in _aside(node)}
        kinds = ast.JoinedStr if file.name == "columns.py" else ast.Constant | ast.JoinedStr  # it lists headings
        found |= {_text(node) for node in ast.walk(tree) if file.name not in LISTS and id(node) not in aside
                  and isinstance(node, kinds)}
    words = {text.replace("%s", "7") for text in found if text.count(" ") >= 2 and not set(text) & set("\\$[")}
    return {text for text in words - OTHERS if "./" not in text and text.strip("7 ") and text.count("←") == 0}


def _aside(node: ast.AST) -> list[ast.AST]:
    """Docstrings, parts of f-strings, and what is split into words."""
    if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and isinstance(node.body[0], ast.Expr):
        return [node.body[0].value]
    if isinstance(node, ast.JoinedStr):
        return [inner for inner in ast.walk(node) if inner is not node]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
        return list(ast.walk(node))
    return []


def test_every_reason_of_the_readers_has_a_french_one():
    assert len(said()) > 60
    assert not sorted(text for text in said() if in_french(text) == text)


@pytest.mark.parametrize("reason", ["its analysis took too long and was ended", "its analysis failed: ValueError: no",
                                    "its text is in the corpus already", "too slow: its analysis took more than 60 s"])
def test_every_reason_of_the_analysis_has_one(reason):
    assert in_french(reason) != reason


@pytest.mark.parametrize(("reason", "expected"), [
    ("the file is empty", "le fichier est vide"),
    ("larger than 4 MB, which no single article is; split it", "plus de 4 Mo, ce qu'aucun article seul ne fait ; divisez-le"),
    ("files of the kind .exe are not read (these are: .csv, .txt)", "les fichiers du genre .exe ne sont pas lus (le sont : .csv, .txt)"),
    ("the file is empty; it is encrypted; unpack it first; there is no text in it",
     "le fichier est vide ; elle est chiffrée ; ouvrez-la d'abord ; il ne contient pas de texte"),
    ("word/a.xml: its elements are nested too deep", "word/a.xml : ses éléments sont imbriqués trop profondément"),
    ("the same text as {0} {x}, which is read", "le même texte que {0} {x}, qui est lu"),
    ("a.zip/b.pdf: the PDF cannot be read (PdfStreamError: Stream has ended unexpectedly); 2 documents: the archive cannot be opened "
     "(File is not a zip file) (/c.docx, /d.zip); a.zip/e.txt: it is encrypted; unpack it first",
     "a.zip/b.pdf : le PDF ne peut pas être lu (PdfStreamError : le flux finit trop tôt) ; 2 documents : l'archive ne s'ouvre pas "
     "(ce n'est pas un fichier ZIP) (/c.docx, /d.zip) ; a.zip/e.txt : elle est chiffrée ; ouvrez-la d'abord"),
    ("b.xlsx#Notes: no column is known to hold the text; name it with --columns text=NAME; it has: à faire",
     "b.xlsx#Notes : on ne sait quelle colonne contient le texte ; nommez-la avec --columns text=NOM ; il a : à faire"),
    ("x.txt: cannot be opened: Permission denied", "x.txt : ne s'ouvre pas : accès refusé"),
    ("a; b: c; the file is empty", "a; b: c; the file is empty"),
    ("a reason of another version", "a reason of another version"), ("", ""),
])
def test_in_french(reason, expected):
    assert in_french(reason) == expected


def test_however_many_are_joined_and_cut_off_what_is_known_is_in_french():
    one = "a.csv#7: it has 2 cells where the header has 3"
    joined = "; ".join([one] * 20)[:700]
    said = in_french(joined)
    assert said.count("elle a 2 cellules") == joined.count("header has 3")


def test_the_table_has_no_reason_twice_and_fills_in_as_much():
    with (READERS / "reasons_fr.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len({row["english"] for row in rows}) == len(rows)
    assert all(row["english"].count("{}") == row["french"].count("{}") and row["french"] for row in rows)
