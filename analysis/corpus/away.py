"""What the workers of a cluster run: articles → a part in the corpus's folder or behind its URL. Imported on each of them."""
import os
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

from analysis.articles import Article
from analysis.corpus.analysts import analyse_one
from analysis.corpus.batch import frames_of
from analysis.corpus.manifest import CorpusError, Part, Version
from analysis.corpus.parts import FOLDER
from analysis.corpus.remote import Place, Remote, write_part_at
from analysis.corpus.versions import current_version

_ENDED_BY_CLOCK = 86  # the exit status of a worker whose article took too long; another worker tries it


class Written(NamedTuple):
    """A batch analysed on a worker: its part (None where no article could be), and for each article why not, or empty."""

    part: Part | None
    reasons: list[str]


class OtherVersion(CorpusError):
    """A worker has another version of the pipeline, the lexicons, the world tables or the code."""


def analyse_batch(place: Place, articles: list[tuple[Article, str]], version: Version, patience: float) -> Written:
    """Analyse articles (each with the digest of its file) and write their part, whose files are the client's to say.

    One batch at a time in a process, since threads gain nothing. An article that takes more than ``patience`` seconds
    ends the process: a thread cannot be ended. Raises CorpusError.
    """
    with _turn():
        if current_version() != version:
            raise OtherVersion(_other(version))
        results = []
        for article, _ in articles:
            with _in_time(patience):
                results.append(analyse_one(article))
    found = [(article, digest, rows) for (article, digest), rows in zip(articles, results, strict=True) if not isinstance(rows, str)]
    reasons = [rows if isinstance(rows, str) else "" for rows in results]
    try:
        return Written(write_part_at(place, frames_of(found, []), version) if found else None, reasons)
    except OSError as error:
        raise CorpusError(f"{place} cannot be written to by a worker: {error.strerror or error}") from error


def at_hand() -> bool:
    """True; a scheduler that cannot import Homologue cannot answer, and would fail with the first batch."""
    return True


def unfit(place: Place, token: str, version: Version) -> str:
    """Why this worker cannot import into a corpus; empty where it can. ``token`` is a file that the client put there."""
    try:
        if current_version() != version:
            return _other(version)
        if not isinstance(place, Path):
            return "" if token in Remote(place).listed() else f"does not see what the client wrote to {place}"
        if not (place / token).is_file():
            return f"does not see the folder {place}; name one that all machines share, or a URL such as s3://…"
        trial = place / FOLDER / f".new-{uuid.uuid4().hex[:16]}"
        trial.mkdir(parents=True)
        trial.rmdir()
    except (CorpusError, OSError) as error:
        return f"cannot write to {place}: {error}"
    return ""


def _other(version: Version) -> str:
    here = current_version()
    differing = [name for name in vars(version) if getattr(here, name) != getattr(version, name)]
    return f"has another version of Homologue ({', '.join(differing)}); give all machines the same"


@cache
def _turn() -> threading.Lock:
    """The turn of one thread of a worker to use the French pipeline."""
    return threading.Lock()


@contextmanager
def _in_time(seconds: float) -> Iterator[None]:
    clock = threading.Timer(seconds, os._exit, (_ENDED_BY_CLOCK,))
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()
