"""The pipeline's word vectors in context, computed as its `tok2vec` does and in half the time.

What `tok2vec` starts from depends on the word alone (its form, prefix, suffix, shape and static vector), so each word is
embedded once and kept; its layers of windows then run over the whole article in a few large products. The numbers are
those of spaCy up to rounding.
"""

from __future__ import annotations

import threading
from typing import NamedTuple

import numpy
from spacy.attrs import NORM, ORTH
from spacy.language import Language
from spacy.tokens import Doc, Token
from thinc.api import Model

WINDOW_LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
KEPT = 60_000  # words, at half a kilobyte each; then the collection begins anew
TINY = 1e-8  # added to a variance, as thinc does


class Layer(NamedTuple):
    """One window layer: products of a word and its two neighbours, the largest piece of each, made even."""

    pieces: numpy.ndarray  # (3 * width, pieces * width), piece by piece
    bias: numpy.ndarray
    gain: numpy.ndarray
    shift: numpy.ndarray

    def run(self, rows: numpy.ndarray) -> numpy.ndarray:
        """The rows with what the layer adds to each."""
        width = rows.shape[1]
        window = numpy.zeros((len(rows), 3 * width), dtype=rows.dtype)
        window[1:, :width] = rows[:-1]
        window[:, width:2 * width] = rows
        window[:-1, 2 * width:] = rows[1:]
        products = window @ self.pieces
        products += self.bias
        best = products[:, :width]
        for first in range(width, products.shape[1], width):
            best = numpy.maximum(best, products[:, first:first + width])
        best = best - best.mean(axis=1, keepdims=True)
        best *= 1 / numpy.sqrt((best * best).mean(axis=1, keepdims=True) + TINY)
        best *= self.gain
        best += self.shift
        best += rows
        return best


class Known:
    """Words that were embedded: (form, norm) → row of the table."""

    def __init__(self, width: int) -> None:
        self.rows: dict[tuple[int, int], int] = {}
        self.table = numpy.zeros((1024, width), dtype=numpy.float32)

    def add(self, keys: list[tuple[int, int]], vectors: numpy.ndarray) -> None:
        """Keep new words; the table is exchanged for a larger one, never changed under a reader."""
        first = len(self.rows)
        if first + len(keys) > len(self.table):
            larger = numpy.zeros((2 * (first + len(keys)), self.table.shape[1]), dtype=numpy.float32)
            larger[:first] = self.table[:first]
            self.table = larger
        self.table[first:first + len(keys)] = vectors
        self.rows.update((key, first + place) for place, key in enumerate(keys))


class Encoder:
    """Gives a Doc its `tensor`; one for each pipeline, shared by threads."""

    def __init__(self, embed: Model, layers: list[Layer]) -> None:
        self.embed, self.layers, self.lock = embed, layers, threading.Lock()
        self.width = len(layers[0].gain)
        self.known = Known(self.width)

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, its `tensor` filled."""
        pad = len(self.layers)  # rows of nothing at both ends, as spaCy puts them
        rows = numpy.zeros((len(doc) + 2 * pad, self.width), dtype=numpy.float32)
        rows[pad:-pad] = self._embedded(doc)
        for layer in self.layers:
            rows = layer.run(rows)
        doc.tensor = rows[pad:-pad]
        return doc

    def _embedded(self, doc: Doc) -> numpy.ndarray:
        """The vectors of the words by themselves."""
        keys = list(map(tuple, doc.to_array([ORTH, NORM]).tolist()))
        with self.lock:
            if len(self.known.rows) > KEPT:
                self.known = Known(self.width)
            known = self.known
            new = {key: i for i, key in enumerate(keys) if key not in known.rows}
            if new:
                known.add(list(new), self._embed([doc[i] for i in new.values()]))
        return known.table[[known.rows[key] for key in keys]]

    def _embed(self, tokens: list[Token]) -> numpy.ndarray:
        apart = Doc(tokens[0].vocab, words=[token.text for token in tokens])
        for token, original in zip(apart, tokens, strict=True):
            token.norm_ = original.norm_
        return self.embed.predict([apart])[0]


def encoder_of(nlp: Language) -> Encoder | None:
    """The encoder of a pipeline whose first component is a `tok2vec` of the form that ours has; None for others."""
    if not nlp.pipe_names or nlp.pipe_names[0] != "tok2vec" or len(nlp.pipeline[0][1].model.layers) != 2:
        return None
    embed, encode = nlp.pipeline[0][1].model.layers
    inner = encode.layers[0] if encode.name.startswith("with_array") else encode
    blocks = inner.layers if inner.name.startswith("residual(expand_window") and len(inner.layers) > 1 else []
    if not blocks or any(block.name != WINDOW_LAYER for block in blocks):
        return None
    return Encoder(embed, [_layer(block) for block in blocks])


def _layer(block: Model) -> Layer:
    maxout, norm = (next(part for part in block.walk() if part.name == name) for name in ("maxout", "layernorm"))
    weights, bias = maxout.get_param("W"), maxout.get_param("b")  # (width, pieces, 3 * width), (width, pieces)
    wide = weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)
    return Layer(numpy.ascontiguousarray(wide), bias.T.reshape(-1).copy(), norm.get_param("G"), norm.get_param("b"))
