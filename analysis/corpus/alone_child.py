"""The process in which long articles are analysed; started by ``alone``, ends with it.

    python -P -m analysis.corpus.alone_child
"""
import sys

from analysis.apart import own_output
from analysis.corpus.alone import serve
from analysis.corpus.analysts import analyse_one

if __name__ == "__main__":
    serve(analyse_one, sys.stdin.buffer, own_output())
