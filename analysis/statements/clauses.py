"""What is said: quotations with the cue that governs them, and the clauses that reported speech opens."""
import re
from bisect import bisect_left

from analysis.statements.borders import border
from analysis.statements.hearing import OPENERS, Heard
from analysis.statements.quotes import Span
from analysis.statements.units import QUOTE, Unit
from analysis.statements.words import ARTICLES

#: kinds that report only by que, de, à or a colon; the others also by a bare object (``dénonce un complot``)
BY_CLAUSE = frozenset(("say", "think", "claim", "promise", "concede"))
#: before que: what makes it no opener of reported speech
_NOT_REPORTING = frozenset("alors tandis après bien ainsi plus moins aussi même autre autres tel telle avant depuis sans ce".split())
#: behind a verb: what cannot be its object (``Oslo dément et se tait``)
_NO_OBJECT = frozenset((",", ".", ";", ")", "et", "mais", "puis"))
_SIGNS = OPENERS | {".", ";", "de", "d'", "à"}  # what opens or rules out a clause behind a verb
_SENTENCED = re.compile(r"^(?:\w{1,40}\s){0,3}(?:à\s(?:mort|perpétuité|vie|une\speine|la\sprison|\w{1,40}\s(?:ans|mois|jours)|\d+))", re.IGNORECASE)
_JOINT = re.compile(r"\s(?:et|mais|puis|tout en|en|avant de|avant d[’'])$")


def governing(unit: Unit, quote: Span, heard: list[Heard]) -> Heard | None:
    """The cue that speaks a quotation: the inverted one right behind it, the one before it, or another of the sentence."""
    before = [one for one in heard if one.cue.end <= quote[0] and one.cue.use != "source"]
    behind = [one for one in heard if one.cue.start >= quote[1]]
    inverted = [one for one in behind if one.inverted and one.cue.use != "source"]
    closes = inverted[0] if inverted else None
    if closes and closes.rule == "pronoun" and inverted[1:2] and _stands_alone(unit, inverted[1]):
        closes = inverted[1]  # ``"…", a-t-il ajouté. a déclaré X``: the second names him
    if before and not (closes and _adjoins(unit, quote, closes) and not _opens(unit, before[-1], quote)):
        passive = next((one for one in behind if one.cue.use == "participle" and one.actors), None)
        return passive if passive and _adjoins(unit, quote, passive) else before[-1]
    sources = [one for one in heard if one.cue.use == "source"]
    source = next((one for one in reversed(sources) if one.cue.start >= quote[1]), sources[-1] if sources else None)
    return closes or source or (behind[0] if behind and behind[0].cue.use in ("finite", "participle") and behind[0].inverted else None)


def _stands_alone(unit: Unit, heard: Heard) -> bool:
    """A stop right before the verb, and a name behind it."""
    return bool(heard.actors) and heard.cue.first > 0 and unit.words[heard.cue.first - 1] == "."


def _adjoins(unit: Unit, quote: Span, heard: Heard) -> bool:
    """Nothing but a comma and at most four words between the quotation and the cue."""
    between = unit.words[bisect_left(unit.starts, quote[1]):heard.cue.first]
    return len(between) <= 4 or sum(map(str.isalnum, between)) <= 4


def _opens(unit: Unit, heard: Heard, quote: Span) -> bool:
    """The cue before opens the quotation: only few words, ``que`` or a colon stand between them."""
    between = unit.words[heard.cue.last:bisect_left(unit.starts, quote[0])]
    return len(between) <= 3 or not OPENERS.isdisjoint(between)


def clause(unit: Unit, heard: Heard, others: list[Heard], finite: frozenset[int]) -> Span | None:
    """The words that a cue reports, up to where somebody else begins (``borders``)."""
    span = _reported(unit, heard, others)
    if span is None or span[1] <= heard.cue.end:
        return span
    return span[0], min(span[1], border(unit, heard, others, finite))


def _reported(unit: Unit, heard: Heard, others: list[Heard]) -> Span | None:
    """The words behind a cue to the end of its clause; before it where it is inverted; beside ``selon``."""
    cue = heard.cue
    if cue.use == "participle":
        return None
    if cue.use == "source":
        return _beside(unit, heard, others)
    if heard.inverted and not _reports_behind(unit, heard):
        return _before(unit, heard, others) if cue.first == 0 or unit.words[cue.first - 1] not in ("que", "qu'") else None
    if not _reports_behind(unit, heard):
        return None
    return cue.end, _clause_end(unit, heard, others)


def _reports_behind(unit: Unit, heard: Heard) -> bool:
    """Whether a reported clause follows: ``que``, ``de`` and ``à`` with an infinitive, a colon, or for strong verbs an object."""
    words, verb = unit.words, heard.cue.verb
    following = words[heard.cue.last:heard.cue.last + 14]
    if heard.inverted:
        return bool(following) and following[0] in OPENERS
    if _opens_clause(following):
        return True
    if not following or following[0] in _NO_OBJECT or (heard.cue.use == "infinitive" and verb.kind in BY_CLAUSE):
        return False
    if verb.lemma == "condamner" and _SENTENCED.match(" ".join(following)):
        return False
    if verb.kind not in BY_CLAUSE or "nom" in verb.frame:
        return True
    infinitive = following[0].endswith(("er", "ir", "oir", "dre", "tre")) and following[0] not in ARTICLES
    return infinitive or ("adj" in verb.frame and following[0].endswith(("t", "e", "é", "ée", "s", "te", "tes", "ts", "êt", "ête")))


def _opens_clause(following: tuple[str, ...]) -> bool:
    """``que``, a colon, or ``de`` and ``à`` with an infinitive among the words behind a verb."""
    for at, word in enumerate(following):
        if word not in _SIGNS:
            continue
        if word in (".", ";"):
            return False
        if word in OPENERS and not (at and word in ("que", "qu'") and following[at - 1] in _NOT_REPORTING):
            return True
        if word in ("de", "d'", "à") and at + 1 < len(following) and following[at + 1].endswith(("er", "ir", "re", "oir")):
            return True
    return False


def _clause_end(unit: Unit, heard: Heard, others: list[Heard]) -> int:
    """Where the clause ends: before a verb that shares the subject, before ``, selon``, or with the sentence."""
    for other in others:
        if other.cue.start <= heard.cue.start:
            continue
        if other.rule == "shared" and other.cue.use in ("finite", "gerund") and other.phrase == heard.phrase:
            return other.cue.start
        if other.cue.use == "source" or (other.inverted and other.cue.use == "finite" and not other.cue.verb.kind == "ask"):
            return other.cue.start
    return unit.end


def _before(unit: Unit, heard: Heard, others: list[Heard]) -> Span | None:
    """``Moscou cède, dit-il``: from the start of the sentence, or from the cue before, to the comma."""
    earlier = [one.cue.end for one in others if one.cue.end <= heard.cue.start and one.inverted and one.cue.use != "source"]
    start = max([unit.start, *earlier])
    told = unit.words[bisect_left(unit.starts, start):heard.cue.first]
    return (start, heard.cue.start) if sum(map(str.isalpha, told)) > 2 else None


def _beside(unit: Unit, heard: Heard, others: list[Heard]) -> Span | None:
    """``selon X`` at the start: what follows X; at the end: what stands before; in the middle: the whole sentence."""
    last = heard.phrase.end if heard.phrase else heard.cue.end
    ahead, behind = unit.words[:heard.cue.first], unit.words[bisect_left(unit.starts, last):]
    rest = sum(map(str.isalpha, behind)) + behind.count(QUOTE)
    if QUOTE not in ahead and not any(map(str.isalpha, ahead)):
        return (last, unit.end) if rest else None
    return (unit.start, heard.cue.start) if rest <= 3 else (unit.start, unit.end)


def trim(text: str, span: Span) -> Span:
    """Without the spaces and commas at the ends, and without the ``et`` or ``mais`` that leads to the next verb."""
    start, end = _bare(text, *span)
    joint = _JOINT.search(text[max(start, end - 10):end])
    start, end = _bare(text, start, end - len(joint[0])) if joint else (start, end)
    return (start, start) if text[start:end] in ("et", "mais", "puis") else (start, end)


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return start, end
