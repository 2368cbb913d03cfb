"""A small cast for the tests of statements: actors found by their names in the text, without any trained pipeline."""
import functools
import re

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from analysis.articles import Article
from analysis.records import Actor, ActorReading, Mention, Statement
from analysis.statements import find_statements

CAST = (
    (Actor("jean-roux", "Jean Roux", "person", "FRA", gender="m"), ("Jean Roux", "Roux")),
    (Actor("awa-diallo", "Awa Diallo", "person", "SEN", gender="f"), ("Awa Diallo", "Diallo", "la ministre sénégalaise")),
    (Actor("NOR", "Norvège", "country", "NOR"), ("Oslo", "la Norvège", "royaume")),
    (Actor("TUN", "Tunisie", "country", "TUN"), ("Tunis", "la Tunisie")),
    (Actor("ONU", "ONU", "organisation"), ("l'ONU", "L'ONU", "l’ONU")),
    (Actor("NOR-ministere", "ministère norvégien", "institution", "NOR"), ("ministère norvégien",)),
    (Actor("rebelles", "Front du Nord", "group"), ("le Front du Nord", "les rebelles")),
)


def cast(text: str) -> ActorReading:
    """Every name of the cast that stands in the text."""
    mentions = [
        Mention(found.start(), found.end(), found[0], actor.actor_id, "name")
        for actor, names in CAST for name in names for found in re.finditer(rf"(?<!\w)(?<!Jean )(?<!Awa ){re.escape(name)}(?!\w)", text)
    ]
    return ActorReading({actor.actor_id: actor for actor, _ in CAST}, sorted(mentions, key=lambda one: (one.start, one.end)))


@functools.cache
def _tokenizer() -> Language:
    return spacy.blank("fr")


FINITE = frozenset(("tiendra", "tient", "est", "masse", "a", "ment", "rompt", "expulse"))  # the verbs that the tests need tagged


def doc(text: str) -> Doc:
    """A Doc whose few verbs of ``FINITE`` are tagged as the pipeline would."""
    tagged = _tokenizer()(text)
    for token in tagged:
        if token.text in FINITE:
            token.pos_ = "VERB"
            token.set_morph("VerbForm=Fin")
    return tagged


def hear(text: str) -> list[Statement]:
    """The statements of a text, read with hardly any tags."""
    return find_statements(doc(text), Article("a", "a.txt", "", text), cast(text))


def said(text: str) -> list[tuple[str, str, str]]:
    """(voice, speaker, words) of each statement."""
    return [(one.voice, one.speaker_id, one.text) for one in hear(text)]
