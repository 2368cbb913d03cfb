"""Files and folders → articles in memory, each file read in a process apart, and what became of each file."""
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import MappingProxyType

from analysis.articles import Article
from analysis.corpus.analysts import Analysts
from analysis.corpus.batch import OpenFile
from analysis.pipeline import Rows, collect
from analysis.readers import Note, Rejected, files_in
from analysis.readers.apart import Limits, Reader
from analysis.readers.columns import Columns
from analysis.tables import Tables

_GUESSED: Columns = MappingProxyType({})
Met = tuple[Article, OpenFile]


def gathered(paths: Iterable[Path], limits: Limits = Limits(), columns: Columns = _GUESSED,
             note: Callable[[Note], None] = lambda note: None) -> tuple[list[Met], list[OpenFile]]:
    """The articles in the files, each with its file, and all files; an article whose text came before is a duplicate.

    ``columns`` names columns of tables where the guess would be wrong; ``note`` is told what was assumed of a file.
    Raises readers.apart.ReaderError.
    """
    articles: dict[str, Met] = {}
    files: list[OpenFile] = []
    with Reader(limits) as reader:
        for number, (path, name) in enumerate(files_in(paths)):
            file = OpenFile("", name, number, read=True)
            files.append(file)
            for found in reader.found(path, name, columns):
                _take(found, file, articles, note)
    return list(articles.values()), files


def _take(found: Article | Rejected | Note, file: OpenFile, articles: dict[str, Met], note: Callable[[Note], None]) -> None:
    if isinstance(found, Note):
        file.told += found.whole
        note(found)
        return
    document = file.at(found.path)
    if isinstance(found, Rejected):
        document.problems.append(found.reason)
    elif found.article_id in articles:
        document.same += 1
        document.problems.append(f"the same text as {articles[found.article_id][0].path}, which is read")
    else:
        document.waiting += 1
        articles[found.article_id] = found, file


def analysed(articles: list[Met], analysts: Analysts, progress: Callable[[int, int], None] | None = None) -> Iterator[Rows]:
    """The rows of articles; one whose analysis fails is named in its file, and the rest goes on."""
    results = analysts.results([article for article, _ in articles])
    for done, ((article, file), result) in enumerate(zip(articles, results, strict=True), 1):
        document = file.at(article.path)
        document.waiting -= 1
        if isinstance(result, str):
            document.problems.append(result)
        else:
            document.stored += 1
            yield result
        if progress:
            progress(done, len(articles))


def tables_of(folder: Path, progress: Callable[[int, int], None],
              wanted: Callable[[str], bool] = lambda path: True) -> tuple[Tables, tuple[tuple[str, str], ...]]:
    """A folder of articles (those whose path is wanted) → the six tables, and (place, reason) of what is not in them."""
    articles, files = gathered([folder])
    articles = [(article, file) for article, file in articles if wanted(article.path)]
    progress(0, len(articles))
    with Analysts() as analysts:
        tables = collect(list(analysed(articles, analysts, progress)))
    return tables, tuple((place, problem) for file in files for place, document in file.documents.items() for problem in document.problems)
