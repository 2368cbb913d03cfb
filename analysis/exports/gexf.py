"""The network as GEXF 1.3, with the colours, sizes and places of the chart, for Gephi and Gephi Lite."""
from xml.etree import ElementTree

from analysis.charts.geometry import spread
from analysis.charts.style import THEME_COLOURS, community_colour, edge_width, node_sizes, scaled_size, sign_colour
from analysis.exports.escape import xml_text
from analysis.views import SIGN_NAMES, Network

_GEXF, _VIZ = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"
_NODE_COLUMNS = {"kind": "string", "country": "string", "role": "string", "given": "integer", "received": "integer",
                 "balance": "double", "community": "integer", "betweenness": "double", "pagerank": "double",
                 "given_cooperative": "integer", "given_conflictual": "integer", "received_cooperative": "integer",
                 "received_conflictual": "integer"}
_EDGE_COLUMNS = {"sign": "integer", "count": "integer", "mutual": "boolean", "balance": "double"}
_SHIFT_COLUMNS = {"state": "string", "before_total": "integer", "before_balance": "double", "after_total": "integer", "after_balance": "double"}
# Gephi's canvas counts in hundreds.
_SCALE = 400


def network_gexf(network: Network, footer: str = "") -> bytes:
    """Network → GEXF 1.3 (UTF-8): all edges directed; a consultation, which has no direction, is one edge each way with
    ``mutual`` true. ``weight`` is the number of stances, ``kind`` tells parallel edges of different sign apart."""
    ElementTree.register_namespace("", _GEXF)
    ElementTree.register_namespace("viz", _VIZ)
    root = ElementTree.Element(f"{{{_GEXF}}}gexf", {"version": "1.3"})
    meta = ElementTree.SubElement(root, f"{{{_GEXF}}}meta")
    ElementTree.SubElement(meta, f"{{{_GEXF}}}creator").text = "Homologue"
    ElementTree.SubElement(meta, f"{{{_GEXF}}}description").text = xml_text(footer)
    graph = ElementTree.SubElement(root, f"{{{_GEXF}}}graph", {"defaultedgetype": "directed", "mode": "static"})
    for kind, columns in (("node", _NODE_COLUMNS), ("edge", edge_columns(network))):
        declared = ElementTree.SubElement(graph, f"{{{_GEXF}}}attributes", {"class": kind, "mode": "static"})
        for name, value_type in columns.items():
            ElementTree.SubElement(declared, f"{{{_GEXF}}}attribute", {"id": name, "title": name, "type": value_type})
    _add_nodes(ElementTree.SubElement(graph, f"{{{_GEXF}}}nodes"), network)
    _add_edges(ElementTree.SubElement(graph, f"{{{_GEXF}}}edges"), network)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def edge_columns(network: Network) -> dict[str, str]:
    """What is said of an edge; of one that two periods are compared in (``views.shifts``) also what became of it."""
    return {**_EDGE_COLUMNS, **{name: kind for name, kind in _SHIFT_COLUMNS.items() if name in network.edges}}


def _add_nodes(parent: ElementTree.Element, network: Network) -> None:
    largest = network.nodes["total"].max() if len(network.nodes) else 0
    for node in spread(network.nodes).itertuples():
        element = ElementTree.SubElement(parent, f"{{{_GEXF}}}node", {"id": xml_text(node.id), "label": xml_text(node.label)})
        _add_values(element, node, _NODE_COLUMNS)
        size = scaled_size(node.total, largest, node_sizes(len(network.nodes)))
        ElementTree.SubElement(element, f"{{{_VIZ}}}color", _rgb(node_fill(node.community)))
        ElementTree.SubElement(element, f"{{{_VIZ}}}position",
                               {"x": f"{node.x * _SCALE:.2f}", "y": f"{node.y * _SCALE:.2f}", "z": "0"})
        ElementTree.SubElement(element, f"{{{_VIZ}}}size", {"value": f"{size:.2f}"})


def _add_edges(parent: ElementTree.Element, network: Network) -> None:
    number = 0
    for edge in network.edges.itertuples():
        ways = [(edge.source, edge.target)] + ([] if edge.directed else [(edge.target, edge.source)])
        for source, target in ways:
            element = ElementTree.SubElement(parent, f"{{{_GEXF}}}edge", {
                "id": str(number), "source": xml_text(source), "target": xml_text(target), "type": "directed",
                "weight": str(edge.count), "kind": SIGN_NAMES[edge.sign]})
            _add_values(element, edge._replace(directed=not edge.directed), edge_columns(network), mutual="directed")
            ElementTree.SubElement(element, f"{{{_VIZ}}}color", _rgb(sign_colour(edge.sign, "light")))
            ElementTree.SubElement(element, f"{{{_VIZ}}}thickness", {"value": f"{edge_width(edge.count):.2f}"})
            number += 1


def _add_values(element: ElementTree.Element, row, columns: dict[str, str], **renamed: str) -> None:
    values = ElementTree.SubElement(element, f"{{{_GEXF}}}attvalues")
    for name, value_type in columns.items():
        value = getattr(row, renamed.get(name, name))
        text = str(value).lower() if value_type == "boolean" else xml_text(str(value))
        if text and text != "nan":
            ElementTree.SubElement(values, f"{{{_GEXF}}}attvalue", {"for": name, "value": text})


def node_fill(community: int) -> str:
    """Colour of a node on Gephi's ground: that of its community, else a dark one."""
    colour = community_colour(community, "light")
    return THEME_COLOURS["light"].node_border if colour == THEME_COLOURS["light"].node else colour


def _rgb(colour: str) -> dict[str, str]:
    return {part: str(int(colour[place:place + 2], 16)) for part, place in (("r", 1), ("g", 3), ("b", 5))}
