"""In which way a stance concerns an actor, and who is at the other end."""
import pandas as pd

from analysis.views.ends import ends_of, mutual

# A meeting has no direction.
WAYS = ("given", "received", "meetings")


def on_way(view: pd.DataFrame, actor_id: str, level: str, way: str) -> pd.Series:
    """True where a row concerns the actor in this way: it takes the stance (``given``), is its target (``received``), or
    both talk with one another (``meetings``). What stands at both ends is in none of them."""
    source, target = ends_of(view, level)
    both, apart = mutual(view), source != target
    if way == "meetings":
        return both & apart & ((source == actor_id) | (target == actor_id))
    return ~both & apart & ((source if way == "given" else target) == actor_id)


def others(view: pd.DataFrame, actor_id: str, level: str, partners: str) -> pd.Series:
    """The other end of each row that concerns the actor, at the level of ``partners`` (people or countries)."""
    source, _ = ends_of(view, level)
    left, right = ends_of(view, partners)
    return right.where(source == actor_id, left)
