"""A reading process that some files end: as a broken library would, by what the file is called."""
import os
import signal
import sys
import time

from analysis.apart import own_output
from analysis.readers import formats
from analysis.readers.apart import child

_PAUSE = 600


def _read(text: str, name: str):
    if "lent" in name:
        time.sleep(_PAUSE)  # what is measured here is that nobody waits for it
    if "sourd" in name:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        while True:
            name.count("x")
    if "mort" in name:
        os._exit(3)
    if "obus" in name:
        return [bytes(1 << 20) for _ in range(1 << 20)]
    if "bavard" in name:
        print("une bibliothèque parle")
    return READ(text, name)


READ = formats.text.read

if __name__ == "__main__":
    formats.FORMATS[".txt"] = formats.Format(formats._words(formats._one(_read)), formats.MAX_BYTES)
    child.main(sys.stdin.buffer, own_output())
