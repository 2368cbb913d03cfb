"""Country against country, and the figures of the Overview."""
from datetime import date

import pytest

from analysis.tables import empty_tables
from analysis.views import Selection, behind, matrix, newest, prepared, select, summary


def test_cells_are_signed_counted_and_find_their_rows(small_tables):
    view = prepared(small_tables)
    cells = matrix(view).cells.set_index(["row", "column"])
    assert cells.loc[("FRA", "MAR"), ["cooperative", "neutral", "conflictual", "total"]].tolist() == [2, 1, 0, 3]
    assert cells.loc[("DZA", "FRA"), "balance"] == -1
    for cell in cells.itertuples():
        assert len(behind(view, cell.key)) == cell.total


def test_most_and_left_out(small_tables):
    found = matrix(prepared(small_tables), most=2)
    assert list(found.order) == ["FRA", "MAR"]
    assert found.left_out == {"no target": 1, "other countries": 18}


def test_stances_are_in_a_cell_or_left_out(make_tables):
    view = prepared(make_tables(400, seed=9))
    found = matrix(view, most=6)
    consultations = view[(view["act"] == "consult") & (view["source_country"] != view["target_country"])
                         & view["source_country"].isin(found.order) & view["target_country"].isin(found.order)]
    assert found.cells["total"].sum() - len(consultations) + sum(found.left_out.values()) == len(view)


def test_summary(small_tables):
    found = summary(small_tables, select(small_tables, Selection(outlets=("Agence témoin",))))
    assert (found.stances, found.all_stances, found.articles, found.all_articles) == (14, 25, 2, 4)
    assert (found.first, found.last) == (date(2024, 3, 4), date(2024, 4, 30))
    assert sum(found.signs.values()) == sum(found.voices.values()) == sum(found.dated_by.values()) == 14
    assert (found.undated_articles, found.month_only_articles, found.unresolved_offices) == (1, 1, 1)


def test_newest_first(small_tables):
    assert newest(prepared(small_tables), 2)["stance_id"].tolist() == ["s05", "s06"]


def test_nothing_at_all():
    view = prepared(empty_tables())
    assert len(matrix(view).cells) == 0 and matrix(view).order == {}
    assert summary(empty_tables(), view).stances == 0


@pytest.mark.parametrize("key", ["", "[]", '["planet", 1]', '["stance"]', '["edge", "FRA"]', "{", '{"a": 1}'])
def test_a_key_that_no_chart_made_is_refused(small_tables, key):
    with pytest.raises(ValueError, match="not the key of a mark"):
        behind(prepared(small_tables), key)
