"""What is written is read again equal: a share of the random networks and tables (all: ``python -m tests.benchmarks.reread``)."""
import pytest

from tests.exports.reread import differences


@pytest.mark.parametrize("seed", range(20))
def test_every_format_gives_back_what_was_written(seed):
    assert differences(seed) == []
