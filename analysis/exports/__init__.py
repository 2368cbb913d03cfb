"""Exports: charts as pictures and pages, rows as tables, networks as graphs, each with a footer that says what it is."""
from analysis.exports.escape import file_name
from analysis.exports.footer import footer
from analysis.exports.gexf import network_gexf
from analysis.exports.images import FORMATS, KINDS, chart_image
from analysis.exports.page import chart_html
from analysis.exports.rows import rows_csv, rows_xlsx

__all__ = ["FORMATS", "KINDS", "chart_html", "chart_image", "file_name", "footer", "network_gexf", "rows_csv", "rows_xlsx"]
