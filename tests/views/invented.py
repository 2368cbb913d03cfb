"""Small invented corpora for tables of tests: articles given as lists of stances in short."""
from datetime import date
from typing import NamedTuple

from analysis.acts import ACTS
from analysis.tables import ActorRow, ArticleRow, MentionRow, StanceRow, StatementRow, Tables, empty_tables, frame

_ACTORS = [ActorRow(code, name, "country", code, "", "", "") for code, name in
           (("FRA", "France"), ("RUS", "Russie"), ("MAR", "Maroc"), ("DZA", "Algérie"), ("CHN", "Chine"))]
_ACTORS += [ActorRow(f"{code.lower()}-{office}", f"{office} {code}", "person", code, office, "", "")
            for code in ("FRA", "RUS", "MAR", "CHN") for office in ("ministre", "général")]


class Told(NamedTuple):
    """A stance: article, sentence, source, act, target, and what differs from the usual."""

    article: str
    sentence: str
    source: str
    act: str
    target: str
    day: str = ""
    last: str = ""
    voice: str = "reported"
    reporter: str = ""
    negated: bool = False
    modality: str = "actual"
    paragraph: int = 0


class Said(NamedTuple):
    """A statement: article, text (which must stand in the article), speaker, voice, verb and the actors it mentions."""

    article: str
    text: str
    speaker: str
    voice: str = "reported"
    verb: str = "affirmer"
    mentions: tuple[str, ...] = ()


def corpus(told: list[Told], said: list[Said] = (), published: dict[str, str] | None = None) -> Tables:
    """Stances s0, s1 … in the order given; an article is its sentences, a blank line between paragraphs."""
    published, texts = published or {}, {}
    for article in dict.fromkeys([row.article for row in told] + [row.article for row in said]):
        parts: dict[int, list[str]] = {}
        for row in told:
            if row.article == article and row.sentence not in parts.setdefault(row.paragraph, []):
                parts[row.paragraph].append(row.sentence)
        texts[article] = "Titre\n\n" + "\n\n".join(" ".join(parts[number]) for number in sorted(parts))
        missing = [row.text for row in said if row.article == article and row.text not in texts[article]]
        texts[article] += "".join(f"\n\n{text}" for text in missing)
    days = {article: date.fromisoformat(published[article]) if article in published else None for article in texts}
    articles = [ArticleRow(key, f"{key}.txt", f"Titre {key}", days[key], days[key], f"Journal {key}", "fr", "", text)
                for key, text in texts.items()]
    statements = [(row, texts[row.article].index(row.text)) for row in said]
    return Tables(**{**vars(empty_tables()), "articles": frame(ArticleRow, articles), "actors": frame(ActorRow, _ACTORS),
                     "stances": frame(StanceRow, [_stance(number, row, texts) for number, row in enumerate(told)]),
                     "statements": frame(StatementRow, [
                         StatementRow(row.article, at, at + len(row.text), row.speaker, row.verb, row.voice, row.text)
                         for row, at in statements]),
                     "mentions": frame(MentionRow, [
                         MentionRow(row.article, at, at + 1, row.text[:1], actor, "test")
                         for row, at in statements for actor in row.mentions])})


def _stance(number: int, row: Told, texts: dict[str, str]) -> StanceRow:
    start, act = texts[row.article].index(row.sentence), ACTS[row.act]
    first = date.fromisoformat(row.day) if row.day else None
    return StanceRow(f"s{number}", row.article, start, start + len(row.sentence), row.sentence, row.source, row.target, row.act,
                     act.sign, row.voice, row.reporter, row.negated, row.modality, first,
                     date.fromisoformat(row.last) if row.last else first, "", "test", .9, act.plover, act.cameo)
