"""Krippendorff's alpha against the worked examples of its author, and over a log of two coders."""
import pytest

from analysis.corrections.agreement import FEWEST, agreements, alpha
from analysis.corrections.making import undo
from tests.corrections import acts
from tests.tables_fixture import small_tables

TABLES = small_tables()


def units(*coders: str):
    """Columns of values, ``.`` where a coder gave none → units."""
    return [[value for value in column if value != "."] for column in zip(*(row.split() for row in coders), strict=True)]


# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), examples A, B and C (nominal).
@pytest.mark.parametrize(("given", "expected"), [
    (units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
    (units("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692),
    (units("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."), 0.743),
])
def test_published_examples(given, expected):
    assert round(alpha(given), 3) == expected


@pytest.mark.parametrize(("given", "expected"), [
    ([], None), ([("a",), ("b",)], None), ([("a", "a"), ("a", "a")], None), ([("a", "a"), ("b", "b")], 1.0)])
def test_where_there_is_nothing_to_measure(given, expected):
    assert alpha(given) == expected


def test_two_coders_over_what_both_judged():
    ids = list(TABLES.stances["stance_id"])[:24]
    log = [acts.accept(TABLES, key, "Ada") for key in ids]
    log += [acts.reject(TABLES, key, "Bo") if key == "s05" else acts.edit(TABLES, key, "Bo", polarity=-1) if key == "s06"
            else acts.accept(TABLES, key, "Bo") for key in ids[:22]]
    log.append(acts.accept(TABLES, "s25", "Cy"))
    found, other = agreements(log)
    assert found.coders == ("Ada", "Bo") and (found.articles, found.units) == (3, 22)
    assert found.differing == ("s05",) and (other.coders, other.units, other.too_few) == (("Ada", "Cy"), 0, True)
    assert 0.5 < found.sign < found.act < 1


def test_the_last_word_counts_and_undone_lines_do_not():
    lines = [acts.accept(TABLES, "s01", "Ada"), acts.reject(TABLES, "s01", "Ada"), acts.reject(TABLES, "s01", "Bo")]
    assert agreements(lines)[0].differing == ()
    assert agreements([*lines, undo("Ada", lines[1].id)])[0].differing == ("s01",)


def test_both_may_have_added_the_same():
    lines = [acts.add(TABLES, "a4", "Pékin", coder, source_id="CHN", target_id="ONU", act=act)
             for coder, act in (("Ada", "praise"), ("Bo", "support"))]
    [found] = agreements(lines)
    assert found.units == 1 and found.differing and found.too_few and found.act is None and FEWEST > 1
