"""Charts: a view → a plotly figure, and the same in a sentence. No text of an article enters a figure unescaped."""
from analysis.charts.counts import counts_figure
from analysis.charts.describe import describe_counts, describe_matrix, describe_network, describe_timeline
from analysis.charts.layout import chart_config
from analysis.charts.matrix import matrix_figure
from analysis.charts.network import network_figure
from analysis.charts.style import THEMES
from analysis.charts.timeline import timeline_figure
from analysis.charts.words import WORDS, worded

__all__ = [
    "THEMES", "WORDS", "chart_config", "counts_figure", "describe_counts", "describe_matrix", "describe_network",
    "describe_timeline", "matrix_figure", "network_figure", "timeline_figure", "worded",
]
