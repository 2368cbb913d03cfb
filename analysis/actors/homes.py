"""The state of a person whom the tables do not know, where the article tells it.

Told is: a nationality, an employer or a party in the noun phrase of the person (« le sénateur américain X », « X, chercheur
palestinien », « l'Algérien X », « le porte-parole du ministère russe, X », « le député LR X »), and, in an article that is
about one state, that somebody serves it or lives there and nothing around the name points elsewhere (domestic.py). A state
that merely stands near, a field of study, a posting tell nothing: such a person stays without a state.
"""
from collections import Counter

from analysis import world
from analysis.actors.domestic import Weights
from analysis.actors.evidence import title_before
from analysis.actors.lexicon import title_words
from analysis.actors.nationality import after_name, before_name, party_state
from analysis.actors.scene import Scene
from analysis.actors.surnames import Named
from analysis.spelling import fold_words

_KIN = frozenset("pere mere frere soeur fils fille epouse epoux mari femme veuve veuf oncle tante neveu niece cousin cousine".split())
IN_TITLE = 3  # mentions of the text that one in the title is worth


def find_homes(scene: Scene, named: list[Named]) -> None:
    """Fill in the country of each new person whose state the article tells; set the article's topic."""
    scene.topic = _topic(scene, named)
    strangers = [n for n in named if n.actor_id not in world.people() and not scene.actors[n.actor_id].country]
    shared: dict[int, str] = {}
    for name in strangers:
        code = _titled(scene, name) or (before_name(scene, name) if name.full else "") or after_name(scene, name)
        code = code or _predicate(scene, name) or _of_list(scene, name, shared)
        if code:
            scene.describe(name.actor_id, country=code)
            shared[name.last] = code if _plural_head(scene, name) or name.first in shared else ""
    if shared:
        scene.topic = _topic(scene, named)
    for name in strangers:
        if not scene.actors[name.actor_id].country:
            scene.describe(name.actor_id, country=_of_kin(scene, name, named))
    strangers = [n for n in strangers if not scene.actors[n.actor_id].country]
    if not strangers:
        return
    weights = Weights(scene, named)
    for name in strangers:
        if not scene.actors[name.actor_id].country:
            scene.describe(name.actor_id, country=weights.home(name))


def _titled(scene: Scene, name: Named) -> str:
    """« le sénateur américain Bob Menendez », « le lieutenant russe X », Lord X."""
    title = title_before(scene, name.first)
    if title is None or title.civil:
        return title.country if title else ""
    codes = [party_state(scene, k) or scene.states.get(k, "") for k in range(title.first, name.first)]
    return next((c for c in codes if c), "") or title.country


def _predicate(scene: Scene, name: Named) -> str:
    """« Tuulikki Rantala, 46 ans, est finlandaise », « X est un Russe de Riga »."""
    words = scene.words
    for k in range(name.last, min(name.last + 3, len(words) - 1)):
        if words.fold[k] == "est":
            j = k + 1 + (words.fold[k + 1] in ("un", "une"))
            return scene.states.get(j, "") if j in scene.adjectives else ""
    return ""


def _plural_head(scene: Scene, name: Named) -> bool:
    """Whether a plural person noun stands before the name: « les journalistes français A, B et C »."""
    words = scene.words
    for k in range(name.first - 1, max(name.first - 6, -1), -1):
        word = words.fold[k]
        if word.endswith("s") and (word in title_words() or word[:-1] in title_words() or _demonym(scene, k)):
            return True
    return False


def _demonym(scene: Scene, k: int) -> bool:
    return k in scene.adjectives and scene.words.cap[k]


def _of_list(scene: Scene, name: Named, shared: dict[int, str]) -> str:
    """The state of the name before in a list that a plural noun opens, ages between allowed."""
    words, k = scene.words, name.first
    if k and words.fold[k - 1] == "et":
        k -= 1
    elif not k or words.gap[k - 1] != ", ":
        return ""
    if k >= 2 and words.fold[k - 1] == "ans" and words.form[k - 2].isdigit():
        k -= 2
    code = shared.get(k, "")
    if code:
        shared[name.first] = code
    return code


def _of_kin(scene: Scene, name: Named, named: list[Named]) -> str:
    """« son épouse Michelle Bolsonaro », « le père du détenu, Joey Reed »: the state of the person of that surname."""
    words = scene.words
    near = words.fold[max(name.first - 6, 0):name.first] + words.fold[name.last:name.last + 4]
    if not any(word in _KIN for word in near):
        return ""
    surname = fold_words(scene.actors[name.actor_id].name)[-1:]
    codes = {scene.actors[n.actor_id].country for n in named if n.actor_id != name.actor_id
             and fold_words(scene.actors[n.actor_id].name)[-1:] == surname}
    return codes.pop() if len(codes) == 1 else ""


def _topic(scene: Scene, named: list[Named]) -> str:
    """The state that the article names most, by people, adjectives and names; what the title names counts for more."""
    count = Counter(scene.actors[n.actor_id].country for n in named)
    for i in (*scene.adjectives, *scene.state_at):
        count[scene.states.get(i, "")] += IN_TITLE if scene.words.start[i] < scene.article.title_end else 1
    del count[""]
    return max(count, key=lambda code: count[code]) if count else ""
