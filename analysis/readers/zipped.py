"""ZIP archives read without trust: real bytes are counted while they are unpacked, names never become paths."""
import io
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from analysis.readers.decoding import ReadError
from analysis.readers.found import Rejected

MOST_ENTRIES, MOST_BYTES, MOST_RATIO = 100_000, 2_000_000_000, 200
_PIECE, _ALWAYS_FINE = 1 << 16, 1_000_000
_LINK = 0o120000


class Entry(NamedTuple):
    """A file in an archive."""

    name: str
    data: bytes


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive. Raises ReadError where it is none, or has more entries than any archive of articles."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise ReadError(f"the archive cannot be opened ({error})") from error
    if len(archive.infolist()) > MOST_ENTRIES:
        raise ReadError(f"more than {MOST_ENTRIES:,} files are in the archive")
    return archive


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """The bytes of one entry, whatever size it claims. Raises ReadError past ``most`` bytes or the greatest ratio."""
    if info.flag_bits & 1:
        raise ReadError("it is encrypted; unpack it first")
    pieces, size = [], 0
    try:
        with archive.open(info) as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > most:
                    raise ReadError(f"it unpacks to more than {most // 1_000_000} MB")
                if size > _ALWAYS_FINE and size > MOST_RATIO * max(1, info.compress_size):
                    raise ReadError(f"it unpacks to more than {MOST_RATIO} times its size, as no text does")
                pieces.append(piece)
    except ReadError:
        raise
    except Exception as error:  # zipfile and its decompressors raise many kinds for broken data
        raise ReadError(f"it cannot be unpacked ({error})") from error
    return b"".join(pieces)


def entries(data: bytes, most: int) -> Iterator[Entry | Rejected]:
    """The files of an archive, in its order; what is not read comes with its reason, and the rest goes on.

    Folders, hidden files and what Macs add are passed over. Links, absolute names and names that climb out are refused,
    although nothing is ever written under an entry's name.
    """
    total, seen = 0, set()
    with opened(data) as archive:
        for info in archive.infolist():
            parts = info.filename.replace("\\", "/").split("/")
            if info.is_dir() or any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts):
                continue
            try:
                _refuse_tricks(info, parts, seen)
                content = unpacked(archive, info, min(most, MOST_BYTES - total))
            except ReadError as error:
                yield Rejected(info.filename, str(error))
                continue
            total += len(content)
            yield Entry(info.filename, content)


def _refuse_tricks(info: zipfile.ZipInfo, parts: list[str], seen: set[str]) -> None:
    if info.external_attr >> 16 & 0o170000 == _LINK:
        raise ReadError("it is a link, which is not followed")
    if ".." in parts or parts[0] == "" or parts[0].endswith(":"):
        raise ReadError("its name leads out of the archive")
    if info.filename in seen:
        raise ReadError("its name occurs twice in the archive; the first one is read")
    seen.add(info.filename)
