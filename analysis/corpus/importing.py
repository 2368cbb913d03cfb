"""Files and folders → a corpus, a batch at a time: what is in already is skipped, and what does not go in is named.

Every file ends in one state: *stored*, *partial* (some of it could not be read), *duplicate* (its text is in already) or
*rejected*, with the reason. A batch is committed whole or not at all; begun again after a stop or a crash, the import
goes on with what is missing.
"""
import os
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType

from analysis.articles import Article
from analysis.corpus.analysts import Analysts, Apart
from analysis.corpus.attachments import attached, described
from analysis.corpus.batch import Batch, OpenFile
from analysis.corpus.executing import Begun, Here, Workplace
from analysis.corpus.ledger import READ_STATES, Ledger, begin, sums
from analysis.corpus.remote import Place
from analysis.corpus.rows import FileRow
from analysis.corpus.store import Writer, writing
from analysis.corpus.versions import current_version
from analysis.readers import Note, ReadError, Rejected, files_in, identified
from analysis.readers.apart import Limits, Reader
from analysis.readers.columns import Columns
from analysis.readers.references import Reference
from analysis.readers.speech import FRENCH

BATCH = 200  # articles committed at once: about a minute's work of one process, the most that a crash can cost
_MOST_FILES = 10  # files for each article of a batch that are finished at once where nothing in them is new
_GUESSED: Columns = MappingProxyType({})
_WORTH_ANOTHER_TRY = "too slow|too large"  # with other limits, such a file may be read
_IN = ("stored", "partial", "duplicate")  # states in which a file need not be read again


class Stopped(Exception):
    """Raised by ``tell`` to end an import as an interrupt would."""


@dataclass
class Report:
    """What an import did: files by state, the files that did not go in whole, what was assumed of files (the columns of
    tables), and articles by what became of them. ``inside`` counts documents in files by state; ``run`` is the import's name
    in the ledger, which knows what became of each."""

    run: str = ""
    files: list[str] = field(default_factory=list)
    states: Counter = field(default_factory=Counter)
    inside: Counter = field(default_factory=Counter)
    problems: list[FileRow] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    articles: int = 0
    foreign: int = 0
    same: int = 0
    stopped: bool = False
    seconds: float = 0.0

    def sums(self) -> dict[str, int]:
        """Files by state, those not yet read among them: they add up to the files that went in."""
        return sums(len(self.files), self.states.elements())

    def documents(self) -> dict[str, int]:
        """Documents inside files (members of archives, rows of tables) by state."""
        return {state: self.inside[state] for state in READ_STATES}

    def add(self, row: FileRow) -> None:
        """Count a finished file."""
        self.states[row.state] += 1
        if row.state in ("partial", "rejected"):
            self.problems.append(row)


@dataclass
class Progress:
    """How far an import is: files and bytes looked at, articles read and done; ``skipped`` bytes were in already."""

    files: int = 0
    files_done: int = 0
    bytes: int = 0
    bytes_read: int = 0
    bytes_skipped: int = 0
    articles_read: int = 0
    articles_done: int = 0
    began: float = field(default_factory=time.monotonic)

    def share(self) -> float:
        """How much of the work is done, from 0 to 1."""
        read = (self.bytes_read - self.bytes_skipped) / max(1, self.bytes - self.bytes_skipped)
        return min(1.0, read * (self.articles_done / self.articles_read if self.articles_read else 1.0))

    def seconds_left(self) -> float | None:
        """Time left at the pace so far; None before there is any."""
        share = self.share()
        return (time.monotonic() - self.began) * (1 - share) / share if self.articles_done and share else None


def import_files(folder: Place, paths: Iterable[Path], *, jobs: int = 1, apart: bool = False, scheduler: str = "", batch_size: int = BATCH, columns: Columns = _GUESSED,
                 wait: bool = False, waiting: Callable[[], None] | None = None, tell: Callable[[Progress], None] = lambda progress: None,
                 limits: Limits = Limits(), milestone: Callable[[str], None] = lambda step: None) -> Report:
    """Import into the corpus in ``folder`` or behind a URL, new or old. An interrupt (Ctrl-C), or Stopped raised by
    ``tell``, commits what is analysed and ends.

    The analysis runs in ``jobs`` processes (``apart``: such as Streamlit does not run its page in), or on the cluster of the Dask
    scheduler at an address (tcp://…).
    ``columns`` names the columns of tables (field → column) where the guess from their names would be wrong. ``limits``
    are those of the reading of one document, which goes on in a process apart.
    Raises lock.Busy where another import writes and ``wait`` is False, CorpusError where the corpus cannot be written or
    is damaged, or the cluster cannot be used, readers.apart.ReaderError and analysis.language.PipelineError.
    """
    began = time.monotonic()
    current_version()  # a wrong pipeline is said before anything is written
    with _workplaces(jobs, apart, scheduler) as workplace, writing(folder, wait, waiting, milestone) as writer, Reader(limits) as reader:
        run = Import(writer, workplace(writer), reader, batch_size, columns, tell)
        try:
            own = writer.folder.resolve()
            run.read([(str(path), name) for path, name in files_in(paths) if not path.resolve().is_relative_to(own)])
        except (KeyboardInterrupt, Stopped):
            run.report.stopped = True
        run.report.seconds = time.monotonic() - began
        return run.report


@contextmanager
def _workplaces(jobs: int, apart: bool, scheduler: str) -> Iterator[Callable[[Writer], Workplace]]:
    """What makes the place of work: a cluster, whose client is at hand before anything is written, or this machine."""
    if scheduler:
        from analysis.corpus.cluster import Cluster, connected

        with connected(scheduler) as client:
            yield partial(Cluster, client)
        return
    with Apart(jobs) if apart else Analysts(jobs) as analysts:
        yield partial(Here, analysts)


class Import:
    """One import into an open corpus: knows what is in, gathers batches, commits them."""

    def __init__(self, writer: Writer, workplace: Workplace, reader: Reader, batch_size: int, columns: Columns,
                 tell: Callable[[Progress], None]) -> None:
        corpus = writer.corpus()
        files = corpus.table("files")
        self.report, self.progress = Report(), Progress()
        self._writer, self._workplace, self._batch_size, self._tell = writer, workplace, batch_size, tell
        self._reader = reader
        self._ledger: Ledger | None = None
        self._columns = columns
        self._references: dict[Path, Reference] = {}
        self._articles = set(corpus.article_ids)
        read = files["state"].isin(_IN) & ~files["reason"].str.contains(_WORTH_ANOTHER_TRY)
        self._files = set(files.loc[read, "file"])
        told = files.loc[~files["state"].isin(_IN), ["file", "path", "state", "reason"]]
        self._told = set(told.itertuples(index=False, name=None))
        self._batch = Batch()
        self._under_way: deque[tuple[Batch, Begun]] = deque()

    def read(self, paths: list[tuple[str, str]]) -> None:
        """Read all files (path and name shown), committing a batch whenever enough articles have come together."""
        self.report.files = [name for _, name in paths]
        self._ledger = begin(self._writer.folder, self.report.files) if paths else None
        self.report.run = self._ledger.name if self._ledger else ""
        self._references = attached(Path(path) for path, _ in paths)
        self.progress.files = len(paths)
        self.progress.bytes = sum(_size(path) for path, _ in paths)
        for number, (path, name) in enumerate(paths):
            self._read_file(Path(path), name, number)
            if len(self._batch.files) >= _MOST_FILES * self._batch_size:
                self._flush()
            self.progress.files_done += 1
            self.progress.bytes_read += _size(path)
            self._tell(self.progress)
        self._flush()
        while self._under_way:
            self._finish()

    def _read_file(self, path: Path, name: str, number: int) -> None:
        file = OpenFile("", name, number)
        try:
            file.digest = self._digest(path)
        except ReadError as error:
            self._take(Rejected(name, str(error)), file)
        file.known = file.digest in self._files
        if file.known:
            self.progress.bytes_skipped += _size(path)
        elif file.digest:
            reference = self._references.get(path.resolve()) if self._references else None
            for found in self._reader.found(path, name, self._columns):
                self._take(described(found, reference) if reference and isinstance(found, Article) else found, file)
            if file.gave:
                self._files.add(file.digest)
        file.read = True
        self._batch.files.append(file)

    def _digest(self, path: Path) -> str:
        """A file read with other columns is another file. Raises ReadError."""
        columns = repr(sorted(self._columns.items())).encode() if self._columns else b""
        return identified(path, columns)

    def _take(self, found: Article | Rejected | Note, file: OpenFile) -> None:
        if isinstance(found, Note):
            file.told += found.whole
            self.report.notes.append(found)
            return
        if isinstance(found, Article) and found.article_id not in self._articles and len(self._batch.articles) >= self._batch_size:
            self._flush()  # not sooner, so that a file's row lies with its last article
        document = file.at(found.path)
        self._batch.met[file.number, found.path] = file
        if isinstance(found, Rejected):
            document.problems.append(found.reason)
        elif found.article_id in self._articles:
            document.same += 1
            self.report.same += 1
        else:
            self._articles.add(found.article_id)
            document.waiting += 1
            self.progress.articles_read += 1
            self._batch.articles.append((found, file))

    def _flush(self) -> None:
        """Begin what has come together, and finish what began so long ago that nobody would otherwise wait for it."""
        batch, self._batch = self._batch, Batch()
        self._under_way.append((batch, self._workplace.begin([(article, file.digest) for article, file in batch.articles])))
        while len(self._under_way) > self._workplace.ahead:
            self._finish()

    def _finish(self) -> None:
        """Commit the batch that began first; on an interrupt, without what was not yet analysed."""
        batch, begun = self._under_way.popleft()
        try:
            for (article, file), reason in zip(batch.articles, begun.outcomes(), strict=True):
                self._count(article, file, reason)
                self._tell(self.progress)
        finally:
            self._commit(batch, begun)

    def _count(self, article: Article, file: OpenFile, reason: str) -> None:
        document = file.at(article.path)
        document.waiting -= 1
        self.progress.articles_done += 1
        if reason:
            document.problems.append(reason)
            self._articles.discard(article.article_id)
            self._files.discard(file.digest)
        else:
            document.stored += 1
            self.report.articles += 1
            self.report.foreign += article.language != FRENCH

    def _commit(self, batch: Batch, begun: Begun) -> None:
        """The batch and what the ledger says of it: both or, where anything ends the process between them, neither."""
        finished = [(file, file.row()) for file in batch.files if file.finished]
        parts = begun.parts([row for file, row in finished if not file.known
                             and (row.file, row.path, row.state, row.reason) not in self._told])
        fates = batch.fates()
        if self._ledger:
            self._ledger.add(fates, self._writer.manifest.serial + bool(parts))
        if parts:
            self._writer.add(*parts)
        self.report.inside.update(fate.state for fate in fates if fate.document)
        for _, row in finished:
            self.report.add(row)


def _size(path: str | Path) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
