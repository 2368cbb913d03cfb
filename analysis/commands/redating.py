"""The command line's side of dates that analysts set: articles are read again where that is still to be done."""
from collections.abc import Callable

from analysis.commands.corrected import folder_of_log
from analysis.corpus import Place, open_corpus
from analysis.corrections import days_set, log_file, read_log
from analysis.rereading import FOLDER, FolderShelf, redated


def read_what_is_dated(place: Place, jobs: int = 0, tell: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Read again the articles of a corpus whose days its log sets, where that was not done yet or another version did it; how many.

    Those that were read are put by as they come, so that the next run goes on where this one was ended. Raises
    rereading.reading.RereadingError where one fails: it, and those behind it, stay as they were.
    """
    folder = folder_of_log(None, place)
    if folder is None:
        return 0
    corpus = open_corpus(place)
    corrections = read_log(log_file(folder)).corrections
    if not any(each.what == "date" for each in corrections):
        return 0
    from analysis.rereading.reading import reread, version_name

    tables, shelf = corpus.tables(), FolderShelf(folder / FOLDER)
    days = redated(tables.articles, days_set(corrections, tables))
    done = {article for article, read in shelf.found(days).items() if read.version == version_name()}
    articles = tables.articles[tables.articles["article_id"].isin(days.keys() - done)]
    reread(articles, days, lambda number: tell(number, len(articles)), shelf.put, jobs)
    return len(articles)
