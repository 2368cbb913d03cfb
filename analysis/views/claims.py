"""Claims: what one side says that another did, how many say so, and who denies it.

A claim is a stance, told as having happened and not denied in itself, which is an accusation, or hearsay, or told on the
word of another side than its source; source and target are two sides. Claims of one source, target and act make one (of agreements
and meetings whichever side is named first), where their days begin at most ``window`` days after the first and they stand in one
article or are alike (``analysis.views.likeness``). What an accusation says the accused did (« accuse Kigali de soutenir le
M23 ») stands under the accusation, and is no claim beside it.

A denial (``analysis.views.denials``) is paired with a claim, or with a condemnation, warning or threat that then counts as one,
told by another side, where

- it denies or rejects: the claim concerns the one who denies (as source or target), or the denial points back to
  what the one denied says in the same article, or to its own sentence (« ce que Moscou dément »); and the one who is denied, where
  that one is named, is its source, or tells it;
- the act is negated: the claim is that very act of the same source towards the same target;

and their days are at most ``window`` days apart, or both stand in one article, on one of the grounds of
``analysis.views.accounts``: one sentence, words in common, taking up the claim in the same article (« ces accusations », « une
telle arme », or a denial right behind it that names nothing), or nothing but the pair and the days, which is a guess, and
made only where the denied one is named and the claim is conflictual. Spans of more than a month, and unknown days, pair within
one article only. A denial whose claim is no stance of the corpus is listed by itself, those of one side in one article together; a statement that denies only where
it pairs.
"""
from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from analysis.tables import Tables
from analysis.views.accounts import GROUNDS, Account, Paired, compared
from analysis.views.chosen import Rows, frame_of
from analysis.views.denials import Row, alike, paired, rows_of
from analysis.views.encounters import JOINT, WINDOW
from analysis.views.ends import labels
from analysis.views.names import french_name
from analysis.views.row_by_row import row_by_row
from analysis.views.sayings import Line, denials_said, nodes_of, stance_lines, statement_lines

COLUMNS = ["key", "day_first", "day_last", "act", "source", "target", "teller", "source_label", "target_label",
           "teller_label", "stances", "articles", "denials", "ground", "sentence", "rows", "denial_rows"]


def claims(view: pd.DataFrame | Rows, tables: Tables, window: int = WINDOW) -> pd.DataFrame:
    """View table → one row a claim: the denied ones first, those whose denial only fits the pair of actors behind the sure ones,
    then denials alone, then the others, and last denials towards nobody named; each the newest first.

    Columns: ``key`` (id of its first stance), days, ``act``, ``source``, ``target`` and ``teller`` (ids) with their labels,
    how many ``stances`` and ``articles`` make it and ``denials`` deny it, the best ``ground`` of these, its
    first ``sentence``, and the ids of its ``rows`` and ``denial_rows``. ``act`` is empty for a denial whose claim was not found; its ``rows`` are empty.
    """
    view = frame_of(view)
    rows = rows_of(view, tables)
    pairs, lonely = paired(rows, window)
    folded = _folded(rows)
    for row, home in folded.items():
        pairs[home] += pairs.pop(row, [])
    groups = _grouped([row for row in rows if not row.denies and row.source != row.target and row.stance_id not in folded
                       and (row.claims or pairs.get(row.stance_id))], window)
    names = labels(view, "countries")
    found = [_claim(group, [pair for row in group for pair in pairs.get(row.stance_id, ())], names) for group in groups]
    found += [_denial(rows, names) for rows in _together(lonely)]
    days = dict(_days_of(view, tables, rows))
    table = pd.DataFrame([(key, *_period([days[each] for each in (*own, *denying)]), *rest, own, denying)
                          for key, *rest, own, denying in found], columns=COLUMNS)
    table = table.astype({"day_first": "datetime64[s]", "day_last": "datetime64[s]"})
    rank = (table["denials"] == 0) * 4 + (table["stances"] == 0) * 2 + (table["source"] == "") * 6 + (table["ground"] == "pair")
    return table.assign(rank=rank).sort_values(
        ["rank", "day_last", "key"], ascending=[True, False, True], ignore_index=True).drop(columns="rank")


def _folded(rows: list[Row]) -> dict[str, str]:
    """What an accusation says the accused did (« accuse Kigali de soutenir le M23 ») → the accusation it stands in."""
    accusing = {(row.article_id, row.sentence, row.source, row.target): row.stance_id for row in rows if row.act == "accuse"}
    return {row.stance_id: home for row in rows
            if row.teller != row.source and (home := accusing.get((row.article_id, row.sentence, row.teller, row.source)))}


def _days_of(view: pd.DataFrame, tables: Tables, rows: list[Row]) -> Iterator[tuple[str, tuple]]:
    """The first and last day of each stance; of a statement those of its article."""
    for stance, first, last in zip(view["stance_id"], view["day_first"], view["day_last"]):
        yield stance, (first, last)
    published = {article: (first, last) for article, first, last in zip(
        *(tables.articles[name] for name in ("article_id", "published_first", "published_last")))}
    for row in rows:
        if row.said:
            yield row.stance_id, tuple(map(pd.Timestamp, published[row.article_id]))


def _grouped(rows: list[Row], window: int) -> list[list[Row]]:
    """Claims of one source, target and act that are one and the same, in order."""
    groups: dict[tuple, list[list[Row]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.first is None, row.first or 0, row.article_id, row.start, row.stance_id)):
        ends = sorted((row.source, row.target)) if row.act in JOINT else (row.source, row.target)
        same = groups[(*ends, row.act)]
        home = next((group for group in reversed(same[-20:]) if _is_same(row, group, window)), None)
        if home:
            home.append(row)
        else:
            same.append([row])
    return [group for each in groups.values() for group in each]


def _is_same(row: Row, group: list[Row], window: int) -> bool:
    if any(row.article_id == other.article_id for other in group):
        return True
    if row.first is None or group[0].first is None or row.first > group[0].first + window:
        return False
    return any(alike(row, other) for other in group[:20])


def _claim(group: list[Row], denials: list[tuple[str, str]], names: dict[str, str]) -> tuple:
    first, denying = group[0], tuple(dict.fromkeys(stance for stance, _ in denials))
    teller = next((row.teller for row in group if row.teller), "")
    ground = min((ground for _, ground in denials), key=GROUNDS.index, default="")
    return (first.stance_id, first.act, first.source, first.target, teller,
            *(_named(node, names) for node in (first.source, first.target, teller)), len(group),
            len({row.article_id for row in group}), len(denying), ground, first.sentence,
            tuple(row.stance_id for row in group), denying)


def _together(denials: list[Row]) -> list[list[Row]]:
    """Denials of one article by the same sides towards one side, together."""
    sentences: dict[tuple, list[Row]] = defaultdict(list)
    for row in denials:
        sentences[row.article_id, row.sentence, row.target].append(row)
    groups: dict[tuple, list[Row]] = defaultdict(list)
    for (article, _, target), rows in sentences.items():
        groups[article, target, frozenset(row.source for row in rows)] += rows
    return list(groups.values())


def _denial(rows: list[Row], names: dict[str, str]) -> tuple:
    """Denials whose claim is no stance: of the one they are directed at, towards those who deny."""
    first, deniers = rows[0], dict.fromkeys(row.source for row in rows)
    label = ", ".join(_named(node, names) for node in deniers)
    return (first.stance_id, "", first.target, first.source, first.target, _named(first.target, names), label,
            _named(first.target, names), 0, 1, len(rows), "", first.sentence, (), tuple(row.stance_id for row in rows))


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
    told = view[view["stance_id"].isin(claim["denial_rows"])]
    said = set(claim["denial_rows"]) - set(told["stance_id"])
    made = _one_a_sentence(stance_lines(view[view["stance_id"].isin(claim["rows"])], tables))
    denied = _one_a_sentence([*stance_lines(told, tables), *(line for line in denials_said(
        tables, {key.split(":")[0] for key in said}) if line.key in said)])
    denier = denied[0].side or claim["target"] if denied else claim["target"] or claim["source"]
    articles = tuple(dict.fromkeys(line.article_id for line in (*made, *denied)))
    if not made:
        sides = [claim["source"]] if claim["source"] else set(nodes_of(tables).values()) - {denier}
        said = statement_lines(tables, articles, sides, denied)
        said = [line for line in said if line.accuses]
        before = [line for line in said if line.start < denied[0].start] if denied[0].refers else []
        made = [line for line in said if denier in line.towards] or sorted(before, key=lambda line: line.start)[-1:]
    left = [line._replace(side="claim", denies=False, towards=line.towards | {"denial"}) for line in made]
    right = [line._replace(side="denial", denies=True, towards=line.towards | {"claim"}) for line in denied]
    found = compared([*left, *right], ("claim", "denial"), articles)
    return _as_told(found, {line.key: line for line in (*made, *denied)})


def _one_a_sentence(lines: list[Line]) -> list[Line]:
    """Lines of one sentence as one, whoever of its sides says it; of statements all who make it are named."""
    found: dict[tuple[str, str], Line] = {}
    for line in lines:
        first = found.setdefault((line.article_id, line.text), line)
        if first is not line:
            chain = first.chain if first.stances or line.stances else (*first.chain[:-1], first.chain[-1]._replace(
                name=f"{first.chain[-1].name}, {line.chain[-1].name}"))
            found[line.article_id, line.text] = first._replace(stances=(*first.stances, *line.stances), chain=chain,
                                                               towards=first.towards | line.towards)
    return list(found.values())


def _as_told(account: Account, lines: dict[str, Line]) -> Account:
    """The account with each line's own side back."""
    def own(line: Line) -> Line:
        was = lines[line.key]
        return line._replace(side=was.side, denies=was.denies, towards=was.towards)

    pairs = tuple(Paired(own(pair.left), own(pair.right), pair.ground, pair.shared, True) for pair in account.denied)
    return Account(account.sides, pairs, (), tuple(tuple(map(own, said)) for said in account.alone), (), account.articles)
