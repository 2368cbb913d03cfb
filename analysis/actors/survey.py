"""The first pass over an article: everything the tables match, before anything is decided."""
from functools import cache

from analysis import world
from analysis.actors.lexicon import adjectives, names_trie
from analysis.actors.namesakes import settle
from analysis.actors.scene import Scene
from analysis.actors.trie import Hit, scan

_STATES = frozenset(("country", "capital", "ambiguous", "namesake", "seat", "organisation", "periphrasis"))


def survey(scene: Scene) -> None:
    """Fill the scene with the table forms of the article, its adjectives of states, and where states are named."""
    scene.owner = bytearray(len(scene.words))
    scene.hits.extend(hit for hit in scan(names_trie(), scene.words) if not _lacks_article(scene, hit))
    settle(scene)
    for hit in scene.hits:
        scene.starts.add(hit.first)
        scene.ends.add(hit.last - 1)
        for entry in hit.entries:
            if entry.kind == "namesake" and not scene.told[entry.key]:
                continue
            if entry.kind in _STATES and (entry.key in world.countries() or entry.key in world.organisations()):
                scene.state_at.setdefault(hit.first, (entry.key, hit.last))
    _adjectives(scene)


def _lacks_article(scene: Scene, hit: Hit) -> bool:
    """« Dominique » without « la » is a given name and no state."""
    row = world.countries().get(hit.entries[0].key)
    if row is None or not row.needs_article or scene.words.slice(hit.first, hit.last) != row.name:
        return False
    return not hit.first or scene.words.fold[hit.first - 1] not in ("la", "l")


@cache
def _first_words() -> frozenset[str]:
    """The words that an adjective of a state begins with."""
    return frozenset(words[0] for words in adjectives())


def _adjectives(scene: Scene) -> None:
    """All adjectives of states, also those inside longer names (« la diplomatie française et allemande »)."""
    words, table, firsts = scene.words, adjectives(), _first_words()
    for i in [place for place, word in enumerate(words.fold) if word in firsts]:
        for size in (2, 1):
            key = tuple(words.fold[i:i + size])
            if len(key) == size and key in table and (size == 1 or words.tight(i)):
                codes, plural = table[key]
                scene.adjectives[i] = (i + size, codes, plural)
                scene.adjective_words.update(range(i, i + size))
                break
