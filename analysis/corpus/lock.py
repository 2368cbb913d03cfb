"""One writer at a time: a lock on a file, which the system itself lifts when the writing process ends or is killed."""
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.corpus.manifest import CorpusError

NAME = ".lock"
_PAUSE = 0.5  # seconds between two looks at a lock that another holds


class Busy(CorpusError):
    """Another process is writing to the corpus."""


@contextmanager
def locked(folder: Path, wait: bool = False, waiting: Callable[[], None] | None = None, name: str = "") -> Iterator[None]:
    """Hold the corpus for writing. Raises Busy where another process does, unless ``wait``.

    ``waiting`` is called once before the wait begins, so that the command can say so; ``name`` is what people call the
    corpus, where that is not its folder.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise CorpusError(f"{folder} cannot be written to: {error.strerror or error}") from error
    try:
        if not _taken(handle):
            if not wait:
                raise Busy(f"another import is writing to {name or folder}; wait until it has ended, or give --wait")
            if waiting:
                waiting()
            while not _taken(handle):
                time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    """Whether the lock is ours now."""
    try:
        if os.name == "nt":
            import msvcrt
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
