"""Articles and an annotation for the tests of the command line."""
import json
from pathlib import Path

FIRST = " date 2019-03-07 Alger convoque l'ambassadeur de Suède\n\nL'Algérie a convoqué jeudi l'ambassadeur de Suède.\n"
SECOND = " date 2019-03-08 Stockholm répond\n\nLa Suède a condamné vendredi la décision de l'Algérie.\n"
ANNOTATION = {
    "id": "first", "published": "2019-03-07",
    "actors": [
        {"key": key, "name": name, "kind": "country", "country": key, "role": None, "named": True, "mentions": mentions}
        for key, name, mentions in (("DZA", "Algérie", ["Alger", "L'Algérie"]), ("SWE", "Suède", ["Suède"]))],
    "dates": [{"text": "jeudi", "context": "convoqué jeudi l'ambassadeur", "first": "2019-03-07", "last": "2019-03-07"}],
    "stances": [
        {"source": "DZA", "target": "SWE", "act": "protest", "voice": "narrated", "negated": False, "modality": "actual",
         "reporter": None, "evidence": evidence, "first": None, "last": None}
        for evidence in ("Alger convoque l'ambassadeur de Suède", "L'Algérie a convoqué jeudi l'ambassadeur de Suède")],
}


def write_articles(folder: Path) -> Path:
    """Two articles, one file that cannot be read, and one hidden file."""
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4")
    (folder / ".hidden.txt").write_text("…", encoding="utf-8")
    return folder


def write_annotation(folder: Path, annotation: dict | str = ANNOTATION) -> Path:
    """The annotation of the first article."""
    folder.mkdir()
    content = annotation if isinstance(annotation, str) else json.dumps(annotation)
    (folder / "first.json").write_text(content, encoding="utf-8")
    return folder
