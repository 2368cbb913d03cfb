"""Accounts: what each of two or more sides says of one encounter, or of one claim, side by side.

What is compared are lines (``analysis.views.sayings``). Of an encounter they are, in the articles that tell of it: the
stances between its parties; those told by a party in the same paragraph as the encounter; and the statements of a party
in such a paragraph, or that name the other party. A stance that the text dates more than ``window`` days away from the
encounter is left aside.

A line of one side and a line of another are paired by one of these, the first that holds (GROUNDS):

- ``sentence``: one sentence tells both;
- ``words``: they are alike: two content stems in common at least, which are three in ten of the shorter's
  (``analysis.views.likeness``);
- ``reference``: for a denial only: it points back (« ces accusations »), takes up a word of the claim (« une telle arme »), or
  names nothing right behind it (« Kigali dément »), and the claim is the nearest that the other side makes before it in the same
  article; or it names the accusations of the other side (« les accusations de Paris »), which come only behind it;
- ``pair``: for a denial only: nothing but the two sides and the days join it to the nearest accusation, condemnation, warning
  or threat of the other side, or to what it says of the one who denies. This is a guess, and is said to be one.

A denial is an act of denying, a negated act, or a statement with a verb of denying. Where one of two paired lines denies,
they are a claim and its denial; where neither does, *both speak of it*, which is not yet agreement. A line without
partner is said by one side only *in these articles*: the silence of the others is neither agreement nor denial.
"""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import NamedTuple

import pandas as pd

from analysis.tables import Tables
from analysis.views.chosen import Rows, frame_of
from analysis.views.denying import takes_up
from analysis.views.encounters import WINDOW
from analysis.views.likeness import likeness
from analysis.views.row_by_row import row_by_row
from analysis.views.sayings import Chains, Line, folded, nodes_of, stance_lines, statement_lines, tellers

GROUNDS = ("sentence", "words", "reference", "pair")


class Paired(NamedTuple):
    """A line of the left side and one of the right, on which ground they stand together, and the stems in common."""

    left: Line
    right: Line
    ground: str
    shared: frozenset[str]
    denied: bool


class Together(NamedTuple):
    """Lines of two or more sides, one of each, that speak of one thing, on which ground, and the stems in common."""

    lines: tuple[Line, ...]
    ground: str
    shared: frozenset[str]


@dataclass(frozen=True)
class Account:
    """What two or more sides say: ``denied`` (pairs), ``both`` (what several speak of), ``alone`` (what only one says, a tuple
    for each of ``sides``), and ``told``, what the articles tell themselves or on nobody's word. ``articles``: all articles that
    were looked at."""

    sides: tuple[str, ...]
    denied: tuple[Paired, ...]
    both: tuple[Together, ...]
    alone: tuple[tuple[Line, ...], ...]
    told: tuple[Line, ...]
    articles: tuple[str, ...]

    def lines(self) -> list[Line]:
        """Every line, in the order of the account."""
        paired = [line for pair in self.denied for line in (pair.left, pair.right)]
        return [*paired, *(line for group in self.both for line in group.lines), *(line for own in self.alone for line in own), *self.told]


def encounter_account(view: pd.DataFrame | Rows, tables: Tables, encounter: pd.Series, sides: Sequence[str],
                      window: int = WINDOW) -> Account:
    """The accounts that two or more parties of an encounter (a row of ``encounters``) give of it."""
    view = frame_of(view)
    anchors = view[view["stance_id"].isin(encounter["rows"])]
    articles = tuple(anchors["article_id"].unique())
    chains = Chains(tables, articles)
    places = {(row.article_id, _paragraph(chains.text(row.article_id), row.start)) for row in row_by_row(anchors)}

    def beside(article_id: str, start: int) -> bool:
        return (article_id, _paragraph(chains.text(article_id), start)) in places

    parties = {*encounter["parties"], *sides}  # what parties say that are not compared stands with what the articles tell
    rows = view[view["article_id"].isin(articles) & _near(view, encounter, window)]
    rows = rows[rows["stance_id"].isin(encounter["rows"]) | _between(rows, parties) | (
        tellers(rows, nodes_of(tables)).isin(parties) & pd.Series([beside(*place) for place in zip(rows["article_id"], rows["start"])],
                                             index=rows.index, dtype="bool"))]
    told = stance_lines(rows, tables)
    said = [line for line in statement_lines(tables, articles, parties, told)
            if beside(line.article_id, line.start) or line.towards & parties]
    return compared([*told, *said], sides, articles)


def _paragraph(text: str, start: int) -> int:
    """Number of the paragraph that a place of a text is in."""
    return sum(bool(line.strip()) for line in text[:start].split("\n")[:-1])


def _near(view: pd.DataFrame, encounter: pd.Series, window: int) -> pd.Series:
    """True where the text does not date a stance more than ``window`` days away from the encounter."""
    if pd.isna(encounter["day_first"]):
        return pd.Series(True, index=view.index)
    room = pd.Timedelta(days=window)
    touches = (view["day_first"] <= encounter["day_last"] + room) & (view["day_last"] >= encounter["day_first"] - room)
    return touches | (view["dated"] != "text")


def _between(view: pd.DataFrame, parties: set[str]) -> pd.Series:
    return (view["source_country"].isin(parties) & view["target_country"].isin(parties)
            & (view["source_country"] != view["target_country"]))


def compared(lines: list[Line], sides: Sequence[str], articles: tuple[str, ...]) -> Account:
    """Lines → the account of these sides; lines of others stand with what the articles tell."""
    lines = folded(sorted(lines, key=lambda line: (line.article_id, line.start)))
    own = {side: [line for line in lines if line.side == side] for side in sides}
    told = tuple(line for line in lines if line.side not in own)
    denied = _denials(own)
    taken = {line.key for pair in denied for line in (pair.left, pair.right)}
    both = _common({side: [line for line in said if line.key not in taken] for side, said in own.items()})
    taken |= {line.key for group in both for line in group.lines}
    alone = tuple(tuple(line for line in said if line.key not in taken) for said in own.values())
    return Account(tuple(own), tuple(denied), tuple(both), alone, told, articles)


def _denials(own: Mapping[str, list[Line]]) -> list[Paired]:
    """Each denial of one side with the claim of another that it fits best; the side that comes first stands at the left."""
    found, order = [], list(own)
    for side, said in own.items():
        claims = [line for other, lines in own.items() if other != side for line in lines if not line.denies]
        for denial in (line for line in said if line.denies):
            claim, ground, shared = best_claim(denial, claims)
            if claim:
                pair = (denial, claim) if order.index(side) < order.index(claim.side) else (claim, denial)
                found.append(Paired(*pair, ground, shared, True))
    return sorted(found, key=lambda pair: GROUNDS.index(pair.ground))


def best_claim(denial: Line, claims: list[Line]) -> tuple[Line | None, str, frozenset[str]]:
    """The claim that a denial fits best, on which ground, and the stems in common; None where there is no claim."""
    alike = {claim.key: likeness(denial.words, claim.words) for claim in claims}
    same = [claim for claim in claims if claim.shares_place(denial)]
    if same:
        return same[0], "sentence", frozenset()
    close = [claim for claim in claims if alike[claim.key].alike]
    if close:
        claim = max(close, key=lambda claim: (alike[claim.key].share, len(alike[claim.key].shared)))
        return claim, "words", alike[claim.key].shared
    before = [claim for claim in claims if claim.article_id == denial.article_id and claim.start < denial.start and claim.accuses]
    taken = before if denial.refers else [claim for claim in before if takes_up(denial.text, claim.text, denial.start - claim.end)]
    if taken:
        return max(taken, key=lambda claim: claim.start), "reference", frozenset()
    behind = [claim for claim in claims if claim.article_id == denial.article_id and ("accuse", False) in claim.acts and claim.side in denial.towards]
    if denial.refers and behind:
        return min(behind, key=lambda claim: claim.start), "reference", frozenset()
    concerned = [claim for claim in claims if denial.side in claim.towards and claim.accuses]
    if not concerned:
        return None, "", frozenset()
    return max(concerned, key=lambda claim: (("accuse", False) in claim.acts, claim in before, claim.start)), "pair", frozenset()


def _common(own: Mapping[str, list[Line]]) -> list[Together]:
    """Lines of several sides that speak of one thing, each line once and of each side one, the most alike first."""
    found: list[Together] = []
    home: dict[str, int] = {}
    for _, pair in sorted(_alike(own), key=lambda entry: (-entry[0], entry[1].left.start, entry[1].right.start)):
        at, other = home.get(pair.left.key), home.get(pair.right.key)
        if at is None and other is None:
            found.append(Together((pair.left, pair.right), pair.ground, pair.shared))
            home |= {pair.left.key: len(found) - 1, pair.right.key: len(found) - 1}
        elif at is None or other is None:
            new, place = (pair.left, other) if at is None else (pair.right, at)
            group = found[place]
            if new.side not in {line.side for line in group.lines}:
                ground = group.ground if group.ground == pair.ground else "words"
                found[place] = Together((*group.lines, new), ground, group.shared | pair.shared)
                home[new.key] = place
    order = list(own)
    return [group._replace(lines=tuple(sorted(group.lines, key=lambda line: order.index(line.side)))) for group in found]


def _alike(own: Mapping[str, list[Line]]) -> Iterator[tuple[float, Paired]]:
    """Every two lines of different sides that stand in one sentence or are alike, each with how much."""
    for (_, left), (_, right) in combinations(own.items(), 2):
        for one, other in product(left, right):
            alike = likeness(one.words, other.words)
            if one.shares_place(other):
                yield 2.0, Paired(one, other, "sentence", frozenset(), False)
            elif alike.alike:
                yield alike.share, Paired(one, other, "words", alike.shared, False)


def independent(articles: tuple[str, ...], groups: Mapping[str, str]) -> int:
    """From how many independent texts articles are: near copies of one text count as one."""
    return len({groups.get(article, article) for article in articles})
