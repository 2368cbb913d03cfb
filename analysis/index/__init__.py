"""What is worked out once, when articles come in, so that views over millions of stances answer at once.

Three tables lie beside those of the analysis in each part of a corpus, and are made of them alone: ``stance_index``
(stances as numbers: who, when, which act), ``article_index`` (articles without their text, and the text folded for
searching) and ``actor_index`` (each actor once a part).
"""
from analysis.index.building import actor_index, article_index, days_of, indexes_of, stance_index
from analysis.index.codes import codes_of
from analysis.index.folding import fold
from analysis.index.rows import INDEX_TYPES, ActorIndexRow, ArticleIndexRow, StanceIndexRow
from analysis.index.searching import Term, excerpt, matches, needles, places, terms_of

__all__ = [
    "INDEX_TYPES", "ActorIndexRow", "ArticleIndexRow", "StanceIndexRow", "Term", "actor_index", "article_index", "codes_of",
    "days_of", "excerpt", "fold", "indexes_of", "matches", "needles", "places", "stance_index", "terms_of",
]
