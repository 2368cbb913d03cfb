"""Rows of the view table with few columns, sooner read than whole rows: for what draws or counts each stance."""
import pandas as pd

from analysis.views.chosen import EXPRESSIONS, PLACE, UNITS, Rows
from analysis.views.rows import looked_up

_COLUMNS = [name for name in EXPRESSIONS if name not in (*UNITS, "mutual", "title", "path")]
_PLACED = f"'{PLACE}' || stance.part || ':' || stance.place as stance_id"
_ORDER = "order by day_first, day_last, article_id, start"


def sketch_of(view: pd.DataFrame | Rows) -> pd.DataFrame:
    """A view table; or of rows that are not read the columns that are counted, one row a stance, without its words: in the
    place of ``stance_id`` stands where it lies, which ``called`` takes too."""
    return _read(view, _PLACED, "", _ORDER) if isinstance(view, Rows) else view


def told(rows: Rows, words: bool = True) -> pd.DataFrame:
    """The same columns with what a mark says: title of the article, names of the actors, and ``stance_id`` and ``sentence``.

    Without ``words``, which lie in files, the sentence is empty, and ``stance_id`` says where the stance lies.
    """
    clause = rows.stock.clauses["stances"]
    if words:
        found = _read(rows, "title, told.stance_id, told.sentence", f"""join (select file_index, file_row_number, stance_id, sentence
            from {clause}) told on told.file_index = stance.part and told.file_row_number = stance.place""", f"{_ORDER}, told.stance_id")
    else:
        found = _read(rows, f"title, {_PLACED}, '' as sentence", "", _ORDER)
    return found.assign(**{f"{end}_name": looked_up(found[f"{end}_id"], rows.stock.labels["name"], found[f"{end}_id"])
                           for end in ("source", "target", "reporter")})


def _read(rows: Rows, more: str, join: str, order: str) -> pd.DataFrame:
    listed, fits = ", ".join(f"{EXPRESSIONS[name]} as {name}" for name in _COLUMNS), rows.fits()
    return rows.decoded(rows.stock.arrow(
        f"select {listed}, {more} from (select * from {fits.sql}) stance join article using (article) {join} {order}", fits.values))
