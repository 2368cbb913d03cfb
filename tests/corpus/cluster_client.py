"""An import on a cluster whose process gets a signal after some commits: ``python -m tests.corpus.cluster_client …``."""
import os
import signal
import sys
from pathlib import Path

from analysis.corpus.importing import import_files


def main(scheduler: str, source: str, corpus: str, commits: str, how: str) -> int:
    left = int(commits)

    def milestone(step: str) -> None:
        nonlocal left
        left -= step == "committed"
        if not left:
            os.kill(os.getpid(), signal.Signals[how])

    report = import_files(corpus, [Path(source)], scheduler=scheduler, batch_size=2, milestone=milestone)
    return 130 if report.stopped else 0


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a parent in the background may have it ignored
    sys.exit(main(*sys.argv[1:]))
