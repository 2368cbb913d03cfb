"""What each export says of itself: source, period, filters, how many stances, version."""
from collections.abc import Mapping
from datetime import date

import pandas as pd

from analysis.charts.escape import visible
from analysis.charts.wording import act_text, balance_text, day_text, number_text, span_text
from analysis.charts.words import worded
from analysis.tables import Tables
from analysis.views import SIGN_NAMES, Rows, Selection, Stock, active, prepared, select, tally
from analysis.views.chosen import dated
from analysis.views.named import people_of

_MOST_NAMES = 5


def footer(selection: Selection, tables: Tables | pd.DataFrame | Stock, version: str, texts: Mapping[str, str] | None = None,
           view: pd.DataFrame | Rows | None = None) -> str:
    """Lines of text: source, period, filters, number of stances and version.

    ``tables`` may be the prepared view table or a stock, and ``view`` the selected rows where the caller has them already.
    """
    texts = worded(texts)
    whole = tables.rows() if isinstance(tables, Stock) else prepared(tables)
    view = select(tables, selection) if view is None else view
    number = texts["footer.stances"].format(n=number_text(len(view), texts), all=number_text(len(whole), texts))
    return "\n".join([
        _source(view, texts), _period(view, texts), f"{_filters(selection, whole, texts)} ({number})",
        texts["footer.version"].format(version=version)])


def _source(view: pd.DataFrame | Rows, texts: Mapping[str, str]) -> str:
    counted = tally(view, ["source"])
    outlets = counted[counted["source"] != ""].set_index("source")["n"]
    named = sorted(outlets.index, key=lambda outlet: (-outlets[outlet], outlet))
    number = len(tally(view, ["article_id"]))
    articles = texts["articles.one" if number == 1 else "articles.other"].format(n=number_text(number, texts))
    return texts["footer.source"].format(articles=articles, outlets=_listed(named) or texts["footer.own_files"])


def _listed(names: list[str]) -> str:
    shown = [visible(name) for name in names[:_MOST_NAMES]]
    return ", ".join(shown) + (f" … (+{len(names) - _MOST_NAMES})" if len(names) > _MOST_NAMES else "")


def _period(view: pd.DataFrame | Rows, texts: Mapping[str, str]) -> str:
    return texts["footer.period"].format(period=span_text(*dated(view), texts))


def _filters(selection: Selection, whole: pd.DataFrame | Rows, texts: Mapping[str, str]) -> str:
    names = _names(whole)
    parts = [f"{texts[f'filter.{field}']} {_value(field, getattr(selection, field), names, texts)}"
             for field in active(selection)]
    return texts["footer.filters"].format(filters=texts["footer.between"].join(parts) or texts["footer.no_filters"])


def _names(whole: pd.DataFrame | Rows) -> dict[str, str]:
    people = people_of(whole)
    return {**dict(zip(people["country"], people["country_name"])), **people["name"].to_dict()}


def _value(field: str, value: object, names: Mapping[str, str], texts: Mapping[str, str]) -> str:
    """One filter in words."""
    if field in ("countries", "people"):
        return _listed([names.get(part, part) for part in value])
    if field == "acts":
        return _listed([act_text(act, False, texts) for act in value])
    if field == "signs":
        return _listed([texts[f"sign.{SIGN_NAMES[sign]}"] for sign in value])
    if field == "voices":
        return _listed([texts.get(f"voice.{voice}", voice) for voice in value])
    if field == "modalities":
        return _listed([texts.get(f"modality.{modality}", modality) for modality in value])
    if isinstance(value, date):
        return day_text(value, texts)
    if field in ("reviewed", "side", "negation"):
        return texts[f"{field}.{value}"]
    if field == "independent":
        return texts["filter.yes"]
    if field == "min_confidence":
        return balance_text(value, texts).lstrip("+")
    return _listed(list(value)) if isinstance(value, tuple) else f"« {visible(str(value))} »"
