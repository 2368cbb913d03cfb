"""Files of every format, cut, flipped, filled and repeated at random: each gives articles or reasons, and none an error."""
import zlib
from random import Random

import pytest

from analysis.articles import Article
from analysis.readers import Note, Rejected, read_bytes
from tests.readers.test_formats import CASES

MUTATIONS = 25


def mutated(data: bytes, chance: Random) -> bytes:
    at, length = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    change = chance.randrange(5)
    if change == 0:
        return data[:length]
    if change == 1:
        return data[:at] + bytes(chance.randrange(256) for _ in range(10)) + data[at:]
    if change == 2:
        return data[:at] + data[length:]
    if change == 3:
        return data[:at] + data[at:length] * 3 + data[length:]
    flipped = bytearray(data)
    for _ in range(20):
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(flipped)


@pytest.mark.parametrize("name", CASES)
def test_a_damaged_file_gives_articles_or_reasons(name):
    chance = Random(zlib.crc32(name.encode()))
    for _ in range(MUTATIONS):
        found = list(read_bytes(mutated(CASES[name][0], chance), name))
        assert found
        for each in found:
            assert isinstance(each, Article | Rejected | Note)
            if isinstance(each, Article):
                assert each.text[each.title_start:each.title_end] == each.title
                each.text.encode()  # no lone surrogates
            if isinstance(each, Rejected):
                assert each.reason and each.path.startswith(name)


@pytest.mark.parametrize("name", sorted({case.rpartition(".")[2] for case in CASES}))
@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff\xfe", b"<", b"PK\x03\x04", b"%PDF-", bytes(range(256)) * 8, "é".encode() * 3])
def test_what_is_no_such_file_gives_a_reason_or_its_text(name, data):
    assert list(read_bytes(data, f"a.{name}"))
