"""The speaker of a cue: the subject before or behind its verb, the actor behind ``selon`` or ``par``.

Surface order is surer here than a parse: press inverts subject and verb behind a quotation, and names a speaker in
appositions. A mention that a preposition governs (``à l'AFP``, ``de Berlin``) is no subject.
"""
from typing import NamedTuple

from analysis.records import Mention
from analysis.statements.cues import ADVERBS, CLITICS, Cue
from analysis.statements.units import Unit, Word
from analysis.statements.words import (
    ARTICLES,
    BODIES,
    DOCUMENTS,
    INDEFINITE,
    LAST,
    MEDIA,
    PERSONS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIME,
    TITLES,
    UNNAMED,
)


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


class Place(NamedTuple):
    """A mention in a unit, by words: ``first:last``, and the actors that it names."""

    first: int
    last: int
    actors: tuple[str, ...]
    is_place: bool


def places(unit: Unit, mentions: list[Mention]) -> list[Place]:
    """The mentions of a unit outside its quotations, outermost first where they overlap, in order."""
    spans: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        spans.setdefault((mention.start, mention.end), []).append(mention)
    found: list[Place] = []
    taken = -1
    for (start, end), group in sorted(spans.items(), key=lambda one: (one[0][0], -one[0][1])):
        words = [at for at, word in enumerate(unit.words) if not word.is_quote and word.start < end and start < word.end]
        if words and start >= taken and not unit.words[words[0]].lower.startswith(("pro-", "anti-", "ex-")):
            found.append(Place(_with_title(unit.words, words[0]), words[-1] + 1, tuple(dict.fromkeys(one.actor_id for one in group)), all(one.place for one in group)))
            taken = end
    return found


def _with_title(words: tuple[Word, ...], first: int) -> int:
    """Where a name starts with its title: ``M. Roux``, ``Mme Diallo``, not further titles of rank."""
    if first > 1 and words[first - 1].lower == "." and words[first - 2].lower in TITLES:
        return first - 2
    return first - 1 if first > 0 and words[first - 1].lower in TITLES else first


def subject_behind(unit: Unit, cue: Cue, where: list[Place]) -> Phrase | None:
    """The subject behind an inverted verb: ``a indiqué à l'AFP le ministre``, ``dit M. Roux``."""
    return _phrase_from(unit, cue.last, where, PREPOSITIONS)


def source_behind(unit: Unit, cue: Cue, where: list[Place]) -> Phrase | None:
    """The actor behind ``selon``: ``selon un communiqué publié par le palais`` is the palace."""
    words = unit.words
    at = cue.last
    while at < len(words) and words[at].lower in ("de", "d'", "du", "par"):
        at += 1
    if at < len(words) and words[at].lower in ("lui", "elle", "eux", "elles"):
        pronoun = {"lui": "il", "eux": "ils"}.get(words[at].lower, words[at].lower)
        return Phrase(words[at].start, words[at].end, (), "pronoun", pronoun)
    if cue.verb.lemma in ("de source", "de sources"):
        comma = next((back for back in range(at, min(len(words), at + 8)) if words[back].lower in (",", ".")), at)
        return Phrase(cue.start, words[comma - 1].end, (), "unnamed")
    return _phrase_from(unit, at, where, frozenset(("à", "au", "aux", "dans", "sur", "lors", "contre", "avec", "entre")), loose=True)


def agent_behind(unit: Unit, cue: Cue, where: list[Place]) -> Phrase | None:
    """The actor behind ``par``: ``jugé "caduc" par Berlin``."""
    words = unit.words
    for at in range(cue.last, min(len(words), cue.last + 14)):
        if words[at].lower in STOPS:
            return None
        if words[at].lower == "par":
            return _phrase_from(unit, at + 1, where, PREPOSITIONS)
    return None


def _phrase_from(unit: Unit, first: int, where: list[Place], governors: frozenset[str], loose: bool = False) -> Phrase | None:
    """The noun phrase or name that starts behind ``first``, and the actor it names."""
    words, head = unit.words, None
    governed = False
    for at in range(first, min(len(words), first + 30)):
        word = words[at]
        if word.lower in STOPS or (word.is_quote and at > first + 1):
            break
        place = next((one for one in where if one.first == at), None)
        if place and not governed:
            return _of(words, place, where)
        if head is None and word.lower in PRONOUNS and not governed:
            return Phrase(word.start, word.end, (), "pronoun", word.lower)
        if head is None and word.lower in ARTICLES and not governed and not _is_time(words, at):
            head = at
            break
        governed = word.lower in governors or (governed and word.lower in ARTICLES)
    return _named_by(unit, head, where, loose, len(words)) if head is not None else None


def _is_time(words: tuple[Word, ...], at: int) -> bool:
    following = [word.lower for word in words[at + 1:at + 3]]
    return any(word in TIME or word.isdigit() for word in following[:2]) and not (following and following[0] in ("président",))


def _named_by(unit: Unit, head: int, where: list[Place], loose: bool, limit: int) -> Phrase:
    """A noun phrase that starts with an article: the mention in it, the one beside it, or what kind of phrase it is."""
    words, starting = unit.words, {one.first: one for one in reversed(where)}
    end, member = head + 1, None
    while end < min(limit, head + 22):
        word, place = words[end], starting.get(end)
        governor = words[end - 1].lower if end > head + 1 else ""
        if governor in ARTICLES and end - 2 > head and words[end - 2].lower in PREPOSITIONS:
            governor = words[end - 2].lower
        if place and (governor not in PREPOSITIONS or governor == "par" or (loose and governor in ("de", "du", "d'", "des"))):
            return _of(words, place, where)._replace(start=words[head].start)
        if place and governor in ("de", "du", "d'", "des", "aux", "à") and member is None:
            member = place
        if word.lower in STOPS or word.is_quote or word.lower == "-":
            break
        if word.lower == ",":
            beside = starting.get(end + 1)
            if beside and not any(one.lower in DOCUMENTS for one in words[head:head + 4]):
                return _of(words, beside, where)._replace(start=words[head].start)
            break
        end += 1
    return _unnamed(words, head, end, member)


def _unnamed(words: tuple[Word, ...], head: int, end: int, member: Place | None) -> Phrase:
    start, last = words[head].start, words[max(head, end - 1)].end
    inner = [word.lower for word in words[head:end]]
    if inner[1:2] and inner[1] in LAST and inner[0] in ("ce", "cette", "ces"):
        return Phrase(start, words[head + 1].end, (), "pronoun", LAST[inner[1]])
    written = any(word in DOCUMENTS for word in inner[:3])
    if not written and any(word in UNNAMED for word in inner[:4]):
        return Phrase(start, last, (), "unnamed")
    if member and any(word in PERSONS or word in BODIES or word in DOCUMENTS or word in MEDIA for word in inner[:4]):
        return Phrase(start, last, member.actors, "member")
    if any(word in DOCUMENTS for word in inner[:4]):
        return Phrase(start, last, (), "document")
    return Phrase(start, last, (), "indefinite" if inner[0] in INDEFINITE else "definite")


def subject_before(unit: Unit, cue: Cue, where: list[Place]) -> Phrase | None:
    """The subject before a verb in its clause: the first name or noun phrase that no preposition governs."""
    words = unit.words
    nearest = cue.first - 1
    while nearest >= 0 and words[nearest].lower in CLITICS | ADVERBS and words[nearest].lower not in PRONOUNS:
        nearest -= 1
    if nearest < 0:
        return None
    if words[nearest].lower in PRONOUNS:
        return Phrase(words[nearest].start, words[nearest].end, (), "pronoun", words[nearest].lower)
    if words[nearest].lower == "qui":
        return _antecedent(unit, nearest, where)
    if words[nearest].lower in ("et", "ou", "mais", "puis", "on", "nous", "je"):
        return None
    beside = adjacent(unit, nearest + 1, where)
    if beside:
        return beside
    named = next((one for one in where if one.last == nearest and words[nearest].lower == ","), None)
    if named and named.first > 0 and words[named.first - 1].lower == "," and not named.is_place:
        return _of(words, named, [])  # an apposition names the subject: ``le candidat, M. Roux, a dit``
    start = _clause_start(words, cue.first)
    if words[nearest].lower == "," and start > 1 and words[start - 1].lower in ("qui", "dont", "que", "où"):
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
        between = [word.lower for word in words[row[first - 1].last:row[first].first] if word.lower not in ("l'", "le", "la", "les")]
        if between not in (["et"], [",", "et"]) and not (between == [","] and first < len(row) - 1):
            break
        if _governed(words, row[first - 1].first):
            break
        first -= 1
    return _of(words, row[first], row[first:])


def reader_behind(unit: Unit, cue: Cue, where: list[Place]) -> Phrase | None:
    """``lit-on dans un communiqué du palais``, ``indique-t-on à Matignon``: whose words these are."""
    return _phrase_from(unit, cue.last, where, frozenset(), loose=True)


def _clause_start(words: tuple[Word, ...], before: int) -> int:
    at = before
    depth = 0
    while at > 0:
        before = words[at - 1].lower
        depth += (before == ")") - (before == "(" and depth > 0)
        if depth == 0 and before in STOPS and before != "(" and not _is_title(words, at - 1):
            break
        at -= 1
    return at


def _in_brackets(words: tuple[Word, ...], first: int, at: int) -> bool:
    inner = [word.lower for word in words[first:at]]
    return inner.count("(") > inner.count(")")


def _is_title(words: tuple[Word, ...], at: int) -> bool:
    """The stop of ``M.`` or of an initial ends no clause."""
    return words[at].lower == "." and at > 0 and (words[at - 1].lower in ("m", "mm", "mme", "dr") or len(words[at - 1].lower) == 1)


def first_free(unit: Unit, first: int, last: int, where: list[Place]) -> Phrase | None:
    """The first mention in words ``first:last`` that stands free, else the first noun phrase with what it names."""
    words = unit.words
    free = [one for one in where if first <= one.first < last and not one.is_place and not _governed(words, one.first)
            and not _in_brackets(words, first, one.first)]
    article = next((at for at in range(first, last) if words[at].lower in ARTICLES and not _governed(words, at) and not _is_time(words, at)),
                   None)
    if free and (article is None or free[0].first <= article + 1 or article > free[0].first):
        return _of(words, free[0], where)
    if article is not None:
        named = _named_by(unit, article, [one for one in where if one.last <= last], False, last)
        if named.actors or not free or article < free[0].first:
            return named
    return _of(words, free[0], where) if free else None


def _of(words: tuple[Word, ...], place: Place, where: list[Place]) -> Phrase:
    """The phrase of a mention, with those that commas and ``et`` join to it: ``Paris, Londres et Berlin``."""
    actors, last = list(place.actors), place.last
    row: list[Place] = []
    for other in where:
        between = [word.lower for word in words[last:other.first] if word.lower not in ("l'", "le", "la", "les")]
        if other.first < last or other.is_place or between not in ([","], ["et"], [",", "et"], ["ainsi", "que"]):
            if other.first >= last:
                break
            continue
        row.append(other)
        last = other.last
        if between[-1] in ("et", "que"):
            actors += [actor for one in row for actor in one.actors]
            row = []
    end = words[last - 1].end if not row and len(actors) > len(place.actors) else words[place.last - 1].end
    return Phrase(words[place.first].start, end, tuple(dict.fromkeys(actors)), "mention")


def _governed(words: tuple[Word, ...], at: int) -> bool:
    """Whether a preposition stands before the word, or before its article."""
    before = at - 1
    if before >= 0 and words[before].lower in ("l'", "la", "le", "les"):
        before -= 1
    if before > 1 and words[before].lower in ("et", "ou") and any(word.lower == "comme" for word in words[max(0, before - 6):before]):
        return True
    return before >= 0 and words[before].lower in PREPOSITIONS


def _antecedent(unit: Unit, at: int, where: list[Place]) -> Phrase | None:
    """Of ``qui``: the mention that ends right before it (a comma between), else the last one before."""
    before = [one for one in where if one.last <= at]
    return _of(unit.words, before[-1], []) if before else None
