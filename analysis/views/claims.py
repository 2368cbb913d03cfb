"""Claims: what one side says that another did, how many say so, and who denies it.

A claim is a stance, told as having happened and not denied in itself, which is an accusation, or hearsay, or told on the
word of another side than its source; source and target are two sides. Claims of one source, target and act make one, where their days begin at most
``window`` days after the first and they stand in one article or are alike (``analysis.views.likeness``).

A denial is a stance of the act *deny*, a rejection that points back to words (« rejette ces allégations »), or a negated
stance. It is paired with a claim, or with another conflictual stance that then counts as one, told by another side, where

- the act is *deny* or *reject*: the claim concerns the one who denies (as source or target), or the denial points back to
  what the one denied says in the same article; and the one who is denied, where that one is named, is its source, or tells it;
- the act is negated: the claim is that very act of the same source towards the same target;

and their days are at most ``window`` days apart, or both stand in one article, on one of the grounds of
``analysis.views.accounts``: one sentence, words in common, pointing back in the same article, or nothing but the pair and
the days, which is a guess, and made only where the denied one is named and the claim is conflictual. Spans of more than a month, and unknown days, pair within one article only. A denial whose claim
is no stance of the corpus is listed by itself.
"""
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from analysis.tables import Tables
from analysis.views.accounts import GROUNDS, Account, Paired, compared
from analysis.views.chosen import Rows, frame_of
from analysis.views.ends import labels
from analysis.views.encounters import WINDOW
from analysis.views.likeness import Likeness, content_words, likeness, name_stems
from analysis.views.names import french_name
from analysis.views.row_by_row import row_by_row
from analysis.views.sayings import Line, is_denial, nodes_of, refers_back, stance_lines, statement_lines, tellers

COLUMNS = ["key", "day_first", "day_last", "act", "source", "target", "teller", "source_label", "target_label",
           "teller_label", "stances", "articles", "denials", "ground", "rows", "denial_rows"]
_SINCE = pd.Timestamp("1970-01-01")
_WIDEST = 31


class _Row(NamedTuple):
    """A stance as the pairing needs it; days are counted from 1970, None where unknown or more than a month wide."""

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

    @property
    def denies(self) -> bool:
        return is_denial(self.act, self.negated, self.sentence)

    @property
    def claims(self) -> bool:
        """Whether it says by itself what another did."""
        return self.act == "accuse" or self.voice == "hearsay" or (self.teller not in ("", self.source))


def claims(view: pd.DataFrame | Rows, tables: Tables, window: int = WINDOW) -> pd.DataFrame:
    """View table → one row a claim: the denied ones first, those whose denial only fits the pair of actors behind the sure ones,
    then denials alone, then the others, and last denials towards nobody named; each the newest first.

    Columns: ``key`` (id of its first stance), days, ``act``, ``source``, ``target`` and ``teller`` (ids) with their labels,
    how many ``stances`` and ``articles`` make it and ``denials`` deny it, the best ``ground`` of these, and the ids of
    its ``rows`` and ``denial_rows``. ``act`` is empty for a denial whose claim was not found; its ``rows`` are empty.
    """
    view = frame_of(view)
    rows = _rows(view, tables)
    pairs, lonely = _paired(rows, window)
    groups = _grouped([row for row in rows if not row.denies and row.source != row.target
                       and (row.claims or row.stance_id in pairs)], window)
    names = labels(view, "countries")
    found = [_claim(group, [pair for row in group for pair in pairs.get(row.stance_id, ())], names) for group in groups]
    found += [_denial(rows, names) for rows in _by_sentence(lonely)]
    days = {row.stance_id: (first, last) for row, first, last in zip(
        row_by_row(view), view["day_first"], view["day_last"])}
    table = pd.DataFrame([(key, *_period([days[each] for each in (*own, *denying)]), *rest, own, denying)
                          for key, *rest, own, denying in found], columns=COLUMNS)
    table = table.astype({"day_first": "datetime64[s]", "day_last": "datetime64[s]"})
    rank = (table["denials"] == 0) * 4 + (table["stances"] == 0) * 2 + (table["source"] == "") * 6 + (table["ground"] == "pair")
    return table.assign(rank=rank).sort_values(
        ["rank", "day_last", "key"], ascending=[True, False, True], ignore_index=True).drop(columns="rank")


def _rows(view: pd.DataFrame, tables: Tables) -> list[_Row]:
    kept = view[view["modality"] == "actual"]
    told = tellers(kept, nodes_of(tables))
    first, last = ((kept[f"day_{end}"] - _SINCE).dt.days for end in ("first", "last"))
    close = (last - first) <= _WIDEST
    days = [[int(day) if near else None for day, near in zip(ends, close)] for ends in (first, last)]
    columns = ("stance_id", "article_id", "start", "sentence", "source_country", "target_country", "act", "sign", "voice",
               "negated")
    return list(map(_Row._make, zip(*(kept[name] for name in columns), told, *days)))


def _paired(rows: list[_Row], window: int) -> tuple[dict[str, list[tuple[str, str]]], list[_Row]]:
    """Claim → its denials (id and ground), and the denials that fit no claim."""
    about: dict[str, list[_Row]] = defaultdict(list)
    by_article: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        if not row.denies and row.source != row.target and (row.claims or (row.sign < 0 and row.teller)):
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
        claim, ground = _best(denial, fitting)
        if claim:
            pairs[claim.stance_id].append((denial.stance_id, ground))
        elif not denial.negated and denial.source != denial.target:
            lonely.append(denial)
    return pairs, lonely


def _near(denial: _Row, rows: list[_Row], starts: list[int], window: int) -> list[_Row]:
    """Rows, in order of their first days, at most ``window`` days away from a denial."""
    if denial.first is None:
        return []
    low = bisect_left(starts, denial.first - window - _WIDEST)
    high = bisect_right(starts, denial.last + window)
    return [row for row in rows[low:high] if row.last >= denial.first - window]


def _fits(denial: _Row, claim: _Row) -> bool:
    if claim.teller == denial.source:
        return False
    if denial.negated:
        return (claim.source, claim.target, claim.act) == (denial.source, denial.target, denial.act)
    if denial.source not in (claim.source, claim.target) and not (
            claim.article_id == denial.article_id and claim.start < denial.start and refers_back(denial.sentence)
            and claim.teller == denial.target != ""):
        return False
    return denial.target in ("", claim.source, claim.teller)


def _best(denial: _Row, fitting: list[_Row]) -> tuple[_Row | None, str]:
    """The claim a denial fits best and the ground; the nearest before it where several do."""
    ranked = []
    for claim in fitting:
        alike = _alike(denial, claim)
        before = claim.article_id == denial.article_id and claim.start < denial.start
        if (claim.article_id, claim.sentence) == (denial.article_id, denial.sentence):
            ground = "sentence"
        elif alike.alike:
            ground = "words"
        else:
            ground = "reference" if before and refers_back(denial.sentence) else "pair"
            if ground == "pair" and (claim.sign >= 0 or not denial.target):
                continue
        ranked.append((-GROUNDS.index(ground), alike.share if ground == "words" else 0.0, before, claim.start, claim, ground))
    if not ranked:
        return None, ""
    best = max(ranked, key=lambda entry: entry[:4])
    return best[4], best[5]


def _alike(one: _Row, other: _Row) -> Likeness:
    names = frozenset().union(*(name_stems(node) for node in {one.source, one.target, other.source, other.target} if node))
    return likeness(content_words(one.sentence, names), content_words(other.sentence, names))


def _grouped(rows: list[_Row], window: int) -> list[list[_Row]]:
    """Claims of one source, target and act that are one and the same, in order."""
    groups: dict[tuple, list[list[_Row]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.first is None, row.first or 0, row.article_id, row.start, row.stance_id)):
        same = groups[row.source, row.target, row.act]
        home = next((group for group in reversed(same[-20:]) if _is_same(row, group, window)), None)
        if home:
            home.append(row)
        else:
            same.append([row])
    return [group for each in groups.values() for group in each]


def _is_same(row: _Row, group: list[_Row], window: int) -> bool:
    if any(row.article_id == other.article_id for other in group):
        return True
    if row.first is None or group[0].first is None or row.first > group[0].first + window:
        return False
    return any(_alike(row, other).alike for other in group[:20])


def _claim(group: list[_Row], denials: list[tuple[str, str]], names: dict[str, str]) -> tuple:
    first = group[0]
    ground = min((ground for _, ground in denials), key=GROUNDS.index, default="")
    return (first.stance_id, first.act, first.source, first.target, first.teller,
            *(_named(node, names) for node in (first.source, first.target, first.teller)), len(group),
            len({row.article_id for row in group}), len(denials), ground, tuple(row.stance_id for row in group),
            tuple(dict.fromkeys(stance for stance, _ in denials)))


def _by_sentence(denials: list[_Row]) -> list[list[_Row]]:
    """Denials of one sentence towards one side, together."""
    groups: dict[tuple, list[_Row]] = defaultdict(list)
    for row in denials:
        groups[row.article_id, row.sentence, row.target].append(row)
    return list(groups.values())


def _denial(rows: list[_Row], names: dict[str, str]) -> tuple:
    """Denials whose claim is no stance: of the one they are directed at, towards those who deny."""
    first, deniers = rows[0], dict.fromkeys(row.source for row in rows)
    label = ", ".join(_named(node, names) for node in deniers)
    return (first.stance_id, "", first.target, first.source, first.target, _named(first.target, names), label,
            _named(first.target, names), 0, 1, len(rows), "", (), tuple(row.stance_id for row in rows))


def _named(node: str, names: dict[str, str]) -> str:
    return (names.get(node) or french_name(node)) if node else ""


def _period(days: list[tuple]) -> tuple[pd.Timestamp, pd.Timestamp]:
    return (min((first for first, _ in days if not pd.isna(first)), default=pd.NaT),
            max((last for _, last in days if not pd.isna(last)), default=pd.NaT))


def claim_account(view: pd.DataFrame | Rows, tables: Tables, claim: pd.Series) -> Account:
    """The claim at the left, with all who tell it, and its denials at the right.

    Where the claim is no stance, the statements of the side denied (of any other side where none is named) that concern
    the one who denies, in the article of the denial, stand at the left; else, where the denial points back, the last before it. A denial without pair stands alone at the right.
    """
    view = frame_of(view)
    made, denied = (_one_a_sentence(stance_lines(view[view["stance_id"].isin(claim[name])], tables))
                    for name in ("rows", "denial_rows"))
    denier = denied[0].side or claim["target"] if denied else claim["target"] or claim["source"]
    articles = tuple(dict.fromkeys(line.article_id for line in (*made, *denied)))
    if not made:
        sides = [claim["source"]] if claim["source"] else set(nodes_of(tables).values()) - {denier}
        said = statement_lines(tables, articles, sides, denied)
        before = [line for line in said if line.start < denied[0].start] if denied[0].refers else []
        made = [line for line in said if denier in line.towards] or sorted(before, key=lambda line: line.start)[-1:]
    left = [line._replace(side="claim", denies=False, towards=line.towards | {"denial"}) for line in made]
    right = [line._replace(side="denial", denies=True) for line in denied]
    found = compared([*left, *right], ("claim", "denial"), articles)
    return _as_told(found, {line.key: line for line in (*made, *denied)})


def _one_a_sentence(lines: list[Line]) -> list[Line]:
    """Lines of one sentence as one, whoever of its sides says it."""
    found: dict[tuple[str, str], Line] = {}
    for line in lines:
        first = found.setdefault((line.article_id, line.text), line)
        if first is not line:
            found[line.article_id, line.text] = first._replace(stances=(*first.stances, *line.stances),
                                                               towards=first.towards | line.towards)
    return list(found.values())


def _as_told(account: Account, lines: dict[str, Line]) -> Account:
    """The account with each line's own side back."""
    def own(line: Line) -> Line:
        was = lines[line.key]
        return line._replace(side=was.side, denies=was.denies, towards=was.towards)

    pairs = tuple(Paired(own(pair.left), own(pair.right), pair.ground, pair.shared, True) for pair in account.denied)
    return Account(account.sides, pairs, (), tuple(tuple(map(own, said)) for said in account.alone), (), account.articles)
