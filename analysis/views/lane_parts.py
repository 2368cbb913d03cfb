"""Which stances are in which lane of a timeline, for view tables in memory and for rows that are not read alike.

The stances of a timeline come in parts, each with the column of the view table that names its lanes (None for dyads, whose
lane is made of both ends): lanes by actor or country hold what it does, and in a second part the meetings at whose other
end it stands.
"""
from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.views.chosen import Rows, among, between_two, counted, tally, where
from analysis.views.conditions import MUTUAL, code_list, codes_among
from analysis.views.ends import lane_of, mutual, ordered_ends
from analysis.views.sketches import told
from analysis.views.spans import touches

Parts = list[tuple[pd.DataFrame | Rows, str | None]]
_ENDS = {"actor": ("source_id", "target_id"), "country": ("source_country", "target_country")}
_CODES = {"actor": ("source", "target"), "country": ("source_node", "target_node")}
_PAIR = ["source_country", "target_country", "mutual"]
_DYAD = ["lane_source", "lane_target", "mutual"]


def dated_in(view: pd.DataFrame | Rows, period: tuple[pd.Timestamp, pd.Timestamp] | None) -> pd.DataFrame | Rows:
    """The stances whose day is known and touches the period."""
    known = where(view, "day_first is not null", lambda rows: rows["day_first"].notna())
    if period is None:
        return known
    return where(known, "day_last >= ? and day_first <= ?", lambda rows: touches(rows, period), *(day.date() for day in period))


def parts_by(view: pd.DataFrame | Rows, by: str) -> Parts:
    """The parts of a timeline; ``by`` is actor, country, dyad or act."""
    if by == "act":
        return [(view, "act")]
    if by == "dyad":
        return [(between_two(view), None)]
    (source, target), codes = _ENDS[by], _CODES[by]
    meetings = where(view, f"{MUTUAL} and {codes[1]} <> 0 and {codes[1]} <> {codes[0]}",
                     lambda rows: mutual(rows) & (rows[target] != "") & (rows[target] != rows[source]))
    return [(view, source), (meetings, target)]


def lane_tally(parts: Parts, by: str, columns: Sequence[str] = ()) -> pd.DataFrame:
    """Parts → lane and further columns of the view table, with ``n``; of dyads also lane_source, lane_target and mutual."""
    if by != "dyad" and not columns:
        return _lane_counts(parts)
    names = ["lane", *(_DYAD if by == "dyad" else ()), *columns]
    found = [with_lane(tally(part, [*([column] if column else _PAIR), *columns]), by, column)[[*names, "n"]]
             for part, column in parts]
    rows = pd.concat(found, ignore_index=True)
    return rows[rows["lane"] != ""].groupby(names, dropna=False)["n"].sum().reset_index()


def _lane_counts(parts: Parts) -> pd.DataFrame:
    found: Counter[str] = Counter()
    for part, column in parts:
        found.update(counted(part, column))
    lanes = sorted(found.keys() - {""})
    return pd.DataFrame({"lane": pd.array(lanes, dtype="str"), "n": np.array([found[lane] for lane in lanes], dtype="int64")})


def with_lane(rows: pd.DataFrame, by: str, column: str | None) -> pd.DataFrame:
    """Rows of a view table or tally with their lane, and of dyads both ends in its order."""
    if column:
        return rows.assign(lane=rows[column])
    source, target = ordered_ends(rows, "countries")
    return rows.assign(lane=lane_of(rows, by), lane_source=source, lane_target=target)


def drawn_in(parts: Parts, by: str, table: pd.DataFrame) -> Parts:
    """The parts with only the stances in the lanes of a table."""
    if by == "dyad":
        return [(where(part, _pairs(table["lane"]), lambda rows: lane_of(rows, by).isin(table["lane"]), of=_PAIR), None)
                for part, _ in parts]
    return [(among(part, column, table["lane"]), column) for part, column in parts]


def _pairs(lanes: pd.Series) -> str:
    """``FRA > MAR`` holds what France does but meetings, ``FRA - MAR`` the meetings of both, whoever is named first."""
    found = []
    for arrow, kind in ((" > ", f"not {MUTUAL}"), (" - ", MUTUAL)):
        pairs = [tuple(lane.split(arrow)) for lane in lanes if arrow in lane]
        both = pairs + [pair[::-1] for pair in pairs] if arrow == " - " else pairs
        if both:
            listed = ", ".join(f"({code_list(pair)})" for pair in both)
            found.append(f"({kind} and (source_node, target_node) in ({listed}))")
    return " or ".join(found) or "false"


def read_lanes(view: pd.DataFrame | Rows, drawn: Parts, by: str, words: bool) -> pd.DataFrame:
    """The rows of the parts with their lanes, each stance read once, with sentences or without; ``view`` is what the parts
    were made of."""
    if isinstance(view, Rows):
        view = told(view.in_any([part for part, _ in drawn]), words)
        names = [column and tally(part, [column])[column] for part, column in drawn]
        # Of the columns that lanes are made of alone: to part all of them takes longer than to read them.
        drawn = [(part if lanes is None else part[part[column].isin(lanes)], column)
                 for (part, column), lanes in zip(parts_by(view[[*_ENDS["actor"], *_ENDS["country"], "act"]], by), names)]
    lanes = pd.concat([with_lane(part, by, column)["lane"] for part, column in drawn])
    rows = view.loc[lanes.index].assign(lane=lanes.array)
    return rows if words else rows.assign(sentence="")


def stances_in(drawn: Parts, by: str, table: pd.DataFrame) -> int:
    """How many different stances are in the parts: a meeting of two actors who both have a lane counts once."""
    if by not in _ENDS:
        return sum(len(part) for part, _ in drawn)
    (own, source), (meetings, _) = drawn
    others = where(meetings, f"not ({codes_among(_CODES[by][0], table['lane'])})",
                   lambda rows: ~rows[source].isin(table["lane"]))
    return len(own) + len(others)
