"""One part: a folder with a Parquet file for each table, written once under a temporary name and never changed."""
import hashlib
import os
import uuid
from dataclasses import replace
from pathlib import Path

import pandas as pd

from analysis.corpus.manifest import Milestone, Part, TableFile, Version, sync_folder
from analysis.corpus.rows import PART_TYPES
from analysis.index import INDEX_TYPES, indexes_of
from analysis.tables import dtypes

FOLDER = "parts"
UNFINISHED = ".new-"


class DamagedPart(Exception):
    """A part's file is missing or is not what was written: ``file`` in the corpus, and ``reason``."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file, self.reason = file, reason


def write_part(folder: Path, frames: dict[str, pd.DataFrame], version: Version, milestone: Milestone) -> Part:
    """Frames by table name → a part on disk, with its index, not yet in the manifest.

    The files lie in a folder with a temporary name until all are on disk; a crash leaves a folder that the next
    writer clears away.
    """
    name = uuid.uuid4().hex[:16]
    draft, final = folder / FOLDER / f"{UNFINISHED}{name}", folder / FOLDER / name
    draft.mkdir(parents=True)
    files, rows = {}, {**frames, **indexes_of(frames)}
    for table, row_type in {**PART_TYPES, **INDEX_TYPES}.items():
        milestone("table begun")
        path = draft / f"{table}.parquet"
        files[table] = _written(path, rows[table].astype(dtypes(row_type)))
    sync_folder(draft)
    milestone("part written")
    os.replace(draft, final)
    sync_folder(final.parent)
    milestone("part named")
    return Part(name, version, files)


def with_table(folder: Path, part: Part, table: str, rows: pd.DataFrame) -> Part:
    """A part that is not yet in a manifest, with other rows in one of its tables."""
    path = part_files(folder, part)[table]
    draft = path.with_name(f"{UNFINISHED}{path.name}")
    draft.parent.mkdir(parents=True, exist_ok=True)
    file = _written(draft, rows.astype(dtypes(PART_TYPES[table])))
    os.replace(draft, path)
    sync_folder(path.parent)
    return replace(part, files={**part.files, table: file})


def part_files(folder: Path, part: Part) -> dict[str, Path]:
    """Table name → file."""
    return {table: folder / FOLDER / part.name / f"{table}.parquet" for table in part.files}


def indexed(part: Part) -> bool:
    """Whether the part has its index; those written by version 1.0 have none."""
    return INDEX_TYPES.keys() <= part.files.keys()


def check_part(folder: Path, part: Part) -> None:
    """Raises DamagedPart where a file of the part is missing or not what was written."""
    for table, path in part_files(folder, part).items():
        try:
            whole = sound(path, part.files[table])
        except OSError as error:
            raise DamagedPart(f"{FOLDER}/{part.name}/{path.name}", str(error.strerror or error)) from error
        if not whole:
            raise DamagedPart(f"{FOLDER}/{part.name}/{path.name}", "is not what was written")


def sound(path: Path, file: TableFile) -> bool:
    """Whether a file is what was written. Raises OSError where it is missing."""
    return path.stat().st_size == file.bytes and digest_of(path) == file.sha256


def read_table(folder: Path, part: Part, table: str, columns: tuple[str, ...] = ()) -> pd.DataFrame:
    """One table of a part, with its declared dtypes; all its columns, or those asked for."""
    kinds = dtypes(PART_TYPES[table])
    return pd.read_parquet(part_files(folder, part)[table], columns=list(columns or kinds)).astype({name: kinds[name] for name in columns or kinds})


def stray_folders(folder: Path, parts: tuple[Part, ...]) -> list[Path]:
    """Folders of parts that no manifest names: left by a crash, or replaced by later parts."""
    committed = {part.name for part in parts}
    return [path for path in sorted((folder / FOLDER).glob("*")) if path.is_dir() and path.name not in committed]


def _written(path: Path, rows: pd.DataFrame) -> TableFile:
    rows.to_parquet(path, index=False, compression="zstd")
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    return TableFile(digest_of(path), path.stat().st_size, len(rows))


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, as the manifest has it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
