"""Files written in one step: who reads meanwhile reads the old one, whole."""
import os
import tempfile
from pathlib import Path


def put_in_place(file: Path, content: bytes) -> None:
    """Put a file in the place of another, or of none; its bytes are on disk before it stands there. Several may write at once:
    the last one stays. Raises OSError; then the old file is there as it was, and nothing beside it.

        >>> put_in_place(Path("filtres.json"), b"{}")
    """
    handle, draft = tempfile.mkstemp(prefix=".new-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        os.replace(draft, file)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
