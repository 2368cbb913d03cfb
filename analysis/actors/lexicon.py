"""The forms that the actor rules look up, built once from the world tables and from the lexicons of this room."""
import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from analysis import world
from analysis.actors.trie import Entry, build
from analysis.spelling import fold, fold_words, split_words

#: words that belong to the surname after them
SURNAME_PARTICLES = frozenset("de du des d da dos di della van von der den ter ten zu ben bin ibn al el le la ould".split())
_LEXICONS = Path(__file__).parent.parent / "lexicons"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of the CSV files in analysis/lexicons."""
    with open(_LEXICONS / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def first_names() -> dict[str, str]:
    """Folded first name → gender (m, f or empty)."""
    return {fold(row["name"]): row["gender"] for row in rows("first_names.csv") if "-" not in row["name"]}


@cache
def french_given_names() -> frozenset[str]:
    """Folded given names of French origin alone (Françoise, Thierry)."""
    return frozenset(fold(row["name"]) for row in rows("first_names.csv") if row["origin"] == "français")


@cache
def family_first() -> frozenset[str]:
    """Folded family names that stand before the given name (Xi, Kim, Nguyen)."""
    return frozenset(fold(row["name"]) for row in rows("family_names.csv"))


@cache
def titles() -> dict[tuple[str, ...], dict[str, str]]:
    """Folded words of a title or person noun → its row (kind civil or title, country where it implies one)."""
    return {fold_words(row["form"]): row for row in rows("titles.csv")}


@cache
def title_words() -> frozenset[str]:
    """Folded single words that name a person by what they are: ministre, opposant, général."""
    return frozenset(w for words in titles() if len(words) == 1 for w in words)


@cache
def not_people() -> dict[str, frozenset[str]]:
    """first, last, any, before → folded words that bar a capitalised sequence from being a person."""
    found: dict[str, set[str]] = {}
    for row in rows("not_people.csv"):
        found.setdefault(row["kind"], set()).add(fold(row["word"]))
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def ordinary_words() -> frozenset[str]:
    """Folded surnames that are also ordinary words, places or papers, and never stand for a person on their own."""
    return frozenset(fold(row["word"]) for row in rows("ordinary_surnames.csv"))


@cache
def place_cues() -> dict[str, frozenset[str]]:
    """place: nouns before « de Moscou » that make it a place; dative: verbs and nouns whose « à Moscou » is an actor."""
    found: dict[str, set[str]] = {}
    for row in rows("place_cues.csv"):
        found.setdefault(row["kind"], set()).add(" ".join(fold_words(row["word"])))
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def institutions() -> dict[tuple[str, ...], dict[str, str]]:
    """Folded words of a state's noun (armee, forces armees, gouvernement) → its row.

    ``needs_country`` is ``yes`` where the noun is nobody without its state (le côté), unless ``bare``; ``one`` where it is one of
    many (un policier), ``none`` where it belongs to no state without one (les migrants)."""
    return {fold_words(row["word"]): row for row in rows("institutions.csv")}


@cache
def institution_sizes() -> dict[str, tuple[int, ...]]:
    """The first words of those nouns, folded → how many words such nouns have, the most first."""
    return sizes_by_first(institutions())


def sizes_by_first(forms: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """First word → the lengths of the forms that begin with it, the longest first."""
    found: dict[str, set[int]] = {}
    for words in forms:
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}


@cache
def historical_people() -> dict[str, dict[str, str]]:
    """Name → row of people of the past, and of public figures without an office, whom the table of holders does not have."""
    known = {fold(name) for person in world.people().values() for name in (person.name, *person.aliases)}
    found = [*rows("historical_people.csv"), *rows("public_figures.csv")]
    return {row["name"]: row for row in found if fold(row["name"]) not in known}


@cache
def short_names() -> dict[str, tuple[str, ...]]:
    """Folded short name (alliance, commission) → the organisations it may stand for; « *- » is any state's institution."""
    return {fold(row["word"]): tuple(row["org_ids"].split("|")) for row in rows("short_names.csv")}


@cache
def adjectives() -> dict[tuple[str, ...], tuple[tuple[str, ...], bool]]:
    """Folded words of a country's adjective (sud coreen) → its ISO codes and whether the form is plural."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    plural: dict[tuple[str, ...], bool] = {}
    for country in world.countries().values():
        for variant in country.variants:
            for number, form in enumerate(variant):
                words = fold_words(form)
                found.setdefault(words, {})[country.iso3] = None
                plural[words] = plural.get(words, True) and number >= 2
        for noun in country.demonyms:
            words = fold_words(noun)
            found.setdefault(words, {})[country.iso3] = None
            plural.setdefault(words, words[-1].endswith("s"))
    table = {words: (tuple(codes), plural[words]) for words, codes in found.items() if words}
    return table | {(word,): ((code,), word.endswith("s")) for word, code in _ORGANISATIONS.items()}


@cache
def adjective_sizes() -> dict[str, tuple[int, ...]]:
    """The words that an adjective of a state begins with → how many words such adjectives have, the most first."""
    return sizes_by_first(adjectives())


#: adjectives of organisations, as those of states
_ORGANISATIONS = {"europeen": "UE", "europeenne": "UE", "europeens": "UE", "europeennes": "UE", "onusien": "ONU",
                  "onusienne": "ONU", "onusiens": "ONU", "onusiennes": "ONU"}


def adjective_codes(codes: tuple[str, ...]) -> str:
    """The one state of an adjective, the first of several (congolais: the likelier one stands first in the table)."""
    return codes[0]


@cache
def names_trie() -> dict:
    """Trie of every name of a state, seat, organisation or person, of adjectives and of this room's periphrases."""
    return build(_forms())


def _forms() -> Iterator[tuple[tuple[str, ...], Entry]]:
    for row in rows("periphrases.csv"):
        yield split_words(row["form"]), Entry("periphrasis", row["actor_id"])
    for country in world.countries().values():
        for form in (country.name, *country.forms):
            yield split_words(form), Entry("country", country.iso3)
    for seat in world.seats():
        kind = seat.note.partition(":")[0] if seat.note.startswith(("ambiguous", "namesake")) else seat.kind
        yield split_words(seat.form), Entry(kind, seat.actor_id)
    for organisation in world.organisations().values():
        for form in (organisation.name, *organisation.forms):
            yield split_words(form), Entry("organisation", organisation.org_id)
    for words, (codes, _) in adjectives().items():
        yield words, Entry("adjective", "|".join(codes))
    for name, row in historical_people().items():
        for form in (name, *row["forms"].split("|")):
            if form:
                yield split_words(form), Entry("historical", name)
    for person in world.people().values():
        for name in (person.name, *person.aliases):
            words = split_words(name)
            if len(words) > 1 or name.isupper():
                yield words, Entry("person", person.person_id)


@cache
def surnames() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Folded words of a surname or one-word alias → person ids: (poutine,), (le, drian), (ben, salmane)."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for person in world.people().values():
        for name in (person.name, *person.aliases):
            for words in surname_forms(name):
                found.setdefault(words, {})[person.person_id] = None
    return {words: tuple(ids) for words, ids in found.items()}


@lru_cache(maxsize=20_000)
def surname_forms(name: str) -> tuple[tuple[str, ...], ...]:
    """What may stand alone for a person of that name: « Jean-Yves Le Drian » → (le, drian); « Xi Jinping » → (xi,)."""
    words = fold_words(name)
    if len(words) < 2:
        return (words,)
    if is_family_first(name):
        return (words[:1],)
    parts = re.split(r"[ \u00a0]", name.strip())
    last = fold_words(parts[-1])
    found = [last] + ([last[1:]] if len(last) > 1 and last[0] in ("al", "el", "es", "ar", "an", "as") else [])
    tail = 1
    while tail < len(parts) - 1 and fold(parts[-1 - tail]) in SURNAME_PARTICLES:
        tail += 1
        found.append(fold_words(" ".join(parts[-tail:])))
    if len(found[-1]) > len(last) and fold(parts[-tail]) in ("le", "la", "ben", "bin", "al", "el"):
        found = found[1:]
    return tuple(found)


def is_family_first(name: str) -> bool:
    """Whether the family name stands first: a Chinese, Korean or Vietnamese name of two or three words."""
    words = fold_words(name)
    if not 2 <= len(words) <= 3 or words[0] not in family_first() or " " not in name:
        return False
    if words[0] in first_names() or words[-1] in first_names():
        return len(words) == 3 and all(len(word) <= 6 for word in words)
    return True
