"""The stance lexicon as a table: no row twice, known codes only, an example of its cue in every row."""
import csv
import re
from pathlib import Path

import pytest

import analysis.stances.lexicon as lexicon
from analysis.acts import ACTS
from analysis.stances.lexicon import entries, fold

PATH = Path(lexicon.__file__).parents[1] / "lexicons" / "stances.csv"
PLACES = frozenset(("obj", "que", "-", "à", "de", "par", "pour", "sur", "contre", "avec", "envers", "entre", "en", "dans", "chez",
                    "vers", "face", "auprès", "derrière", "devant", "autour"))


def rows() -> list[dict[str, str]]:
    with PATH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stem(cue: str) -> str:
    """The first letters of the first word, which the forms of French words share; two of them where it is short."""
    first = fold(cue.removeprefix("se ").split(" ")[0])
    return first[:3] if len(first) > 4 else first[:2]


def test_columns():
    assert list(rows()[0]) == ["cue", "pos", "act", "target", "example"]


def test_each_row_once_and_in_order():
    keys = [(row["act"], row["pos"], row["cue"]) for row in rows()]
    assert keys == sorted(set(keys))


def test_known_codes():
    for row in rows():
        assert row["act"] in ACTS, row
        assert row["pos"] in ("V", "N", "A", "I", "X"), row
        assert set(row["target"].split("|")) <= PLACES, row


def test_every_act_has_verbs_and_nouns():
    found = {(row["act"], row["pos"]) for row in rows()}
    assert not [act for act in ACTS for pos in "VN" if (act, pos) not in found]


def test_cues_are_plain_words():
    for row in rows():
        assert re.fullmatch(r"[^\W\d_]+(['-][^\W\d_]+)*( [^\W\d_]+(['-][^\W\d_]+)*)*", row["cue"]), row


def test_each_example_shows_its_cue():
    for row in rows():
        words = re.findall(r"[\w-]+", fold(row["example"]))
        assert len(words) >= 3, row
        assert any(word.startswith(stem(row["cue"])) for word in words), row


@pytest.mark.parametrize("first, cue, act", [
    ("accuser", "accuser", "accuse"),
    ("mettre", "mettre garde", "warn"),
    ("claquer", "claquer porte", "reject"),
    ("feliciter", "se féliciter", "praise"),
    ("tendre", "tendre main", "cooperate"),
    ("taper", "taper poing", "threaten"),
    ("hausser", "hausser ton", "condemn"),
    ("battre", "battre froid", "reject"),
    ("renvoyer", "renvoyer dos", "reject"),
    ("prendre", "prendre fait", "support"),
])
def test_entries_hold(first: str, cue: str, act: str):
    assert any(entry.cue == cue and entry.act == act for entry in entries()[first])


def test_longer_rows_come_first():
    lengths = [len(entry.rest) for entry in entries()["mettre"]]
    assert lengths == sorted(lengths, reverse=True)
    assert entries()["retirer"][0].rest
