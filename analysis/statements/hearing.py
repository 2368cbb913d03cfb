"""Cue by cue: who speaks. Inverted verbs look behind themselves, others before; the rest takes up an earlier subject."""
import functools
from bisect import bisect_left
from typing import NamedTuple

from analysis import world
from analysis.statements.conjugation import is_gerund
from analysis.statements.cues import CLITICS, Cue
from analysis.statements.memory import Memory
from analysis.statements.places import Place
from analysis.statements.speakers import (
    Phrase,
    adjacent,
    agent_behind,
    first_free,
    pronoun_at,
    reader_behind,
    source_behind,
    subject_before,
    subject_behind,
)
from analysis.statements.units import QUOTE, Unit
from analysis.statements.words import BODIES, PERSONS, PRONOUNS

SPEAKING = frozenset(("say", "claim", "think", "warn", "concede", "deny"))  # kinds that invert without a quotation
GOING_ON = frozenset("ajouter poursuivre conclure renchérir préciser continuer reprendre enchaîner".split())
IMPERSONAL = frozenset(("y", "faut", "faudra", "fallait", "agit", "agissait", "importe", "semble"))
_CLAUSES = frozenset(("que", "qu'", "qui", "dont"))
_HOLDERS = PERSONS | BODIES  # nouns of those who may hold views
OPENERS = frozenset(("que", "qu'", ":", "combien", "comment", "si"))


class Heard(NamedTuple):
    """A cue with its speaker: ``actors`` are empty where nobody known speaks, ``phrase`` None where none is printed."""

    cue: Cue
    actors: tuple[str, ...]
    phrase: Phrase | None
    inverted: bool
    rule: str

    @property
    def hearsay(self) -> bool:
        """The press distances itself, or the source has no name."""
        return self.cue.hearsay or (self.phrase is not None and self.phrase.rule == "unnamed")


class Grammar(NamedTuple):
    """What the pipeline says of a text: where its nouns and its finite verbs start."""

    nouns: frozenset[int]
    finite: frozenset[int]


def hear(unit: Unit, cues: list[Cue], where: list[Place], memory: Memory, grammar: Grammar) -> list[Heard]:
    """The speakers of a sentence's cues; gerunds and coordinated verbs share the subject of the sentence."""
    if not cues:
        return []
    first = [_own(unit, cue, where, memory, grammar) for cue in cues]
    main = next((one for one in first if one and one.cue.use == "finite"), None) or next((one for one in first if one), None)
    heard: list[Heard] = []
    for cue, own in zip(cues, first, strict=True):
        if own is None:
            own = _shared(unit, cue, heard, main, where, memory, grammar)
        if own.rule != "agentless":
            heard.append(own)
    return heard


def _own(unit: Unit, cue: Cue, where: list[Place], memory: Memory, grammar: Grammar) -> Heard | None:
    """The speaker that the cue itself names; None where it takes its subject from elsewhere in the sentence."""
    if cue.use == "source":
        phrase = source_behind(unit, cue, where)
        if cue.verb.lemma == "pour" and not _holds_views(unit, phrase):
            return Heard(cue, (), None, False, "agentless")
        if phrase is not None and phrase.rule == "document" and not document_state(words_of(unit, phrase)):
            subject = first_free(unit, 0, cue.first, where)  # ``le ministère a convoqué X, selon un communiqué``: its own
            if subject is not None and subject.actors:
                return Heard(cue, subject.actors, phrase, True, "document")
        return _named(unit, cue, phrase, memory, True, "source")
    if cue.use == "participle":
        phrase = agent_behind(unit, cue, where)
        return _named(unit, cue, phrase, memory, True, "passive") if phrase else Heard(cue, (), None, False, "agentless")
    if cue.pronoun == "on":
        return _named(unit, cue, reader_behind(unit, cue, where), memory, True, "reader")
    if cue.pronoun:
        return _pronoun(unit, cue, memory)
    if cue.use in ("gerund", "infinitive"):
        own = adjacent(unit, cue.first, where) if cue.use == "gerund" else None
        return _named(unit, cue, own, memory, False, "subject") if own else None
    if is_inverted(unit, cue, where, grammar):
        return _named(unit, cue, subject_behind(unit, cue, where), memory, True, "inversion")
    phrase = subject_before(unit, cue, where)
    return _named(unit, cue, phrase, memory, False, "subject") if phrase else None


def _holds_views(unit: Unit, phrase: Phrase | None) -> bool:
    """``pour Berlin``, ``pour l'opposition``, but not ``pour sa part`` or ``pour l'avenir``."""
    return phrase is not None and (bool(phrase.actors) or not _HOLDERS.isdisjoint(words_of(unit, phrase)[:4]))


def _pronoun(unit: Unit, cue: Cue, memory: Memory) -> Heard:
    """``a-t-il ajouté`` takes up the last speaker, ``a-t-il dit`` whoever was spoken of last."""
    goes_on = cue.verb.lemma in GOING_ON
    actors = memory.last_speaker() if cue.pronoun in ("je", "nous") else memory.resolve(cue.pronoun, goes_on)
    end = next((unit.ends[at] for at in range(cue.first, cue.last) if unit.words[at].endswith("-" + cue.pronoun)), cue.end)
    return Heard(cue, actors, Phrase(end - len(cue.pronoun), end, actors, "pronoun", cue.pronoun), True, "pronoun")


def _named(unit: Unit, cue: Cue, phrase: Phrase | None, memory: Memory, inverted: bool, rule: str) -> Heard:
    """The actors of a phrase: its mention, what its pronoun refers to, or who was last spoken of."""
    if phrase is None:
        return Heard(cue, (), None, inverted, rule)
    if phrase.rule == "pronoun":
        return Heard(cue, memory.resolve(phrase.pronoun), phrase, inverted, "pronoun")
    if phrase.rule == "document":
        state = document_state(words_of(unit, phrase))
        return Heard(cue, (state,) if state in memory.actors else memory.last_speaker(), phrase, inverted, "document")
    if phrase.rule == "definite" and not PERSONS.isdisjoint(words_of(unit, phrase)[:4]):
        return Heard(cue, memory.last_person(), phrase, inverted, "definite")
    return Heard(cue, phrase.actors, phrase, inverted, rule)


def document_state(words: tuple[str, ...]) -> str:
    """The state whose document it is: ``le compte rendu chinois``; empty where none or several are named."""
    states = {found for word in words if (found := _adjectives().get(word))}
    return states.pop() if len(states) == 1 else ""


@functools.cache
def _adjectives() -> dict[str, str]:
    """Nationality adjective → ISO3 of its state."""
    return {form: iso for iso, country in world.countries().items() for forms in (country.adjectives, *country.variants) for form in forms if form}


def words_of(unit: Unit, phrase: Phrase) -> tuple[str, ...]:
    """The words of a phrase in lower case."""
    return unit.words[bisect_left(unit.starts, phrase.start):bisect_left(unit.starts, phrase.end)]


def _shared(unit: Unit, cue: Cue, heard: list[Heard], main: Heard | None, where: list[Place], memory: Memory, grammar: Grammar) -> Heard:
    """The subject of the verb before, of the sentence's main verb, or of the sentence."""
    known = next((one for one in reversed(heard) if one.cue.use not in ("source", "participle")), None)
    if known is None and main is not None and main.cue.use not in ("source", "participle") and opens_with_gerund(unit):
        known = main
    if known is not None:
        return Heard(cue, known.actors, known.phrase, False, "shared")
    phrase = sentence_subject(unit, where, grammar)
    if phrase is None:
        return Heard(cue, memory.last_speaker(), None, False, "carried")
    return _named(unit, cue, phrase, memory, False, "sentence")


def opens_with_gerund(unit: Unit) -> bool:
    """``Dénonçant …``, ``En appelant …``, ``S'exprimant …``."""
    for word in unit.words[:3]:
        if word not in ("en", "s'", "se", "tout"):
            return is_gerund(word)
    return False


def sentence_subject(unit: Unit, where: list[Place], grammar: Grammar) -> Phrase | None:
    """The first name, pronoun or noun phrase of a sentence that stands free; before its verb where a gerund opens it."""
    if opens_with_gerund(unit):
        before = _before_verb(unit, where, grammar)
        if before:
            return before
    begin, words = _behind_label(unit, where), unit.words
    pronoun = _personal(unit, begin)
    clauses = [] if _CLAUSES.isdisjoint(words) else [at for at in range(begin, len(words)) if words[at] in _CLAUSES]
    phrase = None
    for end in (*clauses[:1], len(words)):
        phrase = first_free(unit, begin, end, where)
        if phrase and (phrase.actors or phrase.rule == "pronoun") and (pronoun is None or phrase.start < pronoun.start):
            return phrase
        if pronoun and (end == len(words) or pronoun.start < unit.starts[end]):
            return pronoun
    return _after_colon(unit, where) or phrase


def _personal(unit: Unit, begin: int) -> Phrase | None:
    """The first pronoun that stands for somebody: not ``il y a``, ``il faut``, ``il s'agit``."""
    words = unit.words
    if PRONOUNS.isdisjoint(words):
        return None
    for at in range(begin, len(words)):
        if words[at] in PRONOUNS and not (words[at] == "il" and IMPERSONAL.intersection(words[at + 1:at + 4])):
            return pronoun_at(unit, at)
    return None


def _behind_label(unit: Unit, where: list[Place]) -> int:
    """Behind the label of a title: ``Algérie : le roi salue …``."""
    if ":" not in unit.words[:4]:
        return 0
    colon = unit.words.index(":")
    if colon and colon + 1 < len(unit.words) and unit.words[colon + 1] == QUOTE:
        return 0
    return colon + 1 if colon and (where and where[0].first == 0 and where[0].last == colon or colon == 1) else 0


def _after_colon(unit: Unit, where: list[Place]) -> Phrase | None:
    """``Fin des dérogations: l'Iran minimise …``: the name right behind the colon."""
    if ":" not in unit.words:
        return None
    colon = unit.words.index(":")
    behind = first_free(unit, colon + 1, min(len(unit.words), colon + 6), where)
    return behind if behind and behind.actors else None


def _before_verb(unit: Unit, where: list[Place], grammar: Grammar) -> Phrase | None:
    """Behind an opening gerund: the name or pronoun right before the first finite verb that follows a comma, or the first
    name that follows a comma (``Accusant Oslo, Riga rompt``)."""
    words = unit.words
    comma = words.index(",") if "," in words else len(words)
    for at in range(comma + 1, len(words)):
        if unit.starts[at] not in grammar.finite:
            continue
        nearest = at
        while nearest > comma and words[nearest - 1] in CLITICS:
            nearest -= 1
        if words[nearest - 1] in PRONOUNS:
            return pronoun_at(unit, nearest - 1)
        beside = adjacent(unit, nearest, where)
        if beside:
            return beside
    named = next((one for one in where if comma <= one.first - 1 <= comma + 2), None)
    return Phrase(unit.starts[named.first], unit.ends[named.last - 1], named.actors, "mention") if named else None


def is_inverted(unit: Unit, cue: Cue, where: list[Place], grammar: Grammar) -> bool:
    """Whether the subject stands behind the verb: behind a quotation, or after a comma that closes what was said."""
    words = unit.words
    following = words[cue.last] if cue.last < len(words) else "."
    if following in OPENERS or following == QUOTE:
        return cue.first == 0 and following == QUOTE
    if cue.first == 0:
        return True
    before = words[cue.first - 1]
    if words[0] != QUOTE and _object_behind(unit, cue, where):
        return False
    if before == QUOTE:
        return True
    if before in ("que", "qu'") and cue.first > 1 and words[cue.first - 2] in ("ce", ","):
        return _names_behind(unit, cue, where)  # ``ce que dément Oslo``
    if before not in (",", ";", "-", "--", "!", "?", "."):
        return False
    if cue.first == 1 or words[cue.first - 2] == QUOTE or _quote_closes(words, cue.first - 2):
        return True
    told = QUOTE in words[:cue.first - 1] or not grammar.finite.isdisjoint(unit.starts[:cue.first - 1])
    return told and _names_behind(unit, cue, where)


def _object_behind(unit: Unit, cue: Cue, where: list[Place]) -> bool:
    """What stands behind the verb is its object (``dénonce un "complot"``), and a subject stands before it."""
    phrase = subject_behind(unit, cue, where)
    if phrase is not None and (phrase.rule in ("mention", "member", "pronoun", "unnamed")
                               or not _HOLDERS.isdisjoint(words_of(unit, phrase)[:5])):
        return False
    before = first_free(unit, 0, cue.first, where)
    return before is not None and (bool(before.actors) or phrase is not None)


def _quote_closes(words: tuple[str, ...], at: int) -> bool:
    """A quotation within three words before the comma: ``"…" en Syrie, dit X``."""
    return QUOTE in words[max(0, at - 3):at + 1]


def _names_behind(unit: Unit, cue: Cue, where: list[Place]) -> bool:
    phrase = subject_behind(unit, cue, where)
    quoted = QUOTE in unit.words[:cue.first]
    return phrase is not None and phrase.rule != "pronoun" and (quoted or cue.verb.kind in SPEAKING)

