"""The people of one article: who has been named, by which surnames, in which office, and where last."""
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis import world
from analysis.actors.lexicon import is_family_first, surname_forms
from analysis.actors.scene import Scene, person
from analysis.records import Actor
from analysis.spelling import fold_words


@dataclass
class Cast:
    """``surnames`` maps folded surname words to person ids in order of appearance; ``offices`` maps (office_id, country)
    to the person whom the article itself names in that office; ``count`` counts full names and titles; ``met`` are the people
    of the tables whose surnames are noted already."""

    scene: Scene
    surnames: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    offices: dict[tuple[str, str], str] = field(default_factory=dict)
    count: dict[str, int] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)

    def known(self, person_id: str) -> Actor:
        """A person of the world tables, met in the article."""
        if person_id in self.met:
            self.count[person_id] += 1
            return self.scene.actors[person_id]
        self.met.add(person_id)
        actor = self.scene.actors.get(person_id) or person(person_id, self.scene)
        names = (actor.name, *world.people()[person_id].aliases)
        return self._register(actor, [w for name in names for w in surname_forms(name)])

    def new(self, name: str, country: str = "", role: str = "", gender: str = "") -> Actor:
        """A person whom the tables do not know."""
        key = slug(name)
        actor = self.scene.actors.get(key) or Actor(key, name, "person", country, role, gender=gender)
        return self._register(actor, surname_forms(name))

    def _register(self, actor: Actor, surnames: Iterable[tuple[str, ...]]) -> Actor:
        self.scene.actors.setdefault(actor.actor_id, actor)
        self.count[actor.actor_id] = self.count.get(actor.actor_id, 0) + 1
        for words in surnames:
            ids = self.surnames.setdefault(words, [])
            if actor.actor_id not in ids:
                ids.append(actor.actor_id)
        return self.scene.actors[actor.actor_id]

    def by_surname(self, words: tuple[str, ...]) -> Actor | None:
        """The person of the article with that surname; of several, the one named most often."""
        ids = self.surnames.get(words, [])
        if not ids:
            return None
        return self.scene.actors[max(ids, key=lambda key: self.count.get(key, 0))]

    def has_first_name(self, words: tuple[str, ...]) -> bool:
        """Whether the words are already somebody's surname here."""
        return words in self.surnames


def slug(name: str) -> str:
    """« Alexeï Navalny » → alexei-navalny."""
    return "-".join(fold_words(name)) or re.sub(r"\W+", "-", name).strip("-")


def short_name(name: str) -> str:
    """How an article calls a person the second time: « Xi », « Le Drian », « Poutine »."""
    words = name.split()
    return words[0] if is_family_first(name) else words[-1]
