"""Which rows of a view table an analyst looked at: its column ``review`` (see ``analysis.corrections.overlay``)."""
import pandas as pd

REJECTED = "rejected"


def with_review(stances: pd.DataFrame) -> pd.DataFrame:
    """Stances with the column ``review``: accepted, edited, added, rejected, or empty where nobody looked at the row."""
    if "review" in stances:
        return stances.copy()
    return stances.assign(review=pd.Series("", index=stances.index, dtype="str"))


def fits_review(view: pd.DataFrame, reviewed: str) -> pd.Series:
    """True for the rows that fit; ``reviewed`` is one of ``selection.REVIEWED``."""
    if reviewed == "all":
        return pd.Series(True, index=view.index)
    kept = view["review"] != REJECTED
    return kept & (view["review"] != "") if reviewed == "reviewed" else kept
