"""How well and how fast a French pipeline reads a treebank's running text."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from analysis.french.augment import break_after
from analysis.french.sentences import mark_sentences
from analysis.french.treebanks import Sentence, spaced, to_doc

#: name in our tables, spaCy's name
MEASURES = {"pos": "pos_acc", "morph": "morph_acc", "uas": "dep_uas", "las": "dep_las", "lemma": "lemma_acc",
            "sentences_f": "sents_f", "tokens_f": "token_f"}


def documents(sentences: Sequence[Sentence], size: int = 10) -> list[list[Sentence]]:
    """The sentences in documents of `size`, in their order."""
    return [list(sentences[i : i + size]) for i in range(0, len(sentences), size)]


def _reference(nlp: Language, group: list[Sentence], lines: bool) -> Doc:
    """The sentences in one line; or, as articles have them, a line break after each that has no mark at its end.

    The breaks carry nothing to score: spaCy would count them as missed.
    """
    result = []
    for sentence in group:
        if lines and sentence[-1].pos != "PUNCT":
            *words, mark = break_after(sentence, "\n")
            result.append([*words, replace(mark, pos="", lemma="", dep="punct")])
        else:
            result.append(spaced(sentence))
    return to_doc(nlp.vocab, result)


def score(nlp: Language, sentences: Sequence[Sentence], as_parsed: bool = False) -> dict[str, float]:
    """Shares between 0 and 1; the text is tokenised and split by the pipeline, ten sentences a document.

    As spaCy counts: punctuation is left out of UAS and LAS, and LAS compares whole labels (obl:mod is not obl:arg).
    `as_parsed` reads the text as `analysis.language.parse` does, the sure sentence starts set first.
    """
    examples = []
    for group in documents(sentences):
        reference = _reference(nlp, group, as_parsed)
        predicted = nlp.make_doc(reference.text)
        if as_parsed:
            mark_sentences(predicted)
        examples.append(Example(predicted, reference))
    scores = nlp.evaluate(examples)
    return {name: round(float(scores[key]), 4) for name, key in MEASURES.items() if scores.get(key) is not None}


def speed(nlp: Language, sentences: Sequence[Sentence], rounds: int = 3) -> int:
    """Words a second of processor time, the best of some rounds, texts of ten sentences one after the other."""
    texts = [_reference(nlp, group, lines=False).text for group in documents(sentences)]
    best = 0.0
    for _ in range(rounds):
        start = time.process_time()
        words = sum(len(nlp(text)) for text in texts)
        best = max(best, words / (time.process_time() - start))
    return int(best)
