"""Communities by ties of good will, and who stands in the middle."""
import pandas as pd
import pytest

from analysis.views import network, prepared
from analysis.views.communities import centralities, communities

_COLUMNS = ["source", "target", "sign", "count", "directed"]


def edges(*rows) -> pd.DataFrame:
    return pd.DataFrame([(*row, True)[:5] if len(row) == 4 else row for row in rows], columns=_COLUMNS)


def test_good_will_joins_and_ill_will_does_not():
    rows = edges(("a", "b", 1, 3), ("b", "c", 1, 2), ("a", "c", 1, 1), ("x", "y", 1, 2), ("c", "x", -1, 9),
                 ("y", "a", 0, 9))
    assert communities(list("abcxyz"), rows) == {"a": 1, "b": 1, "c": 1, "x": 2, "y": 2, "z": 0}


def test_a_pair_with_more_conflict_than_cooperation_is_no_tie():
    assert communities(["a", "b"], edges(("a", "b", 1, 2), ("b", "a", -1, 3))) == {"a": 0, "b": 0}


def test_betweenness_of_a_bridge_and_pagerank_of_a_target():
    table = centralities(list("abc"), edges(("a", "b", 1, 1), ("b", "c", -1, 4)))
    assert table["betweenness"].tolist() == [0, 0.5, 0]
    assert table["pagerank"].idxmax() == "c" and table["pagerank"].sum() == pytest.approx(1)
    assert table.loc["b", ["received_cooperative", "given_conflictual"]].tolist() == [1, 4]


def test_a_consultation_is_a_way_in_both_directions():
    table = centralities(list("abc"), edges(("a", "b", 0, 1, False), ("b", "c", 0, 1, False)))
    assert table["betweenness"].tolist() == [0, 1, 0]


def test_the_same_at_each_run_and_in_any_order(make_tables):
    view = prepared(make_tables(400, 4))
    columns = ["id", "community", "betweenness", "pagerank", "given_cooperative"]
    first, second = network(view).nodes[columns], network(view.sample(frac=1, random_state=1)).nodes[columns]
    pd.testing.assert_frame_equal(first, second)
    assert first["community"].max() >= 2


def test_nobody():
    assert communities([], edges()) == {} and centralities([], edges()).empty
