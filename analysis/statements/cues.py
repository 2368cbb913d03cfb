"""Cues of speech in a narrator's sentence: verbs of saying as they are used there, and ``selon X``.

A cue knows its verb, whether it is finite, a participle, an infinitive or passive, the pronoun inverted into it
(``a-t-il dit``), and whether the press distances itself by a conditional (``aurait déclaré``).
"""
import re
from bisect import bisect_right
from typing import NamedTuple

from analysis.statements.conjugation import (
    is_conditional,
    is_gerund,
    is_infinitive,
    is_participle,
)
from analysis.statements.lexicon import Form, Verb, forms
from analysis.statements.units import QUOTE, Unit
from analysis.statements.words import DEFINITE

ADVERBS = frozenset(
    "déjà aussi également encore pas ainsi même toutefois notamment ensuite puis enfin donc ici là jamais plus alors bien mal pourtant"
    " cependant néanmoins eux elle lui aussitôt d'abord auparavant depuis lors ailleurs vite hier demain rien nouveau".split()
)
CLITICS = frozenset(("s'", "se", "ne", "n'", "l'", "le", "la", "les", "lui", "leur", "en", "y", "m'", "me", "nous", "vous"))
DETERMINERS = frozenset(
    "le la les l' un une des du cette cet ce ces sa son ses leur leurs mon ma mes notre nos votre vos aucun aucune chaque quelque"
    " quelques plusieurs toute nouvelle nouvel nouveau telle première premier dernière dernier double simple d' de".split()
)
_PAUSES = frozenset((",", "!", "?"))  # what may stand between a quotation and its verb
_REFLEXIVES = frozenset(("s'", "se", "m'", "me"))
_WITHIN = ADVERBS | {"été", "se", "s'", "en", "y"}  # what may stand between an auxiliary and its verb
_SURE_DETERMINERS = DETERMINERS - DEFINITE
_AUXILIARY = re.compile(
    r"^(a|ont|ai|avons|avait|avaient|aura|auront|aurait|auraient|est|sont|était|étaient|fut|sera|serait|seraient|eut|ayant|avoir|être|étant)"
    r"(?:-t)?(?:-(il|elle|ils|elles|on|je|nous))?$"
)
_INVERTED = re.compile(r"^(.{2,30}?)(?:-t)?-(il|elle|ils|elles|on|je|nous)$")
_SUBJECTS = frozenset(("qui", "il", "elle", "ils", "elles", "on", "ne", "n'"))  # behind these le, la, les stand for somebody
BREAKS = frozenset((".", ";", ":", ",", "(", ")", "que", "qu'", "qui", "dont", "où", QUOTE))


class Cue(NamedTuple):
    """A cue of speech: words ``first:last`` of the unit, ``start:end`` in the text, and how the verb is used.

    ``use`` is finite, gerund, infinitive, participle (passive, ``cité par X``) or source (``selon X``); ``pronoun`` the
    subject inverted into the verb; ``hearsay`` is True for a conditional.
    """

    first: int
    last: int
    start: int
    end: int
    verb: Verb
    use: str
    pronoun: str = ""
    hearsay: bool = False


def find_cues(unit: Unit, nouns: frozenset[int] = frozenset(), finite: frozenset[int] = frozenset()) -> list[Cue]:
    """The cues of a sentence, in order; ``nouns`` and ``finite`` are the starts of words that the pipeline takes for nouns
    and for finite verbs."""
    words, known = unit.words, forms()
    verbs = [at for at, word in enumerate(words) if word in known or "-" in word]
    sources = () if _TELLING.isdisjoint(words) else [at for at, word in enumerate(words) if word in _SOURCES]
    quoted = _behind_quotations(unit)
    found: list[Cue] = []
    free = 0
    for at in sorted({*verbs, *sources, *quoted}):
        if at >= free:
            cue = _source(unit, at) if at in sources else None
            cue = cue or (_verb(unit, at, nouns) if at in verbs else None)
            cue = cue or (_any_verb(unit, at, finite) if at in quoted else None)
            if cue:
                found.append(cue)
                free = cue.last
    return found


def _behind_quotations(unit: Unit) -> list[int]:
    """The words right behind the quotations, or behind a comma there: where any verb may be a cue."""
    found: list[int] = []
    for start, _ in unit.quotes:
        at = bisect_right(unit.starts, start)
        at += not _PAUSES.isdisjoint(unit.words[at:at + 1])
        if at < len(unit.words):
            found.append(at)
    return found


def _source(unit: Unit, at: int) -> Cue | None:
    """``selon X``, ``d'après X``, ``de l'avis de X``, ``aux yeux de X``, ``à en croire X``, ``pour X,``."""
    words = unit.words
    for rest, verb in _SOURCES.get(words[at], ()):
        last = at + 1 + len(rest)
        if words[at + 1:last] == rest:
            return Cue(at, last, unit.starts[at], unit.ends[last - 1], verb, "source")
    if words[at] == "pour" and (at == 0 or words[at - 1] in (",", ":")) and _short_phrase(words, at + 1):
        return Cue(at, at + 1, unit.starts[at], unit.ends[at], _POUR, "source")
    return None


def _selon(lemma: str) -> Verb:
    """What stands for a verb where a source is named."""
    return Verb(lemma, "source", frozenset(("nom",)), False, ())


_POUR = _selon("pour")
_PHRASES = ("selon", "d' après", "de l' avis", "de l' aveu", "aux yeux", "à en croire", "a en croire", "de source", "de sources",
            "aux dires", "du point de vue")
#: first word of a phrase that names a source → the words that follow it, and its verb
_SOURCES = {first: [(tuple(phrase.split()[1:]), _selon(phrase)) for phrase in _PHRASES if phrase.split()[0] == first]
            for first in ("pour", *(phrase.split()[0] for phrase in _PHRASES))}
_TELLING = frozenset(phrase.split()[-1] for phrase in _PHRASES) | {"pour"}  # without any of these a sentence has no such phrase


def _short_phrase(words: tuple[str, ...], at: int) -> bool:
    """Whether a name or noun phrase of at most eight words ends at a comma: ``pour Berlin,``."""
    for offset, word in enumerate(words[at:at + 9]):
        if word == ",":
            return offset > 0
        if word == "." and words[at + offset - 1] in ("m", "mm"):
            continue
        if word in (QUOTE, ".", ":", ";", "que", "qu'") or is_infinitive(word) and offset == 0:
            return False
    return False


def _verb(unit: Unit, at: int, nouns: frozenset[int]) -> Cue | None:
    word = form = unit.words[at]
    inverted = _INVERTED.match(word) if "-" in word else None
    if inverted and inverted[1] in forms():
        form = inverted[1]
    known = forms().get(form)
    if known is None:
        return None
    begin, auxiliary, reflexive = _look_back(unit.words, at)
    if auxiliary is None and at and _determined(unit.words[at - 1], form):
        return None
    if auxiliary is None and is_participle_like(form, known.regular):
        begin, auxiliary = _far_auxiliary(unit.words, at) or (begin, None)
    verb, last = _choose(known, unit.words, at, reflexive)
    if verb is None or (verb.lemma == "rappeler" and not reflexive and _calls_back(unit.words, at)):
        return None
    pronoun = inverted[2] if inverted and form != word else auxiliary[2] or "" if auxiliary else ""
    if form == "lire" and at and unit.words[at - 1].endswith("-on"):
        pronoun = "on"
    if "inversion" in verb.frame and not pronoun and not _behind_quote(unit.words, begin):
        return None
    use = "infinitive" if known.bare and not auxiliary else _use(form, auxiliary, unit.words, begin, at, known.regular)
    if (use in ("finite", "participle") and not auxiliary and not pronoun and _is_noun(unit, at, nouns, known.regular)):
        return None
    hearsay = (auxiliary[1] in ("aurait", "auraient", "serait", "seraient")) if auxiliary else is_conditional(form)
    return Cue(begin, last, unit.starts[begin], unit.ends[last - 1], verb, use, pronoun, hearsay)


def _any_verb(unit: Unit, at: int, finite: frozenset[int]) -> Cue | None:
    """Any finite verb right behind a quotation and a comma, or with an inverted pronoun there: ``"Non", coupe-t-il``."""
    words = unit.words
    inverted = _INVERTED.match(words[at])
    pronoun = inverted[2] if inverted else ""
    if not words[at][0].isalpha() or not pronoun and (unit.starts[at] not in finite or words[at - 1] != ","):
        return None
    auxiliary = _AUXILIARY.match(words[at])
    if at + 1 < len(words) and words[at + 1] in forms() and not auxiliary:
        return None
    last = at
    while auxiliary and last + 1 < len(words) and (last == at or words[last] in ADVERBS or words[last].endswith("ment")):
        last += 1
    if auxiliary and (not is_participle_like(words[last], False) or words[last] in forms()):
        return None
    last += 1
    verb = Verb(inverted[1] if inverted and not auxiliary else words[last - 1], "say", frozenset(("inversion",)), False, ())
    return Cue(at, last, unit.starts[at], unit.ends[last - 1], verb, "finite", pronoun, is_conditional(words[at]))


def _behind_quote(words: tuple[str, ...], begin: int) -> bool:
    """Right behind a quotation, a comma between: there any verb is one of saying."""
    before = words[max(0, begin - 2):begin]
    return not before or before[-1] == QUOTE or (before[-1] in _PAUSES and (len(before) == 1 or before[0] == QUOTE))


def _determined(before: str, form: str) -> bool:
    """A noun behind its determiner: ``un communiqué``, ``l'accusé``, ``cette annonce``."""
    return before in _SURE_DETERMINERS or (before in DEFINITE and is_participle(form, True))


def is_participle_like(form: str, regular: bool) -> bool:
    """A form that may be a past participle: ``dénoncé``, ``dit``, ``mis``; of a regular verb in -er only the first."""
    return is_participle(form, regular) or (not regular and form.endswith("t"))


def _far_auxiliary(words: tuple[str, ...], at: int) -> tuple[int, re.Match] | None:
    """``a dans la foulée exhorté``, ``a condamné X et dénoncé Y``: the auxiliary stands farther off, or before a verb that
    ``et`` joins to this one."""
    joined = at > 0 and words[at - 1] in ("et", "mais", "puis", "ou")
    if at > 2 and words[at - 1] == ",":
        return _before_aside(words, at)
    for back in range(at - 1, max(-1, at - (16 if joined else 7)), -1):
        word = words[back]
        if word == "été" or word in BREAKS and not (joined and word == ","):
            return None
        auxiliary = _AUXILIARY.match(word)
        if auxiliary and auxiliary[1] in ("a", "ont", "avait", "avaient", "aurait", "auraient"):
            return (at, auxiliary) if joined else (back, auxiliary)
    return None


def _before_aside(words: tuple[str, ...], at: int) -> tuple[int, re.Match] | None:
    """``a, dans un message lundi, dit``: the auxiliary before what stands between two commas."""
    for back in range(at - 2, max(0, at - 14), -1):
        if words[back] == ",":
            auxiliary = _AUXILIARY.match(words[back - 1])
            return (back - 1, auxiliary) if auxiliary and auxiliary[1] in ("a", "ont", "avait", "avaient") else None
        if words[back] in BREAKS:
            return None
    return None


def _look_back(words: tuple[str, ...], at: int) -> tuple[int, re.Match | None, bool]:
    """Where the verb group begins, its auxiliary, and whether it has a reflexive pronoun."""
    begin = at
    while begin > 0 and at - begin < 4 and (words[begin - 1] in _WITHIN or words[begin - 1].endswith("ment")):
        begin -= 1
    auxiliary = _AUXILIARY.match(words[begin - 1]) if begin > 0 else None
    if auxiliary:
        begin -= 1
    else:
        begin = at
    passive = auxiliary and "été" in words[begin:at]
    while begin > 0 and words[begin - 1] in CLITICS and not (words[begin - 1] in ("en", "le", "la", "les") and auxiliary):
        begin -= 1
    reflexive = not _REFLEXIVES.isdisjoint(words[begin:at])
    return begin, (None if passive else auxiliary), reflexive


def _calls_back(words: tuple[str, ...], at: int) -> bool:
    """« rappeler son ambassadeur », « rappelé ses troupes »: an act, not words."""
    return not _RECALLED.isdisjoint(words[at + 1:at + 5])


_RECALLED = frozenset("ambassadeur ambassadrice ambassadeurs consul consuls diplomate diplomates chargé représentant représentante "
                      "représentants attaché émissaire troupes soldats réservistes contingent casques".split())


def _choose(form: Form, words: tuple[str, ...], at: int, reflexive: bool) -> tuple[Verb | None, int]:
    """The verb that fits its second word and its reflexive pronoun, and where the cue ends."""
    for verb in form.tried[reflexive]:
        if not verb.rest:
            return (verb, at + 1) if verb.reflexive <= reflexive else (None, at + 1)
        for gap in range(3):
            if words[at + 1 + gap:at + 1 + gap + len(verb.rest)] == verb.rest:
                return verb, at + 1 + gap + len(verb.rest)
    return None, at + 1


def _use(form: str, auxiliary: re.Match | None, words: tuple[str, ...], begin: int, at: int, regular: bool) -> str:
    """How the verb is used: see ``Cue.use``."""
    if auxiliary:
        being = auxiliary[1] in ("est", "sont", "était", "étaient", "fut", "sera", "serait", "seraient", "être", "étant")
        reflexive = "s'" in words[begin:at] or "se" in words[begin:at]
        if being and not reflexive and form not in ("intervenu", "intervenue", "convenu", "revenu"):
            return "participle"
        return {"ayant": "gerund", "avoir": "infinitive"}.get(auxiliary[1], "finite")
    if is_gerund(form):
        return "gerund"
    return "participle" if is_participle(form, regular) or "été" in words[max(0, at - 3):at] else "finite"


def _is_noun(unit: Unit, at: int, nouns: frozenset[int], regular: bool) -> bool:
    """``une annonce``, ``la demande de``: behind a determiner, or tagged so where no quotation or comma stands before."""
    words, word = unit.words, unit.words[at]
    before = words[at - 1] if at else ""
    if before in _SURE_DETERMINERS:
        return True
    if before in DEFINITE:
        if at > 1 and words[at - 2] in _SUBJECTS and not is_participle(word, regular):
            return False  # ``qui l'accuse``: a pronoun, no article
        governed = at > 1 and words[at - 2] in ("de", "à", "par", "dans", "sur", "avec", "pour", ",")
        return is_participle(word, regular) or unit.starts[at] in nouns or governed
    return unit.starts[at] in nouns and before not in (",", QUOTE) and not is_participle(word, regular)
