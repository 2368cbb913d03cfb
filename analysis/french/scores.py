"""How well and how fast a French pipeline reads a treebank's running text."""

from __future__ import annotations

import time
from collections.abc import Sequence

from spacy.language import Language
from spacy.training import Example

from analysis.french.treebanks import Sentence, spaced, to_doc

#: name in our tables, spaCy's name
MEASURES = {"pos": "pos_acc", "morph": "morph_acc", "uas": "dep_uas", "las": "dep_las", "lemma": "lemma_acc",
            "sentences_f": "sents_f", "tokens_f": "token_f"}


def documents(sentences: Sequence[Sentence], size: int = 10) -> list[list[Sentence]]:
    """The sentences in documents of `size`, in their order."""
    return [list(sentences[i : i + size]) for i in range(0, len(sentences), size)]


def score(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Shares between 0 and 1; the text is tokenised and split by the pipeline, ten sentences a document.

    As spaCy counts: punctuation is left out of UAS and LAS, and LAS compares whole labels (obl:mod is not obl:arg).
    """
    examples = []
    for group in documents(sentences):
        reference = to_doc(nlp.vocab, [spaced(sentence) for sentence in group])
        examples.append(Example(nlp.make_doc(reference.text), reference))
    scores = nlp.evaluate(examples)
    return {name: round(float(scores[key]), 4) for name, key in MEASURES.items() if scores.get(key) is not None}


def speed(nlp: Language, sentences: Sequence[Sentence], rounds: int = 3) -> int:
    """Words a second of processor time, the best of some rounds, texts of ten sentences one after the other."""
    texts = ["".join(w.form + " " * w.space for s in group for w in spaced(s)) for group in documents(sentences)]
    best = 0.0
    for _ in range(rounds):
        start = time.process_time()
        words = sum(len(nlp(text)) for text in texts)
        best = max(best, words / (time.process_time() - start))
    return int(best)
