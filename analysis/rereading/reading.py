"""Articles → their rows as of other days, by the analysis that every import uses. Loads the French pipeline."""
from collections.abc import Callable, Mapping
from functools import cache
from threading import Lock

import pandas as pd

from analysis.articles import Article
from analysis.corpus.analysts import Analysts
from analysis.corpus.versions import current_version
from analysis.pipeline import merge_actors
from analysis.readers import ReadError
from analysis.readers.text import read as read_text
from analysis.rereading.records import READ, Days, Reread


class RereadingError(ValueError):
    """An article whose analysis fails as of its new day; the message names it and says why."""


def version_name() -> str:
    """What a reading of now is made by."""
    return "-".join(map(str, vars(current_version()).values()))


def reread(articles: pd.DataFrame, days: Mapping[str, Days], tell: Callable[[int], None] = lambda done: None) -> list[Reread]:
    """Each of these articles (rows of ``articles``) as of its days: all of them or, where one fails, none.

    ``tell`` is called with the number done after each, and may raise to end it. Raises RereadingError, and
    analysis.language.PipelineError.

        >>> reread(tables.articles, {"3f2a…": (date(2024, 5, 6), date(2024, 5, 6))})
    """
    version, reads = version_name(), []
    with Analysts() as analysts:
        for row in articles.itertuples(index=False):
            article = _article(row, days[row.article_id])
            with _one_at_a_time():  # sessions read in threads of one process, which has one pipeline
                found = next(iter(analysts.results([article])))
            if isinstance(found, str):
                raise RereadingError(f"{article.path}: {found}")
            rows = {name: list(map(tuple, getattr(found, name))) for name in READ if name != "actors"}
            reads.append(Reread(article.article_id, days[row.article_id], version, {**rows, "actors": list(map(tuple, merge_actors([found])))}))
            tell(len(reads))
    return reads


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
def _one_at_a_time() -> Lock:
    return Lock()
