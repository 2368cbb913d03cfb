"""A parsed text as plain objects, read once: spaCy builds a new Token at every look, and this room looks often.

``Text``, ``Sentence`` and ``Word`` have the names of spaCy's Doc, Span and Token that this room uses, and mean the same.
"""
import functools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise, repeat

import numpy
from spacy.attrs import DEP, HEAD, IDX, LEMMA, LOWER, MORPH, ORTH, POS, SENT_START
from spacy.parts_of_speech import NAMES as POS_NAMES
from spacy.tokens import Doc

from analysis.stances.lexicon import fold

COLUMNS = [IDX, ORTH, LOWER, LEMMA, DEP, POS, MORPH, HEAD]
DEPTH = 12  # steps up a parse that are looked at
CONTRACTED = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de", "d’": "de", "auprès": "auprès", "lors": "lors"}
KEPT_SUBTYPES = ("nsubj:pass", "obl:agent", "aux:pass", "nsubj:caus", "nsubj:outer", "expl:subj")


class Morph(dict):
    """``Tense=Past|Number=Sing`` as a table; ``get`` gives a list, empty where the feature is missing."""

    def get(self, name: str) -> list[str]:
        return super().get(name, [])


@functools.lru_cache(maxsize=4096)
def morph_of(features: str) -> Morph:
    """The morphology of a token, from its printed form; a few hundred forms serve a whole language."""
    pairs = (pair.split("=", 1) for pair in features.split("|") if "=" in pair)
    return Morph({name: values.split(",") for name, values in pairs})


@functools.lru_cache(maxsize=4096)
def label_of(dep: str) -> str:
    """A dependency label without the subtypes that carry nothing here."""
    return dep if dep in KEPT_SUBTYPES else dep.split(":")[0]


def _names(column: numpy.ndarray, name: Callable) -> list:
    """What the numbers of a column stand for, each looked up once."""
    keys = column.tolist()
    known = {key: name(key) for key in set(keys)}
    return [known[key] for key in keys]


class Word:
    """A token: ``i``, ``idx``, ``text``, ``lower_``, ``lemma_``, ``pos_``, ``dep_``, ``morph``, ``head``, ``children``, ``sent``;
    ``label`` is ``dep_`` without the subtypes that carry nothing in this room."""

    __slots__ = ("i", "idx", "text", "lower_", "lemma_", "pos_", "dep_", "label", "morph", "head", "children", "sent", "doc",
                 "_subtree", "_line", "_introduced")

    def __init__(self, i: int, idx: int, names: tuple[str, str, str, str, str, str], morph: Morph, doc: "Text") -> None:
        self.i, self.idx, self.morph, self.doc = i, idx, morph, doc
        self.text, self.lower_, self.lemma_, self.pos_, self.dep_, self.label = names
        self.head: Word = self
        self.children: list[Word] = []
        self._subtree: list[Word] | None = None
        self._line: list[Word] | None = None
        self._introduced: str | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list["Word"]:
        """The children before the word."""
        return [child for child in self.children if child.i < self.i]

    @property
    def lineage(self) -> list["Word"]:
        """The word and its governors up to the root of its sentence, a dozen at most."""
        if self._line is None:
            self._line = [self]
            while self._line[-1].head is not self._line[-1] and len(self._line) < DEPTH:
                self._line.append(self._line[-1].head)
        return self._line

    @property
    def preposition(self) -> str:
        """The preposition that introduces the word (``à`` for ``aux États-Unis``), empty where there is none."""
        if self._introduced is None:
            self._introduced = next((CONTRACTED.get(child.lower_, child.lower_) for child in self.children
                                     if child.i < self.i and child.dep_.startswith(("case", "mark"))
                                     and child.pos_ in ("ADP", "SCONJ", "DET")), "")
        return self._introduced

    @property
    def subtree(self) -> list["Word"]:
        """The word and all it governs, in order of the text."""
        if self._subtree is None:
            found, stack = [], [self]
            while stack:
                word = stack.pop()
                found.append(word)
                stack.extend(word.children)
            self._subtree = sorted(found, key=lambda word: word.i)
        return self._subtree

    @property
    def left_edge(self) -> "Word":
        """The first word of the subtree."""
        return self.subtree[0]

    @property
    def right_edge(self) -> "Word":
        """The last word of the subtree."""
        return self.subtree[-1]


class Sentence:
    """A sentence: ``start`` and ``end`` count words, ``start_char`` and ``end_char`` characters."""

    __slots__ = ("start", "end", "start_char", "end_char", "words")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.start, self.end = words[0].i, words[-1].i + 1
        self.start_char, self.end_char = words[0].idx, words[-1].idx + len(words[-1])

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)


class Text:
    """A parsed text: its words, its sentences, its characters; ``folded`` are each word's lemma and form as the lexicon has them."""

    def __init__(self, doc: Doc, text: str) -> None:
        self.text = text  # what `doc.text` would put together again from its tokens, each built anew
        self.words = self._words(doc) if len(doc) else []
        starts = doc.to_array(SENT_START).tolist()
        borders = [0, *(i for i in range(1, len(starts)) if starts[i] == 1), len(starts)]
        self.sents = [Sentence(self.words[first:end]) for first, end in pairwise(borders) if end > first]
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence
        self.offsets = [word.idx for word in self.words]
        self.folded = [(fold(word.lemma_), fold(word.text)) for word in self.words]

    def _words(self, doc: Doc) -> list[Word]:
        table, strings = doc.to_array(COLUMNS), doc.vocab.strings
        places = table[:, 0].tolist()
        columns = [_names(column, strings.__getitem__) for column in table[:, 1:5].T]
        columns.append(_names(table[:, 5], POS_NAMES.__getitem__))
        columns.append(_names(table[:, 6], lambda key: morph_of(strings[key] if key else "")))
        text, lower, lemma, dep, pos, morph = columns
        labels = map(label_of, dep)
        words = [Word(i, *row) for i, row in enumerate(zip(
            places, zip(text, lower, lemma, pos, dep, labels, strict=True), morph, repeat(self, len(places)), strict=True))]
        for word, step in zip(words, table[:, 7].astype(numpy.int64).tolist(), strict=True):
            if step:
                word.head = words[word.i + step]
                word.head.children.append(word)
        return words

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __getitem__(self, place):
        return self.words[place]

    def root(self, first: int, end: int) -> Word:
        """The word of ``first:end`` (words) that governs the others."""
        for word in self.words[first:end]:
            if not first <= word.head.i < end or word.head is word:
                return word
        return self.words[first]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Characters → words: the first word that the span touches, and the one after the last."""
        first = max(bisect_right(self.offsets, start) - 1, 0)
        return first, max(bisect_left(self.offsets, end), first + 1)
