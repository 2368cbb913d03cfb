"""Universal Dependencies treebanks (CoNLL-U) to spaCy Docs.

A sentence is read with its multiword tokens merged: *du* (de + le) is one token, as the press writes it, with the part
of speech, the relation and the lemma of the part that governs (*de*), and the articles' features are dropped. Empty
nodes are skipped. Sentences follow each other in one Doc, so that the parser learns where they end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab


@dataclass(frozen=True)
class Word:
    """One token of a treebank sentence; `head` is a position in the sentence, the root's is its own."""

    form: str
    lemma: str
    pos: str
    feats: str
    head: int
    dep: str
    space: bool


Sentence = list[Word]


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    """Rows of ten columns, one list a sentence, comments left out."""
    rows: list[list[str]] = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if not line and rows:
                yield rows
                rows = []
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
    if rows:
        yield rows


def _groups(rows: list[list[str]]) -> list[tuple[str, bool, list[list[str]]]]:
    """Surface tokens of a sentence: (form, space after, the one or more syntactic words in it)."""
    groups: list[tuple[str, bool, list[list[str]]]] = []
    last = 0
    for row in rows:
        if "." in row[0]:
            continue
        space = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            last = int(row[0].split("-")[1])
            groups.append((row[1], space, []))
        elif int(row[0]) <= last:
            groups[-1][2].append(row)
        else:
            groups.append((row[1], space, [row]))
    return groups


def _governor(words: list[list[str]]) -> list[str]:
    """The word of a merged token that the others hang on, or the first."""
    inside = {word[0] for word in words}
    return next((word for word in words if word[6] not in inside), words[0])


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file, multiword tokens merged.

    « du » becomes Word(form="du", lemma="de", pos="ADP", dep="case", …).
    """
    for rows in _blocks(path):
        groups = _groups(rows)
        position = {word[0]: i for i, (_, _, words) in enumerate(groups) for word in words}
        sentence = []
        for i, (form, space, words) in enumerate(groups):
            word = _governor(words)
            head = i if word[6] == "0" else position[word[6]]
            feats = "" if word[5] == "_" else word[5]
            sentence.append(Word(form, word[2], word[3], feats, head, word[7], space))
        yield sentence


def spaced(sentence: Sentence) -> Sentence:
    """The sentence with a space after its last token, so that another can follow."""
    return [*sentence[:-1], replace(sentence[-1], space=True)]


def to_doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """One Doc of the sentences in their order, with gold morphology, lemmas, heads and sentence starts."""
    words = [word for sentence in sentences for word in sentence]
    starts: list[int] = []
    for sentence in sentences:
        starts += [len(starts)] * len(sentence)
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        pos=[word.pos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head + start for word, start in zip(words, starts)],
        deps=["ROOT" if word.dep == "root" else word.dep for word in words],
    )
