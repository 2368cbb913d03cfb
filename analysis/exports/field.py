"""The formats that the field works with, by name: what a page or the command line offers."""
from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd

from analysis.exports import corpora, discourse, gexf, graphml, plover, references, rows, timelinejs
from analysis.tables import Tables
from analysis.views import Network


class Material(NamedTuple):
    """What an export is made from: the tables, the chosen rows, the network drawn (for formats of networks), footer, version and
    words."""

    tables: Tables
    view: pd.DataFrame
    network: Network | None
    footer: str
    version: str
    texts: Mapping[str, str] | None = None


class Format(NamedTuple):
    """A format: ending and media type of its file, and what makes it."""

    ending: str
    mime: str
    make: Callable[[Material], bytes]


FIELD_FORMATS: dict[str, Format] = {
    "plover": Format("jsonl", "application/jsonl", lambda m: plover.plover_jsonl(m.tables, m.view, m.version)),
    "polecat": Format("tsv", "text/tab-separated-values", lambda m: plover.polecat_tsv(m.tables, m.view, m.version)),
    "gexf": Format("gexf", "application/gexf+xml", lambda m: gexf.network_gexf(m.network, m.footer)),
    "graphml": Format("graphml", "application/graphml+xml", lambda m: graphml.network_graphml(m.network, m.footer)),
    "edges": Format("csv", "text/csv", lambda m: graphml.edge_list_csv(m.network)),
    "dna": Format("csv", "text/csv", lambda m: discourse.dna_csv(m.view, m.version)),
    "timelinejs": Format("json", "application/json", lambda m: timelinejs.timelinejs_json(m.view, m.footer, m.texts)),
    "iramuteq": Format("txt", "text/plain", lambda m: corpora.iramuteq_txt(m.tables, m.view)),
    "txm": Format("zip", "application/zip", lambda m: corpora.txm_zip(m.tables, m.view)),
    "ris": Format("ris", "application/x-research-info-systems", lambda m: references.references_ris(m.tables, m.view)),
    "parquet": Format("parquet", "application/vnd.apache.parquet", lambda m: rows.rows_parquet(m.view, m.footer)),
}


def field_file(kind: str, material: Material) -> bytes:
    """The file of one format of FIELD_FORMATS; ValueError for another."""
    if kind not in FIELD_FORMATS:
        raise ValueError(f"no export of kind {kind!r}; there are {', '.join(FIELD_FORMATS)}")
    return FIELD_FORMATS[kind].make(material)
