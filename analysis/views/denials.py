"""Which denial belongs to which claim, and on which ground; ``claims`` says what a claim is.

A denial is a stance of the act *deny*, a rejection of words (« rejette ces allégations »), or a negated stance; also a statement
with a verb of denying in which no stance of denial was found (« ce que Bakou dément »), which then counts only where it fits a claim. Contesting a measure (« conteste la décision ») denies nothing that was said.
"""
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from analysis.tables import Tables
from analysis.views.accounts import GROUNDS
from analysis.views.denying import is_denial, refers_back, takes_up
from analysis.views.likeness import Likeness, content_words, likeness, name_stems
from analysis.views.row_by_row import row_by_row
from analysis.views.sayings import ACCUSING, denying_statements, nodes_of, tellers

WIDEST = 31  # days; a span of more pairs within one article only
_SINCE = pd.Timestamp("1970-01-01")
_WITHIN_REACH = 600  # characters between a claim's sentence and a denial that points back to a condemnation, a warning or a threat
_ASIDE = re.compile(r"\bce qu(?:e|['’])|\baccusations?\s(?:\w{1,20}\s)?(?:d[ée]mentie|rejet[ée]e|ni[ée]e)", re.I)


class Row(NamedTuple):
    """A stance as the pairing needs it, or a statement that denies (its key, no target, the sentence it stands in); days are
    counted from 1970, None where unknown or more than a month wide."""

    stance_id: str
    article_id: str
    start: int
    sentence: str
    source: str
    target: str
    act: str
    sign: int
    voice: str
    negated: bool
    teller: str
    first: int | None
    last: int | None
    said: bool = False

    @property
    def denies(self) -> bool:
        return self.said or is_denial(self.act, self.negated, self.sentence)

    @property
    def claims(self) -> bool:
        """Whether it says by itself what another did."""
        return self.act == "accuse" or self.voice == "hearsay" or self.teller not in ("", self.source)

    @property
    def deniable(self) -> bool:
        """Whether it is a claim, or counts as one where somebody denies it."""
        return self.source != self.target and (self.claims or (self.act in ACCUSING and self.teller != ""))


def rows_of(view: pd.DataFrame, tables: Tables) -> list[Row]:
    """The stances told as having happened, then the statements that deny."""
    kept = view[view["modality"] == "actual"]
    told = tellers(kept, nodes_of(tables))
    columns = ("stance_id", "article_id", "start", "sentence", "source_country", "target_country", "act", "sign", "voice",
               "negated")
    rows = [Row(*values) for values in zip(*(kept[name] for name in columns), told, *_days(kept["day_first"], kept["day_last"]))]
    return rows + _said(rows, tables, view["article_id"].unique())


def _days(first: pd.Series, last: pd.Series) -> list[list[int | None]]:
    firsts, lasts = ((days - _SINCE).dt.days for days in (first, last))
    close = (lasts - firsts) <= WIDEST
    return [[int(day) if near else None for day, near in zip(ends, close)] for ends in (firsts, lasts)]


def _said(rows: list[Row], tables: Tables, articles: Iterable[str]) -> list[Row]:
    """The statements of these articles that deny, where no stance of the same sentence and side does."""
    known = {(row.article_id, row.sentence, row.source) for row in rows if row.denies}
    told = [one for one in denying_statements(tables, articles) if (one.row.article_id, one.text, one.side) not in known]
    papers = tables.articles[["article_id", "published_first", "published_last"]]
    papers = papers[papers["article_id"].isin({one.row.article_id for one in told})]
    days = _days(*(pd.to_datetime(papers[f"published_{end}"]) for end in ("first", "last")))
    ends = {article: (first, last) for article, first, last in zip(papers["article_id"], *days)}
    return [Row(one.key, one.row.article_id, one.row.start, one.text, one.side, "", "deny", -1, "reported", False, one.side,
                *ends[one.row.article_id], True) for one in told]


def paired(rows: list[Row], window: int) -> tuple[dict[str, list[tuple[str, str]]], list[Row]]:
    """Claim → its denials (id and ground), and the stances of denying that fit no claim."""
    about: dict[str, list[Row]] = defaultdict(list)
    by_article: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.deniable and not row.denies:
            by_article[row.article_id].append(row)
            for node in {row.source, row.target}:
                if row.first is not None and node:
                    about[node].append(row)
    ordered = {node: sorted(found, key=lambda row: row.first) for node, found in about.items()}
    starts = {node: [row.first for row in found] for node, found in ordered.items()}
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    lonely = []
    for denial in (row for row in rows if row.denies and row.source):
        near = _near(denial, ordered.get(denial.source, []), starts.get(denial.source, []), window)
        fitting = [row for row in {row.stance_id: row for row in [*by_article[denial.article_id], *near]}.values()
                   if _fits(denial, row)]
        found, ground = _best(denial, fitting)
        for claim in found:
            pairs[claim.stance_id].append((denial.stance_id, ground))
        if not found and not denial.negated and not denial.said and denial.source != denial.target:
            lonely.append(denial)
    return pairs, lonely


def _near(denial: Row, rows: list[Row], starts: list[int], window: int) -> list[Row]:
    """Rows, in order of their first days, at most ``window`` days away from a denial."""
    if denial.first is None:
        return []
    low = bisect_left(starts, denial.first - window - WIDEST)
    high = bisect_right(starts, denial.last + window)
    return [row for row in rows[low:high] if row.last >= denial.first - window]


def _fits(denial: Row, claim: Row) -> bool:
    if claim.teller == denial.source:
        return False
    if denial.negated:
        return (claim.source, claim.target, claim.act) == (denial.source, denial.target, denial.act)
    here = claim.article_id == denial.article_id
    if denial.source not in (claim.source, claim.target) and not (here and (
            claim.start < denial.start and refers_back(denial.sentence) and claim.teller == denial.target != ""
            or claim.sentence == denial.sentence and bool(_ASIDE.search(denial.sentence)))):
        return False
    return denial.target in ("", claim.source, claim.teller) or (here and claim.sentence == denial.sentence)


def _best(denial: Row, fitting: list[Row]) -> tuple[list[Row], str]:
    """The claims a denial fits best and the ground: those that one sentence makes of the same side (« Kiev et Paris accusent »)
    together; the nearest before it where several do."""
    ranked = []
    for claim in fitting:
        alike = _alike(denial, claim)
        ground = _ground(denial, claim, alike)
        if ground:
            before = claim.article_id == denial.article_id and claim.start < denial.start
            ranked.append((-GROUNDS.index(ground), alike.share if ground == "words" else 0.0, claim.act == "accuse", claim.claims, before,
                           claim.start, claim))
    if not ranked:
        return [], ""
    best = max(ranked, key=lambda entry: entry[:6])
    place = _place(best[6])
    return [claim for *_, claim in ranked if _place(claim) == place], GROUNDS[-best[0]]


def _place(row: Row) -> tuple:
    return row.article_id, row.sentence, row.act, row.target


def _ground(denial: Row, claim: Row, alike: Likeness) -> str:
    """Why the two stand together; empty where they do not."""
    here = claim.article_id == denial.article_id
    if here and claim.sentence == denial.sentence:
        told = claim.sign < 0 or denial.negated or _ASIDE.search(denial.sentence) or takes_up(denial.sentence, "", 0)
        return "sentence" if told else ""
    if alike.alike and claim.claims:
        return "words"
    if here and claim.start < denial.start and (takes_up(denial.sentence, claim.sentence, _gap(denial, claim)) or refers_back(denial.sentence) and (
            claim.claims or _gap(denial, claim) <= _WITHIN_REACH)):
        return "reference"
    if here and claim.act == "accuse" and claim.source == denial.target != "" and refers_back(denial.sentence):
        return "reference"  # a title: « Moscou rejette les accusations de Paris »
    return "pair" if denial.target and claim.claims and claim.sign < 0 else ""


def _gap(denial: Row, claim: Row) -> int:
    """Characters between a claim's sentence and the denial."""
    return denial.start - claim.start - len(claim.sentence)


def _alike(one: Row, other: Row) -> Likeness:
    names = frozenset().union(*(name_stems(node) for node in {one.source, one.target, other.source, other.target} if node))
    return likeness(content_words(one.sentence, names), content_words(other.sentence, names))


def alike(one: Row, other: Row) -> bool:
    """Whether two claims are of one thing, as far as their words tell."""
    return _alike(one, other).alike
