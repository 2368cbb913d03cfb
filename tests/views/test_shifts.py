"""What changed between two periods as a network: each pair once, as it became, in its place."""
import pandas as pd
import pytest

from analysis.views import SHIFTS, behind, halves, network, prepared, shifts, stages
from analysis.views.periods import changes
from tests.views.invented import Told, corpus

_JANUARY = (pd.Timestamp("2024-01-01"), pd.Timestamp("2024-01-31"))
_JUNE = (pd.Timestamp("2024-06-01"), pd.Timestamp("2024-06-30"))


def of(*told, level="countries"):
    view = prepared(corpus([Told("a", f"Phrase {number}.", source, act, target, day) for number, (source, act, target, day) in enumerate(told)]))
    return shifts(stages(view, network(view, level), (_JANUARY, _JUNE))), view


def test_a_pair_appears_turns_or_vanishes():
    moved, _ = of(("FRA", "praise", "RUS", "2024-01-03"), ("FRA", "condemn", "RUS", "2024-06-03"), ("FRA", "condemn", "RUS", "2024-06-05"),
                  ("MAR", "condemn", "DZA", "2024-01-03"), ("DZA", "praise", "CHN", "2024-06-03"),
                  ("RUS", "praise", "CHN", "2024-01-03"), ("RUS", "praise", "CHN", "2024-06-03"))
    edges = moved.edges.set_index(["source", "target"])
    assert edges["state"].to_dict() == {("FRA", "RUS"): "turned", ("MAR", "DZA"): "gone", ("DZA", "CHN"): "new"}
    assert edges[["sign", "count", "before_total", "after_total"]].loc[[("FRA", "RUS"), ("MAR", "DZA"), ("DZA", "CHN")]].to_numpy().tolist() == [
        [-1, 2, 1, 2], [-1, 1, 1, 0], [1, 1, 0, 1]]
    assert moved.left_out == {"unchanged": 2} and set(moved.nodes["id"]) == {"FRA", "RUS", "MAR", "DZA", "CHN"}


def test_meetings_have_no_direction_and_nothing_changed_is_an_empty_network():
    moved, _ = of(("FRA", "consult", "RUS", "2024-06-03"), ("MAR", "praise", "DZA", "2024-01-02"), ("MAR", "praise", "DZA", "2024-06-02"))
    assert moved.edges[["state", "directed", "sign"]].to_numpy().tolist() == [["new", False, 0]]
    same, _ = of(("MAR", "praise", "DZA", "2024-01-02"), ("MAR", "praise", "DZA", "2024-06-02"))
    assert same.edges.empty and same.nodes.empty and same.left_out == {"unchanged": 2}


@pytest.mark.parametrize("level", ["people", "countries", "persons"])
def test_it_is_what_the_table_of_changes_says_in_the_places_of_the_whole(make_tables, level):
    view = prepared(make_tables(400, 6, countries=6, people=9))
    whole = network(view, level)
    both = stages(view, whole, halves(view))
    moved, table = shifts(both), changes(*both.networks)
    assert moved.edges.set_index("key")["state"].to_dict() == table[table["state"] != "kept"].set_index("key")["state"].to_dict()
    assert set(moved.edges["state"]) <= set(SHIFTS) and moved.level == level
    places = moved.nodes.merge(whole.nodes, on="id")
    assert (places["x_x"] == places["x_y"]).all() and {*moved.edges["source"], *moved.edges["target"]} == set(moved.nodes["id"])
    counted = int(moved.edges[["before_total", "after_total"]].sum().sum())
    assert counted + moved.left_out.get("unchanged", 0) == sum(int(part.edges["count"].sum()) for part in both.networks)
    for edge in moved.edges.itertuples():
        assert len(behind(view, edge.key, level)) >= edge.before_total + edge.after_total
