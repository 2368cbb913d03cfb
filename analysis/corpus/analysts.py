"""Articles → rows, in this process or in several: a worker loads the French pipeline once and returns rows, not Docs.

The functions that workers run live here, so that a process started anew can import them.
"""
import os
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from analysis.apart import limit_memory
from analysis.articles import Article
from analysis.corpus.alone import LONG, MEMORY, TOO_LARGE, Alone, Team
from analysis.pipeline import Rows, analyse_article
from analysis.readers.speech import FRENCH
from analysis.tables import ArticleRow

Result = Rows | str  # the rows, or why there are none
_CHUNK = 4  # articles a worker takes at once
_WORTH_STARTING = 24  # articles below which loading the pipeline again takes longer than it saves
FEW = 50  # articles up to which one process beside Streamlit's own readers is as quick
_PATIENCE = 60.0  # seconds for one article, of which the pipeline reads some thousand words a second
_LOADING = 120.0  # seconds more, in which a process may still be loading the pipeline
_SLOW = "its analysis took too long and was ended"
_ENDED = "its analysis ended the process (too large, or a fault of the pipeline)"


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def analyse_one(article: Article) -> Result:
    """The rows of an article; its own row alone where it is not in French; the reason where the analysis fails."""
    if article.language != FRENCH:
        return Rows(_unread(article), [], [], [], [], [])
    try:
        return analyse_article(article)
    except MemoryError:
        return TOO_LARGE
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        return f"its analysis failed: {type(error).__name__}: {error}"[:300]


def analyse_chunk(articles: list[Article]) -> list[Result]:
    """What a worker runs."""
    return [analyse_one(article) for article in articles]


class Analysts:
    """Analyses articles in order, with ``jobs`` processes where there are enough articles to be worth it.

    In several processes an article that ends its process, or takes more than ``patience`` seconds, costs that article
    alone. In this one process only articles of the length of articles are analysed; longer ones go apart (``alone``).
    """

    def __init__(self, jobs: int = 1, worth_starting: int = _WORTH_STARTING, patience: float = _PATIENCE,
                 loading: float = _LOADING) -> None:
        self.jobs = jobs
        self._patience, self._loading = patience, loading
        self._worth_starting = worth_starting
        self._pool: ProcessPoolExecutor | None = None
        self._alone = Alone()

    def __enter__(self) -> "Analysts":
        return self

    def __exit__(self, *error) -> None:
        self._close()

    def results(self, articles: list[Article]) -> Iterator[Result]:
        """One result an article, in order, as they come; processes begin with the call, not when the first is asked for."""
        if self.jobs < 2 or not self._pool and len(articles) < self._worth_starting:
            return map(self._here, articles)
        chunks = [articles[at:at + _CHUNK] for at in range(0, len(articles), _CHUNK)]
        return self._collected(chunks, self._submitted(chunks))

    def _here(self, article: Article) -> Result:
        return self._alone.analyse(article) if len(article.text) > LONG and article.language == FRENCH else analyse_one(article)

    def _collected(self, chunks: list[list[Article]], futures: list[Future | None]) -> Iterator[Result]:
        """The chunks' results; those whose pool was closed over an article before them are begun again."""
        for number, chunk in enumerate(chunks):
            if futures[number] is None or futures[number].cancelled():
                futures[number:] = self._submitted(chunks[number:], futures[number:])
            try:
                yield from futures[number].result(self._loading + self._patience * len(chunk)) if futures[number] else self._one_by_one(chunk)
            except (BrokenProcessPool, TimeoutError):
                yield from self._one_by_one(chunk)

    def _submitted(self, chunks: list[list[Article]], before: Iterable[Future | None] = ()) -> list[Future | None]:
        """A future for each chunk, or None where the pool has just broken; those that were finished before are kept."""
        kept = [old if old and old.done() and not old.cancelled() and not old.exception() else None
                for old in list(before) or [None] * len(chunks)]
        try:
            pool = self._open()
            return [old or pool.submit(analyse_chunk, chunk) for old, chunk in zip(kept, chunks, strict=True)]
        except BrokenProcessPool:
            return kept

    def _one_by_one(self, articles: list[Article]) -> Iterator[Result]:
        """Each article in a process that has nothing else to do, so that the one that ends its process is known."""
        self._end()
        for article in articles:
            try:
                yield self._open(processes=1).submit(analyse_one, article).result(self._loading + self._patience)
            except (BrokenProcessPool, TimeoutError) as error:
                self._end()
                yield _SLOW if isinstance(error, TimeoutError) else _ENDED
        self._close()

    def _open(self, processes: int = 0) -> ProcessPoolExecutor:
        if self._pool is None:
            processes = processes or self.jobs
            with _one_thread_each():
                self._pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=_begin_worker)
                for _ in range(processes):  # started here, while the setting holds
                    self._pool.submit(os.getpid)
        return self._pool

    def _end(self) -> None:
        """Close the pool without waiting for what its processes do."""
        if self._pool:
            # Until Python 3.14, whose pools have kill_workers(), they are found in this attribute only.
            for process in list((self._pool._processes or {}).values()):
                process.kill()
        self._close()

    def _close(self) -> None:
        self._alone.end()
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


class Apart:
    """As ``Analysts``, where Streamlit runs: with ``jobs`` processes apart (``alone.Team``) once there are more than ``few`` articles
    at once, else in this one."""

    def __init__(self, jobs: int, few: int = FEW) -> None:
        self.jobs = jobs
        self._few, self._here, self._team = few, Analysts(), None

    def __enter__(self) -> "Apart":
        return self

    def __exit__(self, *error) -> None:
        self._here.__exit__(*error)
        if self._team:
            self._team.end()

    def results(self, articles: list[Article]) -> Iterator[Result]:
        """One result an article, in order, as they come."""
        if self.jobs < 2 or not self._team and len(articles) <= self._few:
            return self._here.results(articles)
        self._team = self._team or Team(self.jobs)
        return self._team.results(articles)


def _unread(article: Article) -> ArticleRow:
    return ArticleRow(article.article_id, article.path, article.title, article.published_first, article.published_last,
                      article.source, article.language, article.url, article.text)


def _begin_worker() -> None:
    """What each process of a pool does first: leave interrupts to its parent, and hold no more memory than it may."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(MEMORY)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Processes begun in the block do matrix products in one thread each, since there is one for every core."""
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
