"""The speaker of a cue: the subject before or behind its verb, the actor behind ``selon`` or ``par``.

Surface order is surer here than a parse: press inverts subject and verb behind a quotation, and names a speaker in
appositions. A mention that a preposition governs (``à l'AFP``, ``de Berlin``) is no subject.
"""
from typing import NamedTuple

from analysis.statements.cues import ADVERBS, CLITICS, Cue
from analysis.statements.places import Place
from analysis.statements.units import QUOTE, Unit
from analysis.statements.words import (
    ARTICLES,
    BODIES,
    DEFINITE,
    DOCUMENTS,
    INDEFINITE,
    LAST,
    MEDIA,
    PERSONS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIME,
    UNNAMED,
)


_SOURCE_GOVERNORS = frozenset(("à", "au", "aux", "dans", "sur", "lors", "contre", "avec", "entre"))
_BEFORE_VERB = (CLITICS | ADVERBS) - PRONOUNS  # what may stand between a subject and its verb
_CLOSING_JOINTS = frozenset((("et",), (",", "et")))
_JOINTS = _CLOSING_JOINTS | {(",",), ("ainsi", "que")}  # what joins two names
_JOINT_OPENERS = DEFINITE | {",", "et", "ainsi"}
_PHRASE_ENDS = STOPS | {QUOTE, "-", ","}
_HEADS = PERSONS | BODIES | DOCUMENTS | MEDIA  # nouns that a member's name may follow: ``le directeur de l'AIEA``


class Phrase(NamedTuple):
    """The words of a speaker: ``start:end`` in the text, the actors it stands for, and how it was found.

    ``rule`` is mention, member (``le directeur de l'AIEA`` where only AIEA is known), pronoun, definite, indefinite,
    unnamed (a source), or document.
    """

    start: int
    end: int
    actors: tuple[str, ...]
    rule: str
    pronoun: str = ""


def pronoun_at(unit: Unit, at: int) -> Phrase:
    """The phrase of a pronoun."""
    return Phrase(unit.starts[at], unit.ends[at], (), "pronoun", unit.words[at])


def subject_behind(unit: Unit, cue: Cue, where: list[Place]) -> Phrase | None:
    """The subject behind an inverted verb: ``a indiqué à l'AFP le ministre``, ``dit M. Roux``."""
    return _phrase_from(unit, cue.last, where, PREPOSITIONS)


def source_behind(unit: Unit, cue: Cue, where: list[Place]) -> Phrase | None:
    """The actor behind ``selon``: ``selon un communiqué publié par le palais`` is the palace."""
    words = unit.words
    at = cue.last
    while at < len(words) and words[at] in ("de", "d'", "du", "par"):
        at += 1
    if at < len(words) and words[at] in ("lui", "elle", "eux", "elles"):
        return pronoun_at(unit, at)._replace(pronoun={"lui": "il", "eux": "ils"}.get(words[at], words[at]))
    if cue.verb.lemma in ("de source", "de sources"):
        comma = next((back for back in range(at, min(len(words), at + 8)) if words[back] in (",", ".")), at)
        return Phrase(cue.start, unit.ends[comma - 1], (), "unnamed")
    return _phrase_from(unit, at, where, _SOURCE_GOVERNORS, loose=True)


def agent_behind(unit: Unit, cue: Cue, where: list[Place]) -> Phrase | None:
    """The actor behind ``par``: ``jugé "caduc" par Berlin``."""
    words = unit.words
    for at in range(cue.last, min(len(words), cue.last + 14)):
        if words[at] in STOPS:
            return None
        if words[at] == "par":
            return _phrase_from(unit, at + 1, where, PREPOSITIONS)
    return None


def _phrase_from(unit: Unit, first: int, where: list[Place], governors: frozenset[str], loose: bool = False) -> Phrase | None:
    """The noun phrase or name that starts behind ``first``, and the actor it names."""
    words, governed = unit.words, False
    for at in range(first, min(len(words), first + 30)):
        word = words[at]
        if word in STOPS or (word == QUOTE and at > first + 1):
            break
        if governed:
            governed = word in governors or word in ARTICLES
            continue
        place = next((one for one in where if one.first == at), None)
        if place:
            return _of(unit, place, where)
        if word in PRONOUNS:
            return pronoun_at(unit, at)
        if word in ARTICLES and not _is_time(words, at):
            return _named_by(unit, at, where, loose, len(words))
        governed = word in governors
    return None


def _is_time(words: tuple[str, ...], at: int) -> bool:
    following = words[at + 1:at + 3]
    return following[:1] != ("président",) and (not TIME.isdisjoint(following) or any(map(str.isdigit, following)))


def _named_by(unit: Unit, head: int, where: list[Place], loose: bool, limit: int) -> Phrase:
    """A noun phrase that starts with an article: the mention in it, the one beside it, or what kind of phrase it is."""
    words, starting = unit.words, {one.first: one for one in reversed(where)}
    limit, member = min(limit, head + 22), None
    for end in range(head + 1, limit):
        word, place = words[end], starting.get(end)
        if place:
            governor = _governor(words, head, end)
            if governor not in PREPOSITIONS or governor == "par" or (loose and governor in ("de", "du", "d'", "des")):
                return _of(unit, place, where)._replace(start=unit.starts[head])
            if governor in ("de", "du", "d'", "des", "aux", "à") and member is None:
                member = place
        if word == ",":
            beside = starting.get(end + 1)
            if beside and DOCUMENTS.isdisjoint(words[head:head + 4]):
                return _of(unit, beside, where)._replace(start=unit.starts[head])
        if word in _PHRASE_ENDS:
            break
    else:
        end = max(head + 1, limit)
    return _unnamed(unit, head, end, member)


def _governor(words: tuple[str, ...], head: int, at: int) -> str:
    """The word before a name within the noun phrase that starts at ``head``; the preposition where an article stands between."""
    if at - 2 > head and words[at - 1] in ARTICLES and words[at - 2] in PREPOSITIONS:
        return words[at - 2]
    return words[at - 1] if at - 1 > head else ""


def _unnamed(unit: Unit, head: int, end: int, member: Place | None) -> Phrase:
    start, last = unit.starts[head], unit.ends[max(head, end - 1)]
    inner = unit.words[head:end]
    if inner[1:2] and inner[1] in LAST and inner[0] in ("ce", "cette", "ces"):
        return Phrase(start, unit.ends[head + 1], (), "pronoun", LAST[inner[1]])
    opening = inner[:4]
    if DOCUMENTS.isdisjoint(inner[:3]) and not UNNAMED.isdisjoint(opening):
        return Phrase(start, last, (), "unnamed")
    if member and not _HEADS.isdisjoint(opening):
        return Phrase(start, last, member.actors, "member")
    if not DOCUMENTS.isdisjoint(opening):
        return Phrase(start, last, (), "document")
    return Phrase(start, last, (), "indefinite" if inner[0] in INDEFINITE else "definite")


def subject_before(unit: Unit, cue: Cue, where: list[Place]) -> Phrase | None:
    """The subject before a verb in its clause: the first name or noun phrase that no preposition governs."""
    words = unit.words
    nearest = cue.first - 1
    while nearest >= 0 and words[nearest] in _BEFORE_VERB:
        nearest -= 1
    if nearest < 0:
        return None
    if words[nearest] in PRONOUNS:
        return pronoun_at(unit, nearest)
    if words[nearest] == "qui":
        return _antecedent(unit, nearest, where)
    if words[nearest] in ("et", "ou", "mais", "puis", "on", "nous", "je"):
        return None
    beside = adjacent(unit, nearest + 1, where)
    if beside:
        return beside
    aside = words[nearest] == ","
    named = next((one for one in where if one.last == nearest), None) if aside else None
    if named and named.first > 0 and words[named.first - 1] == "," and not named.is_place:
        return _of(unit, named, [])  # an apposition names the subject: ``le candidat, M. Roux, a dit``
    start = _clause_start(words, cue.first)
    if aside and start > 1 and words[start - 1] in ("qui", "dont", "que", "où"):
        return first_free(unit, _clause_start(words, start - 1), start - 1, where)
    return first_free(unit, start, cue.first, where)


def adjacent(unit: Unit, before: int, where: list[Place]) -> Phrase | None:
    """The mention that ends right before a word and stands free, with those that ``et`` and commas join to it."""
    words = unit.words
    row = [one for one in where if one.last <= before]
    if not row or row[-1].last != before or row[-1].is_place or _governed(words, row[-1].first):
        return None
    first = len(row) - 1
    while first > 0:
        between = _between(words, row[first - 1].last, row[first].first)
        if between not in _CLOSING_JOINTS and not (between == (",",) and first < len(row) - 1):
            break
        if _governed(words, row[first - 1].first):
            break
        first -= 1
    return _of(unit, row[first], row[first:])


def reader_behind(unit: Unit, cue: Cue, where: list[Place]) -> Phrase | None:
    """``lit-on dans un communiqué du palais``, ``indique-t-on à Matignon``: whose words these are."""
    return _phrase_from(unit, cue.last, where, frozenset(), loose=True)


def _clause_start(words: tuple[str, ...], before: int) -> int:
    at = before
    depth = 0
    while at > 0:
        before = words[at - 1]
        depth += (before == ")") - (before == "(" and depth > 0)
        if depth == 0 and before in STOPS and before != "(" and not _is_title(words, at - 1):
            break
        at -= 1
    return at


def _in_brackets(words: tuple[str, ...], first: int, at: int) -> bool:
    inner = words[first:at]
    return inner.count("(") > inner.count(")")


def _is_title(words: tuple[str, ...], at: int) -> bool:
    """The stop of ``M.`` or of an initial ends no clause."""
    return words[at] == "." and at > 0 and (words[at - 1] in ("m", "mm", "mme", "dr") or len(words[at - 1]) == 1)


def first_free(unit: Unit, first: int, last: int, where: list[Place]) -> Phrase | None:
    """The first mention in words ``first:last`` that stands free, else the first noun phrase with what it names."""
    words = unit.words
    free = next((one for one in where if first <= one.first < last and not one.is_place and not _governed(words, one.first)
                 and not _in_brackets(words, first, one.first)), None)
    ahead = last if free is None else free.first - 1  # an article right before the name is the name's own
    article = next((at for at in range(first, ahead) if words[at] in ARTICLES and not _governed(words, at) and not _is_time(words, at)),
                   None)
    if article is not None:
        return _named_by(unit, article, [one for one in where if one.last <= last], False, last)
    return _of(unit, free, where) if free else None


def _between(words: tuple[str, ...], first: int, last: int) -> tuple[str, ...]:
    """What stands between two names, without the article of the second."""
    between = words[first:last]
    return between if DEFINITE.isdisjoint(between) else tuple([word for word in between if word not in DEFINITE])


def _of(unit: Unit, place: Place, where: list[Place]) -> Phrase:
    """The phrase of a mention, with those that commas and ``et`` join to it: ``Paris, Londres et Berlin``."""
    if _JOINT_OPENERS.isdisjoint(unit.words[place.last:place.last + 1]):
        return Phrase(unit.starts[place.first], unit.ends[place.last - 1], place.actors, "mention")
    actors, last = list(place.actors), place.last
    row: list[Place] = []
    for other in where:
        if other.first < last:
            continue
        between = _between(unit.words, last, other.first)
        if other.is_place or between not in _JOINTS:
            break
        row.append(other)
        last = other.last
        if between[-1] in ("et", "que"):
            actors += [actor for one in row for actor in one.actors]
            row = []
    joined = not row and len(actors) > len(place.actors)
    return Phrase(unit.starts[place.first], unit.ends[(last if joined else place.last) - 1], tuple(dict.fromkeys(actors)), "mention")


def _governed(words: tuple[str, ...], at: int) -> bool:
    """Whether a preposition stands before the word, or before its article."""
    before = at - 1
    if before >= 0 and words[before] in DEFINITE:
        before -= 1
    if before > 1 and words[before] in ("et", "ou") and "comme" in words[max(0, before - 6):before]:
        return True
    return before >= 0 and words[before] in PREPOSITIONS


def _antecedent(unit: Unit, at: int, where: list[Place]) -> Phrase | None:
    """Of ``qui``: the mention that ends right before it (a comma between), else the last one before."""
    before = [one for one in where if one.last <= at]
    return _of(unit, before[-1], []) if before else None
