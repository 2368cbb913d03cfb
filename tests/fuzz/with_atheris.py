"""Fuzzing by atheris, which is not among the requirements: ``pip install atheris``, then

    python -m tests.fuzz.with_atheris [read|decode|days|rules] -max_total_time=3600 [FOLDER OF FINDINGS]

An input that breaks a promise is written to the working folder; give its path as argument to see it again.
"""
import sys

import atheris

with atheris.instrument_imports(include=["analysis"]):
    from tests.fuzz import targets
from tests.fuzz.words import PIECES


def text_of(data: bytes) -> str:
    """Bytes → a text of pieces that the rules look for and of any characters."""
    provider, found = atheris.FuzzedDataProvider(data), ""
    while provider.remaining_bytes() and len(found) < targets.LONGEST:
        found += provider.PickValueInList(list(PIECES)) + " " if provider.ConsumeBool() else provider.ConsumeUnicode(4)
    return found


def read(data: bytes) -> None:
    provider = atheris.FuzzedDataProvider(data)
    kind = provider.PickValueInList(list(targets.KINDS))
    targets.read(provider.ConsumeBytes(provider.remaining_bytes()), kind)


CALLS = {"read": read, "decode": targets.decode, "days": lambda data: targets.find_days(text_of(data)),
         "rules": lambda data: targets.analyse(text_of(data))}

if __name__ == "__main__":
    name = sys.argv.pop(1) if len(sys.argv) > 1 and sys.argv[1] in CALLS else "rules"
    if name in ("days", "rules"):
        targets.analyse("Paris condamne.")  # loads the French pipeline, which is not to be timed
    atheris.Setup(sys.argv, CALLS[name])
    atheris.Fuzz()
