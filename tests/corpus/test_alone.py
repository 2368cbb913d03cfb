"""A long article is analysed in a process apart: one that is slow, huge or deadly costs itself alone."""
import sys

import pytest

from analysis.articles import Article
from analysis.corpus import alone, analysts
from analysis.corpus.alone import LONG, Alone, in_several
from analysis.corpus.analysts import Analysts, Apart
from tests.corpus.test_importing import unread_rows


def article(title: str, length: int = LONG + 1, language: str = "fr") -> Article:
    return Article(title, f"{title}.txt", title, "a" * length, language=language)


@pytest.fixture
def ill():
    apart = Alone(seconds=1.0, memory=2 << 30, program="tests.corpus.ill_analyst")
    yield apart
    apart.end()


@pytest.mark.parametrize(("title", "reason"), [("lent", "too slow: its analysis took more than 5 s"), ("mort", "ended the process (status 3)"),
                                               pytest.param("obus", "too large", marks=pytest.mark.skipif(
                                                   not sys.platform.startswith("linux"), reason="only Linux limits the memory of a process"))])
def test_an_article_that_ends_its_process_is_named_and_the_next_is_analysed(ill, title, reason):
    assert ill.analyse(article("bon")).article.title == "bon"
    assert reason in ill.analyse(article(title))
    assert ill.analyse(article("bon")) == unread_rows(article("bon"))


def test_only_long_french_articles_go_apart(monkeypatch):
    monkeypatch.setattr(analysts, "analyse_article", unread_rows)
    monkeypatch.setattr(alone.Alone, "analyse", lambda self, article: f"apart: {article.title}")
    articles = [article("court", LONG), article("long"), article("long et anglais", LONG + 1, "en")]
    with Analysts() as here:
        results = list(here.results(articles))
    assert [result if isinstance(result, str) else result.article.title for result in results] == ["court", "apart: long", "long et anglais"]


def test_several_processes_give_the_results_in_order_and_are_ended(monkeypatch):
    made = []

    class Ill(Alone):
        def __init__(self) -> None:
            super().__init__(seconds=1.0, program="tests.corpus.ill_analyst")
            made.append(self)

    monkeypatch.setattr(alone, "Alone", Ill)
    wanted = [article(title) for title in ("bon", "mort", "bon 2", "bon 3", "bon 4")]
    found = list(in_several(wanted, 2))
    assert [each if isinstance(each, str) else each.article.title for each in found] == [
        "bon", "its analysis ended the process (status 3)", "bon 2", "bon 3", "bon 4"]
    assert len(made) == 2 and not any(each._child._process for each in made)
    assert list(in_several([], 2)) == []
    begun = in_several(wanted, 2)
    assert next(begun).article.title == "bon"
    begun.close()
    assert len(made) == 6 and not any(each._child._process for each in made)


def test_where_streamlit_runs_many_articles_go_to_processes_that_are_kept(monkeypatch):
    made = []

    class Ill(Alone):
        def __init__(self) -> None:
            super().__init__(seconds=1.0, program="tests.corpus.ill_analyst")
            made.append(self)

    monkeypatch.setattr(analysts, "analyse_article", unread_rows)
    few, many = [article("bon", 9), article("bon 2", 9)], [article(f"bon {number}", 9) for number in range(30)]
    with Apart(2, few=2) as here:
        assert [each.article.title for each in here.results(few)] == ["bon", "bon 2"]
        monkeypatch.setattr(alone, "Alone", Ill)
        assert made == []
        batches = [here.results(many), here.results([article("mort", 9), *few])]  # one begun behind the other, as an import does
        assert [each.article.title for each in batches[0]] == [each.title for each in many]
        assert [each if isinstance(each, str) else each.article.title for each in batches[1]] == [
            "its analysis ended the process (status 3)", "bon", "bon 2"]
        assert len(made) == 2 and any(each._child._process for each in made)
    assert not any(each._child._process for each in made)


def test_one_process_is_this_one(monkeypatch):
    monkeypatch.setattr(analysts, "analyse_article", unread_rows)
    with Apart(1, few=0) as here:
        assert [each.article.title for each in here.results([article("bon", 9)])] == ["bon"]
        assert here._team is None
