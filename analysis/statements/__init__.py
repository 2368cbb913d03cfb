"""Who says what: quotations and reported speech with their speakers.

``quoted_spans`` pairs quotation marks, ``attribute`` tells the innermost statement that holds a place of the text.
"""
from analysis.statements.attribution import attribute, chain
from analysis.statements.quotes import inside, outermost, quoted_spans

__all__ = ["attribute", "chain", "inside", "outermost", "quoted_spans"]
