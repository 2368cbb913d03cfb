"""The way through a file of many documents: what its archives may hold together, and where to go on after a stop."""
from collections.abc import Callable

MOST_ENTRIES, MOST_BYTES = 100_000, 2_000_000_000


def _nobody(number: int, place: str) -> None:
    """Nobody wants to know."""


class Walk:
    """Counts the documents of a file in their order, archives among them, and what they unpack to, however deep they lie.

    ``announce`` is called with number and place before a document is read. Documents up to number ``after`` are passed
    over: number ``after`` whole, and archives before it are opened again for those that lie in them.
    """

    def __init__(self, announce: Callable[[int, str], None] = _nobody, after: int = 0) -> None:
        self.left_bytes, self.left_entries = MOST_BYTES, MOST_ENTRIES
        self._announce, self._after, self._number = announce, after, 0

    def begins(self, place: str, archive: bool = False) -> bool:
        """Whether the next document is to be read; to be called once for each."""
        self._number += 1
        if self._number == self._after or self._number < self._after and not archive:
            return False
        self._announce(self._number, place)
        return True
