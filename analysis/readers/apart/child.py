"""The process that reads: takes a file's name a line, gives what is in it; started by ``parent``, ends with it.

    python -P -m analysis.readers.apart.child
"""
import json
import os
import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from analysis.readers import load, read_bytes
from analysis.readers.apart.wire import BEGUN, DONE, READY, Message, written
from analysis.readers.decoding import ReadError
from analysis.readers.formats import TOO_LARGE
from analysis.readers.found import Rejected
from analysis.readers.walk import Walk

_GRACE = 10  # seconds after which it ends itself, should its parent not be there any more to end it


def main(tasks: Iterable[bytes], out: BinaryIO) -> None:
    """Read the files that the tasks name, until there are no more."""
    _say(out, (READY,))
    for line in tasks:
        task = json.loads(line)
        _limit_memory(task["memory"])
        _read(task, out)
        _say(out, (DONE,))


def _read(task: dict, out: BinaryIO) -> None:
    def begun(number: int, place: str) -> None:
        _say(out, (BEGUN, number, place))
        _alarm(task["seconds"] + _GRACE)

    name, walk = task["name"], Walk(begun, task["after"])
    _alarm(task["seconds"] + _GRACE)
    try:
        for found in read_bytes(load(Path(task["path"])), name, task["columns"], walk):
            _say(out, found)
            _alarm(task["seconds"] + _GRACE)
    except ReadError as error:
        _say(out, Rejected(name, str(error)))
    except MemoryError:
        _say(out, Rejected(name, TOO_LARGE))


def _say(out: BinaryIO, message: Message) -> None:
    _alarm(0)  # the parent may take its time to listen
    out.write(written(message))
    out.flush()


def _alarm(seconds: float) -> None:
    """Have the system end this process after some seconds (0: not any more), whatever it is busy with."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(most: int) -> None:
    """Let the process hold no more bytes than that. Only Linux keeps to it: on macOS the parent looks, on Windows nobody."""
    if sys.platform.startswith("linux"):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _own_output() -> BinaryIO:
    """The way to the parent, which nothing else that is printed here may disturb."""
    ours = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return ours


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the parent, which then ends this process
    main(sys.stdin.buffer, _own_output())
