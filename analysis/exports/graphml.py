"""The network as GraphML and as an edge list, for Gephi, igraph, networkx, Cytoscape."""
import csv
import io
from xml.etree import ElementTree

from analysis.charts.geometry import spread
from analysis.charts.style import node_sizes, scaled_size, sign_colour
from analysis.exports.escape import csv_cell, xml_text
from analysis.exports.gexf import edge_columns, node_fill
from analysis.views import SIGN_NAMES, Network

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
# Gephi takes x, y, size, r, g and b for place, size and colour.
_NODE_KEYS = {"label": "string", "kind": "string", "country": "string", "role": "string", "given": "int",
              "received": "int", "community": "int", "betweenness": "double", "pagerank": "double",
              "given_cooperative": "int", "given_conflictual": "int", "received_cooperative": "int",
              "received_conflictual": "int", "x": "double", "y": "double", "size": "double", "r": "int", "g": "int", "b": "int"}
_EDGE_KEYS = {"weight": "double", "sign": "int", "kind": "string", "mutual": "boolean", "r": "int", "g": "int", "b": "int"}
_SCALE = 400
_TYPES = {"string": "string", "integer": "int", "double": "double"}
_OF_SHIFTS = ("state", "before_", "after_")  # columns of an edge that two periods are compared in


def network_graphml(network: Network, footer: str = "") -> bytes:
    """Network → GraphML (UTF-8), all edges directed; a consultation is one edge each way with ``mutual`` true."""
    ElementTree.register_namespace("", _GRAPHML)
    root = ElementTree.Element(f"{{{_GRAPHML}}}graphml")
    ElementTree.SubElement(root, f"{{{_GRAPHML}}}desc").text = xml_text(footer)
    moved = {name: _TYPES[kind] for name, kind in edge_columns(network).items() if name.startswith(_OF_SHIFTS)}
    for kind, keys in (("node", _NODE_KEYS), ("edge", {**_EDGE_KEYS, **moved})):
        for name, value_type in keys.items():
            ElementTree.SubElement(root, f"{{{_GRAPHML}}}key", {
                "id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": value_type})
    graph = ElementTree.SubElement(root, f"{{{_GRAPHML}}}graph", {"id": "G", "edgedefault": "directed"})
    largest = network.nodes["total"].max() if len(network.nodes) else 0
    for node in spread(network.nodes).itertuples():
        element = ElementTree.SubElement(graph, f"{{{_GRAPHML}}}node", {"id": xml_text(node.id)})
        size = scaled_size(node.total, largest, node_sizes(len(network.nodes)))
        places = {"x": f"{node.x * _SCALE:.2f}", "y": f"{node.y * _SCALE:.2f}", "size": f"{size:.2f}"}
        described = {name: getattr(node, name) for name in _NODE_KEYS if name not in {*places, "r", "g", "b"}}
        _add_data(element, "node", {**described, **places, **_rgb(node_fill(node.community))})
    for number, (source, target, edge) in enumerate(_ways(network)):
        element = ElementTree.SubElement(graph, f"{{{_GRAPHML}}}edge", {
            "id": f"e{number}", "source": xml_text(source), "target": xml_text(target)})
        _add_data(element, "edge", {
            "weight": edge.count, "sign": edge.sign, "kind": SIGN_NAMES[edge.sign],
            "mutual": str(not edge.directed).lower(), **_rgb(sign_colour(edge.sign, "light")), **{name: getattr(edge, name) for name in moved}})
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def edge_list_csv(network: Network) -> bytes:
    """Network → CSV (UTF-8 with byte order mark): source, target, weight, sign, kind, mutual and the labels.

    igraph reads it with ``graph_from_data_frame``; a consultation is one row each way with ``mutual`` 1.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["source", "target", "weight", "sign", "kind", "mutual", "source_label", "target_label"])
    labels = dict(zip(network.nodes["id"], network.nodes["label"]))
    for source, target, edge in _ways(network):
        writer.writerow([csv_cell(source), csv_cell(target), edge.count, edge.sign, SIGN_NAMES[edge.sign],
                         int(not edge.directed), csv_cell(labels[source]), csv_cell(labels[target])])
    return out.getvalue().encode("utf-8-sig")


def _ways(network: Network):
    """Source, target and edge, for each way that an edge runs."""
    for edge in network.edges.itertuples():
        yield edge.source, edge.target, edge
        if not edge.directed:
            yield edge.target, edge.source, edge


def _add_data(element: ElementTree.Element, kind: str, values: dict[str, object]) -> None:
    for name, value in values.items():
        if value != "":
            ElementTree.SubElement(element, f"{{{_GRAPHML}}}data", {"key": f"{kind}-{name}"}).text = xml_text(str(value))


def _rgb(colour: str) -> dict[str, int]:
    return {part: int(colour[place:place + 2], 16) for part, place in (("r", 1), ("g", 3), ("b", 5))}
