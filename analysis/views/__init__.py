"""Views: from the tables and a Selection to small tables that charts draw and pages show. Imports tables only."""
from analysis.views.options import Choice, Options, options
from analysis.views.query import from_query, to_query
from analysis.views.rows import emptied_by, prepared, select
from analysis.views.selection import SIDES, SIGN_NAMES, Selection, active, without

__all__ = [
    "SIDES", "SIGN_NAMES", "Choice", "Options", "Selection", "active", "emptied_by", "from_query", "options", "prepared",
    "select", "to_query", "without",
]
