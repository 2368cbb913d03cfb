"""The process that reads: takes a file's name a line, gives what is in it; started by ``parent``, ends with it.

    python -P -m analysis.readers.apart.child
"""
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from analysis.apart import limit_memory, own_output, set_alarm
from analysis.readers import load, read_bytes
from analysis.readers.apart.wire import BEGUN, DONE, Message, written
from analysis.readers.decoding import ReadError
from analysis.readers.formats import TOO_LARGE
from analysis.readers.found import Rejected
from analysis.readers.walk import Walk

_GRACE = 10  # seconds after which it ends itself, should its parent not be there any more to end it


def main(tasks: Iterable[bytes], out: BinaryIO) -> None:
    """Read the files that the tasks name, until there are no more."""
    for line in tasks:
        task = json.loads(line)
        limit_memory(task["memory"])
        _read(task, out)
        _say(out, (DONE,))


def _read(task: dict, out: BinaryIO) -> None:
    def begun(number: int, place: str) -> None:
        _say(out, (BEGUN, number, place))
        set_alarm(task["seconds"] + _GRACE)

    name, walk = task["name"], Walk(begun, task["after"])
    set_alarm(task["seconds"] + _GRACE)
    try:
        for found in read_bytes(load(Path(task["path"])), name, task["columns"], walk):
            _say(out, found)
            set_alarm(task["seconds"] + _GRACE)
    except ReadError as error:
        _say(out, Rejected(name, str(error)))
    except MemoryError:
        _say(out, Rejected(name, TOO_LARGE))


def _say(out: BinaryIO, message: Message) -> None:
    set_alarm(0)  # the parent may take its time to listen
    out.write(written(message))
    out.flush()


if __name__ == "__main__":
    main(sys.stdin.buffer, own_output())
