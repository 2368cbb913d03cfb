"""What the tests of the world tables share: the raw rows, with the file and line that a failure should name."""
import csv
from pathlib import Path
from typing import NamedTuple

import pytest

from analysis.world import reading


class Row(NamedTuple):
    """One row of a table and where it stands."""

    where: str
    cells: dict[str, str]


def table(path: Path) -> list[Row]:
    """All rows of a CSV file with ``file:line``."""
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return [Row(f"{path.name}:{reader.line_num}", row) for row in reader]


@pytest.fixture(scope="session")
def held() -> list[Row]:
    """All rows of all tables of holders."""
    return [row for path in sorted((reading.FOLDER / "holders").glob("*.csv")) for row in table(path)]
