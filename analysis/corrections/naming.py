"""A name as an analyst types it → the actor that is meant: one of the corpus, one of the world tables, or a new one."""
import re
import unicodedata
from functools import cache

import pandas as pd

from analysis import world
from analysis.corrections.making import new_actor
from analysis.corrections.records import Correction


def actor_named(actors: pd.DataFrame, typed: str, coder: str) -> tuple[str, Correction | None]:
    """The actor's id among ``actors`` (columns of ActorRow), and the line that makes the actor where nobody is called so (a person, until corrected).

    Capitals, accents, hyphens and apostrophes do not count; an id is a name too. Empty for an empty name.
    """
    wanted = folded(typed)
    if not wanted:
        return "", None
    for row in actors.itertuples(index=False):
        if wanted in map(folded, (row.actor_id, row.name, *row.aliases.split("|"))):
            return row.actor_id, None
    if wanted in _world_names():
        return _world_names()[wanted], None
    made = new_actor(coder, wanted.replace(" ", "-"), {"name": " ".join(typed.split()), "kind": "person"})
    return made.actors[0].actor_id, made


def folded(text: str) -> str:
    """Small letters and digits without accents, one space between words: ``L'Élysée`` → ``l elysee``."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", plain.casefold()))


@cache
def _world_names() -> dict[str, str]:
    people = {folded(name): key for key, person in world.people().items() for name in (person.name, *person.aliases)}
    bodies = {folded(name): key for key, body in world.organisations().items() for name in (key, body.name)}
    states = {folded(name): key for key, state in world.countries().items() for name in (key, state.name)}
    return {**people, **bodies, **states}
