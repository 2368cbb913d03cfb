"""Articles → their rows as of other days, by the analysis that every import uses. Loads the French pipeline."""
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from threading import Lock

import pandas as pd

from analysis.articles import Article
from analysis.corpus.alone import in_several
from analysis.corpus.analysts import Analysts, Result, cores
from analysis.corpus.versions import current_version
from analysis.pipeline import merge_actors
from analysis.readers import ReadError
from analysis.readers.text import read as read_text
from analysis.rereading.records import READ, Days, Reread

MANY = 50  # articles up to which one process reads: loading the pipeline in others takes some seconds
_AT_ONCE = 20  # readings put by at once


class RereadingError(ValueError):
    """An article whose analysis fails as of its new day; the message names it and says why."""


def version_name() -> str:
    """What a reading of now is made by."""
    return "-".join(map(str, vars(current_version()).values()))


def reread(articles: pd.DataFrame, days: Mapping[str, Days], tell: Callable[[int], None] = lambda done: None,
           keep: Callable[[list[Reread]], None] = lambda reads: None, jobs: int = 0) -> list[Reread]:
    """Each of these articles (rows of ``articles``) as of its days, in ``jobs`` processes (0: one a core) where there are MANY.

    ``keep`` is given the readings as they come, some at once, and before this ends, in whatever way, those that are left: whoever
    puts them by need not read them again. ``tell`` is called with the number done after each, and may raise to end it. Raises
    RereadingError at the first that fails, and analysis.language.PipelineError.

        >>> reread(tables.articles, {"3f2a…": (date(2024, 5, 6), date(2024, 5, 6))})
    """
    version, reads, kept = version_name(), [], 0
    wanted = [_article(row, days[row.article_id]) for row in articles.itertuples(index=False)]
    try:
        for article, found in _results(wanted, jobs or cores()):
            if isinstance(found, str):
                raise RereadingError(f"{article.path}: {found}")
            rows = {name: list(map(tuple, getattr(found, name))) for name in READ if name != "actors"}
            reads.append(Reread(article.article_id, days[article.article_id], version, {**rows, "actors": list(map(tuple, merge_actors([found])))}))
            if len(reads) - kept >= _AT_ONCE:
                keep(reads[kept:])
                kept = len(reads)
            tell(len(reads))
    finally:
        if kept < len(reads):
            keep(reads[kept:])
    return reads


def _results(articles: list[Article], jobs: int) -> Iterator[tuple[Article, Result]]:
    """What the analysis makes of each, in order. Several processes for one asker at a time; in this process one article at a time, since its sessions
    read in threads and share one pipeline."""
    if len(articles) > MANY and jobs > 1:
        with _one_at_a_time("several"):
            yield from zip(articles, in_several(articles, jobs), strict=True)
        return
    with Analysts() as analysts:
        for article in articles:
            with _one_at_a_time("here"):
                found = next(iter(analysts.results([article])))
            yield article, found


def _article(row: object, days: Days) -> Article:
    """A row of ``articles`` as its reader gave it, but for its days."""
    start, end = place_of_title(row.text, row.title)
    return Article(row.article_id, row.path, row.title, row.text, *days, row.source, row.language, row.url, start, end, end, "analyst")


def place_of_title(text: str, title: str) -> tuple[int, int]:
    """Where the title stands: at the beginning, or behind the header of a text file, which is no part of the article."""
    if title and text.startswith(title):
        return 0, len(title)
    try:
        again = read_text(text, "")
    except ReadError:
        return 0, 0
    return (again.title_start, again.title_end) if again.title == title else (0, 0)


@cache
def _one_at_a_time(what: str) -> Lock:
    return Lock()
