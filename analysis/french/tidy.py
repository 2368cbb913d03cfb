"""What the pipeline learnt, mended: verb lemmas by conjugation, proper names as written, line breaks out of the parse.

The lemmatizer learnt edits from the verb forms it saw and fails on most it did not see (« fustigea » stayed
« fustigea »), while the lexicons look verbs up by lemma. A form that only one verb of `verbs.txt` has gets that verb;
of another verb the learnt lemma stays if its conjugation has the form, else the endings of the first group decide.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from pathlib import Path

import numpy
from spacy.attrs import SENT_START
from spacy.tokens import Doc, Token

from analysis.french.conjugation import forms

COMPONENT = "french_tidy"
NO_START = 2**64 - 1  # -1 as spaCy's arrays hold it
AUXILIARIES = ("avoir", "être")
INVARIABLE = ("ss", "is", "us", "ès", "as", "os", "ays", "corps", "temps")
#: verbs wanted where two verbs of the list share a form
PREFERRED = {"tue": "tuer", "tues": "tuer", "pointe": "pointer", "pointes": "pointer", "convient": "convenir",
             "vit": "vivre", "vis": "vivre", "alliez": "aller", "allions": "aller"}
_PERSONS = ("ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient")
ENDINGS = sorted(
    [*("er" + person for person in _PERSONS), "e", "es", "ent", "ons", "ez", "ai", "as", "a", "âmes", "âtes", "èrent",
     "ais", "ait", "ions", "iez", "aient", "ant", "ât", "é", "ée", "és", "ées"],
    key=len, reverse=True,
)


@functools.cache
def verb_lemmas() -> dict[str, str]:
    """Lemma by form for the verbs of `verbs.txt`; forms of two verbs are left to the pipeline."""
    found: dict[str, set[str]] = defaultdict(set)
    for verb in (Path(__file__).parent / "verbs.txt").read_text(encoding="utf-8").split():
        for form in forms(verb):
            found[form].add(verb)
    return {form: min(verbs) for form, verbs in found.items() if len(verbs) == 1} | PREFERRED


def first_group(form: str) -> str:
    """The infinitive in -er of a form of an unknown verb: « phagocytait » phagocyter, « tança » tancer."""
    ending = next((ending for ending in ENDINGS if form.endswith(ending) and len(form) > len(ending) + 1), None)
    if ending is None:
        return form
    stem = form[: -len(ending)]
    if stem.endswith("ç"):
        stem = stem[:-1] + "c"
    elif stem.endswith("ge") and ending[0] in "aâo":
        stem = stem[:-1]
    return stem + "er"


@functools.lru_cache(maxsize=10_000)
def verb_lemma(form: str, learnt: str) -> str:
    """The lemma of a verb outside the table: the learnt one if it has the form, else that of the first group."""
    if learnt in AUXILIARIES:
        return learnt
    try:
        if form in forms(learnt) and not learnt.endswith("aier"):  # courtisaient is no courtisai + ent
            return learnt
    except ValueError:
        learnt = form
    regular = first_group(form)
    return regular if regular.endswith("er") and len(regular) > 2 and form in forms(regular) else learnt


def singular(form: str) -> str:
    """The singular of a noun or adjective in small letters, by its ending: « offices » office, « tribunaux » tribunal."""
    if form.endswith("eaux"):
        return form[:-1]
    if form.endswith("aux") and len(form) > 4:
        return form[:-3] + "al"
    return form[:-1] if form.endswith("s") and not form.endswith(INVARIABLE) and len(form) > 3 else form


def tidy(doc: Doc) -> Doc:
    """Mend lemmas and white-space tokens in place."""
    table = verb_lemmas()
    for token in doc:
        if token.is_space:
            _set_aside(token)
        elif token.pos_ == "VERB":
            form = token.lower_.replace("’", "'")
            token.lemma_ = table[form] if form in table else verb_lemma(form, token.lemma_)
        elif token.pos_ == "PROPN":
            token.lemma_ = token.text
        elif token.pos_ in ("NOUN", "ADJ") and token.is_title and not token.lemma_.islower() and len(token) > 1:
            token.lemma_ = singular(token.lower_)
    if len(doc) > 1 and doc[0].is_space and doc[1].is_sent_start:
        _join_first(doc)
    return doc


def _set_aside(space: Token) -> None:
    """A white-space token governs nothing and hangs on the token before it, or after it at the start."""
    doc = space.doc
    space.pos_, space.lemma_ = "SPACE", space.text
    children = list(space.children)
    if children:
        head = children[0] if space.head == space else space.head
        for child in children:
            child.head = child if head == child else head
    neighbour = space.i - 1 if space.i else 1
    if space.head != space or children:
        space.dep_ = "dep"
        if 0 <= neighbour < len(doc) and doc[neighbour].sent == space.sent:
            space.head = doc[neighbour]


def _join_first(doc: Doc) -> None:
    """White space at the start of the text belongs to the first sentence, not to one of its own."""
    doc[0].head = doc[1]
    starts = doc.to_array([SENT_START]).astype(numpy.uint64).reshape(-1, 1)
    starts[1] = NO_START
    doc.from_array([SENT_START], starts)
