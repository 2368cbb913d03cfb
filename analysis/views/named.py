"""Who stands at the ends of stances, and what they are called, for view tables in memory and for rows that are not read alike."""
from collections.abc import Iterable

import pandas as pd

from analysis.views.chosen import PERSON, Rows


def people_of(view: pd.DataFrame | Rows) -> pd.DataFrame:
    """Id → name, kind, role, own_country, country, country_name of everyone at either end of a stance."""
    if isinstance(view, Rows):
        return view.people()
    ends = pd.concat([view[[f"{end}_id", *(f"{end}_{name}" for name in PERSON)]].set_axis(["id", *PERSON], axis=1).drop_duplicates("id")
                      for end in ("source", "target")])
    return ends[ends["id"] != ""].drop_duplicates("id").set_index("id")


def labels_of(view: pd.DataFrame | Rows, nodes: str) -> dict[str, str]:
    """Id → display name of everyone at either end, as people or as countries."""
    found = people_of(view)
    keys, names = (found.index, found["name"]) if nodes != "countries" else (found["country"], found["country_name"])
    return dict(zip(keys.tolist(), names.tolist()))


def names_of(view: pd.DataFrame | Rows, nodes: str, ids: Iterable[str]) -> dict[str, str]:
    """Display names of these ids, as people or as countries; of rows that are not read also of ids that are not in them."""
    if not isinstance(view, Rows):
        return labels_of(view, nodes)
    labels = view.stock.labels
    if nodes == "countries":
        found = labels[labels["country"].isin(list(ids))]
        return dict(zip(found["country"], found["country_name"]))
    return labels["name"].reindex(list(ids)).dropna().to_dict()
