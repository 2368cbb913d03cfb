"""Cues of speech in a narrator's sentence: verbs of saying as they are used there, and ``selon X``.

A cue knows its verb, whether it is finite, a participle, an infinitive or passive, the pronoun inverted into it
(``a-t-il dit``), and whether the press distances itself by a conditional (``aurait déclaré``).
"""
import re
from typing import NamedTuple

from analysis.statements.conjugation import (
    is_conditional,
    is_gerund,
    is_infinitive,
    is_participle,
)
from analysis.statements.lexicon import Verb, verbs
from analysis.statements.units import QUOTE, Unit, Word

ADVERBS = frozenset(
    "déjà aussi également encore pas ainsi même toutefois notamment ensuite puis enfin donc ici là jamais plus alors bien mal pourtant"
    " cependant néanmoins eux elle lui aussitôt d'abord auparavant depuis lors ailleurs vite hier demain rien nouveau".split()
)
CLITICS = frozenset(("s'", "se", "ne", "n'", "l'", "le", "la", "les", "lui", "leur", "en", "y", "m'", "me", "nous", "vous"))
DETERMINERS = frozenset(
    "le la les l' un une des du cette cet ce ces sa son ses leur leurs mon ma mes notre nos votre vos aucun aucune chaque quelque"
    " quelques plusieurs toute nouvelle nouvel nouveau telle première premier dernière dernier double simple d' de".split()
)
ARTICLES = frozenset(("le", "la", "les", "l'"))  # or object pronouns, before a verb
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


SELON = Verb("selon", "source", frozenset(("nom",)), False, ())


def find_cues(unit: Unit, nouns: frozenset[int] = frozenset(), finite: frozenset[int] = frozenset()) -> list[Cue]:
    """The cues of a sentence, in order; ``nouns`` and ``finite`` are the starts of words that the pipeline takes for nouns
    and for finite verbs."""
    found: list[Cue] = []
    free, quoted, forms = 0, False, verbs()
    for at, (word, _, _) in enumerate(unit.words):
        if at >= free and (quoted or word in forms or word in _FIRST_WORDS or "-" in word):
            cue = _source(unit, at) or _verb(unit, at, nouns) or (quoted and _any_verb(unit, at, finite))
            if cue:
                found.append(cue)
                free = cue.last
        quoted = quoted or word == QUOTE
    return found


def _source(unit: Unit, at: int) -> Cue | None:
    """``selon X``, ``d'après X``, ``de l'avis de X``, ``aux yeux de X``, ``à en croire X``, ``pour X,``."""
    words = unit.words
    if words[at].lower not in _FIRST_WORDS:
        return None
    following = " ".join([word.lower for word in words[at:at + 4]]) + " "
    for phrase, size in _PHRASES:
        if following.startswith(phrase + " "):
            return Cue(at, at + size, words[at].start, words[at + size - 1].end, SELON._replace(lemma=phrase), "source")
    if words[at].lower == "pour" and (at == 0 or words[at - 1].lower in (",", ":")) and _short_phrase(words, at + 1):
        return Cue(at, at + 1, words[at].start, words[at].end, SELON._replace(lemma="pour"), "source")
    return None


_PHRASES = tuple((phrase, len(phrase.split())) for phrase in (
    "selon", "d' après", "d'après", "de l' avis", "de l' aveu", "aux yeux", "à en croire", "a en croire", "si l' on en croit", 
    "de source", "de sources",    "aux dires", "du point de vue",
))
_FIRST_WORDS = frozenset(phrase.split()[0] for phrase, _ in _PHRASES) | {"pour"}


def _short_phrase(words: tuple[Word, ...], at: int) -> bool:
    """Whether a name or noun phrase of at most eight words ends at a comma: ``pour Berlin,``."""
    for offset, word in enumerate(words[at:at + 9]):
        if word.lower == ",":
            return offset > 0
        if word.lower == "." and words[at + offset - 1].lower in ("m", "mm"):
            continue
        if word.is_quote or word.lower in (".", ":", ";", "que", "qu'") or is_infinitive(word.lower) and offset == 0:
            return False
    return False


def _verb(unit: Unit, at: int, nouns: frozenset[int]) -> Cue | None:
    word = unit.words[at]
    if word.is_quote:
        return None
    inverted = _INVERTED.match(word.lower) if "-" in word.lower else None
    form = inverted[1] if inverted and inverted[1] in verbs() else word.lower
    options = verbs().get(form)
    if not options:
        return None
    begin, auxiliary, reflexive = _look_back(unit.words, at)
    regular = all(_infinitive(verb).endswith("er") for verb in options)
    if auxiliary is None and at and _determined(unit.words[at - 1].lower, form):
        return None
    if auxiliary is None and is_participle_like(form, regular):
        begin, auxiliary = _far_auxiliary(unit.words, at) or (begin, None)
    verb, last = _choose(options, unit.words, at, reflexive)
    if verb is None or (verb.lemma == "rappeler" and not reflexive and _calls_back(unit.words, at)):
        return None
    pronoun = inverted[2] if inverted and form != word.lower else auxiliary[2] or "" if auxiliary else ""
    if form == "lire" and at and unit.words[at - 1].lower.endswith("-on"):
        pronoun = "on"
    if "inversion" in verb.frame and not pronoun and not _behind_quote(unit.words, begin):
        return None
    bare = any(form == _infinitive(one) for one in options)
    use = "infinitive" if bare and not auxiliary else _use(form, auxiliary, unit.words, begin, at, regular)
    if (use in ("finite", "participle") and not auxiliary and not pronoun and _is_noun(unit.words, at, word, nouns, regular)):
        return None
    hearsay = (auxiliary[1] in ("aurait", "auraient", "serait", "seraient")) if auxiliary else is_conditional(form)
    return Cue(begin, last, unit.words[begin].start, unit.words[last - 1].end, verb, use, pronoun, hearsay)


def _any_verb(unit: Unit, at: int, finite: frozenset[int]) -> Cue | None:
    """Any finite verb right behind a quotation and a comma, or with an inverted pronoun there: ``"Non", coupe-t-il``."""
    words = unit.words
    if at < 1 or not unit.quotes or not words[at].lower[0].isalpha() or not _behind_quote(words, at) or not any(word.is_quote for word in words[:at]):
        return None
    inverted = _INVERTED.match(words[at].lower)
    auxiliary = _AUXILIARY.match(words[at].lower)
    if at + 1 < len(words) and words[at + 1].lower in verbs() and not auxiliary:
        return None
    pronoun = inverted[2] if inverted else ""
    if not pronoun and (words[at].start not in finite or words[at - 1].lower != ","):
        return None
    last = at
    while auxiliary and last + 1 < len(words) and (last == at or words[last].lower in ADVERBS or words[last].lower.endswith("ment")):
        last += 1
    if auxiliary and (not is_participle_like(words[last].lower, False) or words[last].lower in verbs()):
        return None
    last += 1
    verb = Verb(inverted[1] if inverted and not auxiliary else words[last - 1].lower, "say", frozenset(("inversion",)), False, ())
    return Cue(at, last, words[at].start, words[last - 1].end, verb, "finite", pronoun, is_conditional(words[at].lower))


def _behind_quote(words: tuple[Word, ...], begin: int) -> bool:
    """Right behind a quotation, a comma between: there any verb is one of saying."""
    before = [word.lower for word in words[max(0, begin - 2):begin]]
    return not before or before[-1] == QUOTE or (before[-1] in (",", "!", "?") and (len(before) == 1 or before[0] == QUOTE))


def _infinitive(verb: Verb) -> str:
    return verb.lemma.split()[0].removeprefix("s'") if verb.rest else verb.lemma.split()[-1].removeprefix("s'")


def _determined(before: str, form: str) -> bool:
    """A noun behind its determiner: ``un communiqué``, ``l'accusé``, ``cette annonce``."""
    return before in DETERMINERS - ARTICLES or (before in ARTICLES and is_participle(form, True))


def is_participle_like(form: str, regular: bool) -> bool:
    """A form that may be a past participle: ``dénoncé``, ``dit``, ``mis``; of a regular verb in -er only the first."""
    return is_participle(form, regular) or (not regular and form.endswith("t"))


def _far_auxiliary(words: tuple[Word, ...], at: int) -> tuple[int, re.Match] | None:
    """``a dans la foulée exhorté``, ``a condamné X et dénoncé Y``: the auxiliary stands farther off, or before a verb that
    ``et`` joins to this one."""
    joined = at > 0 and words[at - 1].lower in ("et", "mais", "puis", "ou")
    if at > 2 and words[at - 1].lower == ",":
        return _before_aside(words, at)
    for back in range(at - 1, max(-1, at - (16 if joined else 7)), -1):
        word = words[back].lower
        if word == "été" or word in BREAKS and not (joined and word == ","):
            return None
        auxiliary = _AUXILIARY.match(word)
        if auxiliary and auxiliary[1] in ("a", "ont", "avait", "avaient", "aurait", "auraient"):
            return (at, auxiliary) if joined else (back, auxiliary)
    return None


def _before_aside(words: tuple[Word, ...], at: int) -> tuple[int, re.Match] | None:
    """``a, dans un message lundi, dit``: the auxiliary before what stands between two commas."""
    for back in range(at - 2, max(0, at - 14), -1):
        if words[back].lower == ",":
            auxiliary = _AUXILIARY.match(words[back - 1].lower)
            return (back - 1, auxiliary) if auxiliary and auxiliary[1] in ("a", "ont", "avait", "avaient") else None
        if words[back].lower in BREAKS:
            return None
    return None


def _look_back(words: tuple[Word, ...], at: int) -> tuple[int, re.Match | None, bool]:
    """Where the verb group begins, its auxiliary, and whether it has a reflexive pronoun."""
    begin = at
    while begin > 0 and at - begin < 4 and (words[begin - 1].lower in ADVERBS or words[begin - 1].lower.endswith("ment")
                                            or words[begin - 1].lower in ("été", "se", "s'", "en", "y")):
        begin -= 1
    auxiliary = _AUXILIARY.match(words[begin - 1].lower) if begin > 0 else None
    if auxiliary:
        begin -= 1
    else:
        begin = at
    passive = auxiliary and any(word.lower == "été" for word in words[begin:at])
    while begin > 0 and words[begin - 1].lower in CLITICS and not (words[begin - 1].lower in ("en", "le", "la", "les") and auxiliary):
        begin -= 1
    reflexive = any(word.lower in ("s'", "se", "m'", "me") for word in words[begin:at])
    return begin, (None if passive else auxiliary), reflexive


def _calls_back(words: tuple[Word, ...], at: int) -> bool:
    """« rappeler son ambassadeur », « rappelé ses troupes »: an act, not words."""
    return any(word.lower in _RECALLED for word in words[at + 1:at + 5])


_RECALLED = frozenset("ambassadeur ambassadrice ambassadeurs consul consuls diplomate diplomates chargé représentant représentante "
                      "représentants attaché émissaire troupes soldats réservistes contingent casques".split())


def _choose(options: tuple[Verb, ...], words: tuple[Word, ...], at: int, reflexive: bool) -> tuple[Verb | None, int]:
    """The verb that fits its second word and its reflexive pronoun, and where the cue ends."""
    for verb in sorted(options, key=lambda one: (-len(one.rest), one.reflexive != reflexive)):
        if not verb.rest:
            return (verb, at + 1) if verb.reflexive <= reflexive else (None, at + 1)
        for gap in range(3):
            if tuple(word.lower for word in words[at + 1 + gap:at + 1 + gap + len(verb.rest)]) == verb.rest:
                return verb, at + 1 + gap + len(verb.rest)
    return None, at + 1


def _use(form: str, auxiliary: re.Match | None, words: tuple[Word, ...], begin: int, at: int, regular: bool) -> str:
    """How the verb is used: see ``Cue.use``."""
    if auxiliary:
        being = auxiliary[1] in ("est", "sont", "était", "étaient", "fut", "sera", "serait", "seraient", "être", "étant")
        reflexive = any(word.lower in ("s'", "se") for word in words[begin:at])
        if being and not reflexive and form not in ("intervenu", "intervenue", "convenu", "revenu"):
            return "participle"
        return {"ayant": "gerund", "avoir": "infinitive"}.get(auxiliary[1], "finite")
    if is_gerund(form):
        return "gerund"
    return "participle" if is_participle(form, regular) or any(word.lower == "été" for word in words[max(0, at - 3):at]) else "finite"


def _is_noun(words: tuple[Word, ...], at: int, word: Word, nouns: frozenset[int], regular: bool) -> bool:
    """``une annonce``, ``la demande de``: behind a determiner, or tagged so where no quotation or comma stands before."""
    before = words[at - 1].lower if at else ""
    if before in DETERMINERS - ARTICLES:
        return True
    if before in ARTICLES:
        if at > 1 and words[at - 2].lower in _SUBJECTS and not is_participle(word.lower, regular):
            return False  # ``qui l'accuse``: a pronoun, no article
        governed = at > 1 and words[at - 2].lower in ("de", "à", "par", "dans", "sur", "avec", "pour", ",")
        return is_participle(word.lower, regular) or word.start in nouns or governed
    return word.start in nouns and before not in (",", QUOTE) and not is_participle(word.lower, regular)
