"""Which statement holds a place of the text."""
from analysis.statements import attribute, chain
from tests.statements.scene import hear

TEXT = "Oslo affirme que Tunis « joue avec le feu » depuis lundi. Le port est calme."


def test_innermost_is_the_quotation():
    at = TEXT.index("feu")
    assert attribute(hear(TEXT), at, at + 3).voice == "direct"
    assert [one.voice for one in chain(hear(TEXT), at, at + 3)] == ["direct", "reported"]


def test_reported_clause_around_the_quotation():
    at = TEXT.index("depuis")
    one = attribute(hear(TEXT), at, at + 6)
    assert (one.voice, one.speaker_id) == ("reported", "NOR")


def test_the_article_itself_speaks():
    at = TEXT.index("calme")
    assert attribute(hear(TEXT), at, at + 5) is None
    assert attribute([], 0, 1) is None


def test_a_span_across_the_border_is_not_held():
    statements = hear(TEXT)
    quote = attribute(statements, TEXT.index("feu"), TEXT.index("feu") + 3)
    assert attribute(statements, quote.start - 1, quote.end).voice == "reported"
