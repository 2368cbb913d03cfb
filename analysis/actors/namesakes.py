"""Parties and armies of several states that share a name: « Les Républicains », « le Parti socialiste », « les démocrates ».

A form that several organisations share stands for the one whose state the article names most; a party named by common nouns
alone (« le parti conservateur ») stands for nobody where its state is not named at all.
"""
from collections import Counter
from functools import cache

from analysis import world
from analysis.actors.lexicon import adjectives, names_trie
from analysis.actors.scene import Scene
from analysis.actors.trie import Entry, Hit

#: words of which a common noun for a party or an army is made
_COMMON = frozenset("parti republicains democrates republicain democrate conservateur conservateurs travailliste travaillistes camp elus "
                    "parlementaires senateurs opposition armee liberation nationale populaire socialiste socialistes liberal "
                    "du peuple pour la liberte congres de union des les".split())
_ARTICLES = frozenset(("les", "le", "la"))


def settle(scene: Scene) -> None:
    """Leave in each hit the organisation that the article means; drop hits that mean nobody."""
    open_hits = {n for n, hit in enumerate(scene.hits) if _is_open(scene, hit)}
    scene.told = _named(scene, open_hits)
    kept = []
    for n, hit in enumerate(scene.hits):
        chosen = _choose(scene, hit, scene.told) if n in open_hits else hit
        if chosen:
            kept.append(chosen)
    scene.hits[:] = kept


def _organisations(hit: Hit) -> list[Entry]:
    return [e for e in hit.entries if e.kind == "organisation"]


def _is_open(scene: Scene, hit: Hit) -> bool:
    """Whether the form is shared, or made of common nouns only."""
    found = _organisations(hit) if hit.entries[0].kind == "organisation" else []
    if not found or len(found) != len(hit.entries) or world.organisations()[found[0].key].kind != "group":
        return False
    return len({e.key for e in found}) > 1 or all(w in _COMMON for w in scene.words.fold[hit.first:hit.last])


def _named(scene: Scene, open_hits: set[int]) -> Counter:
    """How often the article names each state, by names, people of the tables and adjectives, open forms left out."""
    count: Counter = Counter()
    for n, hit in enumerate(scene.hits):
        if n not in open_hits:
            for state in {_state(entry) for entry in hit.entries if entry.kind != "namesake"}:
                count[state] += 1
    table = _of_adjectives()
    for i in scene.places["adjectives"]:
        if scene.words.fold[i] in table:
            count[table[scene.words.fold[i]]] += 1
    del count[""]
    return count


@cache
def _of_adjectives() -> dict[str, str]:
    """Folded adjective of one word → the state, or the likelier of several."""
    return {words[0]: codes[0] for words, (codes, _) in adjectives().items() if len(words) == 1}


def _state(entry: Entry) -> str:
    """The state that a table entry names or belongs to."""
    if entry.kind == "person":
        return world.people()[entry.key].country
    if entry.kind == "organisation":
        return world.organisations()[entry.key].country
    return entry.key.split("-")[0] if entry.key.split("-")[0] in world.countries() else ""


def _choose(scene: Scene, hit: Hit, count: Counter) -> Hit | None:
    """The hit with the one organisation whose state the article names most, or nothing."""
    words = scene.words
    own = _organisations(hit)
    if words.form[hit.first] == "Les" and not words.opens(hit.first):  # « le député Les Républicains »: a name with its article
        return hit
    entries = own + [e for e in _without_article(scene, hit) if e not in own]
    named = [e for e in entries if count[_state(e)]]
    if not named:
        return hit if len({e.key for e in own}) == 1 and (words.cap[hit.last - 1] or not _state(own[0])) else None
    return hit._replace(entries=(max(named, key=lambda e: count[_state(e)]),))


def _without_article(scene: Scene, hit: Hit) -> list[Entry]:
    """The organisations of the form without the article that opens it."""
    if scene.words.fold[hit.first] not in _ARTICLES or hit.last != hit.first + 2:
        return []
    return [e for e in names_trie().get(scene.words.fold[hit.first + 1], {}).get("", ()) if e.kind == "organisation"]
