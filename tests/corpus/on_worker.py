"""Loaded by each worker of the cluster in the tests: an analysis that finds France in every article, and articles that kill.

``MORT UNE FOIS`` kills the first worker that reads it, ``MORT TOUJOURS`` each; the folder HOMOLOGUE_TEST_MARKS remembers.
"""
import os
import signal
from pathlib import Path

from analysis.corpus import analysts
from tests.corpus.test_importing import unread_rows


def analyse(article):
    marks = Path(os.environ["HOMOLOGUE_TEST_MARKS"])
    if "MORT TOUJOURS" in article.title or "MORT UNE FOIS" in article.title and not (marks / article.path).exists():
        (marks / article.path).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return unread_rows(article)


def dask_setup(worker) -> None:
    """Called by Dask when the worker starts."""
    analysts.analyse_article = analyse
