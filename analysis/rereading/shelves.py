"""Where readings are kept: a folder beside the log of corrections, or the memory of a session whose log is kept there too."""
import logging
from collections.abc import Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import Protocol

from analysis.replacing import put_in_place
from analysis.rereading.records import Days, Reread, from_bytes, key_of, to_bytes

FOLDER = "redated"  # beside the log
_ENDING = ".json"


class Shelf(Protocol):
    """Keeps readings."""

    def found(self, days: Mapping[str, Days]) -> dict[str, Reread]:
        """article_id → days: the readings that there are of them, by article."""

    def put(self, reads: Iterable[Reread]) -> None:
        """Keep readings, each in the place of one of the same article and days. Raises OSError."""

    def state(self) -> str:
        """Changes with what is kept."""


class MemoryShelf:
    """Readings in a dictionary, by key."""

    def __init__(self, kept: MutableMapping[str, Reread]) -> None:
        self._kept = kept

    def found(self, days: Mapping[str, Days]) -> dict[str, Reread]:
        return {article: self._kept[key] for article, days in days.items() if (key := key_of(article, days)) in self._kept}

    def put(self, reads: Iterable[Reread]) -> None:
        self._kept.update({key_of(read.article_id, read.days): read for read in reads})

    def state(self) -> str:
        return "|".join(sorted(f"{key}:{read.version}" for key, read in self._kept.items()))


class FolderShelf:
    """Readings as files. A file is replaced in one step, so that readers never see half of one; one that is damaged counts as
    none, and is written again by the next reading of its article."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def found(self, days: Mapping[str, Days]) -> dict[str, Reread]:
        found = {article: self._read(article, each) for article, each in days.items()}
        return {article: read for article, read in found.items() if read is not None}

    def put(self, reads: Iterable[Reread]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for read in reads:
            put_in_place(self._file(read.article_id, read.days), to_bytes(read))

    def state(self) -> str:
        try:
            return str(self.folder.stat().st_mtime_ns)
        except FileNotFoundError:
            return ""

    def _file(self, article_id: str, days: Days) -> Path:
        return self.folder / f"{key_of(article_id, days)}{_ENDING}"

    def _read(self, article_id: str, days: Days) -> Reread | None:
        if not article_id.isalnum():  # ids are digests; anything else came from a log that somebody wrote, and names no file
            return None
        try:
            read = from_bytes(self._file(article_id, days).read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            logging.getLogger(__name__).warning("%s cannot be used: %s", self._file(article_id, days), error)
            return None
        return read if (read.article_id, read.days) == (article_id, days) else None
