"""Rows of a table one by one, against pandas' own way."""
import pandas as pd
import pytest

from analysis.views import prepared, row_by_row
from tests.tables_fixture import small_tables


@pytest.mark.parametrize("most", [25, 1, 0])
def test_rows_are_those_of_itertuples(most):
    view = prepared(small_tables()).head(most)
    assert [str(tuple(row)) for row in row_by_row(view)] == [str(tuple(row)) for row in view.itertuples(index=False)]
    assert [row.sentence for row in row_by_row(view)] == list(view["sentence"])


def test_a_column_of_any_name_is_taken():
    rows = row_by_row(pd.DataFrame({"class": [1], "day": [pd.NaT], "a b": ["x"]}))
    assert [row[0] for row in rows] == [1]
