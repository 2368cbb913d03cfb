"""The example dispatches of ``seeds/examples``: which public event each one tells, and where a reader can check it.

Each is a Markdown file whose front matter says, beside title, date and source, the day of the event (``event``), the
document that proves it (``reference``: a resolution with its vote, a communiqué with its day, a treaty), where that is
to be found (``check``) and, for a shortened reprint, the dispatch that it repeats (``reprint-of``).
"""
from datetime import date
from pathlib import Path
from typing import NamedTuple

from analysis.readers.markdown import front_matter

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
_FOLDER = "examples"


class Example(NamedTuple):
    """What an example dispatch rests on; ``reprint_of`` is the file's name, without ending, of what it repeats."""

    event: date
    reference: str
    check: str
    reprint_of: str = ""


def has_examples(folder: Path) -> bool:
    """Whether a folder is the one in which the examples stand beside the seed article."""
    return folder.resolve() == SEEDS and (SEEDS / _FOLDER).is_dir()


def is_example(path: str) -> bool:
    """Whether an article that was read from ``seeds`` is an example, by its path there.

        >>> is_example("examples/2022-03-02-onu-es-11-1.md")
        True
    """
    return path.startswith(f"{_FOLDER}/")


def example_of(path: str) -> Example | None:
    """What the example at a path in ``seeds`` rests on; None for any other path.

    Raises KeyError or ValueError where the front matter lacks a field or its day is none.
    """
    file = SEEDS / path
    if not is_example(path) or not file.resolve().is_relative_to(SEEDS / _FOLDER) or not file.is_file():
        return None
    fields, _ = front_matter(file.read_text(encoding="utf-8"))
    return Example(date.fromisoformat(fields["event"]), fields["reference"], fields["check"], fields.get("reprint-of", ""))
