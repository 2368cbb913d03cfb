"""Who spoke and who was spoken of last: what ``il``, ``elle``, ``ils`` and a quotation without a verb refer to."""
from dataclasses import dataclass, field

from analysis.records import Actor

MASCULINE, FEMININE = ("il", "celui-ci", "lui"), ("elle", "celle-ci")
_FEMININE_ENDINGS = ("ministre", )


@dataclass
class Memory:
    """The subjects and speakers of the article so far, latest last: (actors, plural, is speaker)."""

    actors: dict[str, Actor]
    told: list[tuple[tuple[str, ...], bool]] = field(default_factory=list)

    def remember(self, actors: tuple[str, ...], speaks: bool) -> None:
        """Keep a subject or speaker; nothing where nobody is known."""
        if actors:
            self.told.append((actors, speaks))

    def resolve(self, pronoun: str) -> tuple[str, ...]:
        """The latest that the pronoun fits; nothing where none does."""
        for actors, _ in reversed(self.told[-8:]):
            if self._fits(pronoun, actors):
                return actors
        return ()

    def last_speaker(self) -> tuple[str, ...]:
        """Who spoke last."""
        return next((actors for actors, speaks in reversed(self.told[-8:]) if speaks), ())

    def last_person(self) -> tuple[str, ...]:
        """The latest single person: what ``le dirigeant`` or ``ce responsable`` takes up."""
        return next((actors for actors, _ in reversed(self.told[-8:]) if len(actors) == 1 and self._kind(actors[0]) == "person"), ())

    def _kind(self, actor_id: str) -> str:
        actor = self.actors.get(actor_id)
        return actor.kind if actor else ""

    def _fits(self, pronoun: str, actors: tuple[str, ...]) -> bool:
        """Number and, where it is known, gender; a person for ``il`` and ``elle`` where gender is unknown."""
        if pronoun in ("ils", "elles", "ceux-ci", "celles-ci"):
            return len(actors) > 1 or self._kind(actors[0]) in ("group", "organisation", "country", "institution")
        if len(actors) > 1:
            return False
        gender = self.actors[actors[0]].gender if actors[0] in self.actors else ""
        wanted = "m" if pronoun in MASCULINE else "f"
        return gender == wanted or (not gender and (self._kind(actors[0]) == "person" or wanted == "f"))
