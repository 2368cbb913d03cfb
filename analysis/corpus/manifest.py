"""The list of committed parts: one JSON file, replaced in one step, so that it is always the old one or the new one."""
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

NAME = "manifest.json"
FORMAT = 1
Milestone = Callable[[str], None]


class CorpusError(RuntimeError):
    """A corpus cannot be opened or written; the message says in one line what is wrong and what to do."""


@dataclass(frozen=True)
class Version:
    """What made the rows of a part, one digest each: the French pipeline, the lexicons, the world tables, the code."""

    pipeline: str
    lexicons: str
    world: str
    code: str


@dataclass(frozen=True)
class TableFile:
    """One Parquet file of a part."""

    sha256: str
    bytes: int
    rows: int


@dataclass(frozen=True)
class Part:
    """One committed batch: the folder's name, what made it, and its files by table name."""

    name: str
    version: Version
    files: dict[str, TableFile]


@dataclass(frozen=True)
class Manifest:
    """All committed parts in the order of their commits; ``serial`` counts the commits."""

    serial: int = 0
    parts: tuple[Part, ...] = ()

    @property
    def digest(self) -> str:
        """Sixteen hex digits that change with every commit."""
        return hashlib.sha256(written(self)).hexdigest()[:16]


def is_corpus(folder: Path) -> bool:
    """Whether the folder holds a corpus (and not articles)."""
    return (folder / NAME).is_file()


def read_manifest(folder: Path) -> Manifest:
    """The parts committed to a corpus; an empty list where nothing was ever committed. Raises CorpusError."""
    path = folder / NAME
    try:
        return parsed(path.read_bytes(), str(path))
    except FileNotFoundError:
        return Manifest()
    except OSError as error:
        raise CorpusError(f"{path} cannot be read: {error.strerror or error}") from error


def parsed(content: bytes, name: str) -> Manifest:
    """The manifest that a file called ``name`` holds. Raises CorpusError where it is damaged."""
    try:
        fields = json.loads(content)
    except ValueError as error:
        raise CorpusError(f"{name} is damaged ({error}); put back a copy of it, or import into a new folder") from error
    if not isinstance(fields, dict) or fields.get("format") != FORMAT:
        raise CorpusError(f"{name} is not of a form that this version reads; it was left as it is")
    try:
        parts = tuple(Part(part["name"], Version(**part["version"]),
                           {name: TableFile(**file) for name, file in part["files"].items()})
                      for part in fields["parts"])
        return Manifest(int(fields["serial"]), parts)
    except (KeyError, TypeError, AttributeError) as error:
        raise CorpusError(f"{name} is damaged ({error!r}); put back a copy of it, or import into a new folder") from error


def write_manifest(folder: Path, manifest: Manifest, milestone: Milestone) -> None:
    """Replace the manifest in one step; it is on disk when this returns."""
    replace_file(folder, NAME, written(manifest), milestone)


def replace_file(folder: Path, name: str, content: bytes, milestone: Milestone = lambda step: None) -> None:
    """Put a file in the place of another, or of none, in one step; it is on disk when this returns."""
    draft = folder / f".{name}.new"
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    milestone("manifest written")
    os.replace(draft, folder / name)
    sync_folder(folder)
    milestone("committed")


def sync_folder(folder: Path) -> None:
    """Have the folder's entries on disk; Windows opens no folders and needs no such step."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def written(manifest: Manifest) -> bytes:
    """The manifest as a file, a line a part: it is written at each commit, and holds all parts of the corpus."""
    parts = ",\n".join(json.dumps({"name": part.name, "version": vars(part.version),
                                   "files": {name: vars(file) for name, file in part.files.items()}}) for part in manifest.parts)
    return f'{{"format": {FORMAT}, "serial": {manifest.serial}, "parts": [\n{parts}\n]}}\n'.encode()
