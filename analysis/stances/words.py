"""A parsed text as plain objects, read once: spaCy builds a new Token at every look, and this room looks often.

``Text``, ``Sentence`` and ``Word`` have the names of spaCy's Doc, Span and Token that this room uses, and mean the same.
"""
import functools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, repeat
from operator import attrgetter

import numpy
from spacy.attrs import DEP, HEAD, IDX, LEMMA, MORPH, ORTH, POS, SENT_START
from spacy.parts_of_speech import NAMES as POS_NAMES
from spacy.strings import StringStore
from spacy.tokens import Doc

from analysis.stances.lexicon import fold

COLUMNS = [IDX, ORTH, LEMMA, POS, MORPH, DEP, SENT_START, HEAD]
FORMS = 20_000  # forms kept, those last met; they serve nine words of ten
DEPTH = 12  # steps up a parse that are looked at
NEAR = 3  # steps of a path that are told one by one
CONTRACTED = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de", "d’": "de", "auprès": "auprès", "lors": "lors"}
KEPT_SUBTYPES = ("nsubj:pass", "obl:agent", "aux:pass", "nsubj:caus", "nsubj:outer", "expl:subj")
ASKED = ("nsubj", "csubj", "nsubj:pass", "aux:pass", "obl:agent", "obj", "iobj", "obl", "nmod", "amod", "advmod", "acl", "conj", "cop",
         "xcomp", "ccomp", "case", "mark")
_CODES = {"VERB": "V", "NOUN": "N", "ADJ": "A", "PUNCT": ",", "PROPN": "U", "PRON": "p", "CCONJ": "&", "SCONJ": "q", "NUM": "N",
          "DET": "", "ADV": "", "SPACE": "", "AUX": "", "PART": ""}
_place = attrgetter("i")

#: text, lower_, lemma_, pos_, morph, folded and code of a word
Form = tuple[str, str, str, str, "Morph", tuple[str, str], str]


class Once:
    """``functools.cached_property`` without its lock, which takes longer than most of what is found here."""

    def __init__(self, find: Callable) -> None:
        self.find, self.__doc__ = find, find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, one, owner: type | None = None):
        if one is None:
            return self
        found = self.find(one)
        setattr(one, self.name, found)  # stands before this from now on
        return found


class Morph(dict):
    """``Tense=Past|Number=Sing`` as a table; ``get`` gives a list, empty where the feature is missing; ``verb_form`` and
    ``tense`` are the two most asked for."""

    def __init__(self, features: str) -> None:
        pairs = (pair.split("=", 1) for pair in features.split("|") if "=" in pair)
        super().__init__({name: values.split(",") for name, values in pairs})
        self.verb_form, self.tense = self.get("VerbForm"), self.get("Tense")

    def get(self, name: str) -> list[str]:
        return super().get(name, [])


@functools.lru_cache(maxsize=4096)
def morph_of(features: str) -> Morph:
    """The morphology of a token, from its printed form; a few hundred forms serve a whole language."""
    return Morph(features)


@functools.lru_cache(maxsize=FORMS)
def form_of(strings: StringStore, orth: int, lemma: int, pos: int, morph: int) -> Form:
    """What a word is wherever it stands, from the numbers that spaCy gives its parts."""
    text, lemma_, pos_ = strings[orth], strings[lemma], POS_NAMES[pos]
    lower = text.lower()
    code = CONTRACTED.get(lower, lower) if pos_ == "ADP" else _CODES.get(pos_, "x")
    return text, lower, lemma_, pos_, morph_of(strings[morph] if morph else ""), (fold(lemma_), fold(text)), code


@functools.lru_cache(maxsize=1024)
def dependency(strings: StringStore, dep: int) -> tuple[str, str, int]:
    """A dependency, its label without the subtypes that carry nothing here, and the label's bit."""
    name = strings[dep]
    label = name if name in KEPT_SUBTYPES else name.split(":")[0]
    return name, label, bits(label)


def bits(*labels: str) -> int:
    """Labels of ``ASKED`` as a number, a bit each, so that one operation tells whether a word governs any of them."""
    return sum(1 << ASKED.index(label) for label in set(labels) if label in ASKED)


_INTRODUCES = bits("case", "mark")


class Word:
    """A token: ``i``, ``idx``, ``text``, ``lower_``, ``lemma_``, ``pos_``, ``dep_``, ``morph``, ``head``, ``children``, ``sent``.

    ``label`` is ``dep_`` without the subtypes that carry nothing in this room, ``folded`` lemma and form as the lexicon has
    them, ``preposition`` what introduces the word (``à`` for ``aux États-Unis``, empty where nothing does), ``bit`` its label
    and ``below`` those of its children as numbers (see ``bits``), ``code`` what stands for it in a pattern (see ``syntax.gap``).
    """

    __slots__ = ("i", "idx", "doc", "text", "lower_", "lemma_", "pos_", "morph", "folded", "code", "dep_", "label", "bit", "head",
                 "children", "preposition", "below", "sent", "__dict__")  # the last for what is found later

    def __init__(self, i: int, idx: int, doc: "Text", form: Form, link: tuple[str, str, int]) -> None:
        self.i, self.idx, self.doc = i, idx, doc
        self.text, self.lower_, self.lemma_, self.pos_, self.morph, self.folded, self.code = form
        self.dep_, self.label, self.bit = link
        self.head: Word = self
        self.children: Sequence[Word] = ()
        self.preposition = ""
        self.below = 0

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list["Word"]:
        """The children before the word."""
        return [child for child in self.children if child.i < self.i]

    @Once
    def lineage(self) -> list["Word"]:
        """The word and its governors up to the root of its sentence, a dozen at most."""
        line, word = [self], self
        while word.head is not word and len(line) < DEPTH:
            word = word.head
            line.append(word)
        return line

    @Once
    def ways_up(self) -> list[tuple["Word", str]]:
        """The word and its next governors, each with the way to it: ``^xcomp/^obj/``."""
        word, way = self, ""
        ways = [(word, way)]
        while word.head is not word and len(ways) <= NEAR:
            word, way = word.head, f"{way}^{word.label}/"
            ways.append((word, way))
        return ways

    @Once
    def ways_down(self) -> dict["Word", str]:
        """The word and its next governors, each with the way from it, the preposition last: ``obj/nmod:de``."""
        word, way = self, f":{self.preposition}" if self.preposition else ""
        ways = {word: ""}
        while word.head is not word and len(ways) <= NEAR:
            way = f"{word.label}/{way}" if len(ways) > 1 else word.label + way
            word = word.head
            ways[word] = way
        return ways

    @Once
    def subtree(self) -> list["Word"]:
        """The word and all it governs, in order of the text."""
        found = [self]
        for word in found:  # which grows meanwhile
            if word.children:
                found += word.children
        found.sort(key=_place)
        return found

    @property
    def left_edge(self) -> "Word":
        """The first word of the subtree."""
        return self.subtree[0]


def _hang(words: list[Word], heads: list[int]) -> None:
    """Make each word a child of its head, which stands at a place of the text."""
    for word, place in zip(words, heads, strict=True):
        head = words[place]
        if head is word:
            continue
        word.head = head
        head.below |= word.bit
        if head.children:
            head.children.append(word)
        else:
            head.children = [word]  # most words have none, and need no list
        if word.bit & _INTRODUCES and word.i < place and not head.preposition and word.pos_ in ("ADP", "SCONJ", "DET"):
            head.preposition = CONTRACTED.get(word.lower_, word.lower_)


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
        self.words: list[Word] = []
        self.sents: list[Sentence] = []
        self.offsets: list[int] = []
        if len(doc):
            self._read(doc)
        self.folded = [word.folded for word in self.words]

    def _read(self, doc: Doc) -> None:
        table, strings = doc.to_array(COLUMNS), repeat(doc.vocab.strings)
        self.offsets, *forms, deps, starts = table[:, :-1].T.tolist()
        forms, links, places = map(form_of, strings, *forms), map(dependency, strings, deps), range(len(deps))
        self.words = words = list(map(Word, places, self.offsets, repeat(self), forms, links))
        heads = numpy.arange(len(deps)) + table[:, -1].astype(numpy.int64)
        _hang(words, heads.tolist())
        borders = [0, *[i for i in places if starts[i] == 1 and i], len(words)]
        self.sents = [Sentence(words[first:end]) for first, end in pairwise(borders)]
        for sentence in self.sents:
            for word in sentence.words:
                word.sent = sentence

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __getitem__(self, place):
        return self.words[place]

    def let_go(self) -> None:
        """Untie the words from one another once nothing more is asked of them; until then each holds all others, so that only the
        collector could free them, which takes longer than this."""
        for word in self.words:
            word.head = word.sent = word.doc = None
            word.children = ()
            vars(word).clear()

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
