"""Who spoke and who was spoken of last: what ``il``, ``elle``, ``ils`` and a quotation without a verb refer to."""
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.records import Actor

MASCULINE = ("il", "celui-ci", "lui")

PLURAL = ("ils", "elles", "ceux-ci", "celles-ci", "eux")

#: article, title or pronoun → the gender it prints
_GENDERS = {word: gender for gender, words in {
    "f": "la une cette sa mme mme. mlle elle celle-ci", "p": "les des ces ses mm. leurs plusieurs ils elles",
    "m": "le un ce cet son m. il celui-ci"}.items() for word in words.split()}


class Told(NamedTuple):
    """A subject or speaker as it was met: its actors, whether it spoke, and the gender of its words (m, f, p or empty)."""

    actors: tuple[str, ...]
    speaks: bool
    gender: str


@dataclass
class Memory:
    """The subjects and speakers of the article so far, latest last."""

    actors: dict[str, Actor]
    told: list[Told] = field(default_factory=list)
    met: list[Told] = field(default_factory=list)

    def remember(self, actors: tuple[str, ...], speaks: bool, gender: str = "") -> None:
        """Keep a subject or speaker, known actors, with the gender of the words it was printed in."""
        self.told.append(Told(actors, speaks, gender))

    def meet(self, actors: tuple[str, ...]) -> None:
        """Keep a person who was named in whatever place of a sentence: whom a question may have been put to."""
        actor = self.actors.get(actors[0]) if len(actors) == 1 else None
        if actor and actor.kind == "person":
            self.met.append(Told(actors, False, ""))

    def resolve(self, pronoun: str, speaker: bool = False) -> tuple[str, ...]:
        """The latest that the pronoun fits, the latest speaker if ``speaker``; nothing where none does."""
        recent = self.told[:-9:-1]
        if pronoun in ("celui-ci", "celle-ci"):
            recent = [*self.met[:-3:-1], *recent]
        fitting = [one for one in recent if self._fits(pronoun, one)]
        fitting = fitting or [one for one in self.met[:-7:-1] if self.actors[one.actors[0]].gender and self._fits(pronoun, one)]
        fitting = fitting or [one for one in recent if not one.gender and len(one.actors) == 1]
        spoke = [one for one in fitting if one.speaks]
        if speaker and spoke:
            return spoke[0].actors
        return fitting[0].actors if fitting else ()

    def last_speaker(self) -> tuple[str, ...]:
        """Who spoke last."""
        return next((one.actors for one in reversed(self.told[-8:]) if one.speaks), ())

    def latest(self) -> tuple[str, ...]:
        """Whoever was last spoken of or spoke: whose a quotation is that follows without a verb."""
        return self.told[-1].actors if self.told else ()

    def last_person(self) -> tuple[str, ...]:
        """The latest single person: what ``le dirigeant`` or ``ce responsable`` takes up."""
        return next((one.actors for one in reversed(self.told[-8:]) if len(one.actors) == 1 and self._kind(one.actors[0]) == "person"), ())

    def _kind(self, actor_id: str) -> str:
        actor = self.actors.get(actor_id)
        return actor.kind if actor else ""

    def _fits(self, pronoun: str, told: Told) -> bool:
        """Number and, where it is known, gender; a person for ``il`` and ``elle`` where gender is unknown."""
        kind = self._kind(told.actors[0])
        if pronoun in PLURAL:
            return len(told.actors) > 1 or kind in ("group", "organisation") or told.gender == "p"
        if len(told.actors) > 1 or told.gender == "p":
            return False
        known = self.actors[told.actors[0]].gender if told.actors[0] in self.actors else ""
        gender = known or ("" if kind == "person" and told.gender == "m" else told.gender)
        return gender == ("m" if pronoun in MASCULINE else "f") or (not gender and kind == "person")


def printed_gender(words: str) -> str:
    """m, f or p (plural) by the article or title of a phrase; empty for a bare name."""
    return _GENDERS.get(words.split(" ", 1)[0].lower(), "")
