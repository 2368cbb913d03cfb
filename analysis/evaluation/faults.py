"""What is wrong with an annotation, in words for the person who wrote it.

The format is one JSON object with three lists (actors, dates, stances), every string of the article copied exactly.
"""
from collections.abc import Iterator
from datetime import date

from analysis.acts import ACTOR_KINDS, ACTS, MODALITIES, VOICES

_TEXT, _TEXT_OR_NULL = (str,), (str, type(None))
_FIELDS = {
    "actors": {"key": _TEXT, "name": _TEXT_OR_NULL, "kind": _TEXT, "country": _TEXT_OR_NULL, "role": _TEXT_OR_NULL,
               "named": (bool,), "mentions": (list,)},
    "dates": {"text": _TEXT, "context": _TEXT, "first": _TEXT, "last": _TEXT},
    "stances": {"source": _TEXT, "target": _TEXT_OR_NULL, "reporter": _TEXT_OR_NULL, "act": _TEXT, "voice": _TEXT,
                "modality": _TEXT, "negated": (bool,), "evidence": _TEXT, "first": _TEXT_OR_NULL, "last": _TEXT_OR_NULL},
}
_TYPE_NAMES = {str: "a string", bool: "true or false", list: "a list", type(None): "null"}


def find_faults(data: object, text: str) -> list[str]:
    """Faults of an annotation of ``text``; empty where there is none.

    Contents are looked at only where the shape is right, so that one slip gives one message.
    """
    shape = list(_shape(data))
    if shape:
        return shape
    keys = {actor["key"] for actor in data["actors"]}
    return [*(fault for actor in data["actors"] for fault in _actor(actor, text)),
            *(fault for day in data["dates"] for fault in _date(day, text)),
            *(fault for stance in data["stances"] for fault in _stance(stance, text, keys))]


def _shape(data: object) -> Iterator[str]:
    if not isinstance(data, dict):
        yield "not a JSON object with the lists actors, dates and stances"
        return
    for name, columns in _FIELDS.items():
        if not isinstance(data.get(name), list):
            yield f"no list {name!r}"
            continue
        for number, item in enumerate(data[name], 1):
            if not isinstance(item, dict):
                yield f"{name}, number {number}: not a JSON object"
                continue
            for column, types in columns.items():
                if column not in item:
                    yield f"{name}, number {number}: {column!r} is missing"
                elif not isinstance(item[column], types):
                    wanted = " or ".join(_TYPE_NAMES[kind] for kind in types)
                    yield f"{name}, number {number}: {column!r} is {item[column]!r}, not {wanted}"


def _actor(actor: dict, text: str) -> Iterator[str]:
    where = f"actor {actor['key']}"
    if actor["kind"] not in ACTOR_KINDS:
        yield f"{where}: unknown kind {actor['kind']!r}"
    if not actor["mentions"]:
        yield f"{where}: no mention"
    for mention in actor["mentions"]:
        if not isinstance(mention, str) or mention not in text:
            yield f"{where}: mention not in the article: {mention!r}"


def _date(day: dict, text: str) -> Iterator[str]:
    where = f"date {day['text']!r}"
    times = text.count(day["context"]) if day["context"] else 0
    if times != 1:
        yield f"{where}: its context occurs {times} times in the article: {day['context']!r}"
    if day["text"] not in day["context"]:
        yield f"{where}: not in its context {day['context']!r}"
    yield from _days(where, day)


def _stance(stance: dict, text: str, keys: set[str]) -> Iterator[str]:
    where = f"stance {stance['source']} {stance['act']} {stance['target']}"
    for end in ("source", "target", "reporter"):
        if stance[end] is not None and stance[end] not in keys:
            yield f"{where}: {end} {stance[end]!r} is no actor of the file"
    for column, known in (("act", ACTS), ("voice", VOICES), ("modality", MODALITIES)):
        if stance[column] not in known:
            yield f"{where}: unknown {column} {stance[column]!r}"
    if not stance["evidence"] or stance["evidence"] not in text:
        yield f"{where}: evidence not in the article: {stance['evidence']!r}"
    if stance["first"] is not None or stance["last"] is not None:
        yield from _days(where, stance)


def _days(where: str, item: dict) -> Iterator[str]:
    try:
        ordered = date.fromisoformat(item["first"]) <= date.fromisoformat(item["last"])
    except (TypeError, ValueError):
        yield f"{where}: first {item['first']!r} and last {item['last']!r} are not both days like 2018-03-26"
        return
    if not ordered:
        yield f"{where}: first {item['first']} is after last {item['last']}"
