"""Filters kept by name, in one step each, and where."""
import json
from threading import Thread

import pytest

from analysis import kept
from analysis.corpus import MANIFEST

QUERY = {"country": ["FRA", "MAR"], "side": ["between"]}


@pytest.fixture(autouse=True)
def settings(monkeypatch, tmp_path):
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "settings"))
    return tmp_path / "settings"


def test_filters_are_kept_overwritten_and_dropped(tmp_path):
    file = tmp_path / "there" / "filters.json"
    assert kept.kept_filters(file) == {}
    kept.keep_filter(file, "  Paris \n et  Rabat ", QUERY)
    kept.keep_filter(file, "été", {"first": ["2024-06-01"]})
    assert kept.kept_filters(file) == {"Paris et Rabat": QUERY, "été": {"first": ["2024-06-01"]}}
    kept.keep_filter(file, "Paris et Rabat", {"act": ["accuse"]})
    kept.drop_filter(file, "été")
    kept.drop_filter(file, "été")
    assert kept.kept_filters(file) == {"Paris et Rabat": {"act": ["accuse"]}}
    assert [path.name for path in file.parent.iterdir()] == ["filters.json"]


@pytest.mark.parametrize(("name", "expected"), [
    ("a\x00b", "a b"), ("x" * 100, "x" * kept.MOST_NAME), ("![x](http://a.example)", "![x](http://a.example)"),
    ("d\u202eroite", "d roite"), (" <b>\t", "<b>")])
def test_names_stand_on_one_line(name, expected):
    assert kept.named(name) == expected


@pytest.mark.parametrize("name", ["", "  ", "\u200b\x00"])
def test_a_filter_has_a_name(tmp_path, name):
    with pytest.raises(kept.KeptError, match="nameless"):
        kept.keep_filter(tmp_path / "f.json", name, QUERY)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"filters": []}', '{"filters": {"a": 3}}', '{"other": 1}', "\udcff"])
def test_a_file_that_is_no_list_of_filters_is_named_and_left_as_it_is(tmp_path, content):
    file = tmp_path / "filters.json"
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    before = file.read_bytes()
    with pytest.raises(kept.KeptError, match="unreadable"):
        kept.kept_filters(file)
    with pytest.raises(kept.KeptError):
        kept.keep_filter(file, "a", QUERY)
    assert file.read_bytes() == before


def test_there_is_an_end_to_them(tmp_path):
    file = tmp_path / "filters.json"
    file.write_text(json.dumps({"filters": {f"n{number}": {} for number in range(kept.MOST_KEPT)}}))
    with pytest.raises(kept.KeptError, match="too_many"):
        kept.keep_filter(file, "one more", QUERY)
    kept.keep_filter(file, "n7", QUERY)
    assert kept.kept_filters(file)["n7"] == QUERY


def test_sessions_that_save_at_once_lose_nothing(tmp_path):
    file = tmp_path / "filters.json"
    threads = [Thread(target=kept.keep_filter, args=(file, f"n{number}", QUERY)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kept.kept_filters(file)) == 12


def test_a_corpus_holds_its_filters_and_articles_do_not(tmp_path, settings):
    articles, corpus = tmp_path / "articles", tmp_path / "corpus"
    articles.mkdir()
    corpus.mkdir()
    (corpus / MANIFEST).write_text("{}")
    assert kept.filters_file(corpus) == corpus / kept.FILE
    assert kept.filters_file(articles).is_relative_to(settings)
    assert kept.filters_file(articles) != kept.filters_file(tmp_path / "others" / "articles")


def test_the_tour_is_seen_once_it_was_ended():
    assert not kept.tour_seen()
    kept.note_tour_seen()
    kept.note_tour_seen()
    assert kept.tour_seen()
