"""The same batches on a Dask cluster that exists: workers write the parts, the client commits them in their order.

A batch whose worker is lost is done again by another, and one that ends worker after worker is cut until the article that
does it is known. Only what the client commits counts, so nothing goes in twice and nothing is lost.
"""
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from analysis.corpus import away
from analysis.corpus.batch import frames_of
from analysis.corpus.executing import Sent
from analysis.corpus.manifest import CorpusError, Part
from analysis.corpus.remote import Remote, with_table_at
from analysis.corpus.rows import FileRow
from analysis.corpus.store import Writer
from analysis.corpus.versions import current_version
from analysis.tables import frame

_ANSWER = 20.0  # seconds for a scheduler to answer, and for the first worker to come
_ALONE = 120.0  # seconds without a worker after which an import gives up
_LOOK = 2.0  # seconds between two looks at a batch under way
_PATIENCE = 300.0  # seconds for one article on a machine of unknown speed
_PIECE = 10  # articles together, where a batch ended all its workers
_AHEAD = 2  # batches for each thread of the cluster
_ENDED = "its analysis ended the processes that tried it (too large, too slow, or a fault of the pipeline)"
MISSING = "--scheduler needs Dask, which is not installed: pip install \".[cluster]\" in Homologue's folder"


class ClusterError(CorpusError):
    """The cluster cannot be used, or was lost; what is committed stays."""


@contextmanager
def connected(address: str) -> Iterator:
    """A client of the scheduler at an address (tcp://…). Raises ClusterError."""
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError(MISSING) from error
    try:
        client = Client(address, timeout=_ANSWER, set_as_default=False, name="homologue")
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address} ({_line(error)})") from error
    try:
        try:
            client.wait_for_workers(1, timeout=_ANSWER)
        except TimeoutError as error:
            raise ClusterError(f"no worker is connected to the scheduler at {address}") from error
        yield client
    finally:
        with suppress(TimeoutError, OSError):
            client.close(timeout=5)


class Cluster:
    """A place of work for an import; refuses workers that could not take part. Raises ClusterError."""

    def __init__(self, client, writer: Writer) -> None:
        self._client, self._writer = client, writer
        self._require_fit()

    @property
    def ahead(self) -> int:
        """Enough that no thread waits; workers come and go, so it is asked each time."""
        return max(2, _AHEAD * sum(self._client.nthreads().values()))

    def begin(self, articles: Sent) -> "ClusterBegun":
        return ClusterBegun(self, self._writer, articles)

    def submit(self, articles: Sent):
        """A future of away.Written."""
        return self._client.submit(away.analyse_batch, self._writer.place, articles, current_version(), _PATIENCE,
                                   key=f"homologue-{uuid.uuid4().hex}", pure=False)

    def written(self, future) -> away.Written | None:
        """What a worker made of a batch; None where it ended all the workers that tried it. Raises CorpusError."""
        from distributed import KilledWorker

        try:
            return self._awaited(future)
        except KilledWorker:
            return None
        except CorpusError:
            raise
        except Exception as error:  # whatever the task or the connection raises
            raise ClusterError(f"the cluster failed ({type(error).__name__}: {_line(error)}); "
                               "what is committed stays, give the same command to go on") from error

    def _awaited(self, future) -> away.Written:
        alone = 0.0
        while True:
            began = time.monotonic()
            try:
                return future.result(timeout=_LOOK)
            except TimeoutError:
                if future.done():
                    raise
            alone = 0.0 if self._client.nthreads() else alone + time.monotonic() - began
            if alone > _ALONE:
                raise ClusterError("the cluster has no workers any more; what is committed stays, give the same command to go on")

    def _require_fit(self) -> None:
        try:
            self._client.run_on_scheduler(away.at_hand)
        except Exception as error:  # a scheduler that cannot import Homologue cannot even name its fault
            raise ClusterError("the scheduler cannot import Homologue: start it in the folder of the same version, as the workers "
                               f"({type(error).__name__}: {_line(error)})") from error
        place, token = self._writer.place, f".{uuid.uuid4().hex[:16]}.probe"
        remote = None if isinstance(place, Path) else Remote(place)
        remote.put(token, b"") if remote else (place / token).touch()
        try:
            faults = self._client.run(away.unfit, place, token, current_version())
        except Exception as error:  # a worker without Homologue cannot even name its fault
            raise ClusterError("a worker cannot run Homologue: start it in the folder of the same version, with what requirements.txt "
                               f"lists ({type(error).__name__}: {_line(error)})") from error
        finally:
            remote.files.rm_file(remote.place(token)) if remote else (place / token).unlink()
        for worker, fault in faults.items():
            if fault:
                raise ClusterError(f"worker {worker} {fault}")


class ClusterBegun:
    """A batch on its way to a worker and back."""

    def __init__(self, cluster: Cluster, writer: Writer, articles: Sent) -> None:
        self._cluster, self._writer, self._articles = cluster, writer, articles
        self._future = cluster.submit(articles) if articles else None
        self._parts: list[Part] = []

    def outcomes(self) -> Iterator[str]:
        """As a worker has written the whole batch; interrupted before, nothing of it is kept."""
        if self._future is not None:
            future, self._future = self._future, None  # forgotten by the cluster when it is done with
            yield from self._settled(future, self._articles)

    def _settled(self, future, articles: Sent) -> Iterator[str]:
        written = self._cluster.written(future)
        if written:
            self._parts += [written.part] if written.part else []
            yield from written.reasons
        elif len(articles) == 1:
            yield _ENDED
        else:
            size = _PIECE if len(articles) > _PIECE else 1
            for at in range(0, len(articles), size):  # one after the other, so that a piece is not blamed for another
                piece = articles[at:at + size]
                yield from self._settled(self._cluster.submit(piece), piece)

    def parts(self, files: list[FileRow]) -> list[Part]:
        if not files:
            return self._parts
        if not self._parts:
            return [self._writer.write(frames_of([], files), current_version())]
        return [*self._parts[:-1], with_table_at(self._writer.place, self._parts[-1], "files", frame(FileRow, files))]


def _line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [""])[0][:200]
