"""Events that an analyst adds to the charts in time: a CSV of date and label, read row by row, bad rows named.

A date is a day (2024-03-04, 04/03/2024), a month (2024-03, 03/2024), a year (2024), or two of these divided by ``/`` or
``..`` (2024-03-04..2024-03-06); what is no day stays a span. The label is plain text: every chart escapes it.

    >>> read_events("date,label\\n2024-03,Élections\\n".encode()).events
    (Event(first=datetime.date(2024, 3, 1), last=datetime.date(2024, 3, 31), label='Élections'),)
"""
import calendar
import csv
import io
import re
from datetime import date
from typing import NamedTuple

MOST_EVENTS, MOST_BYTES, LONGEST_LABEL = 500, 1_000_000, 200
_FORMS = (re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"),
          re.compile(r"(?:(?:(?P<day>\d{1,2})[/.])?(?P<month>\d{1,2})[/.])?(?P<year>\d{4})"))
_MARKED = tuple("=+-@＝＋－＠'")  # what analysis/exports/escape.py marks
_ISO_SPAN = re.compile(r"(\d{4}(?:-\d{1,2}){0,2})\s{0,9}(?:/|\.\.)\s{0,9}(\d{4}(?:-\d{1,2}){0,2})")


class Event(NamedTuple):
    """Something that happened: first and last day that it can be of, and what to call it."""

    first: date
    last: date
    label: str


class BadRow(NamedTuple):
    """A row that was left out: its line in the file, its text, and why (``columns``, ``date``, ``label``, ``many``)."""

    line: int
    text: str
    reason: str


class EventsRead(NamedTuple):
    """The events of a file in order of time, and the rows that are none."""

    events: tuple[Event, ...]
    bad: tuple[BadRow, ...]


def read_events(data: bytes) -> EventsRead:
    """CSV with commas, semicolons or tabs, in UTF-8 or Windows-1252 → events; a heading is passed over.

    Raises ValueError where the file is larger than a megabyte.
    """
    if len(data) > MOST_BYTES:
        raise ValueError("the file is larger than one megabyte")
    text = _decoded(data)
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    events, bad = [], []
    for line, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark), 1):
        cells = [cell.strip() for cell in cells]
        if not any(cells) or (line == 1 and not any(letter.isdigit() for letter in cells[0])):
            continue
        found = _event([_unmarked(cell) for cell in cells])
        if isinstance(found, Event) and len(events) < MOST_EVENTS:
            events.append(found)
        else:
            bad.append(BadRow(line, f" {mark} ".join(cells)[:LONGEST_LABEL], found if isinstance(found, str) else "many"))
    return EventsRead(tuple(sorted(set(events))), tuple(bad))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _unmarked(cell: str) -> str:
    """A cell without the apostrophe that our own CSV has before what a spreadsheet would compute."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in _MARKED else cell


def _event(cells: list[str]) -> Event | str:
    if len(cells) < 2:
        return "columns"
    span = _span(cells[0])
    label = " ".join(" ".join(cells[1:]).split())[:LONGEST_LABEL]
    return "date" if span is None else Event(*span, label) if label else "label"


def _span(text: str) -> tuple[date, date] | None:
    two = _ISO_SPAN.fullmatch(text)
    ends = [_days(part) for part in (two.groups() if two else (text,))]
    if None in ends or ends[0][0] > ends[-1][1]:
        return None
    return ends[0][0], ends[-1][1]


def _days(text: str) -> tuple[date, date] | None:
    """First and last day of a day, month or year."""
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    year, month, day = (int(found[name]) if found[name] else 0 for name in ("year", "month", "day"))
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first, last


def within(events: tuple[Event, ...], first: date, last: date) -> tuple[Event, ...]:
    """The events that touch a period."""
    return tuple(event for event in events if event.first <= last and event.last >= first)
