"""The tables as the pages show them: articles as of the days that analysts set, and corrections laid over what was read in them."""
import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from analysis.corpus import CorpusError, Place, is_url
from analysis.corrections import VARIABLE, Log, days_set, lay_over, log_file, read_log, replay
from analysis.rereading import FOLDER, Days, FolderShelf, Reread, read_again, redated, turned
from analysis.tables import StanceRow, Tables
from analysis.views.reviews import REJECTED, fits_review, with_review

RereadNow = Callable[[pd.DataFrame, dict[str, Days]], list[Reread]]  # rows of articles, and their days


@dataclass(frozen=True)
class Shown:
    """The tables, whose ``stances`` have the column ``review``, and what the corrections did to them.

    Numbers of stances: ``accepted``, ``changed`` (others in any column than the analysis has them), ``added``, ``removed``
    (rejected), ``unreviewed`` (left out where only reviewed ones were asked for) and ``turned`` (read otherwise as of another
    day). Numbers of articles: ``dated`` (days set and read as of them) and ``waiting`` (days set, not read as of them yet).
    ``unfit``: lines of the log that no longer fit.
    """

    tables: Tables
    accepted: int = 0
    changed: int = 0
    added: int = 0
    removed: int = 0
    unreviewed: int = 0
    dated: int = 0
    turned: int = 0
    waiting: int = 0
    unfit: int = 0


def add_choice(parser: argparse.ArgumentParser) -> None:
    """The arguments that say which tables are wanted."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--raw", action="store_true", help="as the analysis made them, without what analysts corrected")
    which.add_argument("--only-reviewed", action="store_true", help="only stances that an analyst accepted, edited or added")
    parser.add_argument("--log", type=Path, metavar="DIR", help=f"folder of the corrections (default: what {VARIABLE} names, else the corpus)")


def folder_of_log(named: Path | None, corpus: Place | None = None) -> Path | None:
    """Where the corrections lie: what is named, by option or environment, else beside the corpus; None where that is nowhere."""
    folder = named or os.environ.get(VARIABLE)
    if folder:
        return Path(folder)
    return None if corpus is None or is_url(corpus) else Path(corpus)


def required_log(named: Path | None, corpus: Place) -> Path:
    """The file of the log. Raises CorpusError where it would lie beside a corpus behind a URL, where nothing is kept."""
    folder = folder_of_log(named, corpus)
    if folder is None:
        raise CorpusError(f"{corpus} keeps no log of corrections; name its folder with --log or {VARIABLE}")
    return log_file(folder)


def as_dated(tables: Tables, log: Log, folder: Path, now: RereadNow | None = None) -> tuple[Tables, dict[str, Reread], int]:
    """The tables with articles as they were read again, these readings, and how many articles still wait for theirs.

    ``folder`` is that of the log; ``now`` reads those that wait.
    """
    if not any(each.what == "date" for each in log.corrections):
        return tables, {}, 0
    days = redated(tables.articles, days_set(log.corrections, tables))
    found = FolderShelf(folder / FOLDER).found(days)
    waiting = {article: each for article, each in days.items() if article not in found}
    if waiting and now:
        articles = tables.articles[tables.articles["article_id"].isin(set(waiting))]
        found |= {read.article_id: read for read in now(articles, waiting)}
        waiting = {}
    return read_again(tables, found), found, len(waiting)


def as_shown(tables: Tables, folder: Path | None, reviewed: str = "kept", now: RereadNow | None = None) -> Shown:
    """The tables of the analysis with the log of a folder laid over them, and the stances that ``reviewed`` leaves (one of
    ``analysis.views.REVIEWED``). Raises OSError where the log cannot be read."""
    log = read_log(log_file(folder)) if folder else Log()
    made, found, waiting = as_dated(tables, log, folder, now)
    overlay = replay(log.corrections, made)
    laid = lay_over(made, overlay)
    stances = with_review(laid.stances)
    wanted = stances[fits_review(stances, reviewed)].reset_index(drop=True)
    reviews = stances["review"].value_counts().to_dict()
    removed = reviews.get(REJECTED, 0)
    return Shown(replace(laid, stances=wanted), reviews.get("accepted", 0), _changed(made.stances, stances), reviews.get("added", 0), removed,
                 len(stances) - removed - len(wanted) if reviewed == "reviewed" else 0, len(found), turned(tables.stances, found), waiting, len(overlay.unfit))


def _changed(before: pd.DataFrame, after: pd.DataFrame) -> int:
    """How many stances that are in both, and were not rejected, are others now in any column."""
    names = [name for name in StanceRow._fields if name != "stance_id"]
    kept = after[~after["review"].isin([REJECTED, "added"])].set_index("stance_id")[names]
    old = before.set_index("stance_id")[names].reindex(kept.index)
    differs = (kept != old) & ~(kept.isna() & old.isna())
    return int(differs.any(axis=1).sum())


def as_lines(shown: Shown, reviewed: str = "kept") -> list[str]:
    """What was done, for people; nothing where there is nothing to say."""
    lines = [f"corrections: {shown.accepted} stances accepted, {shown.changed} changed, {shown.added} added, {shown.removed} removed"
             ] if shown.accepted or shown.changed or shown.added or shown.removed else []
    lines += [f"{shown.unreviewed} stances that nobody reviewed were left out"] if reviewed == "reviewed" else []
    lines += [f"{shown.dated} articles are as of the dates that analysts set, which changed {shown.turned} stances"] if shown.dated else []
    lines += [f"{shown.waiting} articles have a date that an analyst set, but were not read again as of it (python -m analysis refresh)"
              ] if shown.waiting else []
    lines += [f"{shown.unfit} corrections no longer fit (python -m analysis corrections)"] if shown.unfit else []
    return lines
