"""Several processes give what one gives, in the same order, and outlive an article that ends its process."""
import os
import signal

from dataclasses import replace

from analysis.corpus.analysts import Analysts, analyse_one
from analysis.readers.text import read

# In Italian, so that no process has to load the French pipeline.
ARTICLES = [replace(read(f" date 2022-02-{day:02d} Roma risponde\n\nL'Italia ha condannato la decisione.", f"{day}.txt"),
                    language="it") for day in range(1, 10)]


class Deadly:
    """Stands for an article that ends the process which looks at its language."""

    article_id = path = "deadly"

    @property
    def language(self) -> str:
        os.kill(os.getpid(), signal.SIGKILL)
        return "fr"


class Endless(Deadly):
    """Stands for an article whose analysis never ends."""

    @property
    def language(self) -> str:
        signal.pause()
        return "fr"


def test_two_processes_give_what_one_gives():
    with Analysts(2, worth_starting=1) as analysts:
        found = list(analysts.results(ARTICLES))
    assert found == [analyse_one(article) for article in ARTICLES]


def test_few_articles_start_no_processes():
    with Analysts(2) as analysts:
        assert len(list(analysts.results(ARTICLES[:1]))) == 1
        assert analysts._pool is None


def test_a_process_that_dies_costs_one_article():
    articles = [ARTICLES[0], Deadly(), ARTICLES[1]]
    with Analysts(2, worth_starting=1) as analysts:
        found = list(analysts.results(articles))
    assert isinstance(found[1], str) and "ended the process" in found[1]
    assert [row.article.path for row in (found[0], found[2])] == ["1.txt", "2.txt"]


def test_an_analysis_without_end_is_ended():
    with Analysts(2, worth_starting=1, patience=0.5, loading=0.0) as analysts:
        [reason] = analysts.results([Endless()])
    assert "took too long" in reason


def test_a_batch_begun_behind_one_that_ends_its_process_comes_whole():
    with Analysts(2, worth_starting=1) as analysts:
        batches = [analysts.results([ARTICLES[0], Deadly(), ARTICLES[1]]), analysts.results(ARTICLES[2:])]
        first, second = (list(batch) for batch in batches)
    assert isinstance(first[1], str) and "ended the process" in first[1]
    assert second == [analyse_one(article) for article in ARTICLES[2:]]
