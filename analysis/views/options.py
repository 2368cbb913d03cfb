"""What can be chosen in the filters: countries, people by country, acts, signs, voices, outlets and the period."""
import unicodedata
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.acts import ACTS, VOICES
from analysis.tables import Tables
from analysis.views.names import english_name, french_name
from analysis.views.reviews import fits_review
from analysis.views.rows import prepared

_KIND_ORDER = {"country": 0, "organisation": 1}
# Sorts after every name.
_LAST = "\uffff"


@dataclass(frozen=True)
class Choice:
    """One thing to choose. ``count`` is the number of stances it is in; ``name`` is French, ``name_en`` English."""

    id: str
    name: str
    count: int
    name_en: str = ""
    country: str = ""
    role: str = ""
    sign: int = 0
    kind: str = ""


@dataclass(frozen=True)
class Options:
    """All choices of a corpus. Countries come first, then organisations and what else is at an end of a stance, each by
    name; people by country, then name."""

    countries: tuple[Choice, ...] = ()
    people: tuple[Choice, ...] = ()
    acts: tuple[Choice, ...] = ()
    signs: tuple[Choice, ...] = ()
    voices: tuple[Choice, ...] = ()
    outlets: tuple[Choice, ...] = ()
    first: date | None = None
    last: date | None = None
    stances: int = 0
    undated: int = 0

    def people_by_country(self) -> dict[str, tuple[Choice, ...]]:
        """Country or organisation id ("" for people without one) → its people."""
        groups: dict[str, list[Choice]] = {}
        for choice in self.people:
            groups.setdefault(choice.country, []).append(choice)
        return {country: tuple(choices) for country, choices in groups.items()}


def options(tables: Tables | pd.DataFrame) -> Options:
    """Tables (or the prepared view table) → what its stances offer to choose."""
    view = prepared(tables)
    view = view[fits_review(view, "kept")]
    acts, voices, signs = (view[column].value_counts() for column in ("act", "voice", "sign"))
    outlets = view["source"][view["source"] != ""].value_counts().sort_index()
    days = view["day_first"].min(), view["day_last"].max()
    return Options(
        countries=_countries(view), people=_people(view),
        acts=tuple(Choice(act.name, act.name, int(acts.get(act.name, 0)), act.name, sign=act.sign)
                   for act in ACTS.values()),
        signs=tuple(Choice(str(sign), str(sign), int(signs.get(sign, 0)), sign=sign) for sign in (1, 0, -1)),
        voices=tuple(Choice(voice, voice, int(voices.get(voice, 0)), voice) for voice in VOICES),
        outlets=tuple(Choice(outlet, outlet, int(count), outlet) for outlet, count in outlets.items()),
        first=None if pd.isna(days[0]) else days[0].date(), last=None if pd.isna(days[1]) else days[1].date(),
        stances=len(view), undated=int(view["day_first"].isna().sum()))


def _involved(view: pd.DataFrame, column: str) -> pd.Series:
    """Value → number of stances that have it at either end (once where at both)."""
    source, target = view[f"source_{column}"], view[f"target_{column}"]
    ends = pd.concat([source, target[target != source]])
    return ends[ends != ""].value_counts()


def _countries(view: pd.DataFrame) -> tuple[Choice, ...]:
    labels = {**dict(zip(view["target_country"], view["target_country_name"])),
              **dict(zip(view["source_country"], view["source_country_name"]))}
    persons = set(view["source_id"][view["source_kind"] == "person"]) | set(
        view["target_id"][view["target_kind"] == "person"])
    kinds = {**dict(zip(view["target_id"], view["target_kind"])), **dict(zip(view["source_id"], view["source_kind"]))}
    found = [Choice(node, labels[node] or french_name(node), int(count), english_name(node, labels[node]), country=node,
                    kind=kinds.get(node, "country"))
             for node, count in _involved(view, "country").items() if node not in persons]
    return tuple(sorted(found, key=lambda choice: (_KIND_ORDER.get(choice.kind, 2), _in_order(choice.name), choice.id)))


def _people(view: pd.DataFrame) -> tuple[Choice, ...]:
    columns = {"id": "id", "name": "name", "own_country": "country", "role": "role", "kind": "kind",
               "country_name": "label"}
    ends = pd.concat([view[[f"{end}_{column}" for column in columns]].set_axis(list(columns.values()), axis=1)
                      for end in ("source", "target")])
    persons = ends[ends["kind"] == "person"].drop_duplicates("id")
    counts = _involved(view, "id")
    found = [(row.label if row.country else _LAST,
              Choice(row.id, row.name, int(counts[row.id]), row.name, country=row.country, role=row.role))
             for row in persons.itertuples(index=False)]
    return tuple(choice for _, choice in sorted(found, key=lambda pair: (_in_order(pair[0]), _in_order(pair[1].name),
                                                                        pair[1].id)))


def _in_order(name: str) -> str:
    """Key by which French sorts names: accents and case aside."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold() if name != _LAST else name
