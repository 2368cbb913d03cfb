"""Figures → lines for people, or one JSON object."""
from collections.abc import Iterable

from analysis.acts import ACTS, VOICES
from analysis.evaluation.comparing import Missed
from analysis.evaluation.figures import Figures, band_name
from analysis.records import Actor

ORDER = ("countries", "people", "offices", "dates_found", "dates", "dyads", "stances", "acts",
         "voice", "modality", "negated", "reporter")
_SHOWN = 110  # characters of evidence in a line


def as_dict(figures: Figures) -> dict:
    """All figures, in the order of the report; ready for JSON."""
    rounded = {name: part.rounded() for name, part in (figures.counts | figures.shares).items()}
    return {
        "articles": figures.articles,
        **{name: rounded[name] for name in ORDER},
        "by_act": {act: figures.by_act[act].rounded() for act in ACTS if act in figures.by_act},
        "by_voice": {voice: figures.by_voice[voice].rounded() for voice in VOICES if voice in figures.by_voice},
        "by_confidence": {band_name(i): share.rounded() for i, share in enumerate(figures.by_confidence)},
    }


def as_text(figures: Figures, groups: Iterable[str] = ()) -> str:
    """The figures, one a line, and a table for each group asked for (``act``, ``voice``)."""
    data = as_dict(figures)
    lines = [f"articles     {figures.articles}"]
    lines += [_line(name, data[name]) for name in ORDER]
    for group in groups:
        lines += ["", f"by {group}", *(_line(name, row) for name, row in data[f"by_{group}"].items())]
    lines += ["", "stances right as dyads, by confidence"]
    lines += [_line(name, row) for name, row in data["by_confidence"].items() if row["of"]]
    return "\n".join(lines)


def _line(name: str, row: dict) -> str:
    return f"{name:12} " + "  ".join(f"{key} {value}" for key, value in row.items())


def error_lines(missed: Iterable[Missed]) -> Iterable[str]:
    """One line a stance that only one side has: ``os_04 missed   Sergueï Lavrov accuse Royaume-Uni: …``."""
    for stem, spurious, stance in missed:
        what = "spurious" if spurious else "missed  "
        yield f"{stem} {what} {_name(stance.source)} {stance.act} {_name(stance.target)}: {stance.words[:_SHOWN]!r}"


def _name(actor: Actor | None) -> str:
    return (actor.name or actor.actor_id) if actor else "-"
