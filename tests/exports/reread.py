"""Random networks and tables, full of texts that attack, written in every format and read again by other programs' readers.

    python -m tests.benchmarks.reread [NUMBER] [SEED]      2,000 by default
"""
import csv
import io
import json
import random
import re
from html import unescape

import networkx
import openpyxl
import pandas as pd

from analysis.exports.escape import csv_text, html_text, tsv_cell, xlsx_cell, xml_text
from analysis.exports.gexf import network_gexf
from analysis.exports.graphml import edge_list_csv, network_graphml
from analysis.exports.plover import plover_jsonl
from analysis.exports.references import references_ris
from analysis.exports.rows import COLUMNS, export_rows, rows_csv, rows_parquet, rows_xlsx
from analysis.exports.timelinejs import timelinejs_json
from analysis.tables import Tables
from analysis.views import network, prepared
from tests.hostile import HOSTILE
from tests.hostile.payloads import PAYLOADS
from tests.tables_fixture import make_tables

_LOST = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_TEXTS = ("sentence", "cue", "title", "source_name", "target_name", "reporter_name")


def drawn(seed: int) -> tuple[Tables, pd.DataFrame]:
    """Tables of up to thirty stances whose texts are drawn at random, and their view table."""
    chance = random.Random(seed)
    tables = make_tables(chance.randrange(31), seed, countries=chance.randrange(1, 8), people=chance.randrange(1, 8))
    for table, names in ((tables.articles, ("title", "source", "path", "url")), (tables.actors, ("name", "role")),
                         (tables.stances, ("sentence", "cue"))):
        for name in names:
            table[name] = [_text(chance) for _ in range(len(table))]
    return tables, prepared(tables)


def _text(chance: random.Random) -> str:
    pieces = [*PAYLOADS, *HOSTILE[:-1], "Paris", "« Non »", "🌍", "\r\n", "\t", "_x000D_"]
    return "".join(chance.choice(pieces) for _ in range(chance.randrange(4)))


def differences(seed: int) -> list[str]:
    """Which formats do not give back what was drawn with this seed."""
    tables, view = drawn(seed)
    checks = {"gexf": _gexf, "graphml": _graphml, "edges": _edges, "csv": _csv, "french csv": _french_csv, "xlsx": _xlsx,
              "parquet": _parquet, "jsonl": _jsonl, "timelinejs": _timelinejs, "ris": _ris}
    return [name for name, same in checks.items() if not same(tables, view)]


def _ways(graph) -> list[tuple]:
    """Source, target, sign and number of each edge, both ways where it has no direction."""
    edges = [(row.source, row.target, row.sign, row.count) for row in graph.edges.itertuples()]
    return sorted(edges + [(target, source, sign, count) for (source, target, sign, count), directed
                           in zip(edges, graph.edges["directed"]) if not directed])


def _same_graph(found, graph, weight: type) -> bool:
    labels = {node: data["label"] if "label" in data else "" for node, data in found.nodes(data=True)}
    edges = sorted((source, target, data["sign"], weight(data["weight"])) for source, target, data in found.edges(data=True))
    return labels == {row.id: xml_text(row.label) for row in graph.nodes.itertuples()} and edges == _ways(graph)


def _gexf(tables: Tables, view: pd.DataFrame) -> bool:
    graph = network(view, "people")
    return _same_graph(networkx.read_gexf(io.BytesIO(network_gexf(graph, "".join(PAYLOADS)))), graph, int)


def _graphml(tables: Tables, view: pd.DataFrame) -> bool:
    graph = network(view, "people")
    found = networkx.read_graphml(io.BytesIO(network_graphml(graph, "".join(PAYLOADS))), force_multigraph=True)
    return _same_graph(found, graph, int)


def _edges(tables: Tables, view: pd.DataFrame) -> bool:
    graph = network(view, "people")
    rows = _rows(edge_list_csv(graph))
    return sorted((csv_text(row["source"]), csv_text(row["target"]), int(row["sign"]), int(row["weight"])) for row in rows) == _ways(graph)


def _rows(data: bytes, mark: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=mark))


def _csv(tables: Tables, view: pd.DataFrame, french: bool = False) -> bool:
    rows, wanted = _rows(rows_csv(view, PAYLOADS[0], french), ";" if french else ","), export_rows(view)
    live = [cell for row in rows for name in _TEXTS for cell in [row[name]] if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))]
    return not live and all([csv_text(row[name]) for row in rows] == [_LOST.sub("\ufffd", text) for text in wanted[name]] for name in _TEXTS)


def _french_csv(tables: Tables, view: pd.DataFrame) -> bool:
    return _csv(tables, view, french=True)


def _xlsx(tables: Tables, view: pd.DataFrame) -> bool:
    sheet = openpyxl.load_workbook(io.BytesIO(rows_xlsx(view, "".join(PAYLOADS)))).worksheets[0]
    places = {cell.value: cell.column - 1 for cell in sheet[1]}
    lines, wanted = list(sheet.iter_rows(min_row=2)), export_rows(view)
    if any(cell.data_type == "f" or cell.hyperlink for line in lines for cell in line) or list(places) != list(COLUMNS):
        return False
    # openpyxl leaves the format's own escape, _x005F_, as it stands.
    return all([(line[places[name]].value or "").replace("_x005F_", "_") for line in lines]
               == [xlsx_cell(text).replace("_x005F_", "_") for text in wanted[name]] for name in _TEXTS)


def _parquet(tables: Tables, view: pd.DataFrame) -> bool:
    found, wanted = pd.read_parquet(io.BytesIO(rows_parquet(view, PAYLOADS[0]))), export_rows(view)
    return list(found) == list(wanted) and all(found[name].tolist() == wanted[name].tolist() for name in _TEXTS)


def _jsonl(tables: Tables, view: pd.DataFrame) -> bool:
    sentences = view.set_index("stance_id")["sentence"]
    lines = [json.loads(line) for line in plover_jsonl(tables, view, "1").decode().split("\n") if line]
    return all(line["text"] == sentences[line["id"]] for line in lines)


def _timelinejs(tables: Tables, view: pd.DataFrame) -> bool:
    events = json.loads(timelinejs_json(view, PAYLOADS[0]))["events"]
    known = view[view["day_first"].notna()].set_index("stance_id")["sentence"]
    return len(events) == len(known) and all(
        unescape(event["text"]["text"]).startswith(f"<p>{unescape(html_text(known[event['unique_id']]))}</p>")
        and "<" not in event["text"]["headline"] for event in events)


def _ris(tables: Tables, view: pd.DataFrame) -> bool:
    lines = references_ris(tables, view).decode().split("\r\n")
    cited = tables.articles[tables.articles["article_id"].isin(set(view["article_id"]))]
    wanted = sorted(text for row in cited.itertuples() if (text := tsv_cell(row.title) or tsv_cell(row.path)))
    whole = all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line)
    return whole and sorted(line[6:] for line in lines if line.startswith("TI  - ")) == wanted
