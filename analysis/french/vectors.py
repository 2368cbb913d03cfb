"""Word vectors from French news: positive pointwise mutual information with the neighbours, factorised.

A word's neighbours are counted apart by their place (two and one before, one and two after), which makes words alike
that stand in the same construction; that is what a parser needs. Counts over news pages, PPMI with smoothed contexts
and a truncated SVD with the square root of the singular values are Levy, Goldberg and Dagan, "Improving Distributional
Similarity with Lessons Learned from Word Embeddings" (TACL 2015); contexts by place as in Dhillon, Foster and Ungar,
"Eigenwords" (JMLR 2015); the SVD is Halko, Martinsson and Tropp's randomised one (SIAM Review 2011).

The table holds the most frequent words at half precision; capitalised and upper-case spellings share the row of the
word (« RUSSIE » with « Russie »), so that titles find theirs.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy
from spacy.language import Language
from spacy.vectors import Vectors

from analysis.french.verbforms import missing_forms

VERBS = Path(__file__).parent / "verbs.txt"
DIMENSIONS = 160
WORDS = 40_000
CONTEXTS = 4_000
PLACES = (-2, -1, 1, 2)
SMOOTHING = 0.75
OVERSAMPLED, POWER_ITERATIONS = 24, 4
RESPELLED = 15_000
LENGTH = 2.0


def _numbered(tokens: Path) -> tuple[list[str], numpy.ndarray]:
    """The most frequent words, and the text as their positions, -1 for others and between lines."""
    counts: Counter[str] = Counter()
    with open(tokens, encoding="utf-8") as file:
        for line in file:
            counts.update(line.split())
    words = [word for word, _ in counts.most_common(WORDS)]
    number = {word: i for i, word in enumerate(words)}
    gap = [-1] * max(PLACES)
    with open(tokens, encoding="utf-8") as file:
        rows = [numpy.array([number.get(word, -1) for word in line.split()] + gap, dtype=numpy.int32) for line in file]
    return words, numpy.concatenate(rows)


def _associations(text: numpy.ndarray, size: int):
    """PPMI of words (rows) with neighbours at each place (columns), a sparse matrix."""
    from scipy.sparse import csr_matrix, hstack

    blocks = []
    for place in PLACES:
        word, other = (text[:-place], text[place:]) if place > 0 else (text[-place:], text[:place])
        known = (word >= 0) & (other >= 0) & (other < CONTEXTS)
        ones = numpy.ones(int(known.sum()), dtype=numpy.float32)
        counts = csr_matrix((ones, (word[known], other[known])), shape=(size, CONTEXTS))
        counts.sum_duplicates()
        rows = numpy.asarray(counts.sum(axis=1)).ravel()
        columns = numpy.asarray(counts.sum(axis=0)).ravel() ** SMOOTHING
        counts = counts.tocoo()
        ratio = counts.data * columns.sum() / (rows[counts.row] * columns[counts.col])
        kept = ratio > 1
        blocks.append(csr_matrix((numpy.log(ratio[kept]).astype(numpy.float32), (counts.row[kept], counts.col[kept])),
                                 shape=counts.shape))
    return hstack(blocks).tocsr()


def train_vectors(tokens: Path, seed: int = 0) -> tuple[list[str], numpy.ndarray]:
    """Words by falling frequency, and their vectors (words × DIMENSIONS), from a file of tokens, one text a line."""
    words, text = _numbered(tokens)
    matrix = _associations(text, len(words))
    basis = numpy.random.default_rng(seed).standard_normal((matrix.shape[1], DIMENSIONS + OVERSAMPLED), numpy.float32)
    for _ in range(POWER_ITERATIONS):
        left, _ = numpy.linalg.qr(matrix @ basis)
        basis, _ = numpy.linalg.qr(matrix.T @ left)
    left, values, _ = numpy.linalg.svd(matrix @ basis, full_matrices=False)
    return words, left[:, :DIMENSIONS] * numpy.sqrt(values[:DIMENSIONS])


def set_vectors(nlp: Language, words: list[str], table: numpy.ndarray) -> None:
    """Give the pipeline the table, each vector scaled to one length, and the shared rows of spellings and verb forms."""
    rows = {word: i for i, word in enumerate(words)}
    means, forms = missing_forms(VERBS.read_text(encoding="utf-8").split(), rows, table)
    table = numpy.vstack([table, means])
    norms = numpy.linalg.norm(table, axis=1, keepdims=True)
    table = (LENGTH * table / numpy.maximum(norms, 1e-6)).astype(numpy.float16).astype(numpy.float32)
    for word in words[:RESPELLED]:
        rows.setdefault(word[:1].upper() + word[1:], rows[word])
        rows.setdefault(word.upper(), rows[word])
    for form, place in forms.items():
        rows.setdefault(form, len(words) + place)
    vectors = Vectors(strings=nlp.vocab.strings, data=table)
    for word, row in rows.items():
        vectors.add(nlp.vocab.strings.add(word), row=row)
    nlp.vocab.vectors = vectors
