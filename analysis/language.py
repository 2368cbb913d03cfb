"""The French pipeline: text to a spaCy Doc with parts of speech, lemmas, a dependency parse and sentences.

One article is one Doc, and `token.idx` is the token's offset in the article's text. The pipeline is our own (see
`analysis/french/README.md`); the environment variable HOMOLOGUE_MODEL names another one, a folder or an installed
spaCy package such as fr_core_news_lg.
"""

from __future__ import annotations

import functools
import os
import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from analysis.french.encoder import Encoder, encoder_of
from analysis.french.products import use_numpy_products
from analysis.french.sentences import mark_sentences
from analysis.french.tidy import COMPONENT, tidy

OWN_MODEL = Path(__file__).parent / "french" / "model"
VARIABLE = "HOMOLOGUE_MODEL"
TITLE_UNKNOWN = (0, 0)

#: what the readers of a Doc need, and the spaCy components that give it
PARTS = {
    "parts of speech": ("morphologizer", "tagger"),
    "a dependency parse": ("parser",),
    "lemmas": ("trainable_lemmatizer", "lemmatizer"),
}
NOT_NEEDED = ["ner", "senter"]

#: spaCy's tokenizer takes time that grows with the square of a run without spaces; longer runs are cut plainly
LONGEST_RUN = 200
_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN},}}")
_PLAIN_TOKEN = re.compile(r"[^\W_]{1,50}|(?:[\W_]){1,50}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
LONGEST_TEXT = 20_000_000

#: words kept for good: those of some 2,000 articles. With fewer, reading takes longer; more are rare ones
KEPT_WORDS = 40_000


class PipelineError(RuntimeError):
    """The French pipeline cannot be used; the message says in one line what was asked for and what to do."""


def load_pipeline(name: str | None = None) -> Language:
    """The French pipeline, loaded once a process.

    `name` is a folder or an installed package; without it HOMOLOGUE_MODEL, without that our own. Raises PipelineError.
    """
    return _load(str(name or os.environ.get(VARIABLE) or OWN_MODEL))


@functools.cache
def _load(name: str) -> Language:
    if not Path(name).is_dir() and not spacy.util.is_package(name):
        raise PipelineError(
            f"French pipeline {name!r} not found: no such folder and no installed spaCy package. Install it, correct "
            f"{VARIABLE}, or unset {VARIABLE} to use Homologue's own."
        )
    try:
        nlp = spacy.load(name, exclude=NOT_NEEDED)
    except (OSError, ValueError, KeyError, ImportError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise PipelineError(
            f"French pipeline {name!r} could not be loaded ({reason}). Correct or unset {VARIABLE}."
        ) from error
    _require_parts(nlp, name)
    nlp.tokenizer.max_cache_size = 1_000_000
    nlp.max_length = LONGEST_TEXT
    vectors = nlp.vocab.vectors
    if vectors.data.dtype != numpy.float32:  # stored at half precision to halve the folder
        vectors.data = vectors.data.astype(numpy.float32)
    use_numpy_products(nlp)
    Language.component(COMPONENT, func=tidy)
    nlp.add_pipe(COMPONENT, last=True)
    return nlp


def _require_parts(nlp: Language, name: str) -> None:
    """Raise PipelineError where the pipeline is not French or lacks a part that the readers of a Doc need."""
    if nlp.lang != "fr":
        raise PipelineError(
            f"Pipeline {name!r} is for language {nlp.lang!r}, not French. Correct or unset {VARIABLE}."
        )
    missing = [part for part, makers in PARTS.items() if not set(makers) & set(nlp.pipe_names)]
    if missing:
        raise PipelineError(
            f"French pipeline {name!r} gives no {' and no '.join(missing).replace('no a ', 'no ')}. "
            f"Name another in {VARIABLE}, or unset it to use Homologue's own."
        )


@contextmanager
def passing_words() -> Iterator[None]:
    """A block at whose end the pipeline forgets the words that it first met in it, once it knows the frequent ones.

    Without it, a process that reads a million articles keeps every name and misprint in them. No Doc made in the block
    may be looked at behind it. One thread at a time, since all share the pipeline's words.
    """
    nlp = load_pipeline()
    with _turn(), nlp.memory_zone() if len(nlp.vocab) > KEPT_WORDS else nullcontext():
        yield


@functools.cache
def _turn() -> threading.Lock:
    return threading.Lock()


def parse(article_text: str, title_span: tuple[int, int] = TITLE_UNKNOWN) -> Doc:
    """The article as one Doc; `token.idx` is the offset in `article_text`.

    Sentences never cross a line break nor an end of the title, whose offsets are `title_span`; the header before the
    title (« date 2023-05-04 ») is a sentence of its own. Lone surrogates, which spaCy refuses, become U+FFFD.
    """
    return next(parse_many([(article_text, title_span)]))


def parse_many(items: Iterable[tuple[str, tuple[int, int]]]) -> Iterator[Doc]:
    """Docs of (article text, title span) pairs, in their order; see `parse`."""
    nlp = load_pipeline()
    encode = _encoder(nlp)
    for text, span in items:
        doc = _prepare(nlp, text, span)
        if not len(doc):
            yield doc
        elif encode is None:
            yield nlp(doc)
        else:
            yield _run(nlp, encode(doc))


@functools.cache
def _encoder(nlp: Language) -> Encoder | None:
    return encoder_of(nlp)


def _run(nlp: Language, doc: Doc) -> Doc:
    """What follows the word vectors; each component in turn, as `nlp` runs them."""
    for _, component in nlp.pipeline[1:]:
        doc = component(doc)
    return doc


def _prepare(nlp: Language, text: str, title_span: tuple[int, int]) -> Doc:
    doc = _tokenize(nlp, _SURROGATE.sub(_REPLACEMENT, text))
    mark_sentences(doc, title_span)
    return doc


def _tokenize(nlp: Language, text: str) -> Doc:
    """The text's tokens; `doc.text == text`."""
    if not _LONG_RUN.search(text):
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    done = 0
    for run in [*_LONG_RUN.finditer(text), None]:
        between = text[done : run.start() if run else len(text)]
        if words and between.startswith(" "):
            spaces[-1] = True
            between = between[1:]
        for token in nlp.make_doc(between):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
        if run:
            pieces = _PLAIN_TOKEN.findall(run.group())
            words += pieces
            spaces += [False] * len(pieces)
            done = run.end()
    return Doc(nlp.vocab, words=words, spaces=spaces)
