"""Reading one sentence for the tests of the actors room."""
from datetime import date

from analysis.actors import find_actors
from analysis.articles import Article
from analysis.language import parse
from analysis.records import ActorReading


def read(text: str, day: str = "2023-05-04") -> ActorReading:
    """The actors of a text published on a day, or on an unknown one ("")."""
    published = date.fromisoformat(day) if day else None
    article = Article("test", "test.txt", "", text, published, published)
    return find_actors(parse(text), article)


def pairs(text: str, day: str = "2023-05-04") -> set[tuple[str, str]]:
    """(words, actor id) of all mentions."""
    return {(m.text, m.actor_id) for m in read(text, day).mentions}


def countries(text: str, day: str = "2023-05-04") -> dict[str, str]:
    """Person's name → state, for all persons with a name."""
    return {a.name: a.country for a in read(text, day).actors.values() if a.kind == "person" and a.name}


def ids(text: str, day: str = "2023-05-04") -> set[str]:
    """The ids of all actors mentioned."""
    return {m.actor_id for m in read(text, day).mentions}
