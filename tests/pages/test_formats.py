"""Numbers and days as the reader's language writes them."""
from datetime import date

import pandas as pd
import pytest

from pages.parts import formats


@pytest.mark.parametrize(("value", "decimals", "en", "fr"), [
    (0, 0, "0", "0"), (1234567, 0, "1,234,567", "1\u202f234\u202f567"), (1234.5, 1, "1,234.5", "1\u202f234,5"),
])
def test_number(value, decimals, en, fr):
    assert formats.number(value, "en", decimals) == en
    assert formats.number(value, "fr", decimals) == fr


@pytest.mark.parametrize(("value", "decimals", "expected"), [(3, 0, "+3"), (-2, 0, "−2"), (0, 0, "0"), (-0.04, 1, "0.0")])
def test_signed(value, decimals, expected):
    assert formats.signed(value, "en", decimals) == expected


@pytest.mark.parametrize(("first", "last", "en", "fr"), [
    (None, None, "", ""),
    (date(2022, 10, 26), date(2022, 10, 26), "26 Oct 2022", "26 oct. 2022"),
    (date(2022, 10, 1), date(2022, 10, 1), "1 Oct 2022", "1er oct. 2022"),
    (date(2022, 10, 1), date(2022, 10, 31), "Oct 2022", "oct. 2022"),
    (date(2024, 2, 1), date(2024, 2, 29), "Feb 2024", "févr. 2024"),
    (date(2023, 12, 1), date(2023, 12, 31), "Dec 2023", "déc. 2023"),
    (date(2022, 10, 3), date(2022, 10, 9), "3–9 Oct 2022", "3–9 oct. 2022"),
    (date(2022, 9, 30), date(2022, 10, 2), "30 Sep – 2 Oct 2022", "30 sept. – 2 oct. 2022"),
    (date(2021, 12, 31), date(2022, 1, 2), "31 Dec 2021 – 2 Jan 2022", "31 déc. 2021 – 2 janv. 2022"),
    (date(2022, 10, 26), None, "26 Oct 2022", "26 oct. 2022"),
])
def test_span(first, last, en, fr):
    assert formats.span(first, last, "en") == en
    assert formats.span(first, last, "fr") == fr


def test_a_label_has_the_colon_of_its_language():
    assert formats.labelled("Actor", "France", "en") == "Actor: France"
    assert formats.labelled("Acteur", "France", "fr") == "Acteur\u00a0: France"


def test_percent():
    assert formats.percent(0.625, "en") == "62%"
    assert formats.percent(0.5, "fr") == "50\u202f%"


@pytest.mark.parametrize(("cell", "expected"), [
    (pd.NaT, None), (None, None), (pd.Timestamp("2022-10-26"), date(2022, 10, 26)), (date(2022, 1, 1), date(2022, 1, 1)),
])
def test_as_date(cell, expected):
    assert formats.as_date(cell) == expected
