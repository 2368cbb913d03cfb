"""The list of committed parts: one JSON file, replaced in one step, so that it is always the old one or the new one."""
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
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
        return hashlib.sha256(_written(self)).hexdigest()[:16]


def is_corpus(folder: Path) -> bool:
    """Whether the folder holds a corpus (and not articles)."""
    return (folder / NAME).is_file()


def read_manifest(folder: Path) -> Manifest:
    """The parts committed to a corpus; an empty list where nothing was ever committed. Raises CorpusError."""
    path = folder / NAME
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Manifest()
    except OSError as error:
        raise CorpusError(f"{path} cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise CorpusError(f"{path} is damaged ({error}); put back a copy of it, or import into a new folder") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise CorpusError(f"{path} is not of a form that this version reads; it was left as it is")
    try:
        parts = tuple(Part(part["name"], Version(**part["version"]),
                           {name: TableFile(**file) for name, file in part["files"].items()})
                      for part in content["parts"])
        return Manifest(int(content["serial"]), parts)
    except (KeyError, TypeError, AttributeError) as error:
        raise CorpusError(f"{path} is damaged ({error!r}); put back a copy of it, or import into a new folder") from error


def write_manifest(folder: Path, manifest: Manifest, milestone: Milestone) -> None:
    """Replace the manifest in one step; it is on disk when this returns."""
    draft = folder / f".{NAME}.new"
    with draft.open("wb") as file:
        file.write(_written(manifest))
        file.flush()
        os.fsync(file.fileno())
    milestone("manifest written")
    os.replace(draft, folder / NAME)
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


def _written(manifest: Manifest) -> bytes:
    content = {"format": FORMAT, "serial": manifest.serial, "parts": [asdict(part) for part in manifest.parts]}
    return json.dumps(content, indent=1, ensure_ascii=False).encode()
