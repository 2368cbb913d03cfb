"""When: every expression of a day or a span of days, with the first and last day that it can mean.

    >>> [(d.text, str(d.first_day)) for d in find_dates(text, article)]     # published 2018-03-26
    [('lundi', '2018-03-26'), ('la veille', '2018-03-25')]

Durations, frequencies, ages, clock times and vague spans are no dates. Where the publication day is not known, what
counts from it keeps its row and has no days.
"""
from spacy.tokens import Doc

from analysis.articles import Article
from analysis.dates import absolute, relative, story
from analysis.dates.direction import Tokens
from analysis.dates.moment import Mentioned, Moment
from analysis.dates.rule import Lookout, Rule
from analysis.dates.spans import Span
from analysis.records import DateRef

RULES: tuple[Rule, ...] = absolute.RULES + story.RULES + relative.RULES
_LOOKOUT = Lookout(RULES)


def find_dates(doc: Doc | str, article: Article) -> list[DateRef]:
    """The dates of an article, sorted, none overlapping another.

    ``doc`` is the parsed article or only its text; a Doc helps where no future verb form is near a weekday. The
    article's header (`` date 2019-09-24 ``) before the title is not reported.
    """
    text = doc if isinstance(doc, str) else article.text
    tokens = None if isinstance(doc, str) else Tokens(doc)
    published = _published(article)
    mentioned: list[Mentioned] = []
    found: list[DateRef] = []
    for start, end, name, match, resolve in _candidates(text, article.title_start):
        if found and start < found[-1].end:
            continue
        span = resolve(match, Moment(text, start, end, published, tuple(mentioned[-40:]), tokens))
        if span is None:
            continue
        found.append(DateRef(start, end, text[start:end], span.first, span.last, span.precision, name))
        if span.first is not None:
            mentioned.append(Mentioned(start, end, span, bool(match.groupdict().get("year"))))
    return found


def _published(article: Article) -> Span | None:
    if article.published_first is None or article.published_last is None:
        return None
    return Span(article.published_first, article.published_last, "day")


def _candidates(text: str, first: int):
    """All matches of all rules from ``first`` on: earliest first, of those the longest, of those the first rule's."""
    found = [(match.start(), match.end(), order, match) for order, match in _LOOKOUT.matches(text, first)]
    for start, end, order, match in sorted(found, key=lambda one: (one[0], -one[1], one[2])):
        yield start, end, RULES[order].name, match, RULES[order].resolve
