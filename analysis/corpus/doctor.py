"""What is wrong with a corpus on disk, what is lost by it if anything, and what can be repaired.

    examine(folder) ─▶ Finding, …        changes nothing
    repair(folder)  ─▶ what was done     nothing is deleted: what is damaged goes into corpus/damaged/

The texts of articles are what cannot be made anew. A part whose articles are whole is made again from them (its other
tables are emptied, and ``refresh`` analyses it); a part whose articles are damaged is put aside, and the files that it
came from are named so that they can be imported again. A manifest that is damaged or gone is made anew from the parts.
"""
import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.corpus.ledger import runs, unread
from analysis.corpus.lock import locked
from analysis.corpus.manifest import NAME, CorpusError, Manifest, Part, TableFile, Version, read_manifest, write_manifest
from analysis.corpus.parts import FOLDER, UNFINISHED, digest_of, part_files, read_table, sound, stray_folders
from analysis.corpus.rows import PART_TYPES
from analysis.corpus.store import writing
from analysis.tables import frame

ASIDE = "damaged"
UNKNOWN = Version("unknown", "unknown", "unknown", "unknown")  # no version is this one, so that refresh analyses the part
_KEPT = ("articles", "intake")  # what a part is made anew from
_MOST_NAMES = 5


class Finding(NamedTuple):
    """One thing that is wrong: in words, what is lost by it (empty: nothing), and what to do about it."""

    wrong: str
    lost: str
    remedy: str


class Ill(NamedTuple):
    """A part with damaged tables; ``saved`` tells whether its articles are whole."""

    part: Part
    tables: tuple[str, ...]
    saved: bool


def examine(folder: Path) -> list[Finding]:
    """All that is wrong with the corpus in a folder; empty where nothing is. Changes nothing. Raises CorpusError where
    there is neither a manifest nor a part."""
    whole = _whole_parts(folder)
    try:
        if not (folder / NAME).exists():
            if not whole:
                raise CorpusError(f"{folder} holds no corpus")
            return [_manifest_gone(f"{NAME} is missing", len(whole))]
        manifest = read_manifest(folder)
    except CorpusError as error:
        if not whole and not (folder / NAME).exists():
            raise
        return [_manifest_gone(str(error), len(whole))]
    return [*map(_ill_finding, _ill_parts(folder, manifest)), *_strays(folder, manifest), *_logs(folder, manifest)]


def repair(folder: Path) -> list[str]:
    """Repair what can be: lines of what was done. Raises CorpusError, lock.Busy; run ``refresh`` afterwards."""
    done = []
    if any(finding.remedy == _REBUILD for finding in examine(folder)):
        done.append(_rebuild_manifest(folder))
    with writing(folder) as writer:  # clears away what a crash left
        for ill in _ill_parts(folder, writer.manifest):
            done.append(_made_anew(folder, writer, ill) if ill.saved else _put_aside(folder, writer, ill))
    return done


_REBUILD = "repair makes it anew from the parts; refresh then analyses all articles again"


def _manifest_gone(wrong: str, parts: int) -> Finding:
    lost = "which parts were replaced or deleted before; articles deleted since may come back" if parts else "all articles"
    return Finding(f"{wrong}; {parts} whole parts lie there", lost, _REBUILD if parts else "import again into a new folder")


def _ill_parts(folder: Path, manifest: Manifest) -> list[Ill]:
    found = []
    for part in manifest.parts:
        tables = tuple(name for name, path in part_files(folder, part).items() if not _is_sound(path, part.files[name]))
        if tables:
            found.append(Ill(part, tables, not set(tables) & set(_KEPT)))
    return found


def _is_sound(path: Path, file: TableFile) -> bool:
    try:
        return sound(path, file)
    except OSError:
        return False


def _ill_finding(ill: Ill) -> Finding:
    number = ill.part.files["articles"].rows
    wrong = f"{FOLDER}/{ill.part.name} is damaged ({', '.join(ill.tables)})"
    if ill.saved:
        return Finding(f"{wrong}; its {number} articles are whole", "", "repair makes the other tables anew from the articles; then refresh")
    return Finding(f"{wrong}; its {number} articles are left aside", f"{number} articles, until their files are imported again",
                   f"repair puts the part into {ASIDE}/ and names the files to import again")


def _strays(folder: Path, manifest: Manifest) -> list[Finding]:
    left = stray_folders(folder, manifest.parts)
    return [Finding(f"{len(left)} folders of unfinished or replaced parts lie in {FOLDER}/", "",
                    "repair, or the next import, clears them away")] if left else []


def _logs(folder: Path, manifest: Manifest) -> list[Finding]:
    """What the ledger says: lines that cannot be read, and files that no import has read yet."""
    found, all_runs = [], runs(folder, manifest.serial)
    torn = sum(run.damaged for run in all_runs)
    if torn:
        found.append(Finding(f"{torn} lines of the ledger cannot be read", "what became of some files, not their articles",
                             "the next import writes a new one"))
    left = unread(all_runs)
    if left:
        found.append(Finding(f"{len(left)} files went in and were not read yet: {_some(left)}", "", "import them again"))
    return found


def _some(names: list[str]) -> str:
    more = f" … and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more


def _whole_parts(folder: Path) -> list[Part]:
    """Finished parts whose tables can all be read, the oldest first, whatever the manifest says."""
    places = [path for path in (folder / FOLDER).glob("*") if path.is_dir() and not path.name.startswith(UNFINISHED)]
    parts = (_part_of(path) for path in sorted(places, key=lambda path: (path.stat().st_mtime_ns, path.name)))
    return [part for part in parts if part is not None]


def _part_of(place: Path) -> Part | None:
    """A part as it lies on disk, of unknown version; None where one of its tables is missing or cannot be read."""
    import pyarrow.parquet

    files = {}
    for path in sorted(place.glob("*.parquet")):
        try:
            rows = pyarrow.parquet.read_metadata(path).num_rows
            files[path.stem] = TableFile(digest_of(path), path.stat().st_size, rows)
        except (OSError, ValueError):
            return None
    return Part(place.name, UNKNOWN, files) if files.keys() >= PART_TYPES.keys() else None


def _rebuild_manifest(folder: Path) -> str:
    """A manifest of all whole parts; a part whose articles all stand in later ones was replaced by them, and is left out."""
    with locked(folder):
        parts, seen = [], set()
        for part in reversed(_whole_parts(folder)):
            articles = set(read_table(folder, part, "articles")["article_id"])
            if articles and articles <= seen:
                continue
            if articles & seen:  # partly replaced: which of the two counts cannot be told, so the later one does
                continue
            parts.insert(0, part)
            seen |= articles
        if (folder / NAME).exists():
            _aside(folder, folder / NAME)
        left = {path.name for path in stray_folders(folder, tuple(parts))}
        for name in left:
            _aside(folder, folder / FOLDER / name)
        write_manifest(folder, Manifest(_serial(folder), tuple(parts)), lambda step: None)
    return f"{NAME} made anew: {len(parts)} parts, {len(seen)} articles" + (f"; {len(left)} parts put into {ASIDE}/" if left else "")


def _serial(folder: Path) -> int:
    """A number of commits that no line of the ledger is ahead of."""
    return max((run.last_serial for run in runs(folder, 2**62)), default=0)


def _made_anew(folder: Path, writer, ill: Ill) -> str:
    """The part with its articles and without what was made of them; ``refresh`` makes that again."""
    kept = {name: read_table(folder, ill.part, name) for name in PART_TYPES if name not in ill.tables and name in (*_KEPT, "files")}
    frames: dict[str, pd.DataFrame] = {name: kept.get(name, frame(row_type)) for name, row_type in PART_TYPES.items()}
    saved = folder / ASIDE / ill.part.name
    saved.parent.mkdir(exist_ok=True)
    shutil.copytree(folder / FOLDER / ill.part.name, saved, dirs_exist_ok=True)
    writer.commit(frames, UNKNOWN, instead_of=(ill.part,))
    return f"{FOLDER}/{ill.part.name}: {len(frames['articles'])} articles kept, to be analysed again; the old files are in {ASIDE}/"


def _put_aside(folder: Path, writer, ill: Ill) -> str:
    names = []
    if "files" not in ill.tables:
        names = read_table(folder, ill.part, "files")["path"].to_list()
    saved = folder / ASIDE / ill.part.name
    saved.parent.mkdir(exist_ok=True)
    if (folder / FOLDER / ill.part.name).exists():
        shutil.copytree(folder / FOLDER / ill.part.name, saved, dirs_exist_ok=True)
    writer.rewrite([(ill.part, None)])
    again = f"import again: {_some(names)}" if names else "import again what was in it"
    return f"{FOLDER}/{ill.part.name}: put into {ASIDE}/, {ill.part.files['articles'].rows} articles gone; {again}"


def _aside(folder: Path, path: Path) -> None:
    """Move a file or folder into ``damaged/`` under a name that is not taken."""
    place = folder / ASIDE
    place.mkdir(exist_ok=True)
    number = 0
    while (target := place / (path.name if not number else f"{path.name}.{number}")).exists():
        number += 1
    os.replace(path, target)
