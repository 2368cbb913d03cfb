"""What became of every file that ever went in, run by run: files in = stored + partial + duplicate + rejected + not yet read.

    corpus/ledger/<number>-<time>.log     a line with the files that go in, written before any is read; then a line a batch

A line of a batch is on disk before the batch is committed, and counts once the manifest has reached the number that the
commit gives it (``serial``): so it stands or falls with its batch, whatever ends the process. What no line that counts
speaks of is *not yet read*, and the next import of the same files reads it. Each line begins with a checksum.
"""
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import NamedTuple

from analysis.corpus.manifest import CorpusError, read_manifest, sync_folder

FOLDER = "ledger"
STORED, PARTIAL, DUPLICATE, REJECTED, UNREAD = "stored", "partial", "duplicate", "rejected", "not yet read"
READ_STATES = (STORED, PARTIAL, DUPLICATE, REJECTED)
STATES = (*READ_STATES, UNREAD)
_ENDING = ".log"


class Fate(NamedTuple):
    """What became of a file, by its number in the run, or of a document in it (a member of an archive, a row of a table)."""

    number: int
    document: str
    state: str
    reason: str
    articles: int


class Entry(NamedTuple):
    """A line of the ledger as people read it; ``document`` is empty where the line is about the file as a whole."""

    run: str
    file: str
    document: str
    state: str
    reason: str
    articles: int


class Run(NamedTuple):
    """An import: when it began (UTC), the files that went in, what became of them and of the documents in them, lines
    that cannot be read, and the number of its last commit."""

    name: str
    files: list[str]
    fates: list[Fate]
    damaged: int
    last_serial: int = 0

    def sums(self) -> dict[str, int]:
        """Files by state; they add up to the files that went in."""
        return sums(len(self.files), (fate.state for fate in self.fates if not fate.document))

    def documents(self) -> dict[str, int]:
        """Documents inside files, by state."""
        inside = [fate.state for fate in self.fates if fate.document]
        return sums(len(inside), inside)

    def unread(self) -> list[str]:
        """The files that nothing is known of."""
        known = {fate.number for fate in self.fates if not fate.document}
        return [name for number, name in enumerate(self.files) if number not in known]

    def entries(self) -> Iterator[Entry]:
        """All of it, a file's documents before the file, what is not yet read at the end."""
        for number, document, state, reason, articles in self.fates:
            yield Entry(self.name, self.files[number], document, state, reason, articles)
        for name in self.unread():
            yield Entry(self.name, name, "", UNREAD, "", 0)


def sums(files: int, states: Iterable[str]) -> dict[str, int]:
    """State → how many; what has none is not yet read, so that the sum is always the number of files."""
    counted = dict.fromkeys(STATES, 0)
    for state in states:
        counted[state] += 1
    counted[UNREAD] = files - sum(counted.values())
    return counted


class Ledger:
    """One run being written; made by ``begin``, by whoever holds the lock of the corpus."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def name(self) -> str:
        """The run's name."""
        return self._path.stem

    def add(self, fates: Iterable[Fate], serial: int) -> None:
        """Put on disk what counts from commit number ``serial`` on. Raises CorpusError."""
        if rows := [list(fate) for fate in fates]:
            _append(self._path, {"serial": serial, "fates": rows})


def begin(folder: Path, files: list[str]) -> Ledger:
    """A new run, in which these files go in. Raises CorpusError where the corpus cannot be written to."""
    place = folder / FOLDER
    name = f"{len(_paths(folder)) + 1:06d}-{datetime.now(timezone.utc):%Y-%m-%dT%H-%M-%SZ}"
    try:
        place.mkdir(exist_ok=True)
        _append(place / f"{name}{_ENDING}", {"files": files})
        sync_folder(place)
    except OSError as error:
        raise CorpusError(f"{place} cannot be written to: {error.strerror or error}") from error
    return Ledger(place / f"{name}{_ENDING}")


def runs(folder: Path, serial: int) -> list[Run]:
    """All runs of a corpus in their order, as far as commit number ``serial`` confirms them."""
    return [_run(path, serial) for path in _paths(folder)]


def unread(runs: Iterable[Run]) -> list[str]:
    """Files of any run that nothing is known of, and that no later run has read."""
    left: dict[str, None] = {}
    for run in runs:
        missing = run.unread()
        for name in set(run.files) - set(missing):
            left.pop(name, None)
        left.update(dict.fromkeys(missing))
    return list(left)


def entries_of(folder: Path, run: str) -> list[Entry]:
    """All lines of one run. Raises CorpusError."""
    return [entry for each in runs(folder, read_manifest(folder).serial) if each.name == run for entry in each.entries()]


def left_unread(folder: Path) -> list[str]:
    """Files that went into a corpus and were never read, since an import was stopped or ended. Raises CorpusError."""
    return unread(runs(folder, read_manifest(folder).serial))


def forget_unconfirmed(folder: Path, serial: int) -> None:
    """Take away the lines of batches that were never committed; for the writer, before a commit reuses their number."""
    for path in _paths(folder):
        kept = [line for line in _lines(path) if (content := _content(line)) and content.get("serial", 0) <= serial]
        if len(kept) < len(_lines(path)):
            draft = path.with_suffix(".new")
            draft.write_bytes(b"".join(kept))
            os.replace(draft, path)


def _paths(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER).glob(f"*{_ENDING}"))


def _run(path: Path, serial: int) -> Run:
    contents = [_content(line) for line in _lines(path)]
    sound = [content for content in contents if content and content.get("serial", 0) <= serial]
    files = next((content["files"] for content in sound if "files" in content), [])
    fates = [Fate(*row) for content in sound for row in content.get("fates", ()) if row[0] < len(files)]
    return Run(path.stem, files, fates, contents.count(None), max((content.get("serial", 0) for content in sound), default=0))


def _lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def _append(path: Path, content: dict) -> None:
    words = json.dumps(content).encode()
    try:
        with path.open("ab") as file:
            file.write(b"%08x %s\n" % (zlib.crc32(words), words))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise CorpusError(f"{path} cannot be written to: {error.strerror or error}") from error


def _content(line: bytes) -> dict | None:
    """What a line says; None where it is not what was written (a crash leaves half a line)."""
    checksum, _, words = line.rstrip(b"\n").partition(b" ")
    if not line.endswith(b"\n") or checksum != b"%08x" % zlib.crc32(words):
        return None
    return json.loads(words)
