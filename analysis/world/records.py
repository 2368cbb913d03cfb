"""The records of the world tables: plain frozen facts, no behaviour.

Bounds of a term are given twice, because the tables say ``2014`` where no closer date is sure: ``first``/``last`` are
the widest reading (2014-01-01, 2014-12-31), ``sure_first``/``sure_last`` the narrowest (2014-12-31, 2014-01-01). A term
whose end is not known has ``last`` and ``sure_last`` None: the office is still held.
"""
from dataclasses import dataclass
from datetime import date

Adjective = tuple[str, str, str, str]


@dataclass(frozen=True)
class Country:
    """A state (or territory) as the French press names it.

    ``article`` is la, le, l', les or empty (Cuba); ``forms`` are other surface forms, without the article (Fédération de
    Russie). ``adjectives`` are masculine and feminine singular, masculine and feminine plural (russe, russe, russes,
    russes); ``variants`` holds all such quadruples, the usual one first (biélorusse, bélarusse). ``demonyms`` are the
    capitalised nouns (Russe, Russes), derived from the adjectives and completed by the table (Suissesse). The bare
    ``name`` is also a first name or a common noun where ``needs_article`` is true (la Dominique, la Grenade).
    """

    iso3: str
    name: str
    article: str
    forms: tuple[str, ...]
    adjectives: Adjective
    variants: tuple[Adjective, ...]
    demonyms: tuple[str, ...]
    capital: str
    wikidata: str
    needs_article: bool = False


@dataclass(frozen=True)
class Seat:
    """A proper noun of places: what it stands for, and whether it stands for anything.

    ``kind`` capital: a town that stands for its state where it acts (Pékin → CHN); seat: a seat of power (le Kremlin →
    RUS, le Quai d'Orsay → FRA-ministere-affaires-etrangeres); territory: a part of ``actor_id``, a place unless the
    text makes it act (la Catalogne → ESP); none: words that hold a country's or a town's name and are no actor, with
    an empty ``actor_id`` (Amérique latine, accords de Minsk, Washington Post), so that a longest match passes over
    them. ``note`` starts with ``ambiguous`` where the form is also a country, a first name or another town.
    """

    form: str
    actor_id: str
    kind: str
    note: str


@dataclass(frozen=True)
class Organisation:
    """An international organisation, a firm, medium or NGO, a state institution with a name of its own, or an armed or political group.

    ``kind`` is organisation, institution or group; ``country`` ISO 3166-1 alpha-3, empty where it belongs to no state;
    ``parent`` the org_id of the organisation whose body it is (Commission européenne → UE).
    """

    org_id: str
    name: str
    forms: tuple[str, ...]
    kind: str
    country: str
    parent: str
    wikidata: str


@dataclass(frozen=True)
class Office:
    """The wordings of one office for one scope: one row of offices.csv, its brace patterns expanded.

    ``scope`` holds the states or organisations to which the wordings apply (empty: all); ``implied`` says that the
    wording alone gives the only one of them (patron du Pentagone → USA). ``shared`` names the states where several
    people hold the office at once (``*``: everywhere), so that the wording alone never gives a person. ``stands_for``
    lists the offices that the wording may mean, in order (chef de l'État: president, roi, …).
    """

    office_id: str
    role: str
    forms: tuple[str, ...]
    scope: tuple[str, ...]
    implied: bool
    role_f: str = ""
    shared: tuple[str, ...] = ()
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class Term:
    """One person in one office of one state (ISO 3166-1 alpha-3) or organisation (org_id), with its bounds."""

    person_id: str
    office_id: str
    country: str
    first: date | None
    last: date | None
    sure_first: date | None
    sure_last: date | None
    precision: str
    source: str


@dataclass(frozen=True)
class Person:
    """A holder of offices: ``name`` as the French press writes it, ``gender`` m or f, all known terms by start.

    ``country`` is the state of most of the person's offices, or the organisation where no state is known.
    """

    person_id: str
    name: str
    aliases: tuple[str, ...]
    gender: str
    country: str
    wikidata: str
    terms: tuple[Term, ...]
