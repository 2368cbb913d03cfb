"""The side that asks: gives files to the reading process, waits no longer than allowed, and kills it where it must."""
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from types import MappingProxyType
from typing import NamedTuple

from analysis.readers.apart.wire import BEGUN, DONE, READY, Message, read
from analysis.readers.columns import Columns
from analysis.readers.formats import TOO_LARGE
from analysis.readers.found import Found, Note, Rejected

_ROOT = Path(__file__).resolve().parents[3]
_STARTING = 120.0  # seconds in which the process must have begun
_QUEUED = 64  # messages that wait for whoever asked; then the process waits too
_LOOK = 0.5  # seconds between two looks at the process's memory, where the system does not limit it
MOST_ENDED = 20  # documents of one archive that may end the process
_GUESSED: Columns = MappingProxyType({})
_ENDED = None  # in the queue: the process gives no more


class ReaderError(RuntimeError):
    """The process that reads files cannot be started."""


class Limits(NamedTuple):
    """What the reading of one document may take: seconds, and bytes of memory beside those of its file."""

    seconds: float = 30.0
    memory: int = 1 << 30


class Reader:
    """Reads files in one process apart (the module ``program``), started with the first file; a context, at whose end the process ends."""

    def __init__(self, limits: Limits = Limits(), program: str = "analysis.readers.apart.child") -> None:
        self.limits = limits
        self._program = program
        self._process: subprocess.Popen | None = None
        self._listener: threading.Thread | None = None
        self._said: Queue = Queue(_QUEUED)

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *error) -> None:
        self._end()

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
                message = self._next(self.limits.seconds)
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
                self._end()

    def _ask(self, path: Path, name: str, columns: Columns, after: int) -> None:
        process = self._process or self._start()
        task = {"path": str(path.absolute()), "name": name, "columns": dict(columns), "after": after,
                "seconds": self.limits.seconds, "memory": self.limits.memory + _size(path)}
        try:
            process.stdin.write(json.dumps(task).encode() + b"\n")
            process.stdin.flush()
        except OSError:  # it ended since the file before; what it leaves is read as its end
            self._said.put(_ENDED)

    def _next(self, seconds: float) -> Message | str:
        """The next message of the process, or the reason why there will be none."""
        until = time.monotonic() + seconds
        while True:
            left = until - time.monotonic()
            if left <= 0:
                return f"too slow: its reading took more than {self.limits.seconds:g} s"
            try:
                message = self._said.get(timeout=min(left, _LOOK))
            except Empty:
                if self._too_large():
                    return TOO_LARGE
                continue
            return self._why_ended() if message is _ENDED else message

    def _why_ended(self) -> str:
        status = self._process.wait()
        if hasattr(signal, "SIGALRM") and status == -signal.SIGALRM:
            return f"too slow: its reading took more than {self.limits.seconds:g} s"
        if hasattr(signal, "SIGKILL") and status == -signal.SIGKILL:
            return TOO_LARGE  # nobody else kills it but a system that is short of memory
        return f"it is broken: it ended the process that read it (status {status})"

    def _too_large(self) -> bool:
        """Whether the process holds more than it may; asked where the system itself sets no limit (macOS)."""
        return sys.platform == "darwin" and memory_of(self._process.pid) > self.limits.memory

    def _start(self) -> subprocess.Popen:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH")))),
                       "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        self._said = Queue(_QUEUED)
        try:
            self._process = subprocess.Popen([sys.executable, "-P", "-m", self._program], stdin=subprocess.PIPE,
                                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
        except OSError as error:
            raise ReaderError(f"the process that reads files cannot be started: {error.strerror or error}") from error
        self._listener = threading.Thread(target=_listen, args=(self._process.stdout, self._said), name="reader", daemon=True)
        self._listener.start()
        if self._next(_STARTING) != (READY,):
            self._end()
            raise ReaderError("the process that reads files does not start")
        return self._process

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process.stdin.close()
            while self._listener.is_alive():  # it may wait for room in the queue
                with suppress(Empty):
                    self._said.get(timeout=0.01)
            self._process = None


def _listen(stream, said: Queue) -> None:
    """Put what the process says into the queue, in a thread of its own, since no system lets one wait for a pipe and a clock."""
    with stream:
        for line in stream:
            try:
                said.put(read(line))
            except (ValueError, TypeError):  # the last line of a process that was ended while it wrote
                break
    said.put(_ENDED)


def memory_of(process: int) -> int:
    """The bytes of memory that a process holds, by the system's ``ps``; 0 where it is gone."""
    answer = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=False)
    return int(answer.stdout.strip() or 0) * 1024


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
