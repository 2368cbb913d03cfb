"""An import on a cluster whose process is killed after some commits: ``python -m tests.corpus.cluster_client …``."""
import os
import signal
import sys
from pathlib import Path

from analysis.corpus.importing import import_files


def main(scheduler: str, source: str, corpus: str, commits: str) -> None:
    left = int(commits)

    def milestone(step: str) -> None:
        nonlocal left
        left -= step == "committed"
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    import_files(corpus, [Path(source)], scheduler=scheduler, batch_size=2, milestone=milestone)


if __name__ == "__main__":
    main(*sys.argv[1:])
