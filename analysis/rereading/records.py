"""The rows of one article as of one day, and their form in a file (JSON)."""
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_type_hints

from analysis.tables import ROW_TYPES

READ = ("actors", "mentions", "dates", "statements", "stances")  # the tables that a reading gives beside the article's own row
Days = tuple[date | None, date | None]  # first and last day of publication; None where it is not known


@dataclass(frozen=True)
class Reread:
    """An article as of its days: ``rows`` holds the rows of each table of READ, and ``version`` names what made them."""

    article_id: str
    days: Days
    version: str
    rows: Mapping[str, list[tuple]]


def key_of(article_id: str, days: Days) -> str:
    """What a reading is found by; also the name of its file."""
    return "_".join((article_id, *(day.isoformat() if day else "unknown" for day in days)))


def to_bytes(read: Reread) -> bytes:
    """A reading as a file."""
    days = [day.isoformat() if day else None for day in read.days]
    return json.dumps({"article_id": read.article_id, "days": days, "version": read.version, "rows": read.rows},
                      ensure_ascii=False, default=date.isoformat, separators=(",", ":")).encode("utf-8", "surrogatepass")


def from_bytes(data: bytes) -> Reread:
    """A file → the reading in it. Raises ValueError where it is none."""
    try:
        found = json.loads(data.decode("utf-8", "surrogatepass"))
        first, last = (date.fromisoformat(day) if day else None for day in found["days"])
        rows = {name: [_typed(name, row) for row in found["rows"][name]] for name in READ}
        return Reread(str(found["article_id"]), (first, last), str(found["version"]), rows)
    except (AttributeError, KeyError, RecursionError, TypeError, UnicodeDecodeError) as error:
        raise ValueError(f"not an article read again: {str(error)[:120]}") from error


def _typed(table: str, row: list) -> tuple:
    """A row with its days as days. Raises ValueError where it has not the columns of its table."""
    kinds = get_type_hints(ROW_TYPES[table])
    if len(row) != len(kinds):
        raise ValueError(f"a row of {table} has {len(kinds)} columns, not {len(row)}")
    return tuple(date.fromisoformat(value) if kind == date | None and value else value for kind, value in zip(kinds.values(), row))
