"""Who says what: quotations and reported speech with their speakers.

``find_statements`` reads an article; ``attribute`` tells the innermost statement that holds a place of its text,
``chain`` all of them; ``quoted_spans`` pairs quotation marks.

    quotes ─ units ─ cues ─ hearing (places, speakers, memory) ─ clauses ─▶ statements
"""
from spacy.tokens import Doc

from analysis.articles import Article
from analysis.records import ActorReading, Statement
from analysis.statements.attribution import attribute, chain
from analysis.statements.quotes import inside, outermost, quoted_spans
from analysis.statements.reading import read_statements

__all__ = ["attribute", "chain", "find_statements", "inside", "outermost", "quoted_spans"]


def find_statements(doc: Doc, article: Article, reading: ActorReading) -> list[Statement]:
    """What is said in an article, by whom, and in which voice, sorted by start.

    A quotation is ``direct``; a clause that a verb of saying or ``selon`` attributes is ``reported``, or ``hearsay``
    where the verb is in the conditional or the source has no name. ``speaker_id`` is empty where nobody known speaks.
    One statement for each speaker where several say the same.

    >>> find_statements(parse("Oslo affirme que la trêve tient."), article, reading)[0].text
    'que la trêve tient.'
    """
    return read_statements(doc, article, reading)
