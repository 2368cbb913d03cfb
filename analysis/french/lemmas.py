"""Lemmas mended after the pipeline: verbs by conjugation, proper names as written.

The lemmatizer learnt edits from the verb forms it saw and fails on most it did not see (« fustigea » stayed
« fustigea »), while the lexicons look verbs up by lemma. A form that only one verb of `verbs.txt` has gets that verb;
other verbs that were left without an infinitive's ending get one by the endings of the first group.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from analysis.french.conjugation import forms

COMPONENT = "french_lemmas"
INFINITIVES = ("er", "ir", "re", "oir", "ïr")
#: verbs wanted where two verbs of the list share a form
PREFERRED = {"tue": "tuer", "tues": "tuer", "pointe": "pointer", "pointes": "pointer", "convient": "convenir",
             "vit": "vivre", "vis": "vivre", "alliez": "aller", "allions": "aller"}
_ENDINGS = sorted(
    ["e", "es", "ent", "ons", "ez", "ai", "as", "a", "âmes", "âtes", "èrent", "ais", "ait", "ions", "iez", "aient", "ant",
     "ât", "é", "ée", "és", "ées"] + ["er" + e for e in ("ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez",
                                                         "aient")], key=len, reverse=True)


@functools.cache
def verb_lemmas() -> dict[str, str]:
    """Lemma by form for the verbs of `verbs.txt`; forms of two verbs are left to the pipeline."""
    found: dict[str, set[str]] = defaultdict(set)
    for verb in (Path(__file__).parent / "verbs.txt").read_text(encoding="utf-8").split():
        for form in forms(verb):
            found[form].add(verb)
    return {form: min(verbs) for form, verbs in found.items() if len(verbs) == 1} | PREFERRED


def first_group(form: str) -> str:
    """The infinitive in -er of a form of an unknown verb: « fustigeait » fustiger, « tança » tancer."""
    ending = next((ending for ending in _ENDINGS if form.endswith(ending) and len(form) > len(ending) + 1), None)
    if ending is None:
        return form
    stem = form[: -len(ending)]
    if stem.endswith("ç"):
        stem = stem[:-1] + "c"
    elif stem.endswith("ge") and ending[0] in "aâo":
        stem = stem[:-1]
    return stem + "er"


def mend_lemmas(doc: Doc) -> Doc:
    """Set the lemmas of verbs and proper names in place."""
    table = verb_lemmas()
    for token in doc:
        if token.pos_ == "VERB":
            form = token.lower_.replace("’", "'")
            if form in table:
                token.lemma_ = table[form]
            elif not token.lemma_.endswith(INFINITIVES):
                token.lemma_ = first_group(form)
        elif token.pos_ == "PROPN":
            token.lemma_ = token.text
    return doc


Language.component(COMPONENT, func=mend_lemmas)
