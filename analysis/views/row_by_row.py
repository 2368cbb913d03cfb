"""Rows of a table one by one."""
from collections import namedtuple
from collections.abc import Iterator

import pandas as pd


def row_by_row(table: pd.DataFrame) -> Iterator[tuple]:
    """As ``itertuples`` gives them, without the index, in a fraction of the time: words come out of Arrow a column at a time."""
    row = namedtuple("Row", table.columns, rename=True)
    return map(row._make, zip(*(table[name].tolist() for name in table.columns)))
