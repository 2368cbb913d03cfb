"""ZIP archives read without trust: real bytes are counted while they are unpacked, names never become paths."""
import io
import zipfile
from collections.abc import Iterator

from analysis.readers.decoding import ReadError
from analysis.readers.walk import MOST_ENTRIES

MOST_RATIO = 200
_PIECE, _ALWAYS_FINE = 1 << 16, 1_000_000
_LINK = 0o120000
_HEADER = 30  # bytes before an entry's name


def opened(data: bytes, most: int = MOST_ENTRIES) -> zipfile.ZipFile:
    """The archive. Raises ReadError where it is none, or has more entries than any archive of articles."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception as error:  # zipfile raises many kinds for broken directories
        raise ReadError(f"the archive cannot be opened ({str(error)[:100]})") from error
    if len(archive.infolist()) > most:
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
                    raise ReadError(f"it unpacks to more than {most / 1e6:,.0f} MB")
                if size > _ALWAYS_FINE and size > MOST_RATIO * max(1, info.compress_size):
                    raise ReadError(f"it unpacks to more than {MOST_RATIO} times its size, as no text does")
                pieces.append(piece)
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # zipfile and its decompressors raise many kinds for broken data
        raise ReadError(f"it cannot be unpacked ({str(error)[:100]})") from error
    return b"".join(pieces)


def checked(data: bytes, most: int) -> None:
    """Unpack a document that is an archive (a workbook) to see that it can be. Raises ReadError where it cannot."""
    with opened(data) as archive:
        for info, trick in entries(archive):
            if trick:
                raise ReadError(f"{info.filename}: {trick}")
            try:
                most -= len(unpacked(archive, info, most))
            except ReadError as error:
                raise ReadError(f"{info.filename}: {error}") from error


def entries(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """The files of an archive in its order, each with what speaks against reading it (empty where nothing does).

    Folders, hidden files and what Macs add are passed over. Links, absolute names and names that climb out are refused,
    although nothing is ever written under an entry's name; so are entries that share their bytes with others, by which
    a small archive unpacks to a huge one.
    """
    seen: set[str] = set()
    shared = _overlapping(archive)
    for info in archive.infolist():
        parts = info.filename.replace("\\", "/").split("/")
        if not info.is_dir() and not hidden(parts):
            yield info, "its bytes are those of another entry too, as in a bomb" if info.header_offset in shared else _trick(info, parts, seen)
            seen.add(info.filename)


def hidden(parts: list[str]) -> bool:
    """Whether an entry's path is hidden, or one that Macs add."""
    return any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)


def passed_over(archive: zipfile.ZipFile) -> int:
    """How many hidden files ``entries`` leaves out."""
    return sum(not info.is_dir() and hidden(info.filename.replace("\\", "/").split("/")) for info in archive.infolist())


def _overlapping(archive: zipfile.ZipFile) -> frozenset[int]:
    """Where the entries begin that reach into the next one, or begin where another does."""
    infos = sorted(archive.infolist(), key=lambda info: (info.header_offset, info.compress_size))
    found, reached, holder = set(), -1, -1
    for info in infos:
        if info.header_offset < reached:
            found |= {holder, info.header_offset}
        end = info.header_offset + _HEADER + info.compress_size
        if end > reached:
            reached, holder = end, info.header_offset
    return frozenset(found)


def _trick(info: zipfile.ZipInfo, parts: list[str], seen: set[str]) -> str:
    if info.external_attr >> 16 & 0o170000 == _LINK:
        return "it is a link, which is not followed"
    if ".." in parts or parts[0] == "" or parts[0].endswith(":"):
        return "its name leads out of the archive"
    return "its name occurs twice in the archive; the first one is read" if info.filename in seen else ""
