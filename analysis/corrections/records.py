"""One line of the log: who corrected what, when, and what it hangs on.

``what`` is one of :data:`KINDS`, and ``values`` holds what it says:

| what | hangs on | values |
|---|---|---|
| accept, reject | the stance | every field of :data:`FIELDS` as the coder saw it |
| edit | the stance | the same as the coder leaves it, and ``changed``: the names of the fields that count |
| add | the article | every field of :data:`FIELDS` and ``cue`` |
| date | one or many articles | ``first`` and ``last`` (empty: not known) and ``precision`` |
| merge | the actors | ``into``: the actor that they all are |
| split | the actor and the articles | ``actor``: the columns of the actor that it is in these articles |
| actor | the actor (whose ``old`` is empty where it is a new one) | the corrected columns, and ``term``: an office with its days and source |
| undo | nothing | ``undoes``: the id of the line that no longer counts |
"""
import json
import uuid
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timezone

from analysis.acts import ACTS, MODALITIES, VOICES

KINDS = ("accept", "reject", "edit", "add", "date", "merge", "split", "actor", "undo")
STANCE_KINDS = ("accept", "reject", "edit")
# What a coder can say of a stance; days are ISO days, empty where the text gives none.
FIELDS = ("source_id", "target_id", "act", "polarity", "voice", "reporter_id", "negated", "modality", "first_day", "last_day")
ACTOR_FIELDS = ("name", "kind", "country", "role", "wikidata")
MOST_NOTE = 2_000


class CorrectionError(ValueError):
    """Something is no correction; the message says what is wrong with it."""


@dataclass(frozen=True)
class ArticleAnchor:
    """The article as it was when it was corrected: ``text`` is the hash of its text, ``first`` and ``last`` its ISO days."""

    article_id: str
    text: str
    path: str = ""
    title: str = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True)
class StanceAnchor:
    """A stance as the analysis made it (for an addition: as it was added). ``old`` holds :data:`FIELDS`."""

    stance_id: str
    start: int
    end: int
    sentence: str
    old: dict = field(default_factory=dict)


@dataclass(frozen=True)
class ActorAnchor:
    """An actor as it was when it was corrected; ``old`` holds its columns."""

    actor_id: str
    old: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Correction:
    """One act of one coder; ``time`` is UTC in ISO form."""

    what: str
    coder: str
    values: dict = field(default_factory=dict)
    articles: tuple[ArticleAnchor, ...] = ()
    stance: StanceAnchor | None = None
    actors: tuple[ActorAnchor, ...] = ()
    note: str = ""
    id: str = field(default_factory=lambda: uuid.uuid4().hex[:16])
    time: str = field(default_factory=lambda: datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"))

    def __post_init__(self) -> None:
        fault = fault_of(self)
        if fault:
            raise CorrectionError(fault)


def fault_of(correction: Correction) -> str:
    """What is wrong with a correction, empty where nothing is."""
    values, what = correction.values, correction.what
    if what not in KINDS:
        return f"there is no kind of correction {str(what)[:40]!r}"
    if not str(correction.coder).strip() or len(correction.coder) > 80:
        return "a correction needs its coder's name, 80 characters at most"
    if len(correction.note) > MOST_NOTE:
        return f"a note has {MOST_NOTE:,} characters at most"
    if what in STANCE_KINDS + ("add",) and (correction.stance is None or len(correction.articles) != 1):
        return f"{what} needs a stance and its article"
    return _fault_of_values(correction, what, values)


def _fault_of_values(correction: Correction, what: str, values: dict) -> str:
    faults = [fault for name in FIELDS if name in values and (fault := fault_of_field(name, values[name]))]
    if faults and what in STANCE_KINDS + ("add",):
        return faults[0]
    if what in STANCE_KINDS + ("add",) and not set(FIELDS) <= set(values):
        return f"{what} lacks {', '.join(sorted(set(FIELDS) - set(values)))}"
    if what == "edit" and (not values.get("changed") or not set(values["changed"]) <= set(FIELDS)):
        return "an edit changes at least one field of a stance, and nothing else"
    if what == "date" and (not correction.articles or not {"first", "last", "precision"} <= set(values)):
        return "a date needs articles, a first and a last day and their precision"
    if what == "merge" and (not correction.actors or not values.get("into")):
        return "a merge needs actors and the one that they are"
    if what == "split" and (len(correction.actors) != 1 or not correction.articles or not values.get("actor", {}).get("actor_id")):
        return "a split needs an actor, articles, and who it is in them"
    if what == "actor" and (len(correction.actors) != 1 or not values or not set(values) <= {*ACTOR_FIELDS, "term"}):
        return "a corrected actor needs its new columns or an office with its term"
    if what == "undo" and not values.get("undoes"):
        return "an undo names the line that no longer counts"
    return ""


def fault_of_field(name: str, value: object) -> str:
    """What is wrong with one of :data:`FIELDS`, empty where nothing is."""
    known = {"act": tuple(ACTS), "voice": VOICES, "modality": MODALITIES, "polarity": (1, 0, -1), "negated": (True, False)}
    if name in known:
        right = any(value == each and type(value) is type(each) for each in known[name])
        return "" if right else f"{name} is one of {', '.join(map(str, known[name]))}, not {str(value)[:40]!r}"
    if not isinstance(value, str) or name == "source_id" and not value:
        return f"{name} is an actor's id" if name.endswith("_id") else f"{name} is a day or empty"
    return f"{name} is no day: {value[:40]!r}" if name.endswith("_day") and value and as_day(value) is None else ""


def as_day(text: object) -> date | None:
    """An ISO day of the log → the day; None where it is empty or none."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) and len(text) == 10 else None
    except ValueError:
        return None


def as_line(correction: Correction) -> str:
    """Correction → one line of JSON, without its line end."""
    return json.dumps(asdict(correction), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def from_line(line: str) -> Correction:
    """One line of the log → Correction. Raises CorrectionError where it is none."""
    try:
        data = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise CorrectionError("not one whole line of JSON") from error
    if not isinstance(data, dict):
        raise CorrectionError("not a JSON object")
    try:
        stance = data.pop("stance", None)
        return Correction(
            articles=tuple(ArticleAnchor(**each) for each in data.pop("articles", ())),
            actors=tuple(ActorAnchor(**each) for each in data.pop("actors", ())),
            stance=StanceAnchor(**stance) if stance else None, **data)
    except (TypeError, AttributeError) as error:
        raise CorrectionError(f"not a correction: {str(error)[:120]}") from error
