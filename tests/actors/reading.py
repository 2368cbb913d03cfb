"""Reading one sentence for the tests of the actors room."""
from datetime import date

from analysis.actors import find_actors
from analysis.articles import Article
from analysis.language import parse
from analysis.records import ActorReading


def read(text: str, day: str = "2023-05-04") -> ActorReading:
    """The actors of a text published on a day."""
    published = date.fromisoformat(day)
    article = Article("test", "test.txt", "", text, published, published)
    return find_actors(parse(text), article)


def pairs(text: str, day: str = "2023-05-04") -> set[tuple[str, str]]:
    """(words, actor id) of all mentions."""
    return {(m.text, m.actor_id) for m in read(text, day).mentions}


def ids(text: str, day: str = "2023-05-04") -> set[str]:
    """The ids of all actors mentioned."""
    return {m.actor_id for m in read(text, day).mentions}
