"""The timeline: stances as marks in lanes, one lane an actor, a country, a dyad or an act."""
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.acts import ACTS
from analysis.views.chosen import Rows, tally
from analysis.views.ends import LANES, ends_of
from analysis.views.keys import make_key, stance_keys
from analysis.views.lane_parts import Parts, dated_in, drawn_in, lane_tally, parts_by, read_lanes, stances_in
from analysis.views.named import names_of
from analysis.views.row_by_row import row_by_row
from analysis.views.spans import UNITS, fitting_unit, main_period, touches, unit_bounds

MOST_POINTS = 5_000
MOST_GROUPED = 4_000
MOST_SENTENCES = 2_000
_SLOTS = 70
_MARK = ["lane", "day_first", "day_last", "sign"]
_KEPT = ["stance_id", "day_first", "day_last", "sign", "act", "voice", "negated", "modality", "dated", "source_name",
         "target_name", "reporter_name", "sentence", "title", "source", "confidence"]


@dataclass(frozen=True)
class Lanes:
    """Marks of a timeline.

    ``points``: one row a mark: key, lane, order (0 is the top lane), offset (in marks, from the middle of the lane:
    marks of about the same time are stacked), day_first, day_last, span (more than one day), sign, count and, unless
    ``aggregated``, what the stance says (above MOST_SENTENCES marks the sentence is empty). ``lanes``: lane, count, label, order, stack (how many marks the highest
    stack holds). ``left_out``: why → how many stances are not drawn (``undated``, ``outside`` the main period, ``no
    target`` and ``within`` one country in lanes by dyad, ``other lanes``).
    """

    points: pd.DataFrame
    lanes: pd.DataFrame
    by: str
    aggregated: str
    left_out: dict[str, int]


def lanes(view: pd.DataFrame | Rows, by: str = "actor", most: int = 30, most_points: int = MOST_POINTS,
          whole: bool = False) -> Lanes:
    """View table → marks in at most ``most`` lanes, those with most stances; ``by`` is actor, country, dyad or act.

    Lanes by actor or country hold the stances that it takes, and both parties' lanes hold a consultation. A dyad is
    directed (``FRA > MAR``), a consultation is not (``FRA - MAR``). Above ``most_points`` marks, those of one lane, sign and
    day, week, month or year become one, whose ``count`` says how many; ``aggregated`` then names the unit, the finest that suits
    the period and leaves at most MOST_GROUPED marks, and a span that touches several units becomes the span of these. The few stances far outside the main period (see
    ``spans.main_period``) are left out, unless ``whole``.
    """
    if by not in LANES:
        raise ValueError(f"by is one of {', '.join(LANES)}, not {by!r}")
    days = tally(view, ["day_first", "day_last"])
    period = None if whole else main_period(days)
    dated = dated_in(view, period)
    parts = parts_by(dated, by)
    table = _lane_table(lane_tally(parts, by), dated, by, most)
    drawn = drawn_in(parts, by, table)
    left_out = {"undated": days.loc[days["day_first"].isna(), "n"].sum(), "outside": days.loc[~touches(days, period), "n"].sum(),
                **_not_in_lanes(dated, by)}
    left_out["other lanes"] = len(dated) - stances_in(drawn, by, table) - sum(
        left_out[why] for why in ("no target", "within"))
    marks = sum(len(part) for part, _ in drawn)
    unit = fitting_unit(pd.concat([tally(part, ["day_first", "day_last"]) for part, _ in drawn])) if marks > most_points else ""
    unit, points = _grouped(drawn, by, unit) if unit else ("", _single(dated, drawn, by, marks <= MOST_SENTENCES))
    points["order"] = points["lane"].map(table.set_index("lane")["order"]).astype("int64")
    points["span"] = points["day_last"] > (unit_bounds(points["day_first"], unit)[1] if unit else points["day_first"])
    points["offset"], stack = _stacked(points)
    table["stack"] = table["lane"].map(stack.groupby(points["lane"]).max()).astype("int64")
    return Lanes(points, table, by, unit, {why: int(n) for why, n in left_out.items() if n})


def _not_in_lanes(dated: pd.DataFrame | Rows, by: str) -> dict[str, int]:
    """Dated stances that no dyad holds: those towards nobody named, and those within one country."""
    if by != "dyad":
        return {"no target": 0, "within": 0}
    pairs = tally(dated, ["source_country", "target_country"])
    source, target = ends_of(pairs, "countries")
    return {"no target": pairs.loc[target == "", "n"].sum(), "within": pairs.loc[source == target, "n"].sum()}


def _lane_table(counted: pd.DataFrame, dated: pd.DataFrame | Rows, by: str, most: int) -> pd.DataFrame:
    table = counted.rename(columns={"n": "count"})
    if by == "act":
        order = {act: place for place, act in enumerate(ACTS)}
        table = table.sort_values("lane", key=lambda acts: acts.map(order))
    else:
        table = table.sort_values(["count", "lane"], ascending=[False, True])
    table = table.head(most).reset_index(drop=True)
    ends = ["lane_source", "lane_target"] if by == "dyad" else ["lane"]
    names = names_of(dated, "people" if by == "actor" else "countries", {name for end in ends for name in table[end]})
    if by == "dyad":
        labels = [lane_label(names[row.lane_source], row.mutual, names[row.lane_target]) for row in row_by_row(table)]
    else:
        labels = [names.get(lane, lane) for lane in table["lane"]]
    table = table[["lane", "count"]].assign(label=pd.Series(labels, dtype="str"))
    return table.assign(order=np.arange(len(table)))


def lane_label(source: str, symmetric: bool, target: str) -> str:
    """``France → Maroc``, ``France – Maroc`` where both do the same."""
    return f"{source} {'–' if symmetric else '→'} {target}"


def _single(dated: pd.DataFrame | Rows, drawn: Parts, by: str, words: bool) -> pd.DataFrame:
    rows = read_lanes(dated, drawn, by, words)[[*_KEPT, "lane"]].reset_index(drop=True)
    return rows.assign(count=1, key=stance_keys(rows["stance_id"].tolist()))


def _grouped(drawn: Parts, by: str, finest: str) -> tuple[str, pd.DataFrame]:
    """A unit, and one mark for all stances of a lane and sign that have the same first and last unit."""
    unit, points = finest, _marks(drawn, by, finest)
    for coarser in UNITS[UNITS.index(finest) + 1:]:
        if len(points) <= MOST_GROUPED:
            break
        # Weeks are in no month; whatever else is in a unit is in the next one too.
        unit, points = coarser, _marks(drawn, by, coarser) if unit == "week" else _joined(points, coarser)
    points = points[[*_MARK, "count"]].sort_values(_MARK, ignore_index=True)
    return unit, points.assign(key=_span_keys(points, by, unit))


def _marks(drawn: Parts, by: str, unit: str) -> pd.DataFrame:
    edges = {f"from_{unit}": "day_first", f"to_{unit}": "day_last"}
    return lane_tally(drawn, by, [*edges, "sign"]).rename(columns={**edges, "n": "count"})


def _joined(marks: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Marks of a finer unit, those of one coarser unit as one."""
    first, last = unit_bounds(marks["day_first"], unit)[0], unit_bounds(marks["day_last"], unit)[1]
    return marks.assign(day_first=first, day_last=last).groupby(_MARK)["count"].sum().reset_index()


def _span_keys(points: pd.DataFrame, by: str, unit: str) -> list[str]:
    """``make_key("span", by, lane, unit, first, last, sign)`` for thousands of marks, each lane and day written once."""
    heads = {lane: make_key("span", by, lane, unit)[:-1] for lane in points["lane"].unique().tolist()}
    firsts, lasts = (np.datetime_as_string(points[edge].to_numpy().astype("datetime64[D]")).tolist() for edge in ("day_first", "day_last"))
    return [f'{heads[lane]}, "{first}", "{last}", {sign}]' for lane, first, last, sign in zip(
        points["lane"].tolist(), firsts, lasts, points["sign"].tolist(), strict=True)]


def _stacked(points: pd.DataFrame) -> tuple[np.ndarray, pd.Series]:
    """Offset and height of the stack for marks of one lane that fall into the same seventieth of the period."""
    first, last = (points[edge].to_numpy().astype("datetime64[s]").astype("int64") for edge in ("day_first", "day_last"))
    middle = (first + (last - first) / 2) if len(points) else np.zeros(0)
    length = np.ptp(middle) if len(middle) else 0
    slot = np.round((middle - middle.min()) / length * _SLOTS).astype("int64") if length else np.zeros(len(points), dtype="int64")
    group = pd.factorize(points["lane"])[0] * (_SLOTS + 1) + slot
    sizes = np.bincount(group)
    order, place = np.argsort(group, kind="stable"), np.empty(len(points), dtype="int64")
    place[order] = np.arange(len(points)) - (np.cumsum(sizes) - sizes)[group[order]]
    return place - (sizes[group] - 1) / 2, pd.Series(sizes[group], index=points.index)
