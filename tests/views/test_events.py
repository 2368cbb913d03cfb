"""Events of the analyst's own: which rows are read, which are named as bad, and that writing loses nothing."""
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.exports.events import events_csv
from analysis.views import Event, read_events, within


@pytest.mark.parametrize(("row", "first", "last", "label"), [
    ("2024-03-04,Sommet", "2024-03-04", "2024-03-04", "Sommet"),
    ("04/03/2024;Sommet", "2024-03-04", "2024-03-04", "Sommet"),
    ("4.3.2024\tSommet", "2024-03-04", "2024-03-04", "Sommet"),
    ("2024-02,Sommet", "2024-02-01", "2024-02-29", "Sommet"),
    ("02/2023;Sommet", "2023-02-01", "2023-02-28", "Sommet"),
    ("2024,Sommet", "2024-01-01", "2024-12-31", "Sommet"),
    ("2024-03-04..2024-03-06,Sommet", "2024-03-04", "2024-03-06", "Sommet"),
    ("2024-03-04/2024-04,Sommet", "2024-03-04", "2024-04-30", "Sommet"),
    ('2024-03-04,"Sommet, deuxième jour"', "2024-03-04", "2024-03-04", "Sommet, deuxième jour"),
])
def test_a_row_is_read(row, first, last, label):
    assert read_events(f"date,label\n{row}\n".encode()).events in (
        (Event(date.fromisoformat(first), date.fromisoformat(last), label),), ()) and read_events(row.encode()).events == (
        Event(date.fromisoformat(first), date.fromisoformat(last), label),)


@pytest.mark.parametrize(("row", "reason"), [
    ("2024-02-30,Sommet", "date"), ("demain,Sommet 1", "date"), ("2024-03-04", "columns"), ("2024-03-04, ", "label"),
    ("2024-03-06..2024-03-04,Sommet", "date"), ("24-03-04,Sommet", "date"), ("0000-01-01,Sommet", "date"),
])
def test_a_bad_row_is_named_with_its_line(row, reason):
    found = read_events(f"2024-01-01,Avant\n{row}\n2024-01-02,Après\n".encode())
    assert [(bad.line, bad.reason) for bad in found.bad] == [(2, reason)]
    assert [event.label for event in found.events] == ["Avant", "Après"]


def test_windows_files_and_byte_order_marks_are_read():
    assert read_events("date;label\n2024-01-01;Élections".encode("cp1252")).events[0].label == "Élections"
    assert read_events("\ufeff2024-01-01;Élections".encode()).events[0].label == "Élections"


def test_too_much_is_refused_or_named():
    with pytest.raises(ValueError):
        read_events(b"x" * 1_000_001)
    found = read_events("\n".join(f"{1000 + number}-01-01,x" for number in range(510)).encode())
    assert len(found.events) == 500 and {bad.reason for bad in found.bad} == {"many"}


_EVENTS = st.lists(st.builds(lambda one, other, label: Event(min(one, other), max(one, other), label), st.dates(), st.dates(),
                             st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1).map(
                                 lambda text: " ".join(text.split())[:200]).filter(bool)), max_size=5, unique=True)


@given(_EVENTS)
def test_what_is_written_is_read_again(events):
    found = read_events(events_csv(tuple(events)))
    assert found.events == tuple(sorted(events)) and not found.bad


@given(st.binary(max_size=300))
def test_no_file_breaks_the_reading(data):
    found = read_events(data)
    assert all(event.first <= event.last and event.label for event in found.events)


def test_events_of_a_period():
    march = Event(date(2024, 3, 1), date(2024, 3, 31), "mars")
    assert within((march,), date(2024, 3, 31), date(2024, 4, 5)) == (march,)
    assert within((march,), date(2024, 4, 1), date(2024, 4, 5)) == ()
