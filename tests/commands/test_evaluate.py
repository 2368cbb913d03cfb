"""``python -m analysis evaluate``: figures against annotations, or what is wrong with them."""
import copy
import json

import pytest

from analysis.commands import main
from tests.commands.articles import ANNOTATION, write_annotation, write_articles


def test_figures_are_printed_and_written(tmp_path, capsys):
    arguments = ["evaluate", str(write_articles(tmp_path / "in")), str(write_annotation(tmp_path / "gold"))]
    assert main([*arguments, "--json", str(tmp_path / "figures.json"), "--by", "act", "--by", "voice"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "articles     1"
    assert {"by act", "by voice"} <= set(lines)
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert figures["articles"] == 1
    assert figures["dates"] == {"P": 100.0, "R": 100.0, "F1": 100.0, "gold": 1}
    assert figures["countries"]["gold"] == figures["dyads"]["gold"] == figures["by_act"]["protest"]["gold"] == 2


def test_errors_are_listed(tmp_path, capsys):
    annotation = copy.deepcopy(ANNOTATION)
    annotation["stances"][0]["act"] = "aid"
    arguments = ["evaluate", str(write_articles(tmp_path / "in")), str(write_annotation(tmp_path / "gold", annotation))]
    assert main([*arguments, "--errors"]) == 0
    assert "first missed   Algérie aid Suède: " in capsys.readouterr().out


@pytest.mark.parametrize("content, message", [
    ("{", "first.json: not JSON in UTF-8"),
    (json.dumps(ANNOTATION).replace("protest", "shout"), "first.json: stance DZA shout SWE: unknown act 'shout'"),
    (json.dumps(ANNOTATION).replace("Alger", "Oslo"), "first.json: actor DZA: mention not in the article: 'Oslo'"),
])
def test_faulty_annotations_are_named(tmp_path, capsys, content, message):
    arguments = ["evaluate", str(write_articles(tmp_path / "in")), str(write_annotation(tmp_path / "gold", content))]
    assert main(arguments) == 1
    printed = capsys.readouterr()
    assert message in printed.err
    assert printed.out == ""


def test_no_annotation_for_any_article(tmp_path, capsys):
    assert main(["evaluate", str(write_articles(tmp_path / "in")), str(tmp_path)]) == 1
    assert "has an annotation in" in capsys.readouterr().err


def test_a_wrong_pipeline_is_one_line(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("HOMOLOGUE_MODEL", "no_such_pipeline")
    arguments = ["evaluate", str(write_articles(tmp_path / "in")), str(write_annotation(tmp_path / "gold"))]
    assert main(arguments) == 1
    _, error = capsys.readouterr().err.splitlines()  # the first line is of the file that cannot be read
    assert error.startswith("French pipeline 'no_such_pipeline' not found")
