"""A parsed text as plain objects, read once: spaCy builds a new Token at every look, and this room looks often.

``Text``, ``Sentence`` and ``Word`` have the names of spaCy's Doc, Span and Token that this room uses, and mean the same.
"""
import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc


class Morph(dict):
    """``Tense=Past|Number=Sing`` as a table; ``get`` gives a list, empty where the feature is missing."""

    def get(self, name: str) -> list[str]:
        return super().get(name, [])


@functools.lru_cache(maxsize=4096)
def morph_of(features: str) -> Morph:
    """The morphology of a token, from its printed form; a few hundred forms serve a whole language."""
    pairs = (pair.split("=", 1) for pair in features.split("|") if "=" in pair)
    return Morph({name: values.split(",") for name, values in pairs})


class Word:
    """A token: ``i``, ``idx``, ``text``, ``lower_``, ``lemma_``, ``pos_``, ``dep_``, ``morph``, ``head``, ``children``, ``sent``."""

    __slots__ = ("i", "idx", "text", "lower_", "lemma_", "pos_", "dep_", "morph", "head", "children", "sent", "doc", "_subtree")

    def __init__(self, token, doc: "Text") -> None:
        self.i, self.idx, self.text, self.lower_ = token.i, token.idx, token.text, token.lower_
        self.lemma_, self.pos_, self.dep_ = token.lemma_, token.pos_, token.dep_
        self.morph = morph_of(str(token.morph))
        self.head: Word = self
        self.children: list[Word] = []
        self.doc = doc
        self._subtree: list[Word] | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list["Word"]:
        """The children before the word."""
        return [child for child in self.children if child.i < self.i]

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
    """A parsed text: its words, its sentences, its characters."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.words = [Word(token, self) for token in doc]
        for token, word in zip(doc, self.words, strict=True):
            if token.head.i != token.i:
                word.head = self.words[token.head.i]
                word.head.children.append(word)
        self.sents = [Sentence(self.words[span.start:span.end]) for span in doc.sents] if self.words else []
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence
        self.offsets = [word.idx for word in self.words]

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
