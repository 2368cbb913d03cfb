"""PLOVER JSONL and POLECAT's columns."""
import csv
import io
import json
from dataclasses import replace

import pytest

from analysis.acts import ACTS
from analysis.exports.plover import POLECAT_COLUMNS, entity_code, plover_jsonl, plover_left_out, polecat_tsv, sector
from analysis.views import prepared
from tests.hostile import HOSTILE


@pytest.fixture(scope="module")
def view(small_tables):
    return prepared(small_tables)


@pytest.fixture(scope="module")
def events(small_tables, view):
    return {event["id"]: event for event in map(json.loads, plover_jsonl(small_tables, view, "1.0").splitlines())}


def test_required_fields_and_what_is_left_out(view, events):
    assert plover_left_out(view) == {"no type": 1, "undated": 2}
    assert len(events) + 3 == len(view)
    for event in events.values():
        assert event["actor"] and event["event"] and len(event["date"]) == 10 and 1 <= event["quad_code"] <= 4


def test_a_consultation_has_all_parties_as_actors(events):
    assert [entity["entity_text"] for entity in events["s01"]["actor"]] == ["Hélène Marchais", "Nadia El Fassi"]
    assert "recipient" not in events["s01"]


def test_a_directed_event_has_actor_and_recipient(events):
    event = events["s11"]
    assert (event["actor"][0]["code"], event["recipient"][0]["code"]) == ("RUS", "FRA")
    assert (event["event"], event["mode"], event["event_scale"]) == (["ACCUSE"], ["allege"], -3.5)
    assert event["recipient"][0]["identifier_id"] == "Q142"
    assert "recipient" not in events["s08"]


def test_a_span_of_days_is_a_span(events):
    assert (events["s13"]["date"], events["s13"]["enddate"]) == ("2024-03-04", "2024-03-10")
    assert "enddate" not in events["s01"]


def test_negation_and_modality_are_said(events):
    assert events["s21"]["mode"] == ["allege", "negation"] and "event_scale" not in events["s21"]
    assert events["s05"]["mode"] == ["future"] and events["s22"]["mode"] == ["hypothetical"]
    assert events["s07"]["reporter"] == "ministère algérien des Affaires étrangères" and events["s07"]["voice"] == "hearsay"


def test_each_act_with_a_type_has_a_score_of_its_sign(small_tables, view):
    for act in ACTS.values():
        if act.plover:
            rows = view.iloc[[1]].assign(act=act.name, plover=act.plover)
            event = json.loads(plover_jsonl(small_tables, rows, "1.0"))
            if act.sign:
                assert event["event_scale"] * act.sign > 0


@pytest.mark.parametrize("country,actor,kind,code", [
    ("XKX", "XKX", "country", "KOS"), ("", "ONU", "organisation", "UNO"), ("UE", "quelqu-un", "person", "EUR"),
    ("", "OMS", "organisation", "IGO"), ("OMS", "quelqu-un", "person", "IGO"), ("FRA", "quelqu-un", "person", "FRA"),
    ("", "aloys-verne", "person", "")])
def test_entity_code(country, actor, kind, code):
    assert entity_code(country, actor, kind) == code


@pytest.mark.parametrize("kind,role,name,code", [
    ("person", "ministre des Affaires étrangères", "", "GOV"), ("person", "ancien président", "", "ELI"),
    ("person", "chef de l'opposition", "", "OPP"), ("institution", "", "armée française", "MIL"),
    ("institution", "", "ministère algérien des Affaires étrangères", "GOV"), ("institution", "", "FSB", "SPY"),
    ("institution", "", "Sénat américain", "LEG"), ("person", "militant", "", ""), ("organisation", "", "ONU", "")])
def test_sector(kind, role, name, code):
    assert sector(kind, role, name) == code


def _read(data: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(data.decode()), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_polecat_columns_and_rows(small_tables, view):
    rows = {row["Event ID"]: row for row in _read(polecat_tsv(small_tables, view, "1.0"))}
    assert len(POLECAT_COLUMNS) == len(set(POLECAT_COLUMNS)) == 48 and POLECAT_COLUMNS[7] == "Actor Name"
    assert POLECAT_COLUMNS[:3] == ("Event ID", "Event Date", "Event Type") and POLECAT_COLUMNS[39] == "Version"
    assert "s21" not in rows and "s08" not in rows and "s12" not in rows and "s24" not in rows
    assert (rows["s13"]["Event Date"], rows["s13"]["First Day"], rows["s13"]["Last Day"]) == ("", "2024-03-04", "2024-03-10")
    assert (rows["s11"]["Actor Country"], rows["s11"]["Recipient Country"], rows["s11"]["Quad Code"]) == (
        "RUS", "FRA", "VERBAL CONFLICT")
    assert rows["s22"]["Publication Date"] == ""


def test_hostile_text_adds_no_row_and_no_column(small_tables, view):
    rows = view.iloc[[0] * len(HOSTILE)].assign(sentence=list(HOSTILE), cue=list(HOSTILE), source_name=list(HOSTILE))
    found = _read(polecat_tsv(small_tables, rows, "1.0"))
    assert len(found) == len(HOSTILE) and all(None not in row for row in found)
    assert [json.loads(line)["text"] for line in plover_jsonl(small_tables, rows, "1").decode().split("\n")[:-1]] == list(HOSTILE)


def test_actors_that_no_table_knows(small_tables, view):
    alone = replace(small_tables, actors=small_tables.actors.iloc[:0])
    event = json.loads(plover_jsonl(alone, prepared(alone).iloc[:1], "1.0"))
    assert event["actor"][0] == {"entity_text": "helene-marchais"}
