"""The side that asks: gives files to the reading process, waits no longer than allowed, and kills it where it must."""
import json
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from analysis.apart import Child, Ended, Fat, Late, NotStarted
from analysis.readers.apart.wire import BEGUN, DONE, Message, read
from analysis.readers.columns import Columns
from analysis.readers.formats import TOO_LARGE
from analysis.readers.found import Found, Note, Rejected

MOST_ENDED = 20  # documents of one archive that may end the process
_GUESSED: Columns = MappingProxyType({})


class ReaderError(RuntimeError):
    """The process that reads files cannot be started."""


class Limits(NamedTuple):
    """What the reading of one document may take: seconds, and bytes of memory beside those of its file."""

    seconds: float = 30.0
    memory: int = 1 << 30


class Reader:
    """Reads files in one process apart (the module ``program``), started with the first file; a context, at whose end the
    process ends."""

    def __init__(self, limits: Limits = Limits(), program: str = "analysis.readers.apart.child") -> None:
        self.limits = limits
        self._child = Child(program, limits.memory)

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *error) -> None:
        self._child.end()

    def found(self, path: Path, name: str, columns: Columns = _GUESSED) -> Found:
        """What is in a file, as ``analysis.readers.read_bytes`` gives it, under the limits.

        Where a document of an archive ends the process, the documents behind it are read by the next one.
        """
        after, told = 0, set()
        for _ in range(MOST_ENDED):
            number, place, reason = yield from self._attempt(path, name, columns, after, told)
            if not reason:
                return
            yield Rejected(place, reason)
            if not number:
                return
            after = number
        yield Rejected(name, f"{MOST_ENDED} of its documents could not be read in time or memory; those behind them were left out")

    def _attempt(self, path: Path, name: str, columns: Columns, after: int, told: set[Note]) -> Iterator[Message]:
        """What is found; returns number, name and fault of the document that ended the process (no fault: all is read)."""
        number, place, finished, full = 0, name, False, False
        try:
            self._ask(path, name, columns, after)
            while True:
                message = self._next()
                if isinstance(message, str):
                    return number, place, message
                if message == (DONE,):
                    finished = not full  # memory that was scarce once is so again
                    return number, place, ""
                if type(message) is tuple and message[0] == BEGUN:
                    _, number, place = message
                elif message not in told:
                    full = full or isinstance(message, Rejected) and message.reason == TOO_LARGE
                    told |= {message} if isinstance(message, Note) else set()
                    yield message
        finally:
            if not finished:
                self._child.end()

    def _ask(self, path: Path, name: str, columns: Columns, after: int) -> None:
        task = {"path": str(path.absolute()), "name": name, "columns": dict(columns), "after": after,
                "seconds": self.limits.seconds, "memory": self.limits.memory + _size(path)}
        try:
            self._child.ask(json.dumps(task).encode() + b"\n")
        except NotStarted as error:
            raise ReaderError(f"files cannot be read: {error}") from error

    def _next(self) -> Message | str:
        """The next message of the process, or the reason why there will be none."""
        try:
            return read(self._child.answer(self.limits.seconds))
        except Late:
            return f"too slow: its reading took more than {self.limits.seconds:g} s"
        except Fat:
            return TOO_LARGE
        except (Ended, ValueError, TypeError) as error:
            return f"it is broken: it ended the process that read it (status {error})"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
