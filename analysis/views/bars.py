"""Signed bars: how many cooperative, neutral and conflictual stances by partner, voice or act, in panels side by side."""
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.acts import ACTS, VOICES
from analysis.views.actor import Actor
from analysis.views.concerns import WAYS, on_way, others
from analysis.views.counts import balance
from analysis.views.ends import labels
from analysis.views.keys import make_key
from analysis.views.row_by_row import row_by_row
from analysis.views.selection import SIGN_NAMES

KINDS = ("partner", "voice", "act")
_COUNTED = ("source_id", "target_id", "source_country", "target_country", "sign")


@dataclass(frozen=True)
class Panel:
    """One panel of bars: the stances of an actor (its id, level and label) in one way (given, received, meetings)."""

    actor: str
    level: str
    label: str
    way: str


@dataclass(frozen=True)
class Bars:
    """``cells``: key, panel (its place in ``panels``), row, sign, count and share (of the panel's stances).
    ``rows``: id, label, total, balance, in the order drawn. ``kind`` is partner, voice or act. ``left_out``: why →
    stances. ``shares`` says that the shares are to be drawn, since the panels are of different actors."""

    cells: pd.DataFrame
    rows: pd.DataFrame
    panels: tuple[Panel, ...]
    kind: str
    left_out: dict[str, int]
    shares: bool = False


def partners(view: pd.DataFrame, actor: Actor, by: str = "people", most: int = 15) -> Bars:
    """View table → whom the actor supports and opposes, who supports and opposes it, and with whom it meets.

    ``by`` is people (as the text names them) or countries (everyone stands for theirs).
    """
    panels = panels_of(actor)
    parts = [_part(view, place, panel, by) for place, panel in enumerate(panels)]
    rows = pd.concat(parts, ignore_index=True)
    named = rows[rows["row"] != ""]
    ranked = sorted(named["row"].value_counts().items(), key=lambda item: (-item[1], item[0]))
    shown = [row for row, _ in ranked[:most]]
    drawn, names = named[named["row"].isin(shown)], labels(view, by)
    left_out = {"no target": len(rows) - len(named), "other partners": len(named) - len(drawn),
                "within": int(_within(view, actor))}
    return _bars(drawn, {row: names[row] for row in shown}, panels, "partner", by, left_out)


def voices(view: pd.DataFrame, actor: Actor) -> Bars:
    """View table → in which voice the articles tell what the actor does, and what others do towards it."""
    panels = panels_of(actor)[:2]
    rows = pd.concat([_part(view, place, panel, "voice") for place, panel in enumerate(panels)], ignore_index=True)
    return _bars(rows, {voice: voice for voice in VOICES if (rows["row"] == voice).any()}, panels, "voice", "", {
        "within": int(_within(view, actor)), "meetings": int(on_way(view, actor.id, actor.level, "meetings").sum())})


def acts(view: pd.DataFrame, panels: Sequence[Panel], shares: bool = False) -> Bars:
    """View table → which acts, for each panel; acts in the order of the vocabulary."""
    rows = pd.concat([_part(view, place, panel, "act") for place, panel in enumerate(panels)], ignore_index=True)
    return _bars(rows, {act: act for act in ACTS if (rows["row"] == act).any()}, tuple(panels), "act", "", {}, shares)


def panels_of(actor: Actor, ways: Sequence[str] = WAYS) -> tuple[Panel, ...]:
    """A panel for each way in which stances concern the actor."""
    return tuple(Panel(actor.id, actor.level, actor.label, way) for way in ways)


def _part(view: pd.DataFrame, place: int, panel: Panel, by: str) -> pd.DataFrame:
    # Of the few columns that count: to take all of them for these rows takes longer than the counting.
    rows = view.loc[on_way(view, panel.actor, panel.level, panel.way), [*_COUNTED, *([by] if by in ("voice", "act") else ())]]
    row = rows[by] if by in ("voice", "act") else others(rows, panel.actor, panel.level, by)
    return pd.DataFrame({"panel": place, "row": row, "sign": rows["sign"]})


def _bars(rows: pd.DataFrame, order: dict[str, str], panels: tuple[Panel, ...], kind: str, by: str,
          left_out: dict[str, int], shares: bool = False) -> Bars:
    cells = rows.groupby(["panel", "row", "sign"]).size().rename("count").reset_index()
    whole = rows["panel"].value_counts()
    cells["share"] = cells["count"] / cells["panel"].map(whole)
    cells["key"] = [make_key("bar", panels[cell.panel].actor, panels[cell.panel].level, panels[cell.panel].way,
                             by or kind, cell.row, cell.sign) for cell in row_by_row(cells)]
    tally = rows.groupby(["row", "sign"]).size().unstack("sign", fill_value=0)
    tally = tally.reindex(columns=list(SIGN_NAMES), fill_value=0).rename(columns=SIGN_NAMES).reindex(list(order))
    tally["total"] = tally.sum(axis=1)
    table = pd.DataFrame({"id": list(order), "label": list(order.values()), "total": tally["total"].tolist(),
                          "balance": balance(tally).tolist()})
    return Bars(cells, table, panels, kind, {why: number for why, number in left_out.items() if number},
                shares)


def _within(view: pd.DataFrame, actor: Actor) -> int:
    column = "country" if actor.level == "countries" else "id"
    return ((view[f"source_{column}"] == actor.id) & (view[f"target_{column}"] == actor.id)).sum()
