"""A corpus behind a URL (s3://…, gs://…, any of fsspec's): read by way of a copy at hand, written part by part.

Parts never change, so the copy takes over only those that it lacks, and everything that reads a corpus works on it as on
a folder. Copies lie in HOMOLOGUE_COPIES, else in the user's folder for data. What analysts note beside a corpus (their
corrections and events) stays in the copy, on their machine; the rest of it is fetched again where it is deleted.

    >>> open_corpus("s3://bucket/corpus").tables()
"""
import hashlib
import os
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from analysis.corpus.ledger import FOLDER as LOGS
from analysis.corpus.manifest import NAME, CorpusError, Part, Version, parsed, replace_file
from analysis.corpus.manifest import is_corpus as is_in_folder
from analysis.corpus.parts import FOLDER, UNFINISHED, part_files, sound, with_table, write_part

VARIABLE = "HOMOLOGUE_COPIES"
Place = str | Path
# Stores that put an object in one step; elsewhere it is written under another name and renamed.
_IN_ONE_STEP = frozenset(("s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "memory"))


def placed(where: Place) -> Place:
    """A folder as a Path, ``file://`` too; a URL as it is, without a slash at its end.

        >>> placed("s3://bucket/corpus/"), placed("file:///corpora/a")
        ('s3://bucket/corpus', PosixPath('/corpora/a'))
    """
    if not is_url(where):
        return Path(where)
    where = str(where)
    return Path(where.removeprefix("file://")) if where.startswith("file://") else where.rstrip("/")


def is_url(where: Place) -> bool:
    """Whether a corpus lies elsewhere than in a folder."""
    return isinstance(where, str) and "://" in where


def at_hand(where: Place) -> Path:
    """The folder to read a corpus from: its own, or the copy of what lies behind a URL, as it is now. Raises CorpusError."""
    where = placed(where)
    return where if isinstance(where, Path) else Remote(where).fetched()


class Remote:
    """What lies behind a URL. Raises CorpusError where its kind is not known or its library not installed."""

    def __init__(self, url: str) -> None:
        self.url = url
        with self.said():
            from fsspec.core import url_to_fs

            self.files, self.root = url_to_fs(url)
        self.folder = copy_of(url)

    @contextmanager
    def said(self) -> Iterator[None]:
        """Errors of the store and of its library as one line."""
        try:
            yield
        except CorpusError:
            raise
        except ImportError as error:
            raise CorpusError(f"{self.url} needs a library that is not installed ({error}); for s3:// install Homologue's extra: "
                              "pip install s3fs") from error
        except Exception as error:  # each store's library raises errors of its own
            reason = str(error).strip().splitlines()[0][:200] if str(error).strip() else type(error).__name__
            raise CorpusError(f"{self.url} cannot be reached: {reason}") from error

    def place(self, *names: str) -> str:
        return "/".join((self.root.rstrip("/"), *names))

    def manifest(self) -> bytes | None:
        """The manifest's bytes; None where there is none."""
        with self.said():
            try:
                self.files.invalidate_cache()
                return self.files.cat_file(self.place(NAME))
            except FileNotFoundError:
                return None

    def state(self) -> str:
        """Changes with each commit, and costs one small question; empty where there is no corpus."""
        with self.said():
            try:
                self.files.invalidate_cache()
                known = self.files.info(self.place(NAME))
            except FileNotFoundError:
                return ""
        return ":".join(str(known.get(name)) for name in ("ETag", "etag", "mtime", "created", "LastModified", "updated", "size"))

    def fetched(self) -> Path:
        """The copy, brought up to date: parts first, the manifest last."""
        content = self.manifest()
        self.folder.mkdir(parents=True, exist_ok=True)
        if content is None:
            (self.folder / NAME).unlink(missing_ok=True)
            return self.folder
        for part in parsed(content, f"{self.url}/{NAME}").parts:
            if not (self.folder / FOLDER / part.name).is_dir():
                self._fetch(part)
        self._fetch_logs()
        replace_file(self.folder, NAME, content)
        return self.folder

    def _fetch_logs(self) -> None:
        """The ledgers of imports from other machines; they only grow, so the longer one is the newer."""
        for name, size in self._logs().items():
            path = self.folder / LOGS / name
            if not path.is_file() or path.stat().st_size < size:
                with self.said():
                    content = self.files.cat_file(self.place(LOGS, name))
                path.parent.mkdir(exist_ok=True)
                replace_file(path.parent, name, content)

    def send_logs(self) -> None:
        """The ledgers as they are here, for whoever holds the right to write."""
        there = self._logs()
        with self.said():
            for path in sorted((self.folder / LOGS).glob("*.log")):
                if there.get(path.name) != path.stat().st_size:
                    self.files.makedirs(self.place(LOGS), exist_ok=True)
                    self.files.put_file(str(path), self.place(LOGS, path.name))

    def _logs(self) -> dict[str, int]:
        """Name → bytes of the ledgers in the store."""
        with self.said():
            self.files.invalidate_cache()
            try:
                found = self.files.ls(self.place(LOGS), detail=True)
            except FileNotFoundError:
                return {}
        names = {each["name"].rstrip("/").rsplit("/", 1)[-1]: each["size"] for each in found if each["type"] == "file"}
        return {name: size for name, size in names.items() if name.endswith(".log")}

    def _fetch(self, part: Part) -> None:
        """One part; what is missing or damaged there is missing here, and named when the corpus is opened."""
        draft = self.folder / FOLDER / f"{UNFINISHED}{uuid.uuid4().hex[:16]}"
        draft.mkdir(parents=True)
        with self.said():
            for table in part.files:
                try:
                    self.files.get_file(self.place(FOLDER, part.name, f"{table}.parquet"), str(draft / f"{table}.parquet"))
                except FileNotFoundError:
                    continue
        whole = all(sound(draft / f"{table}.parquet", file) for table, file in part.files.items())
        try:
            if whole:
                os.replace(draft, self.folder / FOLDER / part.name)
        except OSError:  # another process has fetched it in the meantime
            whole = False
        if not whole:
            shutil.rmtree(draft, ignore_errors=True)

    def send(self, folder: Path, part: Part) -> Part:
        """The files of a part that lie in a folder here → the store."""
        with self.said():
            self.files.makedirs(self.place(FOLDER, part.name), exist_ok=True)
            for table, path in part_files(folder, part).items():
                if path.exists():
                    self.files.put_file(str(path), self.place(FOLDER, part.name, f"{table}.parquet"))
        return part

    def send_manifest(self, content: bytes) -> None:
        """Replace the manifest in one step: this is what commits."""
        with self.said():
            self.put(NAME, content)

    def put(self, name: str, content: bytes) -> None:
        self.files.makedirs(self.root, exist_ok=True)
        if set(_protocols(self.files)) & _IN_ONE_STEP:
            self.files.pipe_file(self.place(name), content)
            return
        draft = self.place(f".{name}.new")
        self.files.pipe_file(draft, content)
        self.files.mv(draft, self.place(name))

    def names(self, folder: str = "") -> list[str]:
        """What lies in a folder of the store."""
        self.files.invalidate_cache()
        try:
            found = self.files.ls(self.place(folder) if folder else self.root, detail=False)
        except FileNotFoundError:
            return []
        return sorted(place.rstrip("/").rsplit("/", 1)[-1] for place in found)

    def listed(self) -> list[str]:
        """What lies beside the manifest."""
        with self.said():
            return self.names()

    def clear(self, kept: set[str]) -> None:
        """Remove parts that are not among those."""
        with self.said():
            self.remove(name for name in self.names(FOLDER) if name not in kept)

    def remove(self, names: Iterable[str]) -> None:
        """Remove parts by name, as far as they are there."""
        with self.said():
            for name in names:
                with suppress(FileNotFoundError):
                    self.files.rm(self.place(FOLDER, name), recursive=True)


def is_corpus(where: Place) -> bool:
    """Whether a folder or a URL holds a corpus. Raises CorpusError where the URL cannot be reached."""
    where = placed(where)
    return is_in_folder(where) if isinstance(where, Path) else bool(Remote(where).state())


def write_part_at(where: Place, frames: dict[str, pd.DataFrame], version: Version) -> Part:
    """A part of a corpus that others commit, in its folder or behind its URL, not yet in the manifest."""
    with _sent(where) as (folder, send):
        return send(write_part(folder, frames, version, lambda step: None))


def with_table_at(where: Place, part: Part, table: str, rows: pd.DataFrame) -> Part:
    """That part with other rows in one of its tables."""
    with _sent(where) as (folder, send):
        return send(with_table(folder, part, table, rows))


@contextmanager
def _sent(where: Place) -> Iterator[tuple[Path, Callable[[Part], Part]]]:
    """A folder to write in, and what brings to the corpus what was written there."""
    where = placed(where)
    if isinstance(where, Path):
        yield where, lambda part: part
        return
    with TemporaryDirectory(prefix="homologue-part-") as folder:
        yield Path(folder), lambda part: Remote(where).send(Path(folder), part)


def _protocols(files) -> tuple[str, ...]:
    return (files.protocol,) if isinstance(files.protocol, str) else tuple(files.protocol)


def copy_of(url: str) -> Path:
    """The folder in which the copy of what lies behind a URL is, or will be."""
    base = os.environ.get(VARIABLE)
    if not base:
        data = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".local" / "share"
        base = Path(data) / "homologue"
    return Path(base) / hashlib.sha256(url.encode()).hexdigest()[:24]
