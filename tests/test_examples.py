"""The example dispatches: each rests on a document that can be checked, on a day that it names, and none is written twice."""
import re
from datetime import date, timedelta
from itertools import combinations

import pytest

from analysis import analyse, read_articles
from analysis.examples import SEEDS, example_of, has_examples, is_example
from tests.test_pipeline import check

FOLDER = SEEDS / "examples"
NAMES = sorted(path.name for path in FOLDER.iterdir())
OWN, OTHER = "Homologue, dépêche de démonstration", "Dépêche de démonstration B"
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
          "décembre")
DATED = re.compile(rf"\b({'|'.join(WEEKDAYS)}) (\d{{1,2}}) ({'|'.join(MONTHS)})\b(?! \d{{4}})", re.I)


@pytest.fixture(scope="module")
def articles():
    read, rejected = read_articles([SEEDS])
    assert not rejected
    return {article.path: article for article in read}


@pytest.fixture(scope="module")
def tables(articles):
    return analyse(article for path, article in articles.items() if is_example(path))


def example(name: str):
    return example_of(f"examples/{name}")


def test_there_are_enough_of_them():
    assert len(NAMES) >= 48
    assert sum(bool(example(name).reprint_of) for name in NAMES) >= 2


@pytest.mark.parametrize("name", NAMES)
def test_each_names_its_document_and_where_to_find_it(name):
    found = example(name)
    assert len(found.reference) > 20 and len(found.check) > 5
    assert re.search(r"\b20\d\d\b", found.reference)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_of_the_day_that_it_tells(name, articles):
    article, event = articles[f"examples/{name}"], example(name).event
    published = article.published_first
    assert published == article.published_last and article.dated_by == "metadata"
    assert timedelta(0) <= published - event <= timedelta(days=3)
    assert date(2021, 1, 1) <= event <= date(2025, 12, 31) and name.startswith((str(event), str(published)))
    assert WEEKDAYS[event.weekday()] in article.text.lower() or f"{event.day} {MONTHS[event.month - 1]}" in article.text


@pytest.mark.parametrize("name", NAMES)
def test_each_weekday_with_a_date_is_the_right_one(name, articles):
    article = articles[f"examples/{name}"]
    for weekday, day, month in DATED.findall(article.text):
        told = date(article.published_first.year, MONTHS.index(month) + 1, int(day))
        assert WEEKDAYS[told.weekday()] == weekday.lower()


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_short_dispatch_marked_as_written_for_demonstration(name, articles):
    article = articles[f"examples/{name}"]
    assert article.source == (OTHER if example(name).reprint_of else OWN)
    assert 120 <= len(article.text.split()) <= 260
    assert article.title and article.language == "fr"
    assert not re.search("[«»\"“”]", article.text), "reported speech only: nobody's words are invented"


@pytest.mark.parametrize("name", NAMES)
def test_in_each_somebody_is_found(name, articles, tables):
    key = articles[f"examples/{name}"].article_id
    assert (tables.mentions["article_id"] == key).any()


def test_what_holds_for_all_tables_holds_for_theirs(tables):
    check(tables)


def test_no_text_is_there_twice_but_the_reprints(articles):
    stems = {path.removeprefix("examples/").removesuffix(".md"): shingles(article.text)
             for path, article in articles.items() if is_example(path)}
    declared = {frozenset((stem, example(f"{stem}.md").reprint_of)) for stem in stems if example(f"{stem}.md").reprint_of}
    alike = {frozenset(pair) for pair in combinations(stems, 2) if likeness(*map(stems.get, pair)) > 0.2}
    assert alike == declared
    assert all(likeness(*map(stems.get, pair)) > 0.6 for pair in declared)


def test_only_files_among_the_examples_are_examples(tmp_path):
    assert has_examples(SEEDS) and not has_examples(tmp_path)
    assert example_of("000_0e4a482b4cf2cd64.txt") is None
    assert example_of("examples/absent.md") is None
    assert example_of("examples/../../README.md") is None


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[start:] for start in range(5)), strict=False))


def likeness(first: set, second: set) -> float:
    return len(first & second) / len(first | second)
