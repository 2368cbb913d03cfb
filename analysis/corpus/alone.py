"""A long article analysed alone, in a process that can be ended: no text holds up an import, however it is made.

The analysis takes time in proportion to a text of the press; one made to be slow, or a book, may take any. In this
process go the articles whose text is so long that it would be felt.
"""
import pickle
from base64 import b64decode, b64encode
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from queue import SimpleQueue
from typing import BinaryIO

from analysis.apart import Child, Ended, Fat, Late, limit_memory, own_output, set_alarm
from analysis.articles import Article
from analysis.pipeline import Rows

LONG = 20_000  # characters; no article of a daily paper has more, and any of these is analysed in some seconds
MEMORY = 4 << 30  # bytes, of which the French pipeline itself takes a tenth
SECONDS, CHARACTERS_A_SECOND = 60.0, 5_000
SLOW = "too slow: its analysis took more than {seconds:.0f} s"
TOO_LARGE = "too large: its analysis needs more memory than it may take"
BROKEN = "its analysis ended the process (status {status})"
_AHEAD = 4  # articles for each of several processes that are begun before the one that is waited for
_LOADING = 120.0  # seconds in which the process may still be loading the French pipeline


class Alone:
    """Analyses one article after the other in a process apart, which is started with the first."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY, program: str = "analysis.corpus.alone_child") -> None:
        self.seconds, self.memory = seconds, memory
        self._child = Child(program, memory)
        self._loaded = False

    def analyse(self, article: Article) -> Rows | str:
        """Its rows, or the reason why there are none."""
        seconds = self.seconds + len(article.text) / CHARACTERS_A_SECOND
        found: Rows | str = ""
        try:
            self._child.ask(_line((article, self.memory, seconds + _LOADING)))
            found = pickle.loads(b64decode(self._child.answer(seconds + (0 if self._loaded else _LOADING))))
            self._loaded = True
        except Late:
            found = SLOW.format(seconds=seconds)
        except Fat:
            found = TOO_LARGE
        except Ended as error:
            found = BROKEN.format(status=error)
        finally:
            if isinstance(found, str):  # also on an interrupt
                self.end()
        return found

    def end(self) -> None:
        """End the process, where there is one."""
        self._child.end()
        self._loaded = False


class Team:
    """Analyses articles in order in several processes apart, which are kept from one call to the next until ``end``.

    The processes of ``multiprocessing`` begin by running the program of their parent once more, which under Streamlit is the page;
    these do not.
    """

    def __init__(self, jobs: int) -> None:
        self._every = [Alone() for _ in range(jobs)]
        self._free: SimpleQueue[Alone] = SimpleQueue()
        for one in self._every:
            self._free.put(one)
        self._threads = ThreadPoolExecutor(jobs, "alone")

    def results(self, articles: Iterable[Article]) -> Iterator[Rows | str]:
        """Each article's rows, or the reason why there are none; begun with the call, not when the first is asked for. Raises
        apart.NotStarted.

        Few are begun ahead: a program that ends waits for what its threads have before them.
        """
        rest = iter(articles)
        return self._collected(deque(self._begun(islice(rest, _AHEAD * len(self._every)))), rest)

    def _begun(self, articles: Iterable[Article]) -> Iterator[Future]:
        return (self._threads.submit(self._analyse, article) for article in articles)

    def _collected(self, begun: deque[Future], rest: Iterator[Article]) -> Iterator[Rows | str]:
        while begun:
            begun.extend(self._begun(islice(rest, 1)))
            yield begun.popleft().result()

    def _analyse(self, article: Article) -> Rows | str:
        one = self._free.get()
        try:
            return one.analyse(article)
        finally:
            self._free.put(one)

    def end(self) -> None:
        """End the processes, when what they are at is done; what is not begun is left."""
        self._threads.shutdown(cancel_futures=True)
        for one in self._every:
            one.end()


def in_several(articles: Iterable[Article], jobs: int) -> Iterator[Rows | str]:
    """Each article's rows, or the reason why there are none, in order, by ``jobs`` processes apart. Raises apart.NotStarted."""
    team = Team(jobs)
    try:
        yield from team.results(articles)
    finally:
        team.end()


def _line(content: object) -> bytes:
    return b64encode(pickle.dumps(content)) + b"\n"


def serve(analyse: Callable[[Article], Rows | str], tasks: Iterable[bytes], out: BinaryIO) -> None:
    """Answer each article with its rows, or the reason why there are none, until there are no more."""
    for line in tasks:
        article, memory, seconds = pickle.loads(b64decode(line))
        limit_memory(memory)
        set_alarm(seconds + 10)  # should the parent not be there any more
        try:
            answer = analyse(article)
        except MemoryError:
            answer = TOO_LARGE
        set_alarm(0)
        out.write(_line(answer))
        out.flush()
