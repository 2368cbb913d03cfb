"""Who stands at the two ends of a stance: actors as named, or the countries and organisations they belong to."""
import pandas as pd

SYMMETRIC = ("consult",)
LEVELS = {"people": "id", "countries": "country", "persons": "id"}
LANES = ("actor", "country", "dyad", "act")


def ends_of(view: pd.DataFrame, nodes: str) -> tuple[pd.Series, pd.Series]:
    """Source and target of each row; ``nodes`` is people or persons (actors as the text names them) or countries."""
    column = LEVELS[nodes]
    return view[f"source_{column}"], view[f"target_{column}"]


def mutual(view: pd.DataFrame) -> pd.Series:
    """True where the act has no direction (consult): both ends do the same. A tally may have it as a column."""
    return view["mutual"] if "mutual" in view else view["act"].isin(SYMMETRIC)


def ordered_ends(view: pd.DataFrame, nodes: str) -> tuple[pd.Series, pd.Series]:
    """Source and target, put in alphabetical order where the act has no direction and both are known."""
    source, target = ends_of(view, nodes)
    swap = mutual(view) & (target != "") & (target < source)
    return source.where(~swap, target), target.where(~swap, source)


def lane_of(view: pd.DataFrame, by: str) -> pd.Series:
    """The lane of each row: its act, its source, or its dyad (``FRA > MAR``, and ``FRA - MAR`` for consult); empty where
    a dyad lacks one end or both are the same."""
    if by == "act":
        return view["act"]
    if by in ("actor", "country"):
        return ends_of(view, "people" if by == "actor" else "countries")[0]
    source, target = ordered_ends(view, "countries")
    arrow = pd.Series(" > ", index=view.index, dtype="str").where(~mutual(view), " - ")
    return (source + arrow + target).where((source != "") & (target != "") & (source != target), "")


def labels(view: pd.DataFrame, nodes: str) -> dict[str, str]:
    """Id → display name of everyone at either end."""
    name = "country_name" if nodes == "countries" else "name"
    found: dict[str, str] = {}
    for end in ("target", "source"):
        columns = [f"{end}_{LEVELS[nodes]}", f"{end}_{name}"]
        found.update(view[columns].drop_duplicates().itertuples(index=False, name=None))
    return found


def in_dyad(view: pd.DataFrame, key: str) -> pd.Series:
    """True for the rows of a dyad. Raises ValueError for what is no key of one."""
    sign = ">" if ">" in key else "-"
    one, found, other = key.partition(sign)
    if not found or not one or not other:
        raise ValueError(f"not the key of a dyad: {key!r}")
    source, target = view["source_country"], view["target_country"]
    there, back = (source == one) & (target == other), (source == other) & (target == one)
    return there | (back if sign == "-" else back & mutual(view))
