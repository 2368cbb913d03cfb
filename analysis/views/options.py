"""What can be chosen in the filters: countries, people by country, acts, signs, voices, outlets and the period."""
import unicodedata
from dataclasses import dataclass
from datetime import date

import pandas as pd

from analysis.acts import ACTS, VOICES
from analysis.tables import Tables
from analysis.views.chosen import Rows, counted, dated, involved
from analysis.views.named import people_of
from analysis.views.names import english_name, french_name
from analysis.views.reviews import fits_review
from analysis.views.rows import prepared
from analysis.views.stock import Stock

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


def options(tables: Tables | pd.DataFrame | Stock) -> Options:
    """Tables (their prepared view table, or a stock) → what its stances offer to choose."""
    if isinstance(tables, Stock):
        view = tables.rows()
    else:
        whole = prepared(tables)
        view = whole[fits_review(whole, "kept")]
    acts, voices, signs, outlets = (counted(view, column) for column in ("act", "voice", "sign", "source"))
    first, last = dated(view)
    return Options(
        countries=_countries(view), people=_people(view),
        acts=tuple(Choice(act.name, act.name, acts.get(act.name, 0), act.name, sign=act.sign) for act in ACTS.values()),
        signs=tuple(Choice(str(sign), str(sign), signs.get(sign, 0), sign=sign) for sign in (1, 0, -1)),
        voices=tuple(Choice(voice, voice, voices.get(voice, 0), voice) for voice in VOICES),
        outlets=tuple(Choice(outlet, outlet, number, outlet) for outlet, number in sorted(outlets.items()) if outlet),
        first=None if pd.isna(first) else first.date(), last=None if pd.isna(last) else last.date(),
        stances=len(view), undated=counted(view, "dated").get("", 0))


def _countries(view: pd.DataFrame | Rows) -> tuple[Choice, ...]:
    people = people_of(view)
    labels, kinds = dict(zip(people["country"], people["country_name"])), people["kind"].to_dict()
    found = [Choice(node, labels[node] or french_name(node), number, english_name(node, labels[node]), country=node,
                    kind=kinds.get(node, "country"))
             for node, number in involved(view, "country").items() if kinds.get(node) != "person"]
    return tuple(sorted(found, key=lambda choice: (_KIND_ORDER.get(choice.kind, 2), _in_order(choice.name), choice.id)))


def _people(view: pd.DataFrame | Rows) -> tuple[Choice, ...]:
    people = people_of(view)
    counts = involved(view, "id")
    found = [(row.country_name if row.own_country else _LAST,
              Choice(row.Index, row.name, counts[row.Index], row.name, country=row.own_country, role=row.role))
             for row in people[people["kind"] == "person"].itertuples()]
    return tuple(choice for _, choice in sorted(found, key=lambda pair: (_in_order(pair[0]), _in_order(pair[1].name),
                                                                        pair[1].id)))


def _in_order(name: str) -> str:
    """Key by which French sorts names: accents and case aside."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold() if name != _LAST else name
