"""The other formats that the field works with, read back."""
import csv
import io
import json
import re
import zipfile
from datetime import date

import networkx
import pyarrow.parquet
import pytest

from analysis.exports import FIELD_FORMATS, Material, field_file
from analysis.exports.corpora import known_date
from analysis.exports.escape import csv_text
from analysis.exports.rows import export_rows
from analysis.tables import ArticleRow, empty_tables, frame
from analysis.views import network, prepared
from tests.hostile import HOSTILE

_FOOTER = "Source: essai\nHomologue 1.0"


def _material(tables, view=None) -> Material:
    rows = prepared(tables) if view is None else view
    return Material(tables, rows, network(rows), _FOOTER, "1.0")


@pytest.fixture(scope="module")
def material(small_tables):
    return _material(small_tables)


@pytest.mark.parametrize("kind", FIELD_FORMATS)
def test_each_format_makes_the_same_file_twice_and_one_for_nothing(kind, material):
    assert len(field_file(kind, material)) > 300
    assert field_file(kind, material) == field_file(kind, material)
    assert isinstance(field_file(kind, _material(empty_tables())), bytes)


def test_an_unknown_format_is_an_error(material):
    with pytest.raises(ValueError, match="no export of kind"):
        field_file("word", material)


def test_graphml_reads_back(material):
    found = networkx.read_graphml(io.BytesIO(field_file("graphml", material)))
    graph = material.network
    assert set(found.nodes) == set(graph.nodes["id"]) and found.nodes["FRA"]["label"] == "France"
    weights = sorted(data["weight"] for _, _, data in found.edges(data=True))
    assert weights == sorted([*graph.edges["count"], *graph.edges.loc[~graph.edges["directed"], "count"]])


def test_edge_list_reads_back(material):
    rows = list(csv.DictReader(io.StringIO(field_file("edges", material).decode("utf-8-sig"))))
    mutual = [row for row in rows if row["mutual"] == "1"]
    assert len(mutual) == 6 and len(rows) == len(material.network.edges) + 3
    assert {(row["source"], row["target"]) for row in mutual} == {(row["target"], row["source"]) for row in mutual}


def test_dna_statements_agree_or_disagree(material):
    rows = list(csv.DictReader(io.StringIO(field_file("dna", material).decode("utf-8-sig"))))
    signed = material.view[(material.view["sign"] != 0) & (material.view["target_id"] != "")]
    assert [int(row["agreement"]) for row in rows] == [int(sign > 0) for sign in signed["sign"]]
    assert [row["datetime"][:10] for row in rows[:3]] == ["2024-03-04"] * 3
    assert next(row for row in rows if row["text"].startswith("Paris a expulsé"))["datetime"] == ""


def test_timelinejs_invents_no_day(material):
    told = json.loads(field_file("timelinejs", material))
    events = {event["unique_id"]: event for event in told["events"]}
    assert events["s01"]["start_date"] == {"year": 2024, "month": 3, "day": 4} and "end_date" not in events["s01"]
    assert events["s22"]["start_date"] == {"year": 2024, "month": 4} and "end_date" not in events["s22"]
    assert events["s13"]["end_date"] == {"year": 2024, "month": 3, "day": 10}
    assert events["s22"]["display_date"] == "April 2024"
    assert "s24" not in events and "Not drawn: 2 without a known day." in told["title"]["text"]["text"]


@pytest.mark.parametrize("text", HOSTILE)
def test_timelinejs_shows_text_as_text(material, text):
    rows = material.view.iloc[[0]].assign(sentence=text, source_name=text, title=text)
    event = json.loads(field_file("timelinejs", material._replace(view=rows)))["events"][0]
    assert not re.search(r"<(?!/?(p|small)>)", event["text"]["text"]) and "<" not in event["text"]["headline"]


def test_iramuteq_has_one_head_a_text(small_tables, material):
    told = field_file("iramuteq", material).decode()
    heads = [line for line in told.split("\n") if line.startswith("****")]
    assert heads[:3] == [
        "**** *source_Le_Courrier_d_essai *date_2024-03-04 *am_2024-03 *annee_2024",
        "**** *source_Agence_temoin *date_2024-03-11 *am_2024-03 *annee_2024",
        "**** *source_Agence_temoin *date_2024-04 *am_2024-04 *annee_2024"]
    assert heads[3] == "**** *source_inconnue *date_inconnue *am_inconnue *annee_inconnue"


def test_an_article_cannot_begin_a_text_of_its_own(material):
    row = ArticleRow("a1", "a1.txt", "Titre", None, None, "Essai *x", "fr", "", " date 2024 Titre\n\n**** *faux_oui\n-*theme\nFin.")
    tables = type(material.tables)(**{**vars(material.tables), "articles": frame(ArticleRow, [row])})
    told = field_file("iramuteq", material._replace(tables=tables)).decode()
    assert told.count("****") == 1 and "-*" not in told and "date 2024" not in told
    assert told.startswith("**** *source_Essai_x ")


def test_txm_names_its_files_in_the_metadata(small_tables, material):
    archive = zipfile.ZipFile(io.BytesIO(field_file("txm", material)))
    rows = list(csv.DictReader(io.StringIO(archive.read("metadata.csv").decode())))
    assert list(rows[0])[0] == "id" and [f"{row['id']}.txt" for row in rows] == archive.namelist()[:-1]
    assert [row["date"] for row in rows] == ["2024-03-04", "2024-03-11", "2024-04", ""]
    assert csv_text(rows[0]["titre"]) == "Paris et Rabat se rapprochent"
    assert archive.read(archive.namelist()[0]).decode().startswith("Paris et Rabat se rapprochent\n")


def test_ris_has_one_reference_an_article_and_dates_as_far_as_known(material):
    told = field_file("ris", material).decode()
    assert told.count("TY  - NEWS\r\n") == told.count("ER  - \r\n") == 4
    assert "DA  - 2024/03/04/\r\n" in told and "DA  - 2024/04//\r\n" in told and told.count("DA  - ") == 3
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in told.split("\r\n") if line)


def test_a_title_cannot_add_a_tag(material):
    row = ArticleRow("a1", "a1.txt", "Titre\nER  - \nTY  - BOOK", None, None, "", "fr", "", "")
    tables = type(material.tables)(**{**vars(material.tables), "articles": frame(ArticleRow, [row])})
    told = field_file("ris", material._replace(tables=tables)).decode()
    assert len(re.findall("(?m)^TY  - ", told)) == 1


def test_parquet_reads_back_equal_with_its_footer(material):
    table = pyarrow.parquet.read_table(io.BytesIO(field_file("parquet", material)))
    assert table.schema.metadata[b"homologue"].decode() == _FOOTER
    found, expected = table.to_pandas(), export_rows(material.view)
    assert found["day_first"].equals(expected["day_first"].astype(found["day_first"].dtype))
    for name in ("sentence", "source_name", "confidence", "negated", "sign"):
        assert found[name].tolist() == expected[name].tolist()


@pytest.mark.parametrize("first,last,expected", [
    ("2024-03-04", "2024-03-04", "2024-03-04"), ("2024-03-01", "2024-03-31", "2024-03"), ("2024-01-01", "2024-12-31", "2024"),
    ("2023-12-30", "2024-01-02", ""), (None, None, "")])
def test_known_date(first, last, expected):
    assert known_date(*(date.fromisoformat(day) if day else None for day in (first, last))) == expected
