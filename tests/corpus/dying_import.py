"""An import that is killed at a given step, with an analysis that finds France in every article.

    python -m tests.corpus.dying_import FOLDER CORPUS STEP OCCURRENCE
"""
import os
import signal
import sys
from pathlib import Path

from analysis.corpus import analysts
from analysis.corpus.importing import import_files
from tests.corpus.test_importing import unread_rows


def main(folder: str, corpus: str, step: str, occurrence: str) -> None:
    left = int(occurrence)

    def milestone(name: str) -> None:
        nonlocal left
        left -= name == step
        if name == step and not left:
            os.kill(os.getpid(), signal.SIGKILL)

    analysts.analyse_article = unread_rows
    import_files(Path(corpus), [Path(folder)], batch_size=2, milestone=milestone)


if __name__ == "__main__":
    main(*sys.argv[1:])
