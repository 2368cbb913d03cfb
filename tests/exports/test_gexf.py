"""GEXF read back by another program's reader."""
import io

import networkx
import pytest

from analysis.charts.style import sign_colour
from analysis.exports import network_gexf
from analysis.exports.graphml import network_graphml
from analysis.tables import empty_tables
from analysis.views import network, prepared
from tests.hostile import HOSTILE


@pytest.fixture(scope="module")
def graph(small_tables):
    return network(prepared(small_tables))


def test_networkx_reads_the_same_network(graph):
    found = networkx.read_gexf(io.BytesIO(network_gexf(graph, "Source: essai")))
    assert set(found.nodes) == set(graph.nodes["id"])
    expected = sorted((edge.source, edge.target, edge.sign, edge.count) for edge in graph.edges.itertuples())
    expected += [(edge.target, edge.source, edge.sign, edge.count)
                 for edge in graph.edges[~graph.edges["directed"]].itertuples()]
    assert sorted((source, target, data["sign"], data["weight"]) for source, target, data in found.edges(data=True)) == (
        sorted(expected))
    assert found.is_directed()


def test_colours_sizes_and_places(graph):
    found = networkx.read_gexf(io.BytesIO(network_gexf(graph)))
    sizes = {node: data["viz"]["size"] for node, data in found.nodes(data=True)}
    assert max(sizes, key=sizes.get) == graph.nodes.sort_values("total")["id"].iloc[-1]
    assert found.nodes["helene-marchais"]["label"] == "Hélène Marchais"
    assert len({(data["viz"]["position"]["x"], data["viz"]["position"]["y"])
                for _, data in found.nodes(data=True)}) == len(graph.nodes)
    red = int(sign_colour(-1, "light")[1:3], 16)
    assert f'r="{red}"'.encode() in network_gexf(graph)


@pytest.mark.parametrize("read", [lambda graph: networkx.read_gexf(io.BytesIO(network_gexf(graph))),
                                  lambda graph: networkx.read_graphml(io.BytesIO(network_graphml(graph)))])
def test_communities_and_centralities_go_along(graph, read):
    found = read(graph)
    for row in graph.nodes.itertuples():
        data = found.nodes[row.id]
        assert data["community"] == row.community and data["given_conflictual"] == row.given_conflictual
        assert data["pagerank"] == pytest.approx(row.pagerank) and data["betweenness"] == pytest.approx(row.betweenness)


def test_hostile_names_are_names(small_tables):
    view = prepared(small_tables).copy()
    for place, text in enumerate(HOSTILE):
        view.loc[place % len(view), ["source_name", "source_id"]] = text
    found = networkx.read_gexf(io.BytesIO(network_gexf(network(view), "".join(HOSTILE))))
    assert '<img src=x onerror=alert(1)>' in found.nodes or any("王毅" in node for node in found.nodes)


def test_no_network_is_still_a_file():
    assert len(networkx.read_gexf(io.BytesIO(network_gexf(network(prepared(empty_tables())))))) == 0
