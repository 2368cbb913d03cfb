"""Annotation files: read into marks, or refused with every fault named."""
import copy
import json
from datetime import date

import pytest

from analysis.evaluation import AnnotationError, read_gold

TEXT = "Moscou accuse lundi Londres. Le ministre russe, lundi soir, a répété que Londres mentait."
ANNOTATION = {
    "id": "a", "published": "2018-03-26",
    "actors": [
        {"key": "RUS", "name": "Russie", "kind": "country", "country": "RUS", "role": None, "named": True, "mentions": ["Moscou"]},
        {"key": "GBR", "name": "Royaume-Uni", "kind": "country", "country": "GBR", "role": None, "named": True,
         "mentions": ["Londres"]},
        {"key": "RUS-ministre", "name": None, "kind": "person", "country": "RUS", "role": "ministre", "named": False,
         "mentions": ["Le ministre russe"]},
    ],
    "dates": [{"text": "lundi", "context": "russe, lundi soir", "first": "2018-03-26", "last": "2018-03-26"}],
    "stances": [
        {"source": "RUS", "target": "GBR", "act": "accuse", "voice": "reported", "negated": False, "modality": "actual",
         "reporter": None, "evidence": "Moscou accuse lundi Londres", "first": "2018-03-26", "last": "2018-03-26"},
        {"source": "RUS-ministre", "target": None, "act": "condemn", "voice": "reported", "negated": False,
         "modality": "actual", "reporter": "RUS-ministre", "evidence": "Londres", "first": None, "last": None},
    ],
}


def read(folder, data, text=TEXT):
    content = data if isinstance(data, str) else json.dumps(data)
    (folder / "a.json").write_text(content, encoding="utf-8")
    return read_gold(folder, "a", text)


def test_an_annotation_becomes_marks(tmp_path):
    marks = read(tmp_path, ANNOTATION)
    first, second = marks.stances
    assert (first.source.country, first.target.name, first.reporter, first.first) == ("RUS", "Royaume-Uni", None, date(2018, 3, 26))
    assert (second.source.named, second.source.name, second.target, second.reporter) == (False, "", None, second.source)
    assert first.spans == ((0, 27),)
    assert [TEXT[start:end] for start, end in second.spans] == ["Londres", "Londres"]
    assert [TEXT[start:end] for start, end in marks.dates[0].spans] == ["lundi"]
    assert marks.dates[0].spans[0][0] > TEXT.index("ministre")


def test_no_file_is_no_annotation(tmp_path):
    assert read_gold(tmp_path, "a", TEXT) is None


def change(path: str, value) -> dict:
    """The annotation with one place changed, ``stances.0.act``; a value of ``...`` removes it."""
    data = copy.deepcopy(ANNOTATION)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = data
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return data


@pytest.mark.parametrize("path, value, fault", [
    ("stances", ..., "no list 'stances'"),
    ("dates", "lundi", "no list 'dates'"),
    ("actors.0", "RUS", "actors, number 1: not a JSON object"),
    ("actors.1.kind", ..., "actors, number 2: 'kind' is missing"),
    ("actors.1.kind", "state", "actor GBR: unknown kind 'state'"),
    ("actors.0.named", "yes", "actors, number 1: 'named' is 'yes', not true or false"),
    ("actors.0.mentions", [], "actor RUS: no mention"),
    ("actors.0.mentions", ["Kremlin"], "actor RUS: mention not in the article: 'Kremlin'"),
    ("actors.0.mentions", [7], "actor RUS: mention not in the article: 7"),
    ("dates.0.context", "lundi", "date 'lundi': its context occurs 2 times in the article: 'lundi'"),
    ("dates.0.context", "mardi", "date 'lundi': its context occurs 0 times in the article: 'mardi'"),
    ("dates.0.context", "soir, a", "date 'lundi': not in its context 'soir, a'"),
    ("dates.0.context", "", "date 'lundi': its context occurs 0 times in the article: ''"),
    ("dates.0.first", "26 mars", "date 'lundi': first '26 mars' and last '2018-03-26' are not both days like 2018-03-26"),
    ("dates.0.first", "2018-03-27", "date 'lundi': first 2018-03-27 is after last 2018-03-26"),
    ("stances.0.act", "praises", "stance RUS praises GBR: unknown act 'praises'"),
    ("stances.0.voice", "quoted", "stance RUS accuse GBR: unknown voice 'quoted'"),
    ("stances.0.modality", "planned", "stance RUS accuse GBR: unknown modality 'planned'"),
    ("stances.0.source", None, "stances, number 1: 'source' is None, not a string"),
    ("stances.0.target", "FRA", "stance RUS accuse FRA: target 'FRA' is no actor of the file"),
    ("stances.0.negated", 0, "stances, number 1: 'negated' is 0, not true or false"),
    ("stances.0.evidence", "Moscou ment", "stance RUS accuse GBR: evidence not in the article: 'Moscou ment'"),
    ("stances.0.last", None, "stance RUS accuse GBR: first '2018-03-26' and last None are not both days like 2018-03-26"),
])
def test_faults_are_named(tmp_path, path, value, fault):
    with pytest.raises(AnnotationError) as error:
        read(tmp_path, change(path, value))
    assert str(error.value).splitlines()[0] == f"a.json: {fault}"


def test_every_fault_is_listed(tmp_path):
    data = change("stances.0.act", "praises")
    data["actors"][0]["mentions"] = ["Kremlin"]
    with pytest.raises(AnnotationError) as error:
        read(tmp_path, data)
    assert len(str(error.value).splitlines()) == 2


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"text"'])
def test_what_is_no_annotation_is_refused_in_one_line(tmp_path, content):
    with pytest.raises(AnnotationError) as error:
        read(tmp_path, content)
    assert str(error.value).startswith("a.json: not ")
    assert "\n" not in str(error.value)


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "a.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(AnnotationError, match="a.json: not JSON in UTF-8"):
        read_gold(tmp_path, "a", TEXT)
