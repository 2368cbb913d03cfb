"""An analysis in a process apart that some articles end, by their titles."""
import os
import sys
import time

from analysis.apart import own_output
from analysis.corpus.alone import serve
from tests.corpus.test_importing import unread_rows


def analyse(article):
    if article.title.startswith("lent"):
        time.sleep(600)  # what is tested is that nobody waits for it
    if article.title.startswith("mort"):
        os._exit(3)
    if article.title.startswith("obus"):
        return [bytes(1 << 20) for _ in range(1 << 20)]
    return unread_rows(article)


if __name__ == "__main__":
    serve(analyse, sys.stdin.buffer, own_output())
