"""A log over the tables of the analysis → what it changes there, and which of its lines no longer fit.

The lines count in the order of the log; each is laid over what those before it left, as its coder saw it. A line hangs
on the article's text, and on the stance as the analysis made it; where either is another one now, the line is reported
and changes nothing. A stance that only moved within its sentence, or got another id, is still the same.
"""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.corrections.books import Books, Misfit
from analysis.corrections.making import added_id
from analysis.corrections.overlay import Overlay, Unfit
from analysis.corrections.records import Correction
from analysis.tables import Tables

# Why a correction no longer fits. The pages and the command line have a sentence for each.
WHYS = ("article gone", "text changed", "stance gone", "stance changed", "addition undone", "seen changed", "actor gone",
        "actor changed", "nothing to undo")


@dataclass(frozen=True)
class Needed:
    """What a replay looks at: articles by id or path, and actors by id."""

    articles: frozenset[str]
    paths: frozenset[str]
    actors: frozenset[str]


def needed(corrections: Sequence[Correction]) -> Needed:
    """The rows that a replay of these corrections looks at, so that a large corpus need not be loaded for it."""
    anchors = [anchor for each in corrections for anchor in each.articles]
    actors = {anchor.actor_id for each in corrections for anchor in each.actors}
    for each in corrections:
        actors |= {str(each.values[name]) for name in ("source_id", "target_id", "reporter_id", "into") if each.values.get(name)}
        actors |= {each.values["actor"]["actor_id"]} if each.what == "split" else set()
    return Needed(frozenset(anchor.article_id for anchor in anchors), frozenset(anchor.path for anchor in anchors if anchor.path),
                  frozenset(actors))


def part_of(tables: Tables, wanted: Needed) -> Tables:
    """The rows of the tables that a replay looks at."""
    articles = tables.articles
    articles = articles[articles["article_id"].isin(wanted.articles) | articles["path"].isin(wanted.paths)]
    stances = tables.stances[tables.stances["article_id"].isin(wanted.articles)]
    ends = {key for name in ("source_id", "target_id", "reporter_id") for key in stances[name]}
    return Tables(articles=articles, actors=tables.actors[tables.actors["actor_id"].isin(wanted.actors | ends)], stances=stances,
                  mentions=tables.mentions.head(0), dates=tables.dates.head(0), statements=tables.statements.head(0))


def replay(corrections: Sequence[Correction], tables: Tables) -> Overlay:
    """Corrections in the order of their log, and the tables of the analysis (or the part that is needed) → Overlay.

    The same log and tables give the same overlay, however often it is asked for.
    """
    if not corrections:
        return Overlay()
    undone, unfit = undone_by(corrections)
    taken_back = frozenset(added_id(each.id) for each in corrections if each.what == "add" and each.id in undone)
    books = Books(part_of(tables, needed(corrections)), taken_back)
    for correction in corrections:
        if correction.what == "undo" or correction.id in undone:
            continue
        try:
            unfit += [Unfit(correction, misfit.why, misfit.about, partly=True) for misfit in books.take(correction)]
        except Misfit as misfit:
            unfit.append(Unfit(correction, misfit.why, misfit.about))
    return books.overlay(undone, tuple(unfit))


def days_set(corrections: Sequence[Correction], tables: Tables) -> Mapping[str, tuple]:
    """article_id → first and last day of publication, as the lines in force set them for articles whose text is the same."""
    return replay([each for each in corrections if each.what in ("date", "undo")], tables).days


def undone_by(corrections: Sequence[Correction]) -> tuple[frozenset[str], list[Unfit]]:
    """Ids of the lines that an undo took back (an undo that was itself undone takes nothing back), and undos of nothing."""
    undone: set[str] = set()
    place = {each.id: number for number, each in enumerate(corrections)}
    for number, each in reversed(list(enumerate(corrections))):
        if each.what == "undo" and each.id not in undone and place.get(each.values["undoes"], number) < number:
            undone.add(each.values["undoes"])
    unfit = [Unfit(each, "nothing to undo", each.values["undoes"]) for number, each in enumerate(corrections)
             if each.what == "undo" and place.get(each.values["undoes"], number) >= number]
    return frozenset(undone), unfit


def counted(corrections: Sequence[Correction], overlay: Overlay) -> pd.DataFrame:
    """How many lines count, were undone, or no longer fit: columns what, in_force, undone, unfit; undos aside."""
    whole = {each.correction.id for each in overlay.unfit if not each.partly}
    rows = [(each.what, each.id not in overlay.undone and each.id not in whole, each.id in overlay.undone,
             each.id in whole and each.id not in overlay.undone) for each in corrections if each.what != "undo"]
    table = pd.DataFrame(rows, columns=["what", "in_force", "undone", "unfit"])
    return table.groupby("what", sort=False).sum().astype("int64").reset_index()
