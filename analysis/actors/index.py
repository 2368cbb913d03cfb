"""Fast look-up of the mentions at a place in the text."""
from bisect import bisect_left

from spacy.tokens import Token

from analysis.records import ActorReading, Mention


class MentionIndex:
    """Mentions of a reading by offset.

        >>> index = MentionIndex(reading)
        >>> [m.actor_id for m in index.at(sentence.start_char, sentence.end_char)]
        ['RUS', 'UKR']
    """

    def __init__(self, reading: ActorReading) -> None:
        self._mentions = reading.mentions
        self._starts = [m.start for m in reading.mentions]
        self._longest = max((m.end - m.start for m in reading.mentions), default=0)

    def at(self, start: int, end: int) -> list[Mention]:
        """The mentions that overlap start:end, in the order of the text."""
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_left(self._starts, end)
        return [m for m in self._mentions[low:high] if m.end > start]

    def covering(self, token: Token) -> list[Mention]:
        """The mentions that hold the token, shortest first."""
        found = [m for m in self.at(token.idx, token.idx + max(len(token), 1)) if m.start <= token.idx]
        return sorted(found, key=lambda m: m.end - m.start)
