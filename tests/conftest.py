"""Fixtures that several test folders share."""
import pytest

from analysis.tables import Tables
from tests import tables_fixture


@pytest.fixture(scope="session")
def small_tables() -> Tables:
    """A hand-written corpus of twenty-five stances (see tests/tables_fixture.py)."""
    return tables_fixture.small_tables()


@pytest.fixture(scope="session")
def make_tables():
    """``make_tables(n, seed)`` → random Tables of n stances."""
    return tables_fixture.make_tables
