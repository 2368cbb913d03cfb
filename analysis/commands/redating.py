"""The command line's side of dates that analysts set: tables as of them, and articles read again where that is still to be done."""
import os
from collections.abc import Callable
from pathlib import Path

from analysis.corpus import Place, is_url, open_corpus
from analysis.corrections import VARIABLE, Correction, days_set, log_file, read_log
from analysis.rereading import FOLDER, FolderShelf, read_again, redated
from analysis.tables import Tables


def as_dated(tables: Tables, corrections: tuple[Correction, ...], folder: Path) -> Tables:
    """The tables of the analysis with articles as they were read again; ``folder`` is that of the log."""
    if not any(each.what == "date" for each in corrections):
        return tables
    return read_again(tables, FolderShelf(folder / FOLDER).found(redated(tables.articles, days_set(corrections, tables))))


def read_what_is_dated(place: Place, tell: Callable[[int], None] = lambda done: None) -> int:
    """Read again the articles of a corpus whose days its log sets, where that was not done yet or another version did it; how many.

    Raises rereading.reading.RereadingError where one fails: then all stay as they were.
    """
    named = os.environ.get(VARIABLE)
    if not named and is_url(place):
        return 0
    corpus = open_corpus(place)
    folder = Path(named) if named else corpus.folder
    corrections = read_log(log_file(folder)).corrections
    if not any(each.what == "date" for each in corrections):
        return 0
    from analysis.rereading.reading import reread, version_name

    tables, shelf = corpus.tables(), FolderShelf(folder / FOLDER)
    days = redated(tables.articles, days_set(corrections, tables))
    done = {article for article, read in shelf.found(days).items() if read.version == version_name()}
    articles = tables.articles[tables.articles["article_id"].isin(days.keys() - done)]
    shelf.put(reread(articles, days, tell))
    return len(articles)
