"""Views: from the tables and a Selection to small tables that charts draw and pages show. Imports tables only."""
from analysis.views.counts import Counts, counts
from analysis.views.ends import LANES
from analysis.views.keys import behind
from analysis.views.lanes import Lanes, lanes
from analysis.views.matrix import Matrix, matrix
from analysis.views.network import Network, network
from analysis.views.options import Choice, Options, options
from analysis.views.query import from_query, to_query
from analysis.views.rows import emptied_by, hidden_by_confidence, prepared, select
from analysis.views.selection import SIDES, SIGN_NAMES, STANDARD, Selection, active, chosen_fields, without
from analysis.views.spans import UNITS
from analysis.views.summary import Summary, newest, summary

__all__ = [
    "LANES", "SIDES", "SIGN_NAMES", "STANDARD", "UNITS", "Choice", "Counts", "Lanes", "Matrix", "Network", "Options", "Selection",
    "Summary", "active", "behind", "chosen_fields", "counts", "emptied_by", "from_query", "hidden_by_confidence", "lanes", "matrix", "network", "newest",
    "options", "prepared", "select", "summary", "to_query", "without",
]
