"""What the analysis found: tables → marks, one an article, so that it can be laid beside an annotation."""
from datetime import date
from pathlib import PurePath

import pandas as pd

from analysis.evaluation.marks import ActorMark, DateMark, Marks, StanceMark
from analysis.tables import Tables


def read_tables(tables: Tables) -> dict[str, Marks]:
    """Tables → file name without ending → marks; two articles of one name are a ValueError."""
    known = {row.actor_id: _actor(row) for row in tables.actors.itertuples(index=False)}
    parts = {name: _by_article(getattr(tables, name)) for name in ("mentions", "dates", "stances")}
    found: dict[str, Marks] = {}
    for article in tables.articles.itertuples(index=False):
        stem = PurePath(article.path).stem
        if stem in found:
            raise ValueError(f"two articles are called {stem}; their annotations cannot be told apart")
        rows = {name: part.get(article.article_id, []) for name, part in parts.items()}
        found[stem] = _marks(stem, rows, known)
    return found


def _by_article(table: pd.DataFrame) -> dict[str, list]:
    found: dict[str, list] = {}
    for row in table.itertuples(index=False):
        found.setdefault(row.article_id, []).append(row)
    return found


def _marks(stem: str, rows: dict[str, list], known: dict[str, ActorMark]) -> Marks:
    stances = tuple(_stance(row, known) for row in rows["stances"])
    met = [row.actor_id for row in rows["mentions"] if row.actor_id]
    met += [end for row in rows["stances"] for end in (row.source_id, row.target_id, row.reporter_id) if end]
    dates = tuple(DateMark(row.text, ((row.start, row.end),), _day(row.first_day), _day(row.last_day))
                  for row in rows["dates"])
    return Marks(stem=stem, actors=tuple(known[key] for key in dict.fromkeys(met)), dates=dates, stances=stances)


def _actor(row) -> ActorMark:
    return ActorMark(actor_id=row.actor_id, name=row.name, kind=row.kind, country=row.country, role=row.role,
                     aliases=tuple(row.aliases.split("|")) if row.aliases else ())


def _stance(row, known: dict[str, ActorMark]) -> StanceMark:
    return StanceMark(
        source=known.get(row.source_id), target=known.get(row.target_id), reporter=known.get(row.reporter_id),
        act=row.act, voice=row.voice, modality=row.modality, negated=row.negated, spans=((row.start, row.end),),
        words=row.sentence, first=_day(row.first_day), last=_day(row.last_day), confidence=row.confidence)


def _day(value) -> date | None:
    return None if pd.isna(value) else value.date()
