"""A network in periods: the same places in each of them, so that what is new, gone or turned can be seen."""
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analysis.views.chosen import Rows, tally
from analysis.views.counts import balance
from analysis.views.ends import LEVELS
from analysis.views.keys import key_within, make_key
from analysis.views.network import Network, edge_rows
from analysis.views.selection import SIGN_NAMES
from analysis.views.spans import UNITS, all_units, main_period, sorted_at, touches, within_unit

_PAIR = ["source", "target"]
_EDGE = [*_PAIR, "sign", "directed"]
STATES = ("turned", "new", "gone", "kept")
MOST_STEPS = 40
Period = tuple[pd.Timestamp, pd.Timestamp]


@dataclass(frozen=True)
class Stages:
    """A network through time: ``whole`` gives nodes and places, ``networks`` has one for each of ``periods``.

    ``unit`` is the length of a period, empty where the reader chose them. ``left_out``: why → stances of the whole that
    are in no period: ``wider`` (their day can be of more than one), ``undated``, ``outside``.
    """

    whole: Network
    periods: tuple[Period, ...]
    networks: tuple[Network, ...]
    unit: str
    left_out: dict[str, int]


def stages(view: pd.DataFrame | Rows, whole: Network, periods: Sequence[Period], unit: str = "") -> Stages:
    """The view table that ``whole`` was drawn from, and periods → the network in each of them.

    Only edges of ``whole`` are counted, and their keys stand for the stances of the period. A stance is of a period where every day that it can mean is in it.
    """
    ends = [f"{end}_{LEVELS[whole.level]}" for end in _PAIR]
    view = tally(view, [*ends, "sign", "mutual", "day_first", "day_last"])
    rows = edge_rows(view, whole.level).assign(day_first=view["day_first"], day_last=view["day_last"], n=view["n"])
    drawn = rows.merge(whole.edges[_EDGE], on=_EDGE)
    inside = [_within(drawn, period) for period in periods]
    networks = tuple(_part(drawn[rows_in], whole, period) for rows_in, period in zip(inside, periods))
    nowhere = ~pd.concat(inside, axis=1).any(axis=1) if inside else pd.Series(True, index=drawn.index)
    undated = drawn["day_first"].isna()
    crosses = pd.Series(False, index=drawn.index)
    for period in periods:
        crosses |= touches(drawn, period) & ~undated
    left_out = {"undated": undated, "wider period": nowhere & crosses, "outside": nowhere & ~crosses & ~undated}
    counted = {why: int(drawn.loc[rows_out, "n"].sum()) for why, rows_out in left_out.items()}
    return Stages(whole, tuple(periods), networks, unit, {why: n for why, n in counted.items() if n})


def trimmed(found: Stages) -> Stages:
    """The same without the empty periods before the first and after the last stance."""
    full = [place for place, network in enumerate(found.networks) if len(network.edges)]
    if not full:
        return replace(found, periods=(), networks=())
    kept = slice(full[0], full[-1] + 1)
    return replace(found, periods=found.periods[kept], networks=found.networks[kept])


def _within(rows: pd.DataFrame, period: Period) -> pd.Series:
    return (rows["day_first"] >= period[0]) & (rows["day_last"] <= period[1])


def _part(rows: pd.DataFrame, whole: Network, period: Period) -> Network:
    """The whole with the counts of these rows of a period: nodes and edges without a stance among them are not in it."""
    counted = rows.groupby(_EDGE)["n"].sum().rename("count").reset_index()
    kept = [*_EDGE, "key", "source_label", "target_label"]
    edges = whole.edges[kept].merge(counted, on=_EDGE).merge(_tally(counted), on=_PAIR)
    ends = pd.concat([counted.assign(id=counted[end]) for end in _PAIR])
    totals = ends.groupby("id")["count"].sum()
    nodes = whole.nodes[whole.nodes["id"].isin(totals.index)].reset_index(drop=True)
    nodes = nodes.assign(total=nodes["id"].map(totals).astype("int64"))
    for column, end in (("given", "source"), ("received", "target")):
        strength = counted.groupby(end)["count"].sum()
        nodes[column] = nodes["id"].map(strength).fillna(0).astype("int64")
    signed = ends.assign(count=ends["count"] * ends["sign"]).groupby("id")["count"].sum()
    nodes["balance"] = nodes["id"].map(signed).astype("float64") / nodes["total"]
    for table in (nodes, edges):
        table["key"] = [key_within(key, *period) for key in table["key"]]
    return Network(nodes, edges, whole.level, whole.threshold, {})


def _tally(counted: pd.DataFrame) -> pd.DataFrame:
    """Total and balance of each pair."""
    weighed = counted.assign(signed=counted["count"] * counted["sign"])
    table = weighed.groupby(_PAIR).agg(total=("count", "sum"), signed=("signed", "sum")).reset_index()
    return table.assign(balance=table["signed"] / table["total"]).drop(columns="signed")


def halves(view: pd.DataFrame | Rows) -> tuple[Period, Period] | None:
    """The main period of a view table cut in two at the day that halves its dated stances; None where all are of one
    day, or none is dated."""
    view = tally(view, ["day_first", "day_last"])
    main = main_period(view)
    days = view[view["day_first"].notna() & touches(view, main)]
    if days.empty or days["day_first"].min() == days["day_last"].max():
        return None
    first, last = main or (days["day_first"].min(), days["day_last"].max())
    middle = sorted_at(days, "day_last", (days["n"].sum() - 1) // 2)[1]
    middle = min(max(middle, first), last - pd.Timedelta(days=1))
    return (first, middle), (middle + pd.Timedelta(days=1), last)


def steps_of(view: pd.DataFrame | Rows, unit: str = "auto") -> tuple[tuple[Period, ...], str]:
    """The main period cut into days, weeks, months or years, and which of these; at most ``MOST_STEPS``, the latest.

    ``auto`` is the finest that gives no more and in which at least half of the dated stances have their place: a corpus
    dated by month is not cut into days.
    """
    view = tally(view, ["day_first", "day_last"])
    main = main_period(view)
    days = view[view["day_first"].notna() & touches(view, main)]
    if days.empty:
        return (), "month"
    first, last = main or (days["day_first"].min(), days["day_last"].max())
    for chosen in UNITS if unit == "auto" else (unit,):
        table = all_units(first, last, chosen)
        if len(table) <= MOST_STEPS and 2 * days["n"][within_unit(days, chosen)].sum() >= days["n"].sum():
            break
    return tuple(table.tail(MOST_STEPS).itertuples(index=False, name=None)), chosen


def changes(before: Network, after: Network) -> pd.DataFrame:
    """Two periods of one network → its pairs: key, source, target, source_label, target_label, for ``before`` and
    ``after`` ``_cooperative``, ``_neutral``, ``_conflictual``, ``_total`` and ``_balance`` (empty without stances), and
    the state: ``new``, ``gone``, ``turned`` (the balance has another sign) or ``kept``.

    Turned pairs come first, then new, gone and kept ones; in each state the most stances first.
    """
    sides = {name: _pairs(graph.edges).add_prefix(f"{name}_") for name, graph in (("before", before), ("after", after))}
    table = sides["before"].join(sides["after"], how="outer").rename_axis(index=_PAIR)
    numbers = [column for column in table if not column.endswith("balance")]
    table[numbers] = table[numbers].fillna(0).astype("int64")
    table = table.reset_index()
    labels = pd.concat([before.nodes, after.nodes]).drop_duplicates("id").set_index("id")["label"]
    for end in _PAIR:
        table[f"{end}_label"] = table[end].map(labels)
    table["state"] = [_state(row) for row in table.itertuples()]
    table["key"] = [make_key("pair", row.source, row.target) for row in table.itertuples()]
    table["all"] = table["before_total"] + table["after_total"]
    order = {state: place for place, state in enumerate(STATES)}
    table = table.assign(rank=table["state"].map(order)).sort_values(
        ["rank", "all", *_PAIR], ascending=[True, False, True, True], ignore_index=True)
    return table.drop(columns=["rank", "all"])


def _pairs(edges: pd.DataFrame) -> pd.DataFrame:
    tally = edges.pivot_table(index=_PAIR, columns="sign", values="count", aggfunc="sum", fill_value=0)
    tally = tally.reindex(columns=list(SIGN_NAMES), fill_value=0).rename(columns=SIGN_NAMES).astype("int64")
    tally.columns.name = None
    tally["total"] = tally.sum(axis=1)
    return tally.assign(balance=balance(tally))


def _state(row) -> str:
    if not row.before_total:
        return "new"
    if not row.after_total:
        return "gone"
    signs = [(value > 0) - (value < 0) for value in (row.before_balance, row.after_balance)]
    return "turned" if signs[0] != signs[1] else "kept"
