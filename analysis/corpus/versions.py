"""What makes the rows of a part, as digests: when one changes, the parts made before it are out of date."""
import hashlib
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from analysis.corpus.manifest import Version
from analysis.world import world_version

_ROOT = Path(__file__).resolve().parents[1]
# What a row depends on: the rooms it comes through. Readers make articles, and what stands behind the tables no rows.
_ROOMS = ("actors", "dates", "statements", "stances", "world")
_FILES = ("acts.py", "language.py", "pipeline.py", "records.py", "tables.py", "french/conjugation.py", "french/encoder.py",
          "french/products.py", "french/sentences.py", "french/tidy.py", "french/tokenizer.py")


@cache
def current_version() -> Version:
    """The version of what this process would make. Raises analysis.language.PipelineError for an unknown pipeline."""
    from analysis.language import OWN_MODEL, VARIABLE  # loads spaCy, which opening a corpus does not need

    return Version(_pipeline(os.environ.get(VARIABLE) or str(OWN_MODEL)), _digest(_ROOT / "lexicons", ("*.csv",)),
                   world_version(), _code())


def _pipeline(name: str) -> str:
    if Path(name).is_dir():
        return _digest(Path(name), ("*",))
    from analysis.language import load_pipeline

    meta = load_pipeline(name).meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def _code() -> str:
    files = [path for room in _ROOMS for kind in ("*.py", "*.json") for path in (_ROOT / room).rglob(kind)]
    return _digest_files(_ROOT, [*files, *(_ROOT / name for name in _FILES)])


def _digest(folder: Path, patterns: tuple[str, ...]) -> str:
    return _digest_files(folder, (path for pattern in patterns for path in folder.rglob(pattern) if path.is_file()))


def _digest_files(folder: Path, paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]
