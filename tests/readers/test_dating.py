"""The day of publication where the format gives none."""
from datetime import date

import pytest

from analysis.readers import read_bytes
from analysis.readers.dating import day_in

DAY = (date(2024, 9, 11), date(2024, 9, 11))
MONTH = (date(2024, 9, 1), date(2024, 9, 30))


@pytest.mark.parametrize(("text", "span"), [
    ("mercredi 11 septembre 2024", DAY), ("11 septembre 2024 à 8h12", DAY), ("11\u00a0sept. 2024", DAY), ("September 11, 2024", DAY),
    ("11 September 2024", DAY), ("2024-09-11T08:12:00+02:00", DAY), ("le_monde_2024-09-11_page3", DAY), ("LM20240911", None),
    ("lemonde-20240911-12", DAY), ("11/09/2024", DAY), ("11.9.2024", DAY), ("1er septembre 2024", (date(2024, 9, 1),) * 2),
    ("septembre 2024", MONTH), ("2024-09", MONTH), ("2024-13-40", None), ("31 février 2024", None), ("123456789", None),
    ("a20240911b", None), ("0e20240911", None), ("", None), ("112024-09-11", None), ("9" * 50_000, None),
])
def test_days_are_read_in_the_forms_of_the_press(text, span):
    assert day_in(text) == span


@pytest.mark.parametrize(("name", "text", "day", "origin"), [
    ("a.txt", " date 2024-09-11 Titre\n\nTexte.", DAY, "header"),
    ("2019-01-01.txt", "Titre\n\nPublié le 11/09/2024 à 10h\n\nTexte de l'article.", DAY, "text"),
    ("a.txt", "Titre\nmercredi 11 septembre 2024\n\nTexte.", DAY, "text"),
    ("2024-09-11 Le Temps.txt", "Titre\n\nL'accord du 3 mai 1998 est caduc.", DAY, "file name"),
    ("a.txt", "Titre\n\nL'accord du 3 mai 1998 est caduc, a jugé mardi le ministre dans une longue déclaration.", (None, None), ""),
])
def test_where_the_day_comes_from_is_said(name, text, day, origin):
    [article] = read_bytes(text.encode(), name)
    assert (article.published_first, article.published_last, article.dated_by) == (*day, origin)
