"""CSV rows → records of the world tables. Cells stay text (NA is Namibia); lists are separated by ``|``."""
import csv
import re
from calendar import monthrange
from datetime import date
from itertools import groupby
from pathlib import Path

from analysis.world.records import Adjective, Country, Office, Organisation, Person, Seat, Term

FOLDER = Path(__file__).parent
_BRACES = re.compile(r"\{([^{}]{0,99999})\}")
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


def rows(path: Path) -> list[dict[str, str]]:
    """All rows of one table; ValueError with file and line where a row has too few or too many cells."""
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, restkey="surplus")
        found = []
        for row in reader:
            if "surplus" in row or None in row.values():
                raise ValueError(f"{path.name} line {reader.line_num}: {len(reader.fieldnames or ())} cells expected")
            found.append({name: cell.strip() for name, cell in row.items()})
        return found


def cells(cell: str) -> tuple[str, ...]:
    """``"a|b"`` → ``("a", "b")``; an empty cell → ``()``."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def expand(pattern: str) -> list[str]:
    """``"{chef/cheffe} de la diplomatie"`` → both phrases; an empty choice (``{/adjoint}``) leaves the word out."""
    braces = _BRACES.search(pattern)
    if braces is None:
        return [" ".join(pattern.split())]
    before, after = pattern[:braces.start()], pattern[braces.end():]
    return [phrase for choice in braces[1].split("/") for phrase in expand(before + choice + after)]


def phrases(cell: str) -> tuple[str, ...]:
    """All phrases of a cell of brace patterns, each once, in the order of the cell."""
    return tuple(dict.fromkeys(phrase for pattern in cells(cell) for phrase in expand(pattern)))


def bounds(text: str) -> tuple[date | None, date | None]:
    """``2014-05`` → first and last day it can mean (2014-05-01, 2014-05-31); an empty cell → (None, None)."""
    if not text:
        return None, None
    match = _DAY.match(text)
    if match is None:
        raise ValueError(f"not a day, month or year: {text!r}")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return date(year, month, day), date(year, month, day)
    last_month = month or 12
    return date(year, month or 1, 1), date(year, last_month, monthrange(year, last_month)[1])


def capitalised(adjective: str) -> str:
    """``sud-coréen`` → ``Sud-Coréen``: the noun that the press makes of an adjective."""
    return "-".join(part[:1].upper() + part[1:] for part in adjective.split("-"))


def _adjectives(row: dict[str, str]) -> tuple[Adjective, ...]:
    columns = [cells(row[name]) for name in ("adj_ms", "adj_fs", "adj_mp", "adj_fp")]
    return tuple(zip(*columns, strict=True))


def country(row: dict[str, str]) -> Country:
    """One row of countries.csv; ValueError where the four adjective cells have unequal numbers of variants."""
    variants = _adjectives(row)
    nouns = [capitalised(form) for variant in variants for form in variant]
    demonyms = tuple(dict.fromkeys([*nouns, *cells(row["demonyms"])]))
    first = variants[0] if variants else ("", "", "", "")
    return Country(row["iso3"], row["name"], row["article"], cells(row["forms"]), first, variants, demonyms,
                   row["capital"], row["wikidata"], row["note"] == "article")


def seat(row: dict[str, str]) -> Seat:
    """One row of seats.csv."""
    return Seat(row["form"], row["actor_id"], row["kind"], row["note"])


def organisation(row: dict[str, str]) -> Organisation:
    """One row of organisations.csv."""
    return Organisation(row["org_id"], row["name"], cells(row["forms"]), row["kind"], row["country"], row["parent"],
                        row["wikidata"])


def office(row: dict[str, str]) -> Office:
    """One row of offices.csv, its forms expanded."""
    return Office(row["office_id"], row["role"], phrases(row["forms"]), cells(row["scope"]), row["implied"] == "1",
                  row["role_f"] or row["role"], cells(row["shared"]), cells(row["stands_for"]))


def term(row: dict[str, str]) -> Term:
    """One row of a table of holders: its bounds, widest and narrowest."""
    first, sure_first = bounds(row["start"])
    sure_last, last = bounds(row["end"])
    return Term(row["person_id"], row["office_id"], row["country"], first, last, sure_first, sure_last,
                row["precision"], row["source"])


def person(held: list[dict[str, str]], states: frozenset[str], home: str = "") -> Person:
    """All rows of one person_id → Person; the first row gives the name, every row may add aliases. ``home`` is the state of
    one who has served organisations only."""
    terms = sorted(map(term, held), key=lambda known: (known.first or date.min, known.office_id))
    at_home = [known for known in terms if known.country in states]
    codes = [known.country for known in at_home] or ([home] if home else [known.country for known in terms])
    aliases = tuple(dict.fromkeys(alias for row in held for alias in cells(row["aliases"])))
    return Person(held[0]["person_id"], held[0]["name"], aliases, held[0]["gender"], max(codes, key=codes.count),
                  next((row["wikidata"] for row in held if row["wikidata"]), ""), tuple(terms))


def persons(states: frozenset[str], folder: Path = FOLDER / "holders") -> dict[str, Person]:
    """person_id → Person over all tables of holders; ``states`` are the known ISO codes."""
    held = [row for path in sorted(folder.glob("*.csv")) for row in rows(path)]
    held.sort(key=lambda row: row["person_id"])
    homes = {row["person_id"]: row["country"] for row in rows(folder.parent / "homes.csv")}
    return {key: person(list(group), states, homes.get(key, "")) for key, group in groupby(held, key=lambda row: row["person_id"])}
