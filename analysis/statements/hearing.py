"""Cue by cue: who speaks. Inverted verbs look behind themselves, others before; the rest takes up an earlier subject."""
from typing import NamedTuple

from analysis.statements.cues import Cue
from analysis.statements.memory import Memory
from analysis.statements.speakers import (
    PRONOUNS, Phrase, Place, agent_behind, first_free, source_behind, subject_before, subject_behind,
)
from analysis.statements.units import QUOTE, Unit, Word

PERSONS = frozenset(
    "dirigeant dirigeante responsable diplomate ministre président présidente milliardaire chef cheffe homme femme porte-parole émissaire"
    " négociateur négociatrice député députée sénateur sénatrice élu élue opposant opposante candidat candidate général avocat avocate"
    " ambassadeur ambassadrice patron patronne militant militante conseiller conseillère chancelier chancelière secrétaire premier"
    " représentant représentante envoyé envoyée roi reine pape médecin républicain démocrate locataire magnat leader intéressé intéressée"
    " maire juge procureur procureure commissaire directeur directrice monarque souverain".split()
)
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
    first = [_own(unit, cue, where, memory, grammar) for cue in cues]
    main = next((one for one in first if one and one.cue.use == "finite"), None) or next((one for one in first if one), None)
    heard: list[Heard] = []
    for cue, own in zip(cues, first, strict=True):
        if own is None:
            own = _shared(unit, cue, heard, main, where, memory)
        heard.append(own)
    return heard


def _own(unit: Unit, cue: Cue, where: list[Place], memory: Memory, grammar: Grammar) -> Heard | None:
    """The speaker that the cue itself names; None where it takes its subject from elsewhere in the sentence."""
    if cue.use == "source":
        return _named(cue, source_behind(unit, cue, where), memory, True, "source")
    if cue.use == "participle":
        phrase = agent_behind(unit, cue, where)
        return _named(cue, phrase, memory, True, "passive") if phrase else Heard(cue, (), None, False, "passive")
    if cue.pronoun:
        actors = memory.resolve(cue.pronoun) if cue.pronoun not in ("on", "je", "nous") else ()
        if cue.pronoun in ("je", "nous"):
            actors = memory.last_speaker()
        phrase = Phrase(cue.end - len(cue.pronoun), cue.end, actors, "pronoun", cue.pronoun)
        return Heard(cue, actors, phrase, True, "pronoun")
    if cue.use in ("gerund", "infinitive"):
        return None
    if is_inverted(unit, cue, where, grammar):
        return _named(cue, subject_behind(unit, cue, where), memory, True, "inversion")
    phrase = subject_before(unit, cue, where)
    return _named(cue, phrase, memory, False, "subject") if phrase else None


def _named(cue: Cue, phrase: Phrase | None, memory: Memory, inverted: bool, rule: str) -> Heard:
    """The actors of a phrase: its mention, what its pronoun refers to, or who was last spoken of."""
    if phrase is None:
        return Heard(cue, (), None, inverted, rule)
    if phrase.rule == "pronoun":
        return Heard(cue, memory.resolve(phrase.pronoun), phrase, inverted, "pronoun")
    if phrase.rule == "document":
        return Heard(cue, memory.last_speaker(), phrase, inverted, "document")
    return Heard(cue, phrase.actors, phrase, inverted, rule)


def _shared(unit: Unit, cue: Cue, heard: list[Heard], main: Heard | None, where: list[Place], memory: Memory) -> Heard:
    """The subject of the verb before, of the sentence's main verb, or of the sentence."""
    known = next((one for one in reversed(heard) if one.cue.use not in ("source", "participle")), None) or main
    if known is not None and known.cue.use not in ("source", "participle"):
        return Heard(cue, known.actors, known.phrase, False, "shared")
    phrase = sentence_subject(unit, where)
    if phrase is None:
        return Heard(cue, memory.last_speaker(), None, False, "carried")
    return _named(cue, phrase, memory, False, "sentence")


def sentence_subject(unit: Unit, where: list[Place]) -> Phrase | None:
    """The first name, pronoun or noun phrase of a sentence that stands free."""
    phrase = first_free(unit, 0, len(unit.words), where)
    if phrase and phrase.actors:
        return phrase
    pronoun = next((word for word in unit.words if word.lower in PRONOUNS), None)
    return Phrase(pronoun.start, pronoun.end, (), "pronoun", pronoun.lower) if pronoun else phrase


def is_inverted(unit: Unit, cue: Cue, where: list[Place], grammar: Grammar) -> bool:
    """Whether the subject stands behind the verb: behind a quotation, or after a comma that closes what was said."""
    words = unit.words
    following = words[cue.last].lower if cue.last < len(words) else "."
    if following in OPENERS or following == QUOTE:
        return cue.first == 0 and following == QUOTE
    if cue.first == 0:
        return True
    before = words[cue.first - 1].lower
    if before == QUOTE:
        return True
    if before not in (",", ";", "-", "--", "!", "?"):
        return False
    if cue.first == 1 or words[cue.first - 2].is_quote or _quote_closes(words, cue.first - 2):
        return True
    told = any(word.start in grammar.finite for word in words[:cue.first - 1]) or any(word.is_quote for word in words[:cue.first - 1])
    return told and _names_behind(unit, cue, where)


def _quote_closes(words: tuple[Word, ...], at: int) -> bool:
    """A quotation within three words before the comma: ``"…" en Syrie, dit X``."""
    return any(word.is_quote for word in words[max(0, at - 3):at + 1])


def _names_behind(unit: Unit, cue: Cue, where: list[Place]) -> bool:
    phrase = subject_behind(unit, cue, where)
    return phrase is not None and phrase.rule != "pronoun" and cue.verb.kind in ("say", "claim", "think", "warn", "concede", "deny")

