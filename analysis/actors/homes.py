"""The state of a person whom the tables do not know, from the words around the name."""
from collections import Counter

from analysis import world
from analysis.actors.evidence import title_before
from analysis.actors.scene import Scene
from analysis.actors.surnames import Named

#: how far an apposition after a name is read, in words
REACH = 14


def find_homes(scene: Scene, named: list[Named]) -> None:
    """Fill in the country of each new person: title, apposition, else the state the article speaks of most."""
    scene.topic = _topic(scene, named)
    strangers = [n for n in named if n.actor_id not in world.people() and not scene.actors[n.actor_id].country]
    for name in strangers:
        code = _titled(scene, name) or _apposed(scene, name)
        if code:
            scene.describe(name.actor_id, country=code)
    for name in strangers:
        if not scene.actors[name.actor_id].country and name.full:
            scene.describe(name.actor_id, country=_before(scene, name))
    scene.topic = _topic(scene, named)
    for name in strangers:
        scene.describe(name.actor_id, country=scene.topic)


def _state(scene: Scene, i: int) -> str:
    """The state that an adjective, a name, a capital or an institution at word i gives."""
    if i in scene.adjectives:
        code = scene.adjectives[i][1][0]
        return code if code in world.countries() else ""
    if i in scene.state_at:
        key = scene.state_at[i][0]
        if key in world.countries():
            return key
        return world.organisations()[key].country if key in world.organisations() else ""
    return ""


def _titled(scene: Scene, name: Named) -> str:
    """« le sénateur américain Bob Menendez », « le lieutenant russe X », Lord X."""
    title = title_before(scene, name.first)
    if title is None or title.civil:
        return title.country if title else ""
    codes = [_state(scene, k) for k in range(title.first, name.first)]
    return next((c for c in codes if c), "") or title.country


def _apposed(scene: Scene, name: Named) -> str:
    """« NAME, député démocrate de Floride », « NAME, chercheur à l'université de Moscou »."""
    words = scene.words
    i = name.last
    if i >= len(words) or words.gap[i - 1] not in (", ", " ("):
        return ""
    for k in range(i, min(i + REACH, len(words))):
        code = _state(scene, k)
        if code:
            return code
        if any(c in words.gap[k] for c in ",.;:)\"»”\n") or words.pos[k] in ("VERB", "AUX"):
            return ""
    return ""


def _before(scene: Scene, name: Named) -> str:
    """The state in the noun phrase before the name: « un porte-parole du ministère russe, NAME »."""
    words, found = scene.words, ""
    for k in range(name.first - 1, max(name.first - REACH, -1), -1):
        if words.sentence[k] != words.sentence[name.first] or words.pos[k] in ("VERB", "AUX"):
            break
        found = _state(scene, k)
        if found or any(c in words.gap[k] for c in ".;:\"»”\n"):
            break
    return found


def _topic(scene: Scene, named: list[Named]) -> str:
    """The state that the article names most, by people, adjectives and names."""
    count = Counter(scene.actors[n.actor_id].country for n in named)
    for i in (*scene.adjectives, *scene.state_at):
        count[_state(scene, i)] += 1
    del count[""]
    return max(count, key=lambda code: count[code]) if count else ""
