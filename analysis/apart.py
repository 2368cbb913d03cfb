"""A process apart that can be killed: it is asked a line and answers lines; what ends it, or holds it up, costs its own work.

Its program is a module that says ``READY`` as its first line. On Linux a program can limit its own memory
(``limit_memory``); on macOS the parent looks how much it holds; on Windows nobody does.
"""
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from typing import BinaryIO

READY = b"ready\n"
_ROOT = Path(__file__).resolve().parents[1]
_STARTING = 120.0  # seconds in which the process must have begun
_QUEUED = 64  # lines that wait for whoever asked; then the process waits too
_LOOK = 0.5  # seconds between two looks at the process's memory, where the system does not limit it
_ENDED = None  # in the queue: the process says no more


class NotStarted(RuntimeError):
    """The process cannot be started."""


class Late(Exception):
    """No answer came in time."""


class Fat(Exception):
    """The process held more memory than it may, or the system ended it for want of memory."""


class Ended(Exception):
    """The process ended by itself; the status is the argument."""


class Child:
    """One process, started when it is first asked; after it was ended, the next question starts another."""

    def __init__(self, program: str, memory: int) -> None:
        self.program, self.memory = program, memory
        self._process: subprocess.Popen | None = None
        self._listener: threading.Thread | None = None
        self._said: Queue = Queue(_QUEUED)

    def ask(self, line: bytes) -> None:
        """Give it a line. Raises NotStarted; that it has ended is known from its answer."""
        process = self._process or self._start()
        try:
            process.stdin.write(line)
            process.stdin.flush()
        except OSError:  # it ended since its last answer
            self._said.put(_ENDED)

    def answer(self, seconds: float) -> bytes:
        """Its next line. Raises Late, Fat or Ended, after which it is to be ended."""
        until = time.monotonic() + seconds
        while True:
            left = until - time.monotonic()
            if left <= 0:
                raise Late
            try:
                line = self._said.get(timeout=min(left, _LOOK))
            except Empty:
                if sys.platform == "darwin" and memory_of(self._process.pid) > self.memory:
                    raise Fat from None
                continue
            if line is _ENDED:
                raise self._why_ended()
            return line

    def end(self) -> None:
        """Kill it, where there is one."""
        if self._process:
            self._process.kill()
            self._process.wait()
            with suppress(OSError):
                self._process.stdin.close()
            while self._listener.is_alive():  # it may wait for room in the queue
                with suppress(Empty):
                    self._said.get(timeout=0.01)
            self._process = None

    def _why_ended(self) -> Exception:
        status = self._process.wait()
        if hasattr(signal, "SIGALRM") and status == -signal.SIGALRM:
            return Late()
        if hasattr(signal, "SIGKILL") and status == -signal.SIGKILL:
            return Fat()  # nobody else kills it but a system that is short of memory
        return Ended(status)

    def _start(self) -> subprocess.Popen:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH")))),
                       "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
        self._said = Queue(_QUEUED)
        try:
            self._process = subprocess.Popen([sys.executable, "-P", "-m", self.program], stdin=subprocess.PIPE,
                                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
        except OSError as error:
            raise NotStarted(f"a process cannot be started: {error.strerror or error}") from error
        self._listener = threading.Thread(target=_listen, args=(self._process.stdout, self._said), name="listener", daemon=True)
        self._listener.start()
        try:
            if self.answer(_STARTING) == READY:
                return self._process
        except (Late, Fat, Ended):
            self.end()
        self.end()
        raise NotStarted(f"the process {self.program} does not start")


def _listen(stream: BinaryIO, said: Queue) -> None:
    """Put what a process says into the queue, in a thread, since no system lets one wait for a pipe and a clock alike."""
    with stream:
        for line in stream:
            if line.endswith(b"\n"):  # else it was ended while it wrote
                said.put(line)
    said.put(_ENDED)


def memory_of(process: int) -> int:
    """The bytes of memory that a process holds, by the system's ``ps``; 0 where it is gone."""
    answer = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=False)
    return int(answer.stdout.strip() or 0) * 1024


def limit_memory(most: int) -> None:
    """Let this process hold no more bytes than that, where the system keeps to it (Linux)."""
    if sys.platform.startswith("linux"):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def set_alarm(seconds: float) -> None:
    """Have the system end this process after some seconds (0: not any more), whatever it is busy with; not on Windows."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def own_output() -> BinaryIO:
    """The way to the parent, for a program: nothing else that is printed disturbs it, and an interrupt is not for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ours = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    ours.write(READY)
    ours.flush()
    return ours
