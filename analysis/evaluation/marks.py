"""What a reader, human or program, marks in one article; both sides of a comparison have this shape.

Spans are half-open character offsets into the article's text. Several spans mean that the marked words occur several
times and any place will do.
"""
from dataclasses import dataclass, field
from datetime import date

from analysis.records import Actor

Span = tuple[int, int]


@dataclass(frozen=True)
class ActorMark(Actor):
    """An actor as marked: ``aliases`` are its surface forms; ``named`` is False where the text gives only the office."""

    named: bool = True


@dataclass(frozen=True)
class DateMark:
    """A time expression and the first and last day it denotes (None where nothing is known)."""

    text: str
    spans: tuple[Span, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True)
class StanceMark:
    """A stance with its ends resolved to actors; ``target`` and ``reporter`` may be None, ``source`` too in a faulty reading.

    ``words`` are the evidence as printed; ``confidence`` is None where a person marked it.
    """

    source: ActorMark | None
    target: ActorMark | None
    reporter: ActorMark | None
    act: str
    voice: str
    modality: str
    negated: bool
    spans: tuple[Span, ...]
    words: str
    first: date | None = None
    last: date | None = None
    confidence: float | None = None


@dataclass(frozen=True)
class Marks:
    """All that was marked in one article; ``stem`` is the article's file name without its ending."""

    stem: str
    actors: tuple[ActorMark, ...] = field(default=())
    dates: tuple[DateMark, ...] = field(default=())
    stances: tuple[StanceMark, ...] = field(default=())
