"""What analysts decide about what the analysis found: kept in a log, laid over the tables, undone line by line.

    row ─ making ─▶ Correction ─ log ─▶ file beside the corpus
                                          │
    tables of the analysis ─ replay ──────┴─▶ Overlay ─ lay_over ─▶ the tables as corrected

The tables of the analysis are never changed; a re-analysis makes new ones, and the same log is laid over them.

    >>> log = read_log(log_file("corpus"))
    >>> overlay = replay(log.corrections, tables)
    >>> lay_over(tables, overlay).stances["review"]
"""
from analysis.corrections.days import Days, parse_days, write_days
from analysis.corrections.log import NAME, VARIABLE, Log, append, as_bytes, log_file, parse_log, read_log
from analysis.corrections.overlay import EVERYWHERE, REVIEWS, Overlay, Unfit, lay_over, lay_over_rows
from analysis.corrections.records import ACTOR_FIELDS, FIELDS, KINDS, Correction, CorrectionError
from analysis.corrections.replay import WHYS, counted, days_set, needed, part_of, replay

__all__ = ["ACTOR_FIELDS", "EVERYWHERE", "FIELDS", "KINDS", "NAME", "REVIEWS", "VARIABLE", "WHYS", "Correction", "CorrectionError", "Days", "Log",
           "Overlay", "Unfit", "append", "as_bytes", "counted", "days_set", "lay_over", "lay_over_rows", "log_file", "needed", "parse_days", "parse_log",
           "part_of", "read_log", "replay", "write_days"]
