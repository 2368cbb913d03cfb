"""Annotated articles: one JSON file an article → marks.

    {"actors": [{"key": "RUS", "name": "Russie", "kind": "country", "country": "RUS", "role": null, "named": true,
                 "mentions": ["Moscou"]}, …],
     "dates": [{"text": "lundi", "context": "a annoncé lundi", "first": "2018-03-26", "last": "2018-03-26"}],
     "stances": [{"source": "RUS", "target": "GBR", "act": "accuse", "voice": "reported", "negated": false,
                  "modality": "actual", "reporter": null, "evidence": "Moscou accuse Londres", "first": null, "last": null}]}
"""
import json
import re
from datetime import date
from pathlib import Path

from analysis.evaluation.faults import find_faults
from analysis.evaluation.marks import ActorMark, DateMark, Marks, Span, StanceMark


class AnnotationError(ValueError):
    """An annotation file cannot be used; one line a fault, each naming the file."""


def read_gold(folder: Path | str, stem: str, text: str) -> Marks | None:
    """The annotation ``folder/stem.json`` of an article's text; None where there is no such file.

    Raises AnnotationError with every fault found.
    """
    path = Path(folder) / f"{stem}.json"
    if not path.is_file():
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise AnnotationError(f"{path.name}: not JSON in UTF-8: {error}") from error
    except OSError as error:
        raise AnnotationError(f"{path.name}: cannot be opened: {error.strerror or error}") from error
    faults = find_faults(data, text)
    if faults:
        raise AnnotationError("\n".join(f"{path.name}: {fault}" for fault in faults))
    return build(stem, data, text)


def build(stem: str, data: dict, text: str) -> Marks:
    """An annotation without faults → marks."""
    actors = {item["key"]: _actor(item) for item in data["actors"]}
    return Marks(stem=stem, actors=tuple(actors.values()),
                 dates=tuple(_date(item, text) for item in data["dates"]),
                 stances=tuple(_stance(item, text, actors) for item in data["stances"]))


def _actor(item: dict) -> ActorMark:
    return ActorMark(actor_id=item["key"], name=item["name"] or "", kind=item["kind"], country=item["country"] or "",
                     role=item["role"] or "", aliases=tuple(item["mentions"]), named=item["named"])


def _date(item: dict, text: str) -> DateMark:
    start = text.index(item["context"]) + item["context"].index(item["text"])
    return DateMark(text=item["text"], spans=((start, start + len(item["text"])),),
                    first=_day(item["first"]), last=_day(item["last"]))


def _stance(item: dict, text: str, actors: dict[str, ActorMark]) -> StanceMark:
    return StanceMark(
        source=actors[item["source"]], target=actors.get(item["target"]), reporter=actors.get(item["reporter"]),
        act=item["act"], voice=item["voice"], modality=item["modality"], negated=item["negated"],
        spans=_places(item["evidence"], text), words=item["evidence"], first=_day(item["first"]), last=_day(item["last"]))


def _places(words: str, text: str) -> tuple[Span, ...]:
    return tuple(found.span() for found in re.finditer(re.escape(words), text))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
