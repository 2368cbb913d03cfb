"""One writer at a time behind a URL, where no system lifts a lock: an object that its holder renews, and that runs out.

A holder that was killed blocks nobody on its own machine, since the lock on the copy there tells that it is gone, and
others for two minutes at most.
"""
import json
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from analysis.corpus.lock import Busy
from analysis.corpus.manifest import CorpusError
from analysis.corpus.remote import Remote

NAME = ".lease.json"
RENEWED, RUNS_OUT = 20.0, 120.0  # seconds
_PAUSE = 2.0  # seconds between two looks at a lease that another holds


class Lease:
    """The right to write, as long as it is renewed."""

    def __init__(self, remote: Remote, machine: str) -> None:
        self._remote = remote
        self._machine, self._run = machine, uuid.uuid4().hex
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._renew, name="lease", daemon=True)

    def take(self) -> bool:
        """Whether it is ours now: nobody held it, it had run out, or its holder was this machine, where nobody else writes."""
        with self._remote.said():
            held = self._held()
            if held and held.get("machine") != self._machine and time.time() - float(held.get("renewed", 0)) < RUNS_OUT:
                return False
            self._write(new=not held)
            taken = self.ours()
        if taken:
            self._thread.start()
        return taken

    def ours(self) -> bool:
        """Whether nobody took it over, as after a long sleep of this machine."""
        return (self._held() or {}).get("run") == self._run

    def give_back(self) -> None:
        self._ended.set()
        self._thread.join()
        with self._remote.said():
            if self.ours():
                self._remote.files.rm_file(self._remote.place(NAME))

    def _held(self) -> dict | None:
        self._remote.files.invalidate_cache()
        try:
            held = json.loads(self._remote.files.cat_file(self._remote.place(NAME)))
        except FileNotFoundError:
            return None
        except ValueError:  # another is writing it
            return {"renewed": time.time()}
        return held if isinstance(held, dict) else {}

    def _write(self, new: bool = False) -> None:
        """``new``: only where there is none, if the store can tell."""
        content = json.dumps({"machine": self._machine, "run": self._run, "renewed": time.time()}).encode()
        self._remote.files.makedirs(self._remote.root, exist_ok=True)
        if not new:
            self._remote.put(NAME, content)
            return
        try:
            self._remote.files.pipe_file(self._remote.place(NAME), content, mode="create")
        except FileExistsError:
            return  # another was quicker, which the look at whose it is will show

    def _renew(self) -> None:
        while not self._ended.wait(RENEWED):
            with self._remote.said():
                if self.ours():
                    self._write()


@contextmanager
def leased(remote: Remote, wait: bool = False, waiting: Callable[[], None] | None = None) -> Iterator[Lease]:
    """Hold the right to write. Raises Busy where another does, unless ``wait``; to be called with the copy's lock held."""
    lease = Lease(remote, _machine(remote))
    if not lease.take():
        if not wait:
            raise Busy(f"another import is writing to {remote.url}; wait until it has ended, or give --wait")
        if waiting:
            waiting()
        while not lease.take():
            time.sleep(_PAUSE)
    try:
        yield lease
    finally:
        lease.give_back()


def confirmed(lease: Lease, remote: Remote) -> None:
    """Raises CorpusError where another has taken the lease over."""
    with remote.said():
        if not lease.ours():
            raise CorpusError(f"another import has taken over {remote.url}, since this one gave no sign for too long; begin it again")


def _machine(remote: Remote) -> str:
    """A name of the copy, made once."""
    path = remote.folder / ".machine"
    if not path.is_file():
        path.write_text(uuid.uuid4().hex, encoding="utf-8")
    return path.read_text(encoding="utf-8")
