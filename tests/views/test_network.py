"""Graphs of stances and their layout."""
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.tables import ActorRow, empty_tables, frame
from analysis.views import Stock, behind, network, prepared
from analysis.views.layout import positions
from tests.tables_fixture import make_tables as random_tables

_VIEW = prepared(random_tables(250, seed=5, countries=6, people=9))


@pytest.fixture(scope="module")
def view(small_tables):
    return prepared(small_tables)


@given(st.sets(st.integers(0, 249), max_size=120), st.sampled_from(["people", "countries"]), st.integers(1, 4),
       st.integers(2, 20))
@settings(max_examples=50, deadline=None)
def test_every_stance_is_in_an_edge_or_said_to_be_left_out(places, nodes, threshold, most):
    rows = _VIEW.iloc[sorted(places)]
    graph = network(rows, nodes, threshold, most, most_edges=40)
    assert len(graph.edges) <= 40
    assert graph.edges["count"].sum() + sum(graph.left_out.values()) == len(rows)
    assert (graph.edges["count"] >= threshold).all()
    assert len(graph.nodes) <= most
    assert {*graph.edges["source"], *graph.edges["target"]} == set(graph.nodes["id"])


@pytest.mark.parametrize("nodes", ["people", "countries"])
def test_edges_and_nodes_find_their_rows(nodes):
    graph = network(_VIEW, nodes)
    for edge in graph.edges.itertuples():
        assert len(behind(_VIEW, edge.key, nodes)) == edge.count
    for node in graph.nodes.itertuples():
        found = behind(_VIEW, node.key, nodes)
        column = "id" if nodes == "people" else "country"
        assert ((found[f"source_{column}"] == node.id) | (found[f"target_{column}"] == node.id)).all()


def test_directed_signed_and_symmetric(view):
    edges = network(view, "countries").edges.set_index(["source", "target", "sign"])
    assert edges.loc[("MAR", "FRA", 1), "count"] == 3
    assert edges.loc[("FRA", "RUS", -1), "count"] == 2
    assert not edges.loc[("FRA", "MAR", 0), "directed"]
    assert edges.loc[("CHN", "FRA", 0), "directed"]


def test_consultations_of_either_side_are_one_edge(view):
    first = view[view["stance_id"] == "s01"]
    turned = first.rename(columns=lambda name: {"source": "target", "target": "source"}.get(name.split("_")[0], "") + "_"
                          + name.split("_", 1)[1] if name.startswith(("source_", "target_")) else name)
    both = pd.concat([first, turned[first.columns]], ignore_index=True)
    assert network(both).edges["count"].tolist() == [2]


def test_people_without_a_country_and_organisations_are_nodes(view):
    nodes = network(view, "countries").nodes.set_index("id")
    assert nodes.loc["ONU", "kind"] == "organisation"
    assert (nodes.loc["aloys-verne", "kind"], nodes.loc["aloys-verne", "label"]) == ("person", "Aloys Verne")
    assert nodes.loc["FRA", "label"] == "France"


def test_what_is_left_out_is_said(view):
    assert network(view, "countries", threshold=2).left_out == {"no target": 1, "below": 12}


def test_same_layout_at_each_run_and_in_any_order():
    first, second = network(_VIEW), network(_VIEW.sample(frac=1, random_state=2))
    columns = ["id", "x", "y"]
    assert first.nodes[columns].equals(second.nodes[columns])
    assert first.nodes[["x", "y"]].abs().max().max() <= 1


def test_no_two_nodes_on_one_spot():
    nodes = network(_VIEW).nodes
    assert not nodes.round(3).duplicated(["x", "y"]).any()


def test_a_crowd_is_spread_evenly_and_nobody_stands_on_another():
    """A few hubs with a hundred and fifty satellites: the springs alone crowd the hubs in the middle."""
    hubs = [(f"h{one}", f"h{other}", 5) for one in range(8) for other in range(one)]
    found = positions([], []) | positions(sorted({*(f"h{n}" for n in range(8)), *(f"s{n:03d}" for n in range(150))}),
                                          [*hubs, *((f"s{n:03d}", f"h{n % 8}", 1) for n in range(150)), *((f"s{n:03d}", f"h{(n + 3) % 8}", 1) for n in range(0, 150, 2))])
    places = np.array(list(found.values()))
    between = np.hypot(*(places[:, None, axis] - places[None, :, axis] for axis in (0, 1)))
    np.fill_diagonal(between, np.inf)
    assert between.min() > 0.4 / np.sqrt(len(places))
    inner = (np.abs(places) < 0.5).all(axis=1).sum()
    assert 0.15 < inner / len(places) < 0.4  # a quarter of the square holds about a quarter of the nodes


def test_parts_apart_do_not_overlap():
    found = positions(list("abcdefgh"), [("a", "b", 1), ("b", "c", 2), ("a", "c", 1), ("d", "e", 1), ("f", "g", 9)])
    assert len(set(found.values())) == 8
    assert positions([], []) == {}
    assert positions(["a"], []) == {"a": (0.0, 0.0)}


@pytest.mark.parametrize("nodes", ["people", "countries"])
def test_no_stances_no_graph(nodes):
    graph = network(prepared(empty_tables()), nodes)
    assert len(graph.nodes) == 0 and len(graph.edges) == 0 and graph.left_out == {}
    assert {"x", "y", "label", "key"} <= set(graph.nodes.columns)


def test_an_unknown_kind_of_node_is_an_error(view):
    with pytest.raises(ValueError, match="nodes is one of"):
        network(view, "planets")


def test_an_organisation_is_one_however_its_people_are_ordered():
    actors = [("p", "Une Personne", "person", "ONU", "porte-parole", "", ""), ("ONU", "ONU", "organisation", "", "", "", ""),
              ("FRA", "France", "country", "FRA", "", "", "")]
    found = random_tables(4, countries=1, people=1)
    ends = found.stances.assign(source_id=["p", "FRA", "ONU", "p"], target_id=["FRA", "ONU", "FRA", "FRA"])
    tables = replace(found, stances=ends.astype({"source_id": "str", "target_id": "str"}), actors=frame(ActorRow, actors))
    for view in (prepared(tables), Stock.of_tables(tables).rows()):
        assert dict(network(view, "countries").nodes[["id", "kind"]].itertuples(index=False)) == {"FRA": "country", "ONU": "organisation"}
