"""What is known of one article while it is read: its words, what the tables match in them, actors and mentions so far."""
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from analysis import world
from analysis.actors.trie import Hit
from analysis.actors.words import Words
from analysis.articles import Article
from analysis.records import Actor, Mention

_NATIONAL = frozenset(("president-conseil-europeen", "president-parlement-europeen", "president-commission", "eurodepute"))


#: titles that go before a person's real office in the table but not in the press
_HONORARY = frozenset(("conseiller-etat", "conseiller-federal", "premiere-dame", "president-elu", "ministre-etat"))
_MINOR = 900
_PORTFOLIOS = {"affaires-etrangeres": "des Affaires étrangères", "defense": "de la Défense", "interieur": "de l'Intérieur",
               "finances": "des Finances", "justice": "de la Justice"}


@dataclass
class Scene:
    """One article being read.

    ``places`` are the words at which a step has something to look for (openers.py); ``hits`` are the table forms found, ``starts`` and ``ends`` their first and last words; ``state_at`` maps the first
    word of a state's, capital's or organisation's name to (its id, its end); ``adjectives`` the first word of a state's
    adjective to (its end, ISO codes, plural), ``adjective_words`` are all words of adjectives; ``office_words`` are the
    words of office phrases and ``after_office`` the words right behind them; ``person_at`` maps the first word of a
    person's name to (its end, person id); ``states`` maps the words at which an adjective or a name gives a state to its ISO
    code; ``told`` counts how often each state is named without doubt; ``topic`` is the state the article names most;
    ``owner`` says for each word whether a mention has it already; ``spans`` are the mentions with the words they take up.
    """

    words: Words
    article: Article
    places: dict[str, list[int]] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)
    adjectives: dict[int, tuple[int, tuple[str, ...], bool]] = field(default_factory=dict)
    after_office: set[int] = field(default_factory=set)
    office_words: set[int] = field(default_factory=set)
    adjective_words: set[int] = field(default_factory=set)
    owner: bytearray = field(default_factory=bytearray)
    person_at: dict[int, tuple[int, str]] = field(default_factory=dict)
    told: Counter = field(default_factory=Counter)
    topic: str = ""
    state_at: dict[int, tuple[str, int]] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)
    starts: set[int] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)
    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    spans: list[tuple[int, int, Mention]] = field(default_factory=list)

    @property
    def window(self) -> tuple[date, date] | None:
        """The days on which the article may have been published; None where nothing is known."""
        first, last = self.article.published_first, self.article.published_last
        return (first, last) if first and last else None

    def shouting(self, i: int) -> bool:
        """Whether word i stands in a run of words in capitals, a headline, where capitals say nothing."""
        near = [w for w in self.words.form[max(i - 3, 0):i + 4] if len(w) > 1]
        return len(near) > 2 and sum(w.isupper() for w in near) >= len(near) - 1

    def free(self, first: int, last: int) -> bool:
        """Whether no mention owns any of the words yet."""
        return not any(self.owner[first:last])

    def add(self, first: int, last: int, actor: Actor, rule: str, place: bool = False, own: bool = True) -> Mention:
        """Record the words first … last - 1 as a mention of the actor."""
        start, end = self.words.start[first], self.words.end[last - 1]
        self.actors.setdefault(actor.actor_id, actor)
        mention = Mention(start, end, self.words.text[start:end], actor.actor_id, rule, place)
        self.mentions.append(mention)
        self.spans.append((first, last, mention))
        if own:
            self.take(first, last)
        return mention

    def take(self, first: int, last: int) -> None:
        """Mark the words first … last - 1 as read."""
        self.owner[first:last] = b"\1" * (last - first)

    def describe(self, actor_id: str, **fields: str) -> None:
        """Fill in what is still unknown of an actor."""
        actor = self.actors[actor_id]
        news = {name: value for name, value in fields.items() if value and not getattr(actor, name)}
        if news:
            self.actors[actor_id] = replace(actor, **news)


@cache
def country(iso3: str) -> Actor:
    """The state as an actor; a code that the table does not know keeps the code as its name."""
    row = world.countries().get(iso3)
    return Actor(iso3, row.name if row else iso3, "country", iso3, wikidata=row.wikidata if row else "")


@cache
def organisation(org_id: str) -> Actor:
    """An organisation, institution or group of the table as an actor."""
    row = world.organisations()[org_id]
    return Actor(org_id, row.name, row.kind, row.country, wikidata=row.wikidata)


def named(actor_id: str) -> Actor | None:
    """The actor of an id that a table gives: a state, an organisation, or a state's ministry by its own id."""
    if actor_id in world.countries():
        return country(actor_id)
    if actor_id in world.organisations():
        return organisation(actor_id)
    iso3, _, suffix = actor_id.partition("-")
    if iso3 in world.countries() and suffix:
        return Actor(actor_id, _name_of(suffix, world.countries()[iso3].adjectives), "institution", iso3)
    return None


def _name_of(suffix: str, adjectives: tuple[str, str, str, str]) -> str:
    """« ministere-defense » of France → ministère français de la Défense."""
    for portfolio, words in _PORTFOLIOS.items():
        if suffix == f"ministere-{portfolio}":
            return f"ministère {adjectives[0]} {words}"
    return f"{suffix.replace('-', ' ')} {adjectives[1]}"


@cache
def _ranks() -> dict[str, int]:
    """office_id → its place in the table, which goes from heads of state down."""
    return {office_id: place + (_MINOR if office_id in _HONORARY else 0) for place, office_id in enumerate(world.offices())}


def rank(office_id: str) -> int:
    """Lower for higher offices."""
    return _ranks().get(office_id, 999)


def home_of(row: world.Person, term: world.Term | None) -> str:
    """The state a person stands for: none while an officer of an international organisation (Guterres, Borrell).

    The presidents of the European Council, Commission and Parliament stay politicians of their country.
    """
    if term and term.country not in world.countries() and term.office_id not in _NATIONAL:
        return ""
    return row.country if row.country in world.countries() else ""


def person(person_id: str, scene: Scene) -> Actor:
    """A person of the table, with the office held when the article was published."""
    row = world.people()[person_id]
    terms = world.roles_of(person_id, *scene.window) if scene.window else []
    term = min(terms, key=lambda held: rank(held.office_id), default=None)
    home = home_of(row, term)
    role = world.role(term.office_id, term.country, row.gender) if term and term.office_id in world.offices() else ""
    return Actor(person_id, row.name, "person", home, role, row.aliases, row.wikidata, row.gender)
