"""Near copies: agency text reprinted with another title or a paragraph less is one independent text, not ten sources.

Texts are compared by the runs of five words that they share (Broder, On the resemblance and containment of documents,
1997): the Jaccard similarity is estimated from 63 minimal hash values a text, and pairs are found by bands of three
values (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3). Ninety-four in a hundred pairs at the
limit share a band, and all but one in ten thousand at a similarity of 0.7. An excerpt of a text more than twice as long
is no near copy of it.
"""
import base64
import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cache

import numpy
import pandas as pd

from analysis.corpus.rows import CopyRow
from analysis.tables import frame

LIMIT = 0.5  # similarity from which two texts are near copies; independent reports of one event stay under 0.2
_HASHES, _BAND, _RUN = 63, 3, 5  # 63 × 16 bits fill base64 without padding, so signatures can be put end to end
_WORD = re.compile(r"\w+")


def signature(text: str) -> str:
    """What a text's near copies are found by: 63 values of 16 bits, in base64; empty for a text without words."""
    words = _WORD.findall(text.lower())
    if not words:
        return ""
    runs = {zlib.crc32(" ".join(words[at:at + _RUN]).encode("utf-8", "replace")) for at in range(max(1, len(words) - _RUN + 1))}
    factors, terms = _functions()
    minima = numpy.full(_HASHES, numpy.iinfo(numpy.uint64).max, dtype="uint64")
    hashes = numpy.fromiter(runs, dtype="uint64", count=len(runs))
    for at in range(0, len(hashes), 10_000):  # a long text must not need memory in proportion
        values = hashes[None, at:at + 10_000] * factors[:, None] + terms[:, None]
        minima = numpy.minimum(minima, (values >> numpy.uint64(32)).min(axis=1))
    return base64.b64encode(minima.astype("<u2").tobytes()).decode()


def copies_of(articles: pd.DataFrame) -> pd.DataFrame:
    """The groups of articles that are in no corpus (columns of ``articles``)."""
    signed = pd.DataFrame({"article_id": articles["article_id"], "signature": list(map(signature, articles["text"]))})
    return groups(signed.astype("str"), articles)


def groups(intake: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """article_id, group_id and size (articles in the group) of every article, in the order of ``intake``.

    ``intake`` has article_id and signature, ``articles`` article_id and published_first. A group is named by its
    earliest article, the first imported among those of one day; an article without a near copy is a group of its own.
    """
    if intake.empty:
        return frame(CopyRow)
    signed = numpy.flatnonzero(intake["signature"] != "")
    group = numpy.arange(len(intake))
    for first, second in _near_pairs(intake["signature"].iloc[signed]):
        _join(group, signed[first], signed[second])
    roots = [_root(group, at) for at in range(len(group))]
    found = pd.DataFrame({"article_id": intake["article_id"].to_numpy(), "root": roots})
    found["day"] = found["article_id"].map(articles.set_index("article_id")["published_first"])
    earliest = found.sort_values("day", kind="stable", na_position="last").drop_duplicates("root").set_index("root")["article_id"]
    found["group_id"] = found["root"].map(earliest).astype("str")
    found["size"] = found.groupby("root")["root"].transform("size").astype("int64")
    return found[list(CopyRow._fields)]


def text_groups(articles: pd.DataFrame, ids: Iterable[str]) -> dict[str, str]:
    """Article id → the group of near copies that it is in, among the articles of these ids (rows of ``articles``)."""
    some = articles[articles["article_id"].isin(set(ids))]
    signed = pd.DataFrame({"article_id": some["article_id"], "signature": some["text"].map(signature).astype("str")})
    return dict(groups(signed, some)[["article_id", "group_id"]].itertuples(index=False, name=None))


def _near_pairs(signatures: pd.Series) -> Iterator[tuple[int, int]]:
    """Positions of two texts that are similar enough; enough pairs to join every group, not all pairs of it."""
    if len(signatures) < 2:
        return
    values = numpy.frombuffer(base64.b64decode("".join(signatures)), dtype="<u2").reshape(-1, _HASHES)
    for at in range(0, _HASHES - _BAND + 1, _BAND):
        keys = (values[:, at:at + _BAND].astype("uint64") << numpy.array([0, 16, 32], dtype="uint64")).sum(axis=1)
        order = numpy.argsort(keys, kind="stable")
        same = keys[order][1:] == keys[order][:-1]
        starts = numpy.maximum.accumulate(numpy.where(numpy.concatenate(([False], same)), 0, numpy.arange(len(order))))
        later = numpy.flatnonzero(same) + 1
        for others in (later - 1, starts[later]):  # the one before in the run, and the run's first
            pairs = order[others], order[later]
            near = (values[pairs[0]] == values[pairs[1]]).mean(axis=1) >= LIMIT
            yield from zip(pairs[0][near].tolist(), pairs[1][near].tolist(), strict=True)


def _root(group: numpy.ndarray, at: int) -> int:
    while group[at] != at:
        group[at] = group[group[at]]
        at = int(group[at])
    return at


def _join(group: numpy.ndarray, first: int, second: int) -> None:
    low, high = sorted((_root(group, first), _root(group, second)))
    group[high] = low


@cache
def _functions() -> tuple[numpy.ndarray, numpy.ndarray]:
    """Factors (odd) and terms of the hash functions: fixed, so that signatures of all times can be compared."""
    drawn = numpy.frombuffer(hashlib.shake_256(b"homologue: near copies").digest(_HASHES * 16), dtype="<u8")
    return drawn[:_HASHES] | numpy.uint64(1), drawn[_HASHES:]
