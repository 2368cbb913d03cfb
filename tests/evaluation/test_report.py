"""How figures are shown."""
import json

from analysis.evaluation import Figures, compare
from analysis.evaluation.report import ORDER, as_dict, as_text, error_lines
from tests.evaluation.marks import FRA, RUS, UKR, marks, stance


def figures() -> Figures:
    found = Figures()
    compare(marks(stance(), stance(FRA, "condemn", RUS, (20, 30)), actors=(RUS, UKR, FRA)),
            marks(stance(confidence=0.7), stance(target=None, span=(60, 70), confidence=0.3), actors=(RUS, UKR)), found)
    return found


def test_every_figure_has_its_line():
    lines = as_text(figures()).splitlines()
    assert lines[0] == "articles     1"
    assert [line.split()[0] for line in lines[1:len(ORDER) + 1]] == list(ORDER)
    assert "dyads        P 50.0  R 50.0  F1 50.0  gold 2" in lines
    assert "offices      right 0.0  of 0" in lines


def test_groups_are_shown_where_asked_for():
    assert "by act" not in as_text(figures())
    text = as_text(figures(), ("act", "voice"))
    assert "condemn      P 0.0  R 0.0  F1 0.0  gold 1" in text
    assert "reported     P 50.0  R 50.0  F1 50.0  gold 2" in text
    assert text.endswith("0.2-0.4      right 0.0  of 1\n0.6-0.8      right 100.0  of 1")


def test_the_dictionary_is_json():
    data = as_dict(figures())
    assert json.loads(json.dumps(data)) == data
    assert data["by_act"]["accuse"] == {"P": 50.0, "R": 100.0, "F1": 66.7, "gold": 1}


def test_errors_are_one_line_each():
    missed = compare(marks(stance(words="Moscou\naccuse Kiev")), marks(stance(FRA, target=None)), Figures())
    assert list(error_lines(missed)) == [
        "a missed   Russie accuse Ukraine: 'Moscou\\naccuse Kiev'", "a spurious France accuse -: '…'"]
