"""The first pass over an article: everything the tables match, before anything is decided."""
from analysis import world
from analysis.actors.lexicon import adjectives, names_trie
from analysis.actors.scene import Scene
from analysis.actors.trie import scan

_STATES = frozenset(("country", "capital", "ambiguous", "seat", "organisation", "periphrasis"))


def survey(scene: Scene) -> None:
    """Fill the scene with the table forms of the article, its adjectives of states, and where states are named."""
    scene.owner = bytearray(len(scene.words))
    table = adjectives()
    for hit in scan(names_trie(), scene.words):
        scene.hits.append(hit)
        scene.starts.add(hit.first)
        scene.ends.add(hit.last - 1)
        for entry in hit.entries:
            if entry.kind == "adjective":
                codes, plural = table[tuple(scene.words.fold[hit.first:hit.last])]
                scene.adjectives[hit.first] = (hit.last, codes, plural)
                scene.adjective_words.update(range(hit.first, hit.last))
            elif entry.kind in _STATES and (entry.key in world.countries() or entry.key in world.organisations()):
                scene.state_at.setdefault(hit.first, (entry.key, hit.last))
