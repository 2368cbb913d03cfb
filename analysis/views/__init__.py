"""Views: from the tables and a Selection to small tables that charts draw and pages show. Imports tables only."""
from analysis.views.accounts import GROUNDS, Account, Paired, Together, encounter_account, independent
from analysis.views.actor import (
    Actor, Tally, actors_in, actors_of, meetings_of, members, office_holders, rows_of, tally_of)
from analysis.views.article_list import Excerpt, article_list, excerpts
from analysis.views.bars import Bars, Panel, acts, panels_of, partners, voices
from analysis.views.chosen import Rows, among, called, frame_of, tally
from analysis.views.claims import claim_account, claims
from analysis.views.counts import Counts, counts
from analysis.views.course import Course, Differences, course, differences
from analysis.views.dyads import Balances, balances, dyads
from analysis.views.encounters import KINDS as ENCOUNTERS
from analysis.views.encounters import WINDOWS, encounters
from analysis.views.ends import LANES
from analysis.views.events import BadRow, Event, EventsRead, read_events, within
from analysis.views.keys import behind, node_of
from analysis.views.lanes import Lanes, lanes
from analysis.views.layers import Layer
from analysis.views.matrix import Matrix, matrix
from analysis.views.movers import LENGTHS, Movers, movers, of_mover
from analysis.views.named import names_of
from analysis.views.names import after, spoken_name
from analysis.views.network import TIES, Network, network
from analysis.views.options import Choice, Options, options
from analysis.views.periods import Stages, changes, halves, stages, steps_of, trimmed
from analysis.views.query import from_query, to_query
from analysis.views.row_by_row import row_by_row
from analysis.views.rows import prepared
from analysis.views.sayings import Line, Link
from analysis.views.select import emptied_by, hidden_by_confidence, select
from analysis.views.selection import (
    NEGATION, REVIEWED, SIDES, SIGN_NAMES, STANDARD, Selection, active, answers_too, chosen_fields, without)
from analysis.views.shifts import SHIFTS, shifts
from analysis.views.spans import UNITS
from analysis.views.speech import articles_of, places_of, statements_of, variants_of
from analysis.views.stock import Stock
from analysis.views.summary import Summary, happened, newest, summary, unresolved
from analysis.views.terms import Term, terms_of
from analysis.views.turns import ENOUGH as ENOUGH_SIGNS
from analysis.views.turns import Turn, Turns

__all__ = [
    "ENCOUNTERS", "ENOUGH_SIGNS", "GROUNDS", "LANES", "LENGTHS", "NEGATION", "REVIEWED", "SIDES", "SIGN_NAMES",
    "STANDARD", "TIES", "UNITS", "WINDOWS", "after", "Account", "Actor", "BadRow", "Balances", "Bars", "Choice", "Counts", "Course",
    "Differences", "Event", "EventsRead", "Excerpt", "Lanes", "Layer", "Line", "Link", "Matrix", "Movers", "Network",
    "Options", "Paired", "Together", "SHIFTS", "shifts", "Panel", "Rows", "Selection", "Stages", "Stock", "Summary", "Tally", "Term", "Turn", "Turns",
    "active", "among", "answers_too", "actors_in", "actors_of", "acts", "article_list", "articles_of", "balances", "behind", "called",
    "changes", "chosen_fields", "claim_account", "claims", "counts", "course", "differences", "dyads", "emptied_by",
    "encounter_account", "encounters", "excerpts", "frame_of", "from_query", "halves", "happened",
    "hidden_by_confidence", "independent", "lanes", "matrix", "meetings_of", "members", "movers", "names_of", "network", "newest",
    "node_of", "of_mover", "office_holders", "options", "panels_of", "partners", "places_of", "prepared",
    "read_events", "row_by_row", "rows_of", "select", "spoken_name", "stages", "statements_of", "steps_of", "summary", "tally", "tally_of",
    "terms_of", "to_query", "trimmed", "unresolved", "variants_of", "voices", "within", "without",
]
