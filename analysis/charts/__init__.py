"""Charts: a view → a plotly figure, and the same in a sentence. No text of an article enters a figure unescaped."""
from analysis.charts.balances import balances_figure
from analysis.charts.bars import bars_figure
from analysis.charts.counts import counts_figure
from analysis.charts.course import course_figure, differences_figure
from analysis.charts.describe import (
    describe_balances, describe_bars, describe_counts, describe_course, describe_differences, describe_matrix,
    describe_network, describe_stages, describe_timeline)
from analysis.charts.draft import Draft
from analysis.charts.events import add_events
from analysis.charts.layout import chart_config
from analysis.charts.matrix import matrix_figure
from analysis.charts.narrow import narrowed
from analysis.charts.network import PART_HEIGHT, network_figure
from analysis.charts.play import play_figure
from analysis.charts.settled import Settled
from analysis.charts.shifts import describe_shifts, shifts_figure
from analysis.charts.spoken import spoken_marks
from analysis.charts.style import THEMES
from analysis.charts.timeline import timeline_figure
from analysis.charts.words import WORDS, worded, words_of

__all__ = [
    "PART_HEIGHT", "THEMES", "WORDS", "Draft", "Settled", "add_events", "balances_figure", "bars_figure", "chart_config", "counts_figure",
    "course_figure", "describe_balances", "describe_bars", "describe_counts", "describe_course",
    "describe_differences", "describe_matrix", "describe_network", "describe_shifts", "describe_stages", "describe_timeline",
    "differences_figure", "matrix_figure", "narrowed", "network_figure", "play_figure", "shifts_figure", "spoken_marks",
    "timeline_figure", "worded", "words_of",
]
