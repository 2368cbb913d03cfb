"""Reviewed articles as annotations that ``python -m analysis evaluate`` and the training of the stance model read.

    OUT/articles/NAME.txt        the text that offsets and words belong to
    OUT/annotations/NAME.json    actors, dates and stances; the format is described in ``analysis/evaluation/gold.py``

An annotation speaks for its whole article, so that only articles go out whose every stance was reviewed; of the others
it would say that the stances nobody looked at are wrong. Actors and dates are those of the analysis as corrected.
"""
import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import PurePath

import pandas as pd

from analysis import world
from analysis.corrections.days import write_days
from analysis.readers.text import published as header_of
from analysis.tables import Tables

_WIDEST = 9  # words at either side of a date; where no such context occurs once, the date is left out


@dataclass(frozen=True)
class Annotations:
    """``files``: path → content. ``articles`` went out; ``partly`` have stances that nobody reviewed and stayed."""

    files: dict[str, bytes]
    articles: int
    partly: int


def annotations(tables: Tables) -> Annotations:
    """Tables as corrected (``lay_over``) → the files of the articles that were reviewed as a whole."""
    if "review" not in tables.stances:
        return Annotations({}, 0, 0)
    reviewed = tables.stances.groupby("article_id")["review"].agg(lambda column: (column != "").mean())
    whole = [key for key, share in reviewed.items() if share == 1]
    partly = int(((reviewed > 0) & (reviewed < 1)).sum())
    actors = {row.actor_id: row for row in tables.actors.itertuples(index=False)}
    files: dict[str, bytes] = {}
    taken: set[str] = set()
    for article in tables.articles[tables.articles["article_id"].isin(whole)].itertuples(index=False):
        stem = _stem(article, taken)
        files[f"articles/{stem}.txt"] = _text_file(article)
        found = annotation(article, *(getattr(tables, name)[getattr(tables, name)["article_id"] == article.article_id]
                                      for name in ("mentions", "dates", "stances")), actors)
        files[f"annotations/{stem}.json"] = json.dumps({"id": stem, **found}, ensure_ascii=False, indent=1).encode()
    return Annotations(files, len(taken), partly)


def annotation(article, mentions: pd.DataFrame, dates: pd.DataFrame, stances: pd.DataFrame, actors: dict) -> dict:
    """One article's rows → the object of its annotation, without its id."""
    kept = list(stances[stances["review"] != "rejected"].itertuples(index=False))
    words: dict[str, dict[str, None]] = {}
    for row in mentions.itertuples(index=False):
        words.setdefault(row.actor_id, {})[article.text[row.start:row.end]] = None
    for row in kept:
        for key in (row.source_id, row.target_id, row.reporter_id):
            if key and key not in words:
                words[key] = {_words_for(key, actors.get(key), article.text[row.start:row.end]): None}
    return {
        "published": write_days(_day(article.published_first), _day(article.published_last)), "reviewed": "stances",
        "actors": [_actor(key, actors.get(key), list(found)) for key, found in words.items() if key],
        "dates": [found for row in dates.itertuples(index=False) if (found := _date(row, article.text))],
        "stances": [_stance(row, article.text) for row in kept]}


def _actor(key: str, row, mentions: list[str]) -> dict:
    name = row.name if row else key
    return {"key": key, "name": name or None, "kind": row.kind if row else "group", "country": (row.country if row else "") or None,
            "role": (row.role if row else "") or None, "named": bool(name), "mentions": mentions}


def _words_for(key: str, row, evidence: str) -> str:
    """How the evidence names an actor that has no mention of its own: by a name, an adjective, else all of its words."""
    country = world.countries().get(row.country if row else key)
    forms: Iterable[str] = [row.name, *row.aliases.split("|")] if row else []
    adjectives = [word for forms_of in country.variants for word in forms_of] if country else []
    return next((form for form in [*forms, *adjectives] if form and form in evidence), evidence)


def _date(row, text: str) -> dict | None:
    """A date with the shortest words around it that occur once; None where its days are not known."""
    if pd.isna(row.first_day) or pd.isna(row.last_day):
        return None
    words = text[row.start:row.end]
    for left, right in sorted(product(range(_WIDEST), range(1, _WIDEST)), key=sum):
        start, end = _words_left(text, row.start, left), _words_right(text, row.end, right)
        context = text[start:end]
        if text.count(context) == 1 and start + context.index(words) == row.start:
            return {"text": words, "context": context, "first": str(_day(row.first_day)), "last": str(_day(row.last_day))}
    return None


def _words_left(text: str, at: int, number: int) -> int:
    """Where the n-th word before a place begins, within its line."""
    for _ in range(number):
        begin = max(text.rfind(" ", 0, max(0, at - 1)), text.rfind("\n", 0, at)) + 1
        if begin >= at or "\n" in text[begin:at]:
            return at
        at = begin
    return at


def _words_right(text: str, at: int, number: int) -> int:
    """Where the n-th word after a place ends, within its line."""
    line = text.find("\n", at)
    line = len(text) if line < 0 else line
    for _ in range(number):
        if at >= line:
            return line
        end = text.find(" ", at + 1, line)
        at = line if end < 0 else end
    return at


def _stance(row, text: str) -> dict:
    known = not pd.isna(row.first_day)
    return {"source": row.source_id, "target": row.target_id or None, "act": row.act, "voice": row.voice,
            "negated": bool(row.negated), "modality": row.modality, "reporter": row.reporter_id or None,
            "evidence": text[row.start:row.end], "first": str(_day(row.first_day)) if known else None,
            "last": str(_day(row.last_day)) if known else None}


def _stem(article, taken: set[str]) -> str:
    """A name for an article's files: that of its own file where no other has it and every system takes it."""
    stem = PurePath(article.path).stem
    plain = stem.isascii() and stem.replace("_", "").replace("-", "").isalnum() and len(stem) <= 80
    stem = stem if plain and stem.lower() not in taken else article.article_id
    taken.add(stem.lower())
    return stem


def _text_file(article) -> bytes:
    """The article's text, with the day of publication before it where the text does not give it and has no header."""
    first, last = _day(article.published_first), _day(article.published_last)
    said = header_of(article.text)
    written = write_days(first, last)
    header = f" date {written} " if written and ".." not in written and not said[2] else ""
    return (header + article.text).encode("utf-8", "surrogatepass")


def _day(value) -> date | None:
    return None if value is None or pd.isna(value) else value.date() if hasattr(value, "date") else value


def zipped(found: Annotations) -> bytes:
    """The files in one archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in found.files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()
