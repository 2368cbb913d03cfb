"""The formats that the field works with, by name: what a page or the command line offers."""
from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd

from analysis.exports import corpora, discourse, gexf, graphml, plover, references, rows, timelinejs
from analysis.tables import Tables
from analysis.views import Network


class Material(NamedTuple):
    """What an export is made from: the tables, the chosen rows, the network drawn (for formats of networks), footer, version and
    words; ``french`` writes CSV as a French Excel opens it."""

    tables: Tables
    view: pd.DataFrame
    network: Network | None
    footer: str
    version: str
    texts: Mapping[str, str] | None = None
    french: bool = False


class Format(NamedTuple):
    """A format: ending and media type of its file, what makes it, and what it is, in a few words for the command line."""

    ending: str
    mime: str
    make: Callable[[Material], bytes]
    about: str


FIELD_FORMATS: dict[str, Format] = {
    "plover": Format("jsonl", "application/jsonl", lambda m: plover.plover_jsonl(m.tables, m.view, m.version),
                     "PLOVER event records, one JSON object a line"),
    "polecat": Format("tsv", "text/tab-separated-values", lambda m: plover.polecat_tsv(m.tables, m.view, m.version),
                      "rows with POLECAT's columns, then some of our own"),
    "gexf": Format("gexf", "application/gexf+xml", lambda m: gexf.network_gexf(m.network, m.footer), "the network for Gephi and Gephi Lite"),
    "graphml": Format("graphml", "application/graphml+xml", lambda m: graphml.network_graphml(m.network, m.footer),
                      "the network for igraph, NetworkX, yEd"),
    "edges": Format("csv", "text/csv", lambda m: graphml.edge_list_csv(m.network), "the network as a list of edges"),
    "dna": Format("csv", "text/csv", lambda m: discourse.dna_csv(m.view, m.version), "statements for the Discourse Network Analyzer"),
    "timelinejs": Format("json", "application/json", lambda m: timelinejs.timelinejs_json(m.view, m.footer, m.texts), "a timeline for TimelineJS"),
    "iramuteq": Format("txt", "text/plain", lambda m: corpora.iramuteq_txt(m.tables, m.view), "the articles as a corpus for Iramuteq"),
    "txm": Format("zip", "application/zip", lambda m: corpora.txm_zip(m.tables, m.view), "the articles as a corpus for TXM"),
    "ris": Format("ris", "application/x-research-info-systems", lambda m: references.references_ris(m.tables, m.view),
                  "the articles as references for Zotero"),
    "parquet": Format("parquet", "application/vnd.apache.parquet", lambda m: rows.rows_parquet(m.view, m.footer),
                      "the rows with the evidence, typed"),
}
# The rows behind a chart or table, as every page offers them.
ROW_FORMATS: dict[str, Format] = {
    "csv": Format("csv", "text/csv", lambda m: rows.rows_csv(m.view, m.footer, m.french), "the rows with the evidence, for a spreadsheet"),
    "xlsx": Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                   lambda m: rows.rows_xlsx(m.view, m.footer, m.texts), "the same as an Excel workbook, with real dates"),
}
OF_NETWORKS = ("gexf", "graphml", "edges")  # formats that need Material.network


def left_out(kind: str, material: Material) -> dict[str, int]:
    """Why → stances of the view that a format cannot hold; empty where it holds all or is made of articles."""
    view = material.view
    if kind in OF_NETWORKS:
        return material.network.left_out
    if kind in ("plover", "polecat"):
        found = plover.plover_left_out(view)
        held = view[(view["plover"] != "") & view["day_first"].notna()]
        return _some({**found, "negated": int(held["negated"].sum()) if kind == "polecat" else 0})
    if kind == "dna":
        nobody = view["target_id"] == ""
        return _some({"no target": int(nobody.sum()), "neutral or negated": int((~nobody & (view["sign"] == 0)).sum())})
    return _some({"undated": int(view["day_first"].isna().sum())}) if kind == "timelinejs" else {}


def _some(numbers: dict[str, int]) -> dict[str, int]:
    return {why: number for why, number in numbers.items() if number}


def field_file(kind: str, material: Material) -> bytes:
    """The file of one format of FIELD_FORMATS or ROW_FORMATS; ValueError for another."""
    formats = FIELD_FORMATS | ROW_FORMATS
    if kind not in formats:
        raise ValueError(f"no export of kind {kind!r}; there are {', '.join(formats)}")
    return formats[kind].make(material)
