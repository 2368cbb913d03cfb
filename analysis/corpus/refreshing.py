"""Parts that another version made, analysed anew from their own texts; what is up to date is not touched."""
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from analysis.articles import Article
from analysis.corpus.analysts import Analysts
from analysis.corpus.batch import frames_of
from analysis.corpus.importing import Progress
from analysis.corpus.manifest import Part
from analysis.corpus.parts import indexed, read_table
from analysis.corpus.rows import PART_TYPES
from analysis.corpus.store import Corpus, Writer, writing
from analysis.corpus.versions import current_version


@dataclass
class Refreshed:
    """How many parts were out of date, how many articles were analysed anew, and the parts left as they were, with why."""

    outdated: int = 0
    articles: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    stopped: bool = False


def outdated(corpus: Corpus) -> list[Part]:
    """The parts that the present pipeline, lexicons, world tables or code did not make, or that have no index."""
    return [part for part in corpus.parts if part.version != current_version() or not indexed(part)]


def refresh(folder: Path, *, jobs: int = 1, wait: bool = False, waiting: Callable[[], None] | None = None,
            tell: Callable[[Progress], None] = lambda progress: None) -> Refreshed:
    """Analyse again what is out of date, a part at a time; an interrupt (Ctrl-C) leaves the rest for another time.

    Raises what ``import_files`` raises.
    """
    with writing(folder, wait, waiting) as writer, Analysts(jobs) as analysts:
        parts = outdated(writer.corpus())
        done = Refreshed(len(parts))
        progress = Progress(files=len(parts), bytes=sum(part.files["articles"].rows for part in parts))
        progress.articles_read = progress.bytes_read = progress.bytes
        try:
            for part in parts:
                _refresh(writer, part, analysts, done, progress, tell)
                progress.files_done += 1
                tell(progress)
        except KeyboardInterrupt:
            done.stopped = True
        return done


def _refresh(writer: Writer, part: Part, analysts: Analysts, done: Refreshed, progress: Progress,
             tell: Callable[[Progress], None]) -> None:
    """One part anew; as it was, where the analysis of an article fails that went well before.

    A part that lacks nothing but its index is written again with the same rows.
    """
    if part.version == current_version():
        writer.rewrite([(part, {name: read_table(writer.folder, part, name) for name in PART_TYPES})])
        return
    intake, files = (read_table(writer.folder, part, name) for name in ("intake", "files"))
    articles = _articles(read_table(writer.folder, part, "articles"), intake)
    results = []
    for article, digest, rows in zip(articles, intake["file"], analysts.results(articles), strict=True):
        if isinstance(rows, str):
            done.failed.append((part.name, f"{article.path}: {rows}"))
            progress.articles_done += len(articles) - len(results)
            return
        results.append((article, digest, rows))
        progress.articles_done += 1
        tell(progress)
    writer.commit(frames_of(results, files.itertuples(index=False, name=None)), current_version(), instead_of=(part,))
    done.articles += len(articles)


def _articles(articles: pd.DataFrame, intake: pd.DataFrame) -> list[Article]:
    """The articles of a part as their readers gave them."""
    return [Article(
        article_id=row.article_id, path=row.path, title=row.title, text=row.text, published_first=_day(row.published_first),
        published_last=_day(row.published_last), source=row.source, language=row.language, url=row.url,
        title_start=came.title_start, title_end=came.title_end, body_start=came.body_start, dated_by=came.dated_by)
        for row, came in zip(articles.itertuples(), intake.itertuples(), strict=True)]


def _day(moment: pd.Timestamp):
    return None if pd.isna(moment) else moment.date()
