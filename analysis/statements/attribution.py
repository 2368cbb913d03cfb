"""Who is speaking at a place of the text: the innermost statement that holds it."""
from bisect import bisect_right

from analysis.records import Statement


def attribute(statements: list[Statement], start: int, end: int) -> Statement | None:
    """The innermost statement that holds ``start:end``, or None where the article itself speaks.

    ``statements`` are sorted by start, as ``find_statements`` gives them. Innermost is the shortest: of a quotation
    within a reported clause, the quotation.
    """
    last = bisect_right(statements, start, key=lambda one: one.start)
    holding = [one for one in statements[:last] if end <= one.end]
    return min(holding, key=lambda one: (one.end - one.start, -one.start), default=None)


def chain(statements: list[Statement], start: int, end: int) -> list[Statement]:
    """All statements that hold ``start:end``, innermost first: on whose word, and on whose word that word."""
    last = bisect_right(statements, start, key=lambda one: one.start)
    holding = [one for one in statements[:last] if end <= one.end]
    return sorted(holding, key=lambda one: (one.end - one.start, -one.start))
