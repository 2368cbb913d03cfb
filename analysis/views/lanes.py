"""The timeline: stances as marks in lanes, one lane an actor, a country, a dyad or an act."""
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.acts import ACTS
from analysis.views.ends import LANES, SYMMETRIC, ends_of, labels, lane_of, mutual, ordered_ends
from analysis.views.keys import make_key
from analysis.views.spans import fitting_unit, main_period, touches, unit_bounds

MOST_POINTS = 5_000
_SLOTS = 70
_KEPT = ["stance_id", "day_first", "day_last", "sign", "act", "voice", "negated", "modality", "dated", "source_name",
         "target_name", "reporter_name", "sentence", "title", "source", "confidence"]


@dataclass(frozen=True)
class Lanes:
    """Marks of a timeline.

    ``points``: one row a mark: key, lane, order (0 is the top lane), offset (in marks, from the middle of the lane:
    marks of about the same time are stacked), day_first, day_last, span (more than one day), sign, count and, unless
    ``aggregated``, what the stance says. ``lanes``: lane, count, label, order, stack (how many marks the highest
    stack holds). ``left_out``: why → how many stances are not drawn (``undated``, ``outside`` the main period, ``no
    target`` and ``within`` one country in lanes by dyad, ``other lanes``).
    """

    points: pd.DataFrame
    lanes: pd.DataFrame
    by: str
    aggregated: str
    left_out: dict[str, int]


def lanes(view: pd.DataFrame, by: str = "actor", most: int = 30, most_points: int = MOST_POINTS,
          whole: bool = False) -> Lanes:
    """View table → marks in at most ``most`` lanes, those with most stances; ``by`` is actor, country, dyad or act.

    Lanes by actor or country hold the stances that it takes, and both parties' lanes hold a consultation. A dyad is
    directed (``FRA > MAR``), a consultation is not (``FRA - MAR``). Above ``most_points`` marks, those of one lane, sign and
    day, week or month become one, whose ``count`` says how many; ``aggregated`` then names the unit, and a span that
    touches several units becomes the span of these. The few stances far outside the main period (see
    ``spans.main_period``) are left out, unless ``whole``.
    """
    if by not in LANES:
        raise ValueError(f"by is one of {', '.join(LANES)}, not {by!r}")
    inside = touches(view, None if whole else main_period(view))
    left_out = {"undated": int(view["day_first"].isna().sum()), "outside": int((~inside).sum())}
    view = view[inside]
    rows = _in_lanes(view, by)
    table = _lane_table(view, rows, by, most)
    drawn = rows[rows["lane"].isin(table["lane"]) & rows["day_first"].notna()]
    left_out |= _not_in_lanes(view, by)
    left_out["other lanes"] = int(view["day_first"].notna().sum()) - drawn["stance_id"].nunique() - sum(
        left_out[why] for why in ("no target", "within"))
    unit = fitting_unit(drawn) if len(drawn) > most_points else ""
    points = _grouped(drawn, by, unit) if unit else _single(drawn)
    points = points.reset_index(drop=True)
    points["order"] = points["lane"].map(table.set_index("lane")["order"]).astype("int64")
    points["span"] = points["day_last"] > (unit_bounds(points["day_first"], unit)[1] if unit else points["day_first"])
    points["offset"], stack = _stacked(points)
    table["stack"] = table["lane"].map(stack.groupby(points["lane"]).max()).astype("int64")
    return Lanes(points, table, by, unit, {why: n for why, n in left_out.items() if n})


def _in_lanes(view: pd.DataFrame, by: str) -> pd.DataFrame:
    rows = view[_KEPT].assign(lane=lane_of(view, by))
    if by == "dyad":
        source, target = ordered_ends(view, "countries")
        rows = rows.assign(lane_source=source, lane_target=target)
    if by in ("actor", "country"):
        column = "target_id" if by == "actor" else "target_country"
        both = mutual(view) & (view[column] != "") & (view[column] != rows["lane"])
        rows = pd.concat([rows, rows[both].assign(lane=view.loc[both, column])])
    return rows[rows["lane"] != ""]


def _not_in_lanes(view: pd.DataFrame, by: str) -> dict[str, int]:
    """Dated stances that no dyad holds: those towards nobody named, and those within one country."""
    dated = view[view["day_first"].notna()]
    source, target = ends_of(dated, "countries")
    pairs = by == "dyad"
    return {"no target": int((pairs & (target == "")).sum()), "within": int((pairs & (source == target)).sum())}


def _lane_table(view: pd.DataFrame, rows: pd.DataFrame, by: str, most: int) -> pd.DataFrame:
    dated = rows[rows["day_first"].notna()]
    table = dated.groupby("lane").size().rename("count").reset_index()
    if by == "act":
        order = {act: place for place, act in enumerate(ACTS)}
        table = table.sort_values("lane", key=lambda acts: acts.map(order))
    else:
        table = table.sort_values(["count", "lane"], ascending=[False, True])
    table = table.head(most).reset_index(drop=True)
    names = labels(view, "people" if by == "actor" else "countries")
    found = dated.drop_duplicates("lane").set_index("lane")
    table["label"] = [_label(by, found.loc[lane], names) for lane in table["lane"]]
    return table.astype({"label": "str"}).assign(order=np.arange(len(table)))


def _label(by: str, row: pd.Series, names: dict[str, str]) -> str:
    if by == "dyad":
        return lane_label(names[row["lane_source"]], row["act"] in SYMMETRIC, names[row["lane_target"]])
    return names.get(row.name, row.name)


def lane_label(source: str, symmetric: bool, target: str) -> str:
    """``France → Maroc``, ``France – Maroc`` where both do the same."""
    return f"{source} {'–' if symmetric else '→'} {target}"


def _single(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(count=1, key=[make_key("stance", stance) for stance in rows["stance_id"]])


def _grouped(rows: pd.DataFrame, by: str, unit: str) -> pd.DataFrame:
    """One mark for all stances of a lane and sign that have the same first and last unit."""
    first, last = unit_bounds(rows["day_first"], unit)[0], unit_bounds(rows["day_last"], unit)[1]
    bounded = rows.assign(day_first=first, day_last=last)
    points = bounded.groupby(["lane", "day_first", "day_last", "sign"]).size().rename("count").reset_index()
    points["key"] = [
        make_key("span", by, row.lane, unit, row.day_first.date().isoformat(), row.day_last.date().isoformat(), row.sign)
        for row in points.itertuples()]
    return points


def _stacked(points: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Offset and height of the stack for marks of one lane that fall into the same seventieth of the period."""
    middle = points["day_first"] + (points["day_last"] - points["day_first"]) / 2
    length = middle.max() - middle.min()
    if points.empty or not length:
        slot = pd.Series(0, index=points.index)
    else:
        slot = ((middle - middle.min()) / length * _SLOTS).round().astype("int64")
    groups = points.groupby([points["lane"], slot])
    place, size = groups.cumcount(), groups["lane"].transform("size").astype("int64")
    return place - (size - 1) / 2, size
