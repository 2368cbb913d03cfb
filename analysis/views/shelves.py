"""Where the rows of a corpus lie, to be read by place: Parquet files, of which only those asked for are opened, or frames."""
from collections.abc import Callable, Mapping, Sequence

import duckdb
import pandas as pd

from analysis.tables import ROW_TYPES, Tables, dtypes, frame
from analysis.views.loading import parts_clause

_BY_PLACE = ["part", "place"]


class FrameShelf:
    """Tables in memory, which are one part."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def at(self, table: str, places: pd.DataFrame) -> pd.DataFrame:
        """The rows at the places (part and place), in the order of the table."""
        return getattr(self._tables, table).take(sorted(places["place"]))

    def of_article(self, table: str, part: int, article_id: str) -> pd.DataFrame:
        """The rows of one article."""
        rows = getattr(self._tables, table)
        return rows[rows["article_id"] == article_id].reset_index(drop=True)

    def whole(self) -> Tables:
        """All of them."""
        return self._tables


class FileShelf:
    """Parquet files by table, one a part, in one order for all tables."""

    def __init__(self, files: Mapping[str, Sequence[str]], connection: duckdb.DuckDBPyConnection,
                 whole: Callable[[], Tables]) -> None:
        self._files, self._connection, self.whole = files, connection, whole

    def at(self, table: str, places: pd.DataFrame) -> pd.DataFrame:
        """The rows at the places (part and place), in the order of the table."""
        if places.empty:
            return frame(ROW_TYPES[table])
        used = sorted(places["part"].unique())
        wanted = pd.DataFrame({"file": places["part"].map({part: at for at, part in enumerate(used)}), "place": places["place"]})
        columns = ", ".join(f"rows.{name}" for name in ROW_TYPES[table]._fields)
        sql = f"""select {columns} from {parts_clause([self._files[table][part] for part in used])} rows
            join wanted on file_index = wanted.file and file_row_number = wanted.place"""
        with self._connection.cursor() as cursor:
            cursor.register("wanted", wanted.astype("int64"))
            return _typed(cursor.sql(sql).to_arrow_table().to_pandas(), table)

    def of_article(self, table: str, part: int, article_id: str) -> pd.DataFrame:
        """The rows of one article."""
        columns = ", ".join(f"rows.{name}" for name in ROW_TYPES[table]._fields)  # qualified: ``end`` is a word of SQL
        sql = f"select {columns} from {parts_clause([self._files[table][part]])} rows where article_id = ?"
        with self._connection.cursor() as cursor:
            return _typed(cursor.sql(sql, params=[article_id]).to_arrow_table().to_pandas(), table)


def _typed(rows: pd.DataFrame, table: str) -> pd.DataFrame:
    return rows.astype(dtypes(ROW_TYPES[table]))
