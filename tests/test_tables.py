"""Row types, frames and vocabularies: the contract of the six tables."""
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from analysis.acts import ACTS, MODALITIES, VOICES
from analysis.tables import ROW_TYPES, ActorRow, DateRow, StanceRow, dtypes, empty_tables, frame, table_names

COLUMNS = {
    "articles": "article_id path title published_first published_last source language url text",
    "actors": "actor_id name kind country role aliases wikidata",
    "mentions": "article_id start end text actor_id rule",
    "dates": "article_id start end text first_day last_day precision rule",
    "statements": "article_id start end speaker_id verb voice text",
    "stances": "stance_id article_id start end sentence source_id target_id act polarity voice reporter_id negated modality "
               "first_day last_day cue rule confidence plover cameo",
}
STANCE = StanceRow("s", "a", 0, 9, "…", "RUS", "", "accuse", -1, "reported", "", False, "actual", None, None, "accuse", "r", 0.5,
                   "ACCUSE", "11")


def test_tables_and_columns_are_those_of_the_contract():
    assert table_names() == tuple(ROW_TYPES) == tuple(COLUMNS)
    assert {name: " ".join(kind._fields) for name, kind in ROW_TYPES.items()} == COLUMNS


@pytest.mark.parametrize("name", ROW_TYPES)
def test_an_empty_frame_has_columns_and_dtypes(name):
    table = getattr(empty_tables(), name)
    assert len(table) == 0
    assert table.dtypes.astype(str).to_dict() == dtypes(ROW_TYPES[name])


def test_a_filled_frame_has_the_same_dtypes():
    dated = STANCE._replace(first_day=date(2022, 2, 24), last_day=date(2022, 2, 24), negated=True)
    for rows in ([STANCE], [dated], [STANCE, dated]):
        assert frame(StanceRow, rows).dtypes.astype(str).to_dict() == dtypes(StanceRow)


def test_unknown_days_are_empty_and_known_ones_exact():
    table = frame(DateRow, [DateRow("a", 0, 5, "lundi", date(1, 1, 1), date(9999, 12, 31), "day", "r"),
                            DateRow("a", 6, 9, "un jour", None, None, "day", "r")])
    assert [day.isoformat()[:10] for day in table.loc[0, ["first_day", "last_day"]]] == ["0001-01-01", "9999-12-31"]
    assert table.loc[1, ["first_day", "last_day"]].isna().all()


def test_namibia_and_none_survive_csv(tmp_path):
    table = frame(ActorRow, [ActorRow("NAM", "Namibie", "country", "NAM", "", "NA|None|null", "")])
    table.to_csv(tmp_path / "actors.csv", index=False)
    again = pd.read_csv(tmp_path / "actors.csv", keep_default_na=False)
    assert again.loc[0].to_list() == table.loc[0].to_list()


def test_rows_can_come_from_a_generator():
    assert len(frame(StanceRow, (STANCE for _ in range(3)))) == 3


def test_tables_are_frozen(small_tables):
    with pytest.raises(AttributeError):
        small_tables.stances = None
    assert replace(small_tables, stances=frame(StanceRow)).actors is small_tables.actors


def test_acts_are_the_twenty_of_the_guidelines():
    signs = {sign: [act.name for act in ACTS.values() if act.sign == sign] for sign in (1, 0, -1)}
    assert signs == {
        1: "support praise agree cooperate aid concede retreat".split(),
        0: "consult request".split(),
        -1: "deny reject accuse condemn warn threaten protest sanction mobilize coerce assault".split(),
    }
    assert VOICES == ("direct", "reported", "hearsay", "narrated")
    assert MODALITIES == ("actual", "future", "hypothetical")


@pytest.mark.parametrize("act, plover", [("praise", "SUPPORT"), ("condemn", "ACCUSE"), ("warn", "THREATEN"), ("deny", ""),
                                         ("reject", "REJECT"), ("consult", "CONSULT")])
def test_plover_types(act, plover):
    assert ACTS[act].plover == plover


def test_quad_classes_follow_the_sign():
    for act in ACTS.values():
        assert act.quad.split()[0] in ("verbal", "material")
        assert act.quad.endswith("conflict") == (act.sign < 0 or act.name == "request")
