"""The first pass over an article: everything the tables match, before anything is decided."""
from analysis import world
from analysis.actors.channels import join_branches, pass_over
from analysis.actors.lexicon import adjective_sizes, adjectives, names_trie
from analysis.actors.namesakes import settle
from analysis.actors.scene import Scene
from analysis.actors.trie import Hit, scan

#: towns whose courts and agencies are of no state
_WORLD_TOWNS = frozenset(("la haye", "haye", "geneve", "strasbourg", "new york"))
_STATES = frozenset(("country", "capital", "ambiguous", "namesake", "seat", "organisation", "periphrasis"))


def survey(scene: Scene) -> None:
    """Fill the scene with the table forms of the article, its adjectives of states, and where states are named."""
    scene.owner = bytearray(len(scene.words))
    scene.hits.extend(hit for hit in scan(names_trie(), scene.words, scene.places["names"]) if not _lacks_article(scene, hit))
    join_branches(scene)
    pass_over(scene)
    settle(scene)
    scene.starts = {hit.first for hit in scene.hits}
    scene.ends = {hit.last - 1 for hit in scene.hits}
    states, bodies = world.countries(), world.organisations()
    for first, last, entries in scene.hits:
        for kind, key, _ in entries:
            if kind in _STATES and (key in states or key in bodies) and (kind != "namesake" or scene.told[key]):
                scene.state_at.setdefault(first, (key, last))
    _adjectives(scene)
    scene.states = _states(scene)


def _lacks_article(scene: Scene, hit: Hit) -> bool:
    """« Dominique » without « la » is a given name and no state."""
    row = world.countries().get(hit.entries[0].key)
    if row is None or not row.needs_article or scene.words.slice(hit.first, hit.last) != row.name:
        return False
    return not hit.first or scene.words.fold[hit.first - 1] not in ("la", "l")


def _adjectives(scene: Scene) -> None:
    """All adjectives of states, also those inside longer names (« la diplomatie française et allemande »)."""
    words, table, sizes = scene.words, adjectives(), adjective_sizes()
    for i in scene.places["adjectives"]:
        for size in sizes[words.fold[i]]:
            found = table.get(tuple(words.fold[i:i + size]))
            if found and (size == 1 or (i + 1 < len(words) and words.tight(i))):
                codes, plural = found
                scene.adjectives[i] = (i + size, codes, plural)
                scene.adjective_words.update(range(i, i + size))
                break


def _states(scene: Scene) -> dict[int, str]:
    """The state that an adjective, a name, a capital or an institution gives, by its first word."""
    states, bodies = world.countries(), world.organisations()
    found = {}
    for i, (key, end) in scene.state_at.items():
        if " ".join(scene.words.fold[i:end]) not in _WORLD_TOWNS:
            found[i] = key if key in states else bodies[key].country if key in bodies else ""
    for i, (_, codes, _) in scene.adjectives.items():
        found[i] = codes[0] if codes[0] in states else ""
    return found
