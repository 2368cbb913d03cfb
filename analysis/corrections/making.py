"""What an analyst decides about a row of the tables → the line of the log that says so, with what it hangs on.

The functions take rows as ``itertuples`` or ``iloc`` give them. ``base`` rows are those of the analysis, before any
correction; ``seen`` is what the coder had before their eyes.

    >>> accept("Ada", article, base, seen)
"""
import hashlib
from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from analysis.acts import ACTS
from analysis.corrections.days import Days
from analysis.corrections.records import (
    ACTOR_FIELDS, FIELDS, ActorAnchor, ArticleAnchor, Correction, CorrectionError, StanceAnchor, fault_of_field,
)


def text_hash(text: str) -> str:
    """Sixteen hex digits that change with an article's text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def fields_of(row: object) -> dict:
    """The fields of a stance that a coder can say something of, as they stand in the log."""
    return {name: _plain(getattr(row, name)) for name in FIELDS}


def accept(coder: str, article: object, base: object, seen: object, note: str = "") -> Correction:
    """The stance is right as it is shown."""
    return Correction("accept", coder, fields_of(seen), (article_anchor(article),), stance_anchor(base), note=note)


def reject(coder: str, article: object, base: object, seen: object, note: str = "") -> Correction:
    """The text does not say this."""
    return Correction("reject", coder, fields_of(seen), (article_anchor(article),), stance_anchor(base), note=note)


def edit(coder: str, article: object, base: object, seen: object, changed: Mapping[str, object], note: str = "") -> Correction:
    """The stance is otherwise. ``changed`` are new values of FIELDS; those that are as shown are left out.

    Raises CorrectionError where nothing is left, or a value is not one that a stance can have.
    """
    now = fields_of(seen)
    values = {name: _plain(value) for name, value in changed.items() if _plain(value) != now.get(name)}
    if "act" in values and "polarity" not in changed:
        values["polarity"] = _sign_of(values["act"])
    _check({**now, **values})
    return Correction("edit", coder, {**now, **values, "changed": list(values)}, (article_anchor(article),), stance_anchor(base), note=note)


def add(coder: str, article: object, start: int, end: int, sentence: str, values: Mapping[str, object], note: str = "") -> Correction:
    """A stance that the analysis missed; ``start:end`` are its words in the article's text."""
    act = str(values.get("act", ""))
    whole = {"polarity": _sign_of(act), "voice": "narrated", "reporter_id": "", "negated": False, "modality": "actual",
             "target_id": "", "first_day": "", "last_day": "", **{name: _plain(value) for name, value in values.items()}}
    _check(whole)
    if not 0 <= start < end <= len(article.text):
        raise CorrectionError("the words of a stance lie in the article's text")
    whole["cue"] = article.text[start:end]
    correction = Correction("add", coder, whole, (article_anchor(article),), StanceAnchor("", start, end, sentence), note=note)
    anchor = StanceAnchor(added_id(correction.id), start, end, sentence, {name: whole[name] for name in FIELDS})
    return Correction("add", coder, whole, correction.articles, anchor, note=note, id=correction.id, time=correction.time)


def added_id(correction_id: str) -> str:
    """The stance_id of a stance that this correction added."""
    return hashlib.sha256(f"added|{correction_id}".encode()).hexdigest()[:16]


def set_dates(coder: str, articles: Iterable[object], days: Days, note: str = "") -> Correction:
    """One publication date, as precise as ``days`` is, for one article or many."""
    values = {"first": _plain(days.first), "last": _plain(days.last), "precision": days.precision}
    return Correction("date", coder, values, tuple(map(article_anchor, articles)), note=note)


def unite(coder: str, actors: Iterable[object], into: str, note: str = "") -> Correction:
    """These actors are one, the one called ``into``."""
    anchors = tuple(actor_anchor(row) for row in actors if row.actor_id != into)
    return Correction("merge", coder, {"into": into}, actors=anchors, note=note)


def split(coder: str, actor: object, articles: Iterable[object], other: Mapping[str, str], note: str = "") -> Correction:
    """In these articles the actor is another one: ``other`` holds its actor_id and, where it is new, its columns."""
    columns = {name: str(other.get(name, "")) for name in ("actor_id", *ACTOR_FIELDS)}
    if columns["actor_id"] == actor.actor_id:
        raise CorrectionError("the actor is already this one")
    return Correction("split", coder, {"actor": columns}, tuple(map(article_anchor, articles)),
                      actors=(actor_anchor(actor),), note=note)


def correct_actor(coder: str, actor: object, columns: Mapping[str, str], term: Mapping[str, str] | None = None,
                  note: str = "") -> Correction:
    """Other columns for an actor, and an office that they held, with its term and the source that says so.

    ``term``: office_id, country, start, end (``2014``, ``2014-05`` or ``2014-05-06``; end empty: still held), gender, source.
    """
    values: dict = {name: str(value).strip() for name, value in columns.items()
                    if name in ACTOR_FIELDS and str(value).strip() != getattr(actor, name)}
    if term:
        values["term"] = {name: str(value).strip() for name, value in term.items()}
    return Correction("actor", coder, values, actors=(actor_anchor(actor),), note=note)


def new_actor(coder: str, actor_id: str, columns: Mapping[str, str], note: str = "") -> Correction:
    """An actor that neither the corpus nor the world tables know."""
    values = {name: str(columns[name]).strip() for name in ACTOR_FIELDS if columns.get(name)}
    return Correction("actor", coder, values, actors=(ActorAnchor(actor_id),), note=note)


def undo(coder: str, correction_id: str, note: str = "") -> Correction:
    """The line with this id no longer counts."""
    return Correction("undo", coder, {"undoes": correction_id}, note=note)


def article_anchor(row: object) -> ArticleAnchor:
    """A row of ``articles`` → what a correction of it hangs on."""
    return ArticleAnchor(row.article_id, text_hash(row.text), row.path, row.title[:200], _plain(row.published_first),
                         _plain(row.published_last))


def stance_anchor(row: object) -> StanceAnchor:
    """A row of ``stances`` → what a correction of it hangs on."""
    return StanceAnchor(row.stance_id, int(row.start), int(row.end), row.sentence, fields_of(row))


def actor_anchor(row: object) -> ActorAnchor:
    """A row of ``actors`` → what a correction of it hangs on."""
    return ActorAnchor(row.actor_id, {name: getattr(row, name) for name in ACTOR_FIELDS})


def _sign_of(act: str) -> int:
    if act not in ACTS:
        raise CorrectionError(f"there is no act {act[:40]!r}")
    return ACTS[act].sign


def _check(values: Mapping[str, object]) -> None:
    """Raises CorrectionError where a stance cannot have these values together."""
    faults = [fault for name in FIELDS if (fault := fault_of_field(name, values.get(name)))]
    if faults:
        raise CorrectionError(faults[0])
    if bool(values["first_day"]) != bool(values["last_day"]) or str(values["first_day"]) > str(values["last_day"]):
        raise CorrectionError("the first day comes before the last, or neither is known")


def _plain(value: object) -> object:
    """A cell of a table as JSON has it: ISO days, empty where unknown; plain numbers, truth values and text."""
    if value is None or value is pd.NaT or value != value:
        return ""
    if isinstance(value, date):  # also a Timestamp
        return value.isoformat()[:10]
    if hasattr(value, "item"):
        return _plain(value.item())
    return value
