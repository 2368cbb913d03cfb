"""Files read in a process apart, which can be killed: a file that is too slow, too large or breaks its reader costs itself.

One process reads file after file, in order, and is started anew after one that it did not survive. Only text comes back
from it (JSON), so that a reader that a hostile file has taken over hands its parent nothing that is run.

    >>> with Reader() as reader:
    ...     list(reader.found(Path("seeds/a.txt"), "a.txt"))
"""
from analysis.readers.apart.parent import Limits, Reader, ReaderError

__all__ = ["Limits", "Reader", "ReaderError"]
