"""How right the analysis is, measured against annotated articles.

    annotations ─ gold ─▶ Marks ┐
                                ├─ comparing (by the rules of matching) ─▶ Figures ─▶ report
    tables ─── system ─▶ Marks ─┘

>>> gold = read_gold("annotations", "os_04", article.text)
>>> figures, missed = evaluate(analyse([article]), [gold])
>>> figures.counts["dyads"].f1
"""
from analysis.evaluation.comparing import Missed, compare, evaluate
from analysis.evaluation.figures import Count, Figures, Share
from analysis.evaluation.gold import AnnotationError, read_gold
from analysis.evaluation.marks import ActorMark, DateMark, Marks, StanceMark
from analysis.evaluation.matching import agreement, dyad, node, same_actor, same_person

__all__ = ["ActorMark", "AnnotationError", "Count", "DateMark", "Figures", "Marks", "Missed", "Share", "StanceMark",
           "agreement", "compare", "dyad", "evaluate", "node", "read_gold", "same_actor", "same_person"]
