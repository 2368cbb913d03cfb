"""Reviewed articles as annotations that the evaluation reads, and corrected offices as rows of the world tables."""
import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest

from analysis.corrections import lay_over, making, replay
from analysis.corrections.annotations import annotations
from analysis.corrections.holders import COLUMNS, fault_of_term, holder_rows, holders_csv
from analysis.evaluation import evaluate, read_gold
from analysis.readers.text import read
from analysis.tables import DateRow, MentionRow, frame
from tests.corrections import acts
from tests.tables_fixture import small_tables

TABLES = small_tables()
TERM = {"office_id": "ministre-affaires-etrangeres", "country": "MAR", "start": "2021-10-07", "end": "", "gender": "f", "source": "communiqué du 7 octobre 2021"}


def with_details():
    """The small tables with mentions and dates in a4."""
    text = acts.article(TABLES, "a4").text
    mentions = [MentionRow("a4", (at := text.index(words)), at + len(words), words, actor, "name") for words, actor in (("Pékin", "CHN"), ("l'ONU", "ONU"))]
    at = text.index("reçu")
    dates = [DateRow("a4", at, at + 4, "reçu", date(2024, 5, 1), date(2024, 5, 1), "day", "test"), DateRow("a4", 0, 3, "Une", None, None, "day", "test")]
    return replace(TABLES, mentions=frame(MentionRow, mentions), dates=frame(DateRow, dates))


def test_articles_reviewed_as_a_whole_are_annotations_the_evaluation_takes(tmp_path):
    tables = with_details()
    log = [acts.accept(tables, "s24"), acts.reject(tables, "s25"), acts.accept(tables, "s01"),
           acts.add(tables, "a4", "L'ONU a remercié la Chine pour son aide à Rabat.", source_id="ONU", target_id="MAR", act="aid"),
           acts.set_dates(tables, "a4", first=date(2024, 5, 2))]
    found = annotations(lay_over(tables, replay(log, tables)))
    assert (found.articles, found.partly, set(found.files)) == (1, 1, {"articles/a4.txt", "annotations/a4.json"})
    for name, content in found.files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    article = read(found.files["articles/a4.txt"].decode(), "a4.txt")
    assert article.published_first == date(2024, 5, 2)
    gold = read_gold(tmp_path / "annotations", "a4", article.text)
    assert [(mark.source.actor_id, mark.act, mark.target.actor_id) for mark in gold.stances] == [("CHN", "consult", "ONU"), ("ONU", "aid", "MAR")]
    assert {actor.actor_id for actor in gold.actors} == {"CHN", "ONU", "MAR"}
    assert [mark.text for mark in gold.dates] == ["reçu"]
    corrected = lay_over(tables, replay(log, tables))
    mine = replace(corrected, stances=corrected.stances[corrected.stances["review"] != "rejected"],
                   articles=corrected.articles[corrected.articles["article_id"] == "a4"])
    assert evaluate(mine, [gold])[0].counts["stances"].f1 == 100


def test_what_nobody_reviewed_gives_no_annotation():
    assert annotations(TABLES).files == {}
    assert json.loads(next(iter(annotations(lay_over(TABLES, replay(
        [acts.reject(TABLES, key) for key in ("s24", "s25")], TABLES))).files[f"annotations/{stem}.json"] for stem in ("a4",))))["stances"] == []


def test_a_corrected_office_is_a_row_of_the_holders():
    person = acts.actor(TABLES, "nadia-el-fassi")
    lines = [making.correct_actor("Ada", person, {"role": "ministre"}, TERM), making.correct_actor("Ada", person, {}, {**TERM, "end": "2022"})]
    log = [*lines, making.undo("Ada", lines[1].id)]
    rows = holder_rows(log, replay(log, TABLES))
    assert list(rows[0]) == list(COLUMNS) and len(rows) == 1
    assert (rows[0]["person_id"], rows[0]["precision"], rows[0]["gender"]) == ("nadia-el-fassi", "day", "f")
    assert holder_rows(lines, replay(lines, TABLES))[1]["precision"] == "year"
    assert list(csv.DictReader(io.StringIO(holders_csv(rows).decode()))) == rows


def test_an_office_without_a_known_holder_gets_an_id_from_the_name():
    line = making.correct_actor("Ada", acts.actor(TABLES, "CHN-ministre-defense"), {"name": "Élise d'Arc"}, {**TERM, "country": "CHN"})
    assert holder_rows([line], replay([line], TABLES))[0]["person_id"] == "elise-d-arc"


@pytest.mark.parametrize(("wrong", "word"), [
    ({"office_id": "roi-du-monde"}, "office"), ({"country": "ZZZ"}, "country"), ({"start": ""}, "began"), ({"source": ""}, "source"),
    ({"start": "2021-13"}, "month"), ({"end": "2020"}, "ends before"), ({"gender": ""}, "gender")])
def test_what_is_no_term(wrong, word):
    assert word in fault_of_term({**TERM, **wrong})
    assert fault_of_term(TERM) == ""
