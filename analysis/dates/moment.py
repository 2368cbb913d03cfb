"""Where a time expression stands: when the article was published, which days were mentioned before, what follows.

``Moment`` is what the rules of ``absolute``, ``relative`` and ``story`` ask; it never changes while a rule runs.
"""
from dataclasses import dataclass

from analysis.dates import direction as tense
from analysis.dates.spans import Span, a_day, a_month, add_days

NEAR = 700
_WRONG_SIDE = {"future": 250, "done": 400, "past": 200}  # days that a span on the other side of the tense counts farther


@dataclass(frozen=True)
class Mentioned:
    """A date read earlier in the text: its offsets, the days it means, and whether the text said the year."""

    start: int
    end: int
    span: Span
    said_year: bool = False


@dataclass(frozen=True)
class Moment:
    """The place of one expression: ``published`` is None where the publication day is unknown."""

    text: str
    start: int
    end: int
    published: Span | None
    mentioned: tuple[Mentioned, ...] = ()
    tokens: tense.Tokens | None = None

    def direction(self) -> str:
        """``future``, ``past``, ``done``, ``present`` or empty, see ``direction.direction``."""
        after = self.mentioned[-1].end if self.mentioned else 0
        return tense.direction(self.text, self.start, self.end, self.tokens, after)

    def last_mentioned(self, *precisions: str) -> Span | None:
        """The last date read before this one, not further back than a few sentences."""
        for one in reversed(self.mentioned):
            if self.start - one.end > NEAR:
                return None
            if not precisions or one.span.precision in precisions:
                return one.span
        return None

    def last_day(self) -> Span | None:
        """The last day read before this one; a night between two days counts.

        Where the verb looks back, a day after publication is passed over: ``s'appliquera le 1er janvier. Paris avait
        protesté la veille`` is of the day before the story.
        """
        for one in reversed(self.mentioned):
            if self.start - one.end > NEAR:
                return None
            if self.published and one.span.first > self.published.last and self.direction() in ("past", "done"):
                continue
            if one.span.precision == "day" or (one.span.last - one.span.first).days == 1:
                return one.span
        return None

    def last_in_sentence(self) -> Span | None:
        """The last date read before this one in the same sentence or line."""
        if not self.mentioned or self.start - self.mentioned[-1].end > 250:
            return None
        between = self.text[self.mentioned[-1].end:self.start]
        return None if any(mark in between for mark in (". ", ".\n", "\n", "? ", "! ")) else self.mentioned[-1].span


def weekday(published: Span, wanted: int, looks: str) -> Span:
    """The most recent such weekday on or before publication, or for ``future`` the first on or after it.

    Where the publication is known by month only, the first and the last such weekday of that month.
    """
    if published.first != published.last:
        first = add_days(published.first, (wanted - published.first.weekday()) % 7)
        last = add_days(published.last, -((published.last.weekday() - wanted) % 7))
        return Span(first, last, "day")
    if looks == "future":
        day = add_days(published.first, (wanted - published.first.weekday()) % 7)
    else:
        day = add_days(published.first, -((published.first.weekday() - wanted) % 7))
    return Span(day, day, "day")


def nearest_year(published: Span, month: int, day: int | None, looks: str) -> int | None:
    """The year in which a month (or a day of it) lies next to the publication, on the side that the verb looks to."""
    years = range(published.first.year - 4, published.last.year + 5) if day == 29 and month == 2 else \
        range(published.first.year - 1, published.last.year + 2)
    found = [(year, a_day(year, month, day) if day else a_month(year, month)) for year in years]
    found = [(year, span) for year, span in found if span is not None]
    return min(found, key=lambda one: _cost(one[1], published, looks))[0] if found else None


def _cost(span: Span, published: Span, looks: str) -> tuple[int, int]:
    """Days between span and publication; a span on the wrong side of the verb's tense counts as much farther."""
    back, ahead = (published.first - span.last).days, (span.first - published.last).days
    if back <= 0 and ahead <= 0:
        return 0, 0
    wrong = _WRONG_SIDE["future"] if looks == "future" and back > 0 else _WRONG_SIDE.get(looks, 0) if ahead > 0 else 0
    return max(back, ahead) + wrong, int(ahead > 0)
