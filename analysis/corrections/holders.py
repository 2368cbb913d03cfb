"""Offices that analysts corrected, as rows for ``analysis/world/holders/*.csv``.

The rows are to be looked at and put into the file of their region by hand; ``python -m pytest tests/world`` then says
whether they fit with the others.
"""
import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence

from analysis import world
from analysis.corrections.overlay import Overlay
from analysis.corrections.records import Correction
from analysis.world.reading import bounds

COLUMNS = ("person_id", "name", "aliases", "gender", "country", "office_id", "start", "end", "precision", "wikidata", "source")
TERM = ("office_id", "country", "start", "end", "gender", "source")
_PRECISIONS = {4: "year", 7: "month", 10: "day"}


def fault_of_term(term: Mapping[str, str]) -> str:
    """What is wrong with an office and its term (see TERM), in words; empty where nothing is."""
    if term.get("office_id") not in world.offices():
        return f"there is no office {term.get('office_id', '')[:60]!r} in offices.csv"
    if term.get("country") not in world.countries() and term.get("country") not in world.organisations():
        return f"there is no country or organisation {term.get('country', '')[:20]!r}"
    if not term.get("start"):
        return "a term needs the day, month or year that it began"
    if term.get("gender") not in ("m", "f"):
        return "a term needs its holder's gender, m or f, since offices have two forms"
    if not term.get("source"):
        return "a term needs a source that a reader can check"
    try:
        (first, _), (_, last) = bounds(term["start"]), bounds(term.get("end", ""))
    except ValueError as error:
        return str(error)
    return "the term ends before it begins" if last and first and last < first else ""


def holder_rows(corrections: Sequence[Correction], overlay: Overlay) -> list[dict[str, str]]:
    """The terms that the lines in force say, in their order, one row each."""
    whole = {each.correction.id for each in overlay.unfit}
    return [_row(line) for line in corrections
            if line.what == "actor" and "term" in line.values and line.id not in overlay.undone and line.id not in whole]


def holders_csv(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Rows → CSV as the tables of holders are written: UTF-8, comma, one header row."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _row(line: Correction) -> dict[str, str]:
    term, anchor = line.values["term"], line.actors[0]
    known = world.people().get(anchor.actor_id)
    said = {**anchor.old, **{name: value for name, value in line.values.items() if name != "term"}}
    start, end = term.get("start", ""), term.get("end", "")
    return {
        "person_id": _cell(anchor.actor_id) if anchor.actor_id.islower() else _slug(said.get("name", "")), "name": _cell(known.name if known else said.get("name", "")),
        "aliases": _cell("|".join(known.aliases)) if known else "", "gender": known.gender if known else _cell(term.get("gender", "")),
        "country": _cell(term["country"]), "office_id": _cell(term["office_id"]), "start": _cell(start), "end": _cell(end),
        "precision": max(_PRECISIONS.get(len(start), "day"), _PRECISIONS.get(len(end) or len(start), "day"),
                         key=("day", "month", "year").index),
        "wikidata": known.wikidata if known else _cell(said.get("wikidata", "")), "source": _cell(term.get("source", ""))}


def _slug(name: str) -> str:
    """``Élise d'Arc`` → ``elise-d-arc``: the id of a person whom the tables do not know yet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _cell(text: str) -> str:
    """One line without typographic apostrophes, as the tables have it; nothing that a spreadsheet would compute."""
    line = " ".join(text.replace("’", "'").split())
    return line if not line.startswith(tuple("=+-@＝＋－＠")) else "'" + line
