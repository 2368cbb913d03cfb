"""Exports: charts as pictures and pages, rows as tables, networks as graphs, and the formats that the field works with."""
from analysis.exports.accounts import account_csv, account_xlsx
from analysis.exports.escape import file_name
from analysis.exports.field import FIELD_FORMATS, OF_NETWORKS, ROW_FORMATS, Material, field_file, left_out
from analysis.exports.footer import footer
from analysis.exports.gexf import network_gexf
from analysis.exports.graphml import network_graphml
from analysis.exports.images import FORMATS, KINDS, chart_image
from analysis.exports.page import chart_html
from analysis.exports.rows import rows_csv, rows_parquet, rows_xlsx, table_csv

__all__ = [
    "FIELD_FORMATS", "FORMATS", "KINDS", "OF_NETWORKS", "ROW_FORMATS", "Material", "account_csv", "account_xlsx", "chart_html",
    "chart_image", "field_file", "file_name", "footer", "left_out", "network_gexf", "network_graphml", "rows_csv",
    "rows_parquet", "rows_xlsx", "table_csv",
]
