"""The log of corrections: one file beside the corpus, a line a correction, which only ever grows.

A line is appended whole, under a lock of the file that lasts as long as the writing, and is on disk when ``append``
returns; a process that is killed meanwhile leaves at most a torn last line, which readers leave aside and name, and
after which the next writer begins a line of its own.
"""
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from analysis.corrections.records import Correction, CorrectionError, as_line, from_line

VARIABLE = "HOMOLOGUE_CORRECTIONS"  # names the folder of the log where it is not the corpus
NAME = "corrections.jsonl"


@dataclass(frozen=True)
class Log:
    """What a log says: its corrections in the order of the file, (line number, reason) for each line left aside, and a digest
    of all its bytes. Logs with the same ids may say different things, since anybody can write one: only the digest tells."""

    corrections: tuple[Correction, ...] = ()
    faults: tuple[tuple[int, str], ...] = ()
    digest: str = ""


def log_file(folder: Path | str) -> Path:
    """The log in a folder (of a corpus, or one that the analyst names)."""
    return Path(folder) / NAME


def read_log(path: Path) -> Log:
    """A log; an empty one where there is no file. Raises OSError where it cannot be read."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Log()
    return parse_log(data)


def parse_log(data: bytes) -> Log:
    """The bytes of a log → its corrections. A line that cannot be read, or repeats an id, is left aside and named."""
    found: dict[str, Correction] = {}
    faults = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            correction = from_line(line.decode("utf-8"))
        except UnicodeDecodeError:
            faults.append((number, "not text in UTF-8"))
        except CorrectionError as error:
            faults.append((number, str(error)))
        else:
            if correction.id in found:
                faults.append((number, f"there is a line before it with its id, {correction.id}"))
            found.setdefault(correction.id, correction)
    return Log(tuple(found.values()), tuple(faults), hashlib.sha256(data).hexdigest() if found else "")


def as_bytes(corrections: Iterable[Correction]) -> bytes:
    """Corrections → the bytes of a log."""
    return "".join(as_line(each) + "\n" for each in corrections).encode()


def append(path: Path, *corrections: Correction, milestone: Callable[[str], None] = lambda step: None) -> None:
    """Corrections at the end of a log, which is made where there is none; on disk when this returns.

    ``milestone`` is called after each line and before they are on disk (the tests of crashes end the process there).
    Raises OSError where the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        with _held(handle):
            if _is_torn(handle):
                _write(handle, b"\n")
            for correction in corrections:
                _write(handle, as_line(correction).encode() + b"\n")
                milestone("written")
            milestone("not on disk")
            os.fsync(handle)
    finally:
        os.close(handle)
    if new:
        _sync_folder(path.parent)


def _write(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data):]


def _is_torn(handle: int) -> bool:
    """Whether the file ends in the middle of a line."""
    size = os.fstat(handle).st_size
    if not size:
        return False
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) != b"\n"


@contextmanager
def _held(handle: int) -> Iterator[None]:
    """Hold the file against other writers; the system lifts the lock when the process ends."""
    if os.name == "nt":
        import msvcrt
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
        try:
            yield
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
    else:
        import fcntl
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield  # closing the file lifts it


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
