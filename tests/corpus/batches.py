"""Batches for the tests of the store: the invented tables, one part an article, without the French pipeline."""
import os
import signal
import sys
from pathlib import Path

import pandas as pd

from analysis.corpus import Version, writing
from analysis.corpus.rows import PART_TYPES, FileRow, IntakeRow, MetActorRow
from analysis.tables import Tables, frame
from tests.tables_fixture import make_tables, small_tables

MADE_BY = Version("p1", "l1", "w1", "c1")


def batch(tables: Tables, *article_ids: str) -> dict[str, pd.DataFrame]:
    """The part that holds these articles, each of which met every actor."""
    frames = {name: getattr(tables, name) for name in PART_TYPES if hasattr(tables, name)}
    frames = {name: table[table["article_id"].isin(article_ids)] for name, table in frames.items() if name != "actors"}
    met = [MetActorRow(key, *row) for key in article_ids for row in tables.actors.itertuples(index=False)]
    intake = [IntakeRow(key, 0, 0, 0, "header", f"file of {key}", True, "") for key in article_ids]
    files = [FileRow(f"file of {key}", f"{key}.txt", "stored", "", 1) for key in article_ids]
    return {**frames, "actors": frame(MetActorRow, met), "intake": frame(IntakeRow, intake), "files": frame(FileRow, files)}


def fill(folder: Path, *article_ids: str) -> None:
    """A corpus of the small tables, one part an article."""
    with writing(folder) as writer:
        for key in article_ids:
            writer.commit(batch(small_tables(), key), MADE_BY)


def die_while_committing(folder: str, step: str, occurrence: str) -> None:
    """Commit articles a2 and a3 in one part, and be killed at the given milestone."""
    left = int(occurrence)

    def milestone(name: str) -> None:
        nonlocal left
        left -= name == step
        if name == step and not left:
            os.kill(os.getpid(), signal.SIGKILL)

    with writing(folder, milestone=milestone) as writer:
        writer.commit(batch(small_tables(), "a2", "a3"), MADE_BY)


def many(stances: int) -> dict[str, pd.DataFrame]:
    """A part of random stances."""
    tables = make_tables(stances)
    return batch(tables, *tables.articles["article_id"])


if __name__ == "__main__":
    die_while_committing(*sys.argv[1:])
