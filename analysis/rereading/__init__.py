"""Articles read again as of another day of publication than their files give.

An analyst may date an article (``analysis/corrections``); what the text says relative to that day (jeudi, la veille), what lies
ahead of it, and who held an office then is then read anew. The rows lie beside the log, one file an article and day, and are
laid over those of the analysis, which stay as they are: an undo of the date needs nothing but to look at them no longer.

    days ─ reading.reread ─▶ Reread ─ Shelf ─▶ beside the log
                                        │
    tables of the analysis ─ read_again ┴─▶ tables as of those days

    >>> read_again(tables, shelf.found(days))
"""
from analysis.rereading.laying import of_articles, read_again, redated, turned
from analysis.rereading.records import Days, Reread, from_bytes, key_of, to_bytes
from analysis.rereading.shelves import FOLDER, FolderShelf, MemoryShelf, Shelf

__all__ = ["FOLDER", "Days", "FolderShelf", "MemoryShelf", "Reread", "Shelf", "from_bytes", "key_of", "of_articles", "read_again",
           "redated", "to_bytes", "turned"]
