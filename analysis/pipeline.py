"""Articles → tables: the only file that knows the order of the rooms.

    articles ─ parse ─▶ Doc ─ dates, actors ─▶ statements ─▶ stances ─▶ rows ─▶ Tables

A spaCy Doc never leaves this file; behind it everything is a row.
"""
import hashlib
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc

from analysis.actors import find_actors
from analysis.acts import ACTS
from analysis.articles import Article
from analysis.collecting import uncollected
from analysis.dates import find_dates
from analysis.language import parse, passing_words
from analysis.records import Actor, ActorReading, Stance
from analysis.stances import find_stances
from analysis.statements import find_statements
from analysis.tables import (
    ActorRow, ArticleRow, DateRow, MentionRow, StanceRow, StatementRow, Tables, frame,
)
from analysis.world import countries

Progress = Callable[[int, int], None]


class Rows(NamedTuple):
    """What one article gives: its row, and the rows of the other tables that belong to it."""

    article: ArticleRow
    actors: list[Actor]
    mentions: list[MentionRow]
    dates: list[DateRow]
    statements: list[StatementRow]
    stances: list[StanceRow]


def analyse(articles: Iterable[Article], progress: Progress | None = None) -> Tables:
    """Articles → the six tables. ``progress(done, total)`` is called after each article.

    Raises analysis.language.PipelineError where the French pipeline cannot be loaded.

        >>> tables = analyse(read_articles(["seeds"])[0])
        >>> tables.stances[["source_id", "act", "target_id"]]
    """
    articles = list(articles)
    if articles and not isinstance(articles[0], Article):
        raise TypeError("analyse takes articles: analyse(read_articles(paths)[0]); read_articles gives (articles, rejected)")
    rows = []
    for done, article in enumerate(articles, 1):
        rows.append(analyse_article(article))
        if progress:
            progress(done, len(articles))
    return collect(rows)


def analyse_article(article: Article) -> Rows:
    """One article → its rows."""
    with passing_words(), uncollected():
        return read_doc(parse(article.text, (article.title_start, article.title_end)), article)


def read_doc(doc: Doc, article: Article) -> Rows:
    """A parsed article → its rows: everything the analysis does behind the pipeline's own pass."""
    dates = find_dates(doc, article)
    reading = find_actors(doc, article)
    statements = find_statements(doc, article, reading)
    stances = find_stances(doc, article, reading, dates, statements)
    key = article.article_id
    return Rows(
        article=ArticleRow(key, article.path, article.title, article.published_first, article.published_last,
                           article.source, article.language, article.url, article.text),
        actors=_met(reading, stances),
        mentions=[MentionRow(key, m.start, m.end, m.text, m.actor_id, m.rule) for m in reading.mentions],
        dates=[DateRow(key, *_fields(d)) for d in dates],
        statements=[StatementRow(key, s.start, s.end, s.speaker_id, s.verb, s.voice, s.text) for s in statements],
        stances=[_stance_row(stance, article) for stance in stances],
    )


def collect(rows: list[Rows]) -> Tables:
    """The rows of many articles → the six tables; an actor met in several articles is one row."""
    return Tables(
        articles=frame(ArticleRow, (r.article for r in rows)),
        actors=frame(ActorRow, merge_actors(rows)),
        mentions=frame(MentionRow, (m for r in rows for m in r.mentions)),
        dates=frame(DateRow, (d for r in rows for d in r.dates)),
        statements=frame(StatementRow, (s for r in rows for s in r.statements)),
        stances=frame(StanceRow, (s for r in rows for s in r.stances)),
    )


def merge_actors(rows: list[Rows]) -> list[ActorRow]:
    """One row an actor, in the order met; name, country and role as the newest article that knows them gives them."""
    merged: dict[str, Actor] = {}
    aliases: dict[str, dict[str, None]] = {}
    for row in sorted(rows, key=lambda r: r.article.published_last or date.min, reverse=True):
        for actor in row.actors:
            known = merged.get(actor.actor_id)
            merged[actor.actor_id] = actor if known is None else _complete(known, actor)
            names = aliases.setdefault(actor.actor_id, {})
            names.update(dict.fromkeys(actor.aliases))
    return [ActorRow(a.actor_id, a.name, a.kind, a.country, a.role,
                     "|".join(name for name in aliases[key] if name != a.name), a.wikidata)
            for key, a in merged.items()]


def _complete(known: Actor, other: Actor) -> Actor:
    """The first with what it lacks taken from the second."""
    return Actor(known.actor_id, known.name or other.name, known.kind, known.country or other.country,
                 known.role or other.role, known.aliases, known.wikidata or other.wikidata, known.gender or other.gender)


def _met(reading: ActorReading, stances: list[Stance]) -> list[Actor]:
    """The actors that a mention or a stance of the article refers to, so that keys are closed both ways."""
    used = {m.actor_id for m in reading.mentions}
    used.update(i for s in stances for i in (s.source_id, s.target_id, s.reporter_id) if i)
    unread = [_state(key) for key in sorted(used - reading.actors.keys())]
    return [actor for key, actor in reading.actors.items() if key in used] + unread


def _state(iso3: str) -> Actor:
    """A state that the text names by an adjective only (``les manœuvres russes``)."""
    country = countries()[iso3]
    return Actor(iso3, country.name, "country", iso3, wikidata=country.wikidata)


def _fields(ref) -> tuple:
    return ref.start, ref.end, ref.text, ref.first_day, ref.last_day, ref.precision, ref.rule


def _stance_row(s: Stance, article: Article) -> StanceRow:
    act = ACTS[s.act]
    identity = "|".join(map(str, (article.article_id, s.start, s.end, s.source_id, s.target_id, s.act, s.modality)))
    return StanceRow(
        stance_id=hashlib.sha256(identity.encode()).hexdigest()[:16], article_id=article.article_id,
        start=s.start, end=s.end, sentence=article.text[s.sentence_start:s.sentence_end].strip(),
        source_id=s.source_id, target_id=s.target_id, act=s.act, polarity=act.sign, voice=s.voice,
        reporter_id=s.reporter_id, negated=s.negated, modality=s.modality, first_day=s.first_day, last_day=s.last_day,
        cue=s.cue, rule=s.rule, confidence=s.confidence, plover=act.plover, cameo=act.cameo,
    )
