"""Where what somebody says ends because somebody else begins: a denial beside it, or the main clause around it.

``Paris accuse Oslo de mentir, ce qu'Oslo dément``; ``…, Oslo dément``; ``…, accusation rejetée par Oslo``; ``Riga, qui accuse
Oslo de mentir, rappelle son consul``; ``Accusant Oslo de mentir, Riga rompt``; ``Riga condamne l'attaque et ferme son port``.
"""
from bisect import bisect_left, bisect_right

from analysis.statements.cues import ADVERBS, CLITICS, Cue
from analysis.statements.hearing import OPENERS, Heard, opens_with_gerund
from analysis.statements.quotes import Span
from analysis.statements.units import QUOTE, Unit
from analysis.statements.words import DEFINITE, PRONOUNS

#: verbs that deny what another said, of all that the lexicon calls deny (``refuser`` and ``exclure`` are no answer)
DENIALS = frozenset(("démentir", "nier", "contester", "réfuter", "récuser", "rejeter", "balayer"))
#: of these, those that also turn down what is no saying (``un plan rejeté par Oslo``)
_TURNING_DOWN = frozenset(("rejeter", "balayer", "contester"))
_SAYINGS = frozenset(word + ending for word in ("accusation", "allégation", "affirmation", "assertion", "imputation", "critique", "reproche",
                                                "soupçon", "version", "thèse", "information", "rumeur") for ending in ("", "s"))
_RELATIVES = frozenset(("qui", "que", "qu'", "dont", "où"))
_SUBORDINATE = frozenset("alors quand lorsque lorsqu' tandis si s' bien comme puisque puisqu' pendant après".split())
_JOINTS = frozenset(("et", "mais", "puis"))
_TURNS = _JOINTS | {","}  # without one of these nothing goes on
_OPENING = OPENERS - {":"}
_MARKING = _TURNS | _OPENING
_LEADS = frozenset(("mais", "or", "et"))
_FARTHEST = 14  # words between a relative pronoun and the verb of saying of its clause
_LONGEST_SUBJECT = 9
_NO_SUBJECT = _RELATIVES | {",", ";", ":", ".", "(", QUOTE}  # what ends the search for a subject and its verb
_OPENED = _RELATIVES | OPENERS | {QUOTE}
_TOLD = frozenset(("que", "qu'", ":"))
_CONDITIONS = frozenset(("si", "s'", "quand", "lorsque", "lorsqu'"))
_BETWEEN = CLITICS | ADVERBS  # what may stand between a sign and its verb


def border(unit: Unit, heard: Heard, others: list[Heard], finite: frozenset[int]) -> int:
    """The place in the text where what ``heard`` reports ends at the latest; the end of the sentence where nothing cuts it."""
    behind = [other for other in others if other.cue.first >= heard.cue.last and not set(other.actors) & set(heard.actors)]
    places = [denial_opening(unit, other) if _denies(unit, other) else _aside(unit, other, heard) for other in behind]
    cuts = [unit.starts[at] for at in places if at is not None and unit.starts[at] >= heard.cue.end]
    if heard.cue.use != "source":
        main = _main_clause(unit, heard, finite)
        cuts += [unit.starts[main]] if main is not None else []
    return min(cuts, default=unit.end)


def _denies(unit: Unit, one: Heard) -> bool:
    """Whether somebody known denies what was said; of ``rejeté par Oslo`` the noun before it must be one of saying."""
    if one.cue.verb.lemma not in DENIALS or not one.actors or one.phrase is None:
        return False
    if one.cue.use != "participle" or one.cue.verb.lemma not in _TURNING_DOWN:
        return True
    return not _SAYINGS.isdisjoint(unit.words[max(0, one.cue.first - 5):one.cue.first])


def _aside(unit: Unit, other: Heard, heard: Heard) -> int | None:
    """The comma before a clause in which another than ``heard`` speaks of what it names: ``les accusations d'Oslo, qui le soupçonne``;
    None in a clause with que, which may be told with it."""
    words = unit.words
    if not other.actors or other.cue.use != "finite" or heard.cue.use == "source" or not _TOLD.isdisjoint(
            words[heard.cue.last:other.cue.first]):
        return None
    at = other.cue.first - 1
    return at - 1 if at > heard.cue.last and words[at] == "qui" and words[at - 1] == "," else None


def denial_opening(unit: Unit, denial: Heard) -> int | None:
    """The word at which a denial beside another clause begins: ``, ce que Oslo dément``, ``, Oslo dément``, ``, accusation rejetée
    par Oslo``; None where no sign parts it from what stands before."""
    words, cue = unit.words, denial.cue
    if cue.use == "participle":
        return next((at for at in range(cue.first - 1, max(-1, cue.first - 6), -1) if words[at] in (",", "-", "–", "(")), None)
    at = min(bisect_left(unit.starts, denial.phrase.start), cue.first) - 1
    while at >= 0 and words[at] in ("le", "la", "les", "l'", "ce", "que", "qu'", "dont", "mais", "or", "et", "alors", "tandis"):
        at -= 1
    return at if at >= 0 and words[at] in (",", ";", "-", "–", "--", "(") and not _supposed(words, at) else None


def _supposed(words: tuple[str, ...], comma: int) -> bool:
    """``si la trêve échoue, Oslo refusera``: what follows the comma is what the condition before it brings."""
    return not _CONDITIONS.isdisjoint(words[max(0, comma - 12):comma])


def bare_denial(unit: Unit, denial: Heard) -> Span | None:
    """The clause of a denial that says nothing itself: ``ce qu'Oslo dément``, ``Oslo dément``, ``rejetée par Oslo``."""
    phrase, words = denial.phrase, unit.words
    if not _denies(unit, denial) or denial.rule == "shared":
        return None
    start, end = min(phrase.start, denial.cue.start), max(phrase.end, denial.cue.end)
    if denial.cue.use == "participle":
        return start, end
    first = bisect_right(unit.ends, start)
    for leads in (DEFINITE, ("que", "qu'"), ("ce",)):
        first -= first > 0 and words[first - 1] in leads
    return unit.starts[first], end


def _main_clause(unit: Unit, heard: Heard, finite: frozenset[int]) -> int | None:
    """The word at which the main clause goes on behind a subordinate one that holds the cue, or a verb that ``et`` joins."""
    words, cue = unit.words, heard.cue
    if _TURNS.isdisjoint(words[cue.last:]):
        return None
    main = cue.use == "finite"
    relative = cue.use in ("finite", "gerund") and _in_relative(words, cue)
    opening = (cue.use == "gerund" and cue.first <= 2 and opens_with_gerund(unit)) or (words[0] in _SUBORDINATE and not any(
        word == "," and _goes_on(unit, at + 1, finite) for at, word in enumerate(words[:cue.first])))
    if not (main or relative or opening):
        return None
    clause = told = False  # whether que … has opened and its verb not yet come; whether it has opened at all
    for at in range(cue.last, len(words) - 1):
        word = words[at]
        if not clause and word not in _MARKING:
            continue
        if word in _OPENING:
            clause = told = True
        if clause and unit.starts[at] in finite and word != QUOTE:
            clause = False
        if word == "," and not clause:
            if relative and _resumes(unit, at + 1, finite) or opening and _goes_on(unit, at + 1, finite):
                return at
            if not told and main and words[at + 1] in _LEADS and _resumes(unit, at + 1, finite):
                return at
        if word in _JOINTS and main and _is_verb(unit, at + 1, finite) and not _opened(words, cue.last, at):
            return at
    return None


def _in_relative(words: tuple[str, ...], cue: Cue) -> bool:
    """Whether the cue stands in a clause between commas: ``Riga, qui accuse Oslo``, ``Oslo, qu'elle accuse``."""
    for at in range(cue.first - 1, max(0, cue.first - _FARTHEST), -1):
        if words[at] in _RELATIVES and words[at - 1] == ",":
            return True
        if words[at] in (",", ".", ";", ":"):
            return False
    return False


def _resumes(unit: Unit, at: int, finite: frozenset[int]) -> bool:
    """The main verb right behind the comma, or ``et`` with a pronoun and a verb: ``, a rompu``, ``, et elle a rompu``."""
    words = unit.words
    if words[at] in _LEADS and at + 2 < len(words) and words[at + 1] in PRONOUNS:
        return _is_verb(unit, at + 2, finite)
    return _is_verb(unit, at, finite)


def _is_verb(unit: Unit, at: int, finite: frozenset[int]) -> bool:
    words, starts = unit.words, unit.starts
    while at < len(words) - 1 and words[at] in _BETWEEN and starts[at] not in finite:
        at += 1
    return at < len(words) and starts[at] in finite and words[at] != QUOTE


def _goes_on(unit: Unit, first: int, finite: frozenset[int]) -> bool:
    """A subject of a few words, then a finite verb."""
    for at in range(first, min(len(unit.words), first + _LONGEST_SUBJECT)):
        if unit.starts[at] in finite:
            return at > first
        if unit.words[at] in _NO_SUBJECT:
            return False
    return False


def _opened(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a clause with a verb of its own has opened, which the verb behind ``et`` may go on."""
    return not _OPENED.isdisjoint(words[first:last])
