"""Encounters: calls, meetings, visits, agreements and votes that several sentences, of one or many articles, tell of.

An encounter of two sides is the stances of JOINT acts (meets, agrees, cooperates) between the same two countries or
organisations, in either direction, told as having happened and not negated, whose days begin at most ``window`` days
after the first of them (a wider window joins the days of a long visit, and two meetings of one week), and which, where
they name people, name one in common: the call of two foreign ministers is not that of two defence ministers of the same
day. Three rules for days that are not known closely:

- a stance whose span is wider than the window joins the encounter of its own article, else the only one of its pair that
  its span touches; it is then ``uncertain``, since it may tell of another;
- where there is none such, the stances of one article whose spans touch, and those of other articles with the very same
  span, are an encounter of their own, uncertain too;
- stances without any day are an encounter only within one article.

Encounters of two sides that one sentence tells as one of three or more, each with each (« Paris, Berlin et Varsovie se sont
réunis »), are one encounter, a summit; whom a minister met one after the other are not.

A vote is the stances whose sentence has a word of voting (vote, résolution adoptée, veto, abstention …), within the same
days, and which stand in one article or are alike (``analysis.views.likeness``); at least two countries or organisations
must be in it. What kind of encounter two sides had is read from the words of its
sentences (téléphone, visite …), and is a hint only.
"""
import re
from collections import Counter, defaultdict
from typing import NamedTuple

import pandas as pd

from analysis.views.chosen import Rows, frame_of
from analysis.views.ends import labels
from analysis.views.likeness import content_words, likeness
from analysis.views.names import french_name

JOINT = ("consult", "agree", "cooperate")
KINDS = ("call", "visit", "meeting", "agreement", "summit", "vote")
WINDOWS = (1, 3, 7, 14)
WINDOW = 3
_CALL = re.compile(r"\bt[ée]l[ée]phon|\bappel(?:é|és)? avec|visioconf[ée]rence|\bau t[ée]l[ée]phone|vid[ée]oconf[ée]rence", re.I)
_VISIT = re.compile(r"\bvisites?\b|\ben visite\b|\bd[ée]placement|\bs'est rendu|\bs’est rendu|\baccueilli|\breçu(?:e|s|es)?\b", re.I)
_VOTE = re.compile(r"\bvot(?:e|es|é|ée|ent|er|ant|era|eront)\b|\bveto\b|\babsten|\babstention|\babstenu|\bscrutin\b"
                   r"|\br[ée]solution\b[^.]{0,60}\badopt|\badopt[^.]{0,60}\br[ée]solution\b", re.I)
COLUMNS = ["key", "kind", "day_first", "day_last", "parties", "label", "stances", "articles", "uncertain", "rows", "people"]
_SINCE = pd.Timestamp("1970-01-01")
_MOST_OPEN_VOTES = 50


class _Row(NamedTuple):
    """A stance as the grouping needs it; days are counted from 1970 (None where unknown)."""

    stance_id: str
    article_id: str
    start: int
    sentence: str
    act: str
    source: str
    target: str
    people: frozenset[str]
    first: int | None
    last: int | None

    @property
    def order(self) -> tuple:
        """By day, unknown last, then place."""
        return (self.first is None, self.first or 0, self.article_id, self.start, self.stance_id)


class _Group(NamedTuple):
    """The stances of one encounter, the days it can be of, and whether one of them may belong elsewhere."""

    rows: list[_Row]
    first: int | None
    last: int | None
    uncertain: bool
    people: set[str]

    def fits(self, row: _Row) -> bool:
        """Whether row and group name somebody in common, or one of them names nobody."""
        return not row.people or not self.people or not self.people.isdisjoint(row.people)

    def add(self, row: _Row) -> None:
        self.rows.append(row)
        self.people.update(row.people)


def encounters(view: pd.DataFrame | Rows, window: int = WINDOW) -> pd.DataFrame:
    """View table → one row an encounter: the newest first, and last those whose days are not known closely, the most told
    of them first.

    Columns: ``key`` (id of its first stance), ``kind`` (see KINDS), ``day_first``, ``day_last`` (NaT where unknown),
    ``parties`` (ids of countries or organisations, two unless it is a summit or a vote), ``label``, ``stances`` and ``articles`` (how
    many), ``uncertain`` (whether a span of days, not a day, put a stance into it), ``rows`` (ids of its stances),
    ``people`` (the names of those who are named, in alphabetical order).
    """
    view = frame_of(view)
    names = {**labels(view, "people"), **labels(view, "countries")}
    pairs: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in _joint(view):
        pairs[min(row.source, row.target), max(row.source, row.target)].append(row)
    groups = [(pair, group) for pair, rows in pairs.items() for group in _clusters(rows, window)]
    found = [_encounter(group, parties, "summit" if len(parties) > 2 else "", names) for parties, group in _with_summits(groups)]
    found += [_encounter(group, parties, "vote", names) for group, parties in _votes(view, window)]
    table = pd.DataFrame(found, columns=COLUMNS)
    table = table.astype({"day_first": "datetime64[s]", "day_last": "datetime64[s]", "uncertain": "bool"})
    vague = table["uncertain"] & ~(table["day_last"] - table["day_first"] <= pd.Timedelta(days=window))
    order = table.assign(vague=vague, many=table["stances"].where(vague, 0)).sort_values(
        ["vague", "many", "day_last", "day_first", "key"], ascending=[True, False, False, False, True], ignore_index=True)
    return order[COLUMNS]


def _joint(view: pd.DataFrame) -> list[_Row]:
    """Joint stances between two different countries, in order."""
    source, target = view["source_country"], view["target_country"]
    kept = (view["act"].isin(JOINT) & (view["modality"] == "actual") & ~view["negated"] & (source != "")
            & (target != "") & (source != target))
    return _rows(view[kept])


def _rows(view: pd.DataFrame) -> list[_Row]:
    people = [frozenset(actor for actor, kind in ends if kind == "person") for ends in zip(
        *(zip(view[f"{end}_id"], view[f"{end}_kind"]) for end in ("source", "target")))]
    days = [[None if day != day else int(day) for day in (view[f"day_{end}"] - _SINCE).dt.days] for end in ("first", "last")]
    columns = ("stance_id", "article_id", "start", "sentence", "act", "source_country", "target_country")
    return sorted(map(_Row._make, zip(*(view[name] for name in columns), people, *days)), key=lambda row: row.order)


def _clusters(rows: list[_Row], window: int) -> list[_Group]:
    """Stances of one pair, in order → those of each encounter."""
    groups: list[_Group] = []
    for row in (row for row in rows if _is_close(row, window)):
        at = next((at for at in range(len(groups) - 1, -1, -1)
                   if row.first > groups[at].first + window or groups[at].fits(row)), None)
        if at is None or row.first > groups[at].first + window:
            groups.append(_Group([row], row.first, row.last, False, set(row.people)))
        else:
            groups[at].add(row)
            groups[at] = groups[at]._replace(last=max(groups[at].last, row.last))
    loose: list[_Group] = []
    for row in (row for row in rows if not _is_close(row, window)):
        at = _home(row, groups)
        if at is None:
            _join_loose(row, loose)
        else:
            groups[at].add(row)
            groups[at] = groups[at]._replace(uncertain=True)
    return groups + loose


def _is_close(row: _Row, window: int) -> bool:
    return row.first is not None and row.last - row.first <= window


def _home(row: _Row, groups: list[_Group]) -> int | None:
    """The encounter that a stance of an uncertain day joins: of its own article, else the only one that it touches."""
    near = [at for at, group in enumerate(groups) if group.fits(row) and (row.first is None or _touch(row, group))]
    own = [at for at in near if any(row.article_id == other.article_id for other in groups[at].rows)]
    if len(own) == 1:
        return own[0]
    return near[0] if len(near) == 1 and row.first is not None else None


def _touch(row: _Row, group: _Group) -> bool:
    if row.first is None or group.first is None:
        return row.first is group.first
    return row.first <= group.last and row.last >= group.first


def _join_loose(row: _Row, loose: list[_Group]) -> None:
    """Put a stance of an uncertain day with those of its article, or of its very span; the group's days are the closest."""
    for at, group in enumerate(loose):
        in_article = any(row.article_id == other.article_id for other in group.rows)
        same = row.first is not None and (row.first, row.last) == (group.first, group.last)
        if group.fits(row) and ((in_article and _touch(row, group)) or same):
            group.add(row)
            if row.first is not None and row.last - row.first < group.last - group.first:
                loose[at] = group._replace(first=row.first, last=row.last)
            return
    loose.append(_Group([row], row.first, row.last, True, set(row.people)))


def _encounter(group: _Group, parties: tuple[str, ...], kind: str, names: dict[str, str]) -> tuple:
    rows = sorted(group.rows, key=lambda row: row.order)
    label = " – ".join(names.get(party) or french_name(party) for party in parties)
    days = [pd.NaT if day is None else _SINCE + pd.Timedelta(days=day) for day in (group.first, group.last)]
    return (rows[0].stance_id, kind or _kind(rows), *days, parties, label, len(rows), len({row.article_id for row in rows}),
            group.uncertain, tuple(row.stance_id for row in rows), tuple(sorted(names.get(each) or each for each in group.people)))


def _kind(rows: list[_Row]) -> str:
    text = " ".join(row.sentence for row in rows)
    if not any(row.act == "consult" for row in rows):
        return "agreement"
    return "call" if _CALL.search(text) else "visit" if _VISIT.search(text) else "meeting"


def _with_summits(groups: list[tuple[tuple[str, str], _Group]]) -> list[tuple[tuple[str, ...], _Group]]:
    """Encounters of two sides, those put together that one sentence tells of three sides or more, each with each."""
    told: dict[tuple[str, str], set[int]] = defaultdict(set)
    for at, (_, group) in enumerate(groups):
        for row in group.rows:
            told[row.article_id, row.sentence].add(at)
    together = list(range(len(groups)))  # place → the first place of the same encounter
    for places in told.values():
        parties = _each_with_each({groups[at][0] for at in places})
        if len(parties) > 2:
            firsts = {together[at] for at in places if parties.issuperset(groups[at][0])}
            together = [min(firsts) if first in firsts else first for first in together]
    found: dict[int, list[int]] = defaultdict(list)
    for at, first in enumerate(together):
        found[first].append(at)
    return [groups[places[0]] if len(places) == 1 else _merged([groups[at][1] for at in places]) for places in found.values()]


def _each_with_each(pairs: set[tuple[str, str]]) -> set[str]:
    """Of the parties of some pairs those who all stand with one another; whoever has fewest partners is left out first."""
    parties = {party for pair in pairs for party in pair}
    while parties:
        partners = {party: sum(party in pair and parties.issuperset(pair) for pair in pairs) for party in parties}
        lonely = min(sorted(parties), key=partners.get)
        if partners[lonely] == len(parties) - 1:
            break
        parties.remove(lonely)
    return parties


def _merged(groups: list[_Group]) -> tuple[tuple[str, ...], _Group]:
    rows = [row for group in groups for row in group.rows]
    firsts, lasts = ([day for day in days if day is not None] for days in ([group.first for group in groups], [group.last for group in groups]))
    return _parties(rows), _Group(rows, min(firsts, default=None), max(lasts, default=None), any(group.uncertain for group in groups),
                                  set().union(*(group.people for group in groups)))


def _votes(view: pd.DataFrame, window: int) -> list[tuple[_Group, tuple[str, ...]]]:
    """Stances of each vote and its parties, those with most stances first."""
    kept = view[(view["modality"] == "actual") & view["sentence"].str.contains(_VOTE)]
    groups: list[_Group] = []
    words: list[list[frozenset[str]]] = []
    for row in _rows(kept):
        said = content_words(row.sentence)
        at = next((at for at in range(len(groups) - 1, max(-1, len(groups) - 1 - _MOST_OPEN_VOTES), -1)
                   if _same_vote(row, said, groups[at], words[at], window)), None)
        if at is None:
            groups.append(_Group([row], row.first, row.last, False, set(row.people)))
            words.append([said])
            continue
        last = None if row.last is None else max(groups[at].last, row.last)
        groups[at].add(row)
        groups[at] = groups[at]._replace(last=last)
        words[at].append(said)
    return [(group, _parties(group.rows)) for group in groups if len(_parties(group.rows)) > 1]


def _same_vote(row: _Row, said: frozenset[str], group: _Group, words: list[frozenset[str]], window: int) -> bool:
    in_article = any(row.article_id == other.article_id for other in group.rows)
    if row.first is None or group.first is None:
        return in_article and row.first == group.first
    if row.first > group.first + window or row.last < group.first - window:
        return False
    return in_article or any(likeness(said, other).alike for other in words)


def _parties(rows: list[_Row]) -> tuple[str, ...]:
    counts = Counter(party for row in rows for party in {row.source, row.target} if party)
    return tuple(sorted(counts, key=lambda party: (-counts[party], party)))
