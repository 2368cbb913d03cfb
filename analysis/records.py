"""What the rooms of the analysis hand to one another: small frozen records, no behaviour.

Offsets are half-open, in characters of the article's text. ``rule`` names the rule that made a record and ``cue`` the
words it hung on, so that each row can be explained.
"""
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Actor:
    """Who can hold a position: ``kind`` is person, country, institution, organisation or group.

    ``name`` is empty for an office whose holder is not known (``actor_id`` ``CHN-ministre-defense``); ``country`` is
    ISO 3166-1 alpha-3 (XKX for Kosovo), empty for international organisations; ``role`` is the office at the
    publication date, in French, without the country.
    """

    actor_id: str
    name: str
    kind: str
    country: str = ""
    role: str = ""
    aliases: tuple[str, ...] = ()
    wikidata: str = ""
    gender: str = ""


@dataclass(frozen=True)
class Mention:
    """A place in the text that stands for an actor. ``place`` is True where a country is only a place (à Pékin).

    A collective (``les deux hommes``, ``Paris et Londres`` read as ``les deux pays``) gives one Mention for each
    member, with the same offsets.
    """

    start: int
    end: int
    text: str
    actor_id: str
    rule: str
    place: bool = False


@dataclass(frozen=True)
class ActorReading:
    """All actors of one article and where they are mentioned (mentions sorted by start, then end)."""

    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True)
class DateRef:
    """A time expression and the first and last day it can mean. ``precision``: day, span, month or year."""

    start: int
    end: int
    text: str
    first_day: date | None
    last_day: date | None
    precision: str
    rule: str


@dataclass(frozen=True)
class Statement:
    """What somebody says. ``start:end`` are the words said (inside the quotation marks, or the reported clause).

    ``speaker_id`` is empty where nobody known speaks; ``speaker_text`` is the speaker as printed, ``verb`` the lemma of
    the verb of saying or the preposition (``selon``), ``voice`` direct, reported or hearsay. ``cue_start:cue_end`` is
    the verb or preposition, ``speaker_start:speaker_end`` the speaker's words (equal where carried over from before).
    """

    start: int
    end: int
    text: str
    speaker_id: str
    verb: str
    voice: str
    rule: str
    speaker_text: str = ""
    cue_start: int = 0
    cue_end: int = 0
    speaker_start: int = 0
    speaker_end: int = 0


@dataclass(frozen=True)
class Stance:
    """A position or act of ``source_id`` towards ``target_id`` (empty where nobody is named), with its evidence.

    ``start:end`` is the shortest span that holds the cue and, where the sentence gives them, both actors.
    """

    start: int
    end: int
    sentence_start: int
    sentence_end: int
    source_id: str
    target_id: str
    act: str
    voice: str
    reporter_id: str
    negated: bool
    modality: str
    first_day: date | None
    last_day: date | None
    cue: str
    rule: str
    confidence: float
