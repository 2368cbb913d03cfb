"""Going back by rule: « ce dernier », « les deux hommes », « les deux pays », « son pays », « l'opposant »."""
from operator import itemgetter

from analysis import world
from analysis.actors.evidence import title_before
from analysis.actors.lexicon import title_words
from analysis.actors.offices import read_adjectives
from analysis.actors.pronouns import gender_of
from analysis.actors.scene import Scene, country
from analysis.actors.surnames import Named
from analysis.records import Actor, Mention

_NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "hauts": 2}
_PLURALS = frozenset(("les", "des", "aux", "leurs", "ces", "nos"))
_PEERS = frozenset(("diplomates", "ministres", "presidents", "homologues", "responsables"))
_PEOPLE = frozenset("hommes dirigeants presidents ministres responsables diplomates chefs leaders dirigeantes femmes homologues "
                    "interlocuteurs rivaux candidats".split())
_STATES = frozenset("pays etats capitales voisins puissances allies parties nations gouvernements camps ennemis geants armees "
                    "diplomaties peuples".split())
#: noun → how the roles of those begin who may be called so
_BY_ROLE = {"ministre": ("ministre", "secrétaire", "haut représentant", "haute représentante", "vice-ministre", "chef du département",
                         "cheffe du département", "conseiller fédéral", "conseillère fédérale"),
            "diplomate": ("ministre des affaires étr", "secrétaire d'état", "ambassad", "porte-parole", "représentant", "diplomate"),
            "secretaire": ("secrétaire",), "ambassadeur": ("ambassad",), "ambassadrice": ("ambassad",),
            "chancelier": ("chancelier",), "chanceliere": ("chancelière",)}
_KOREAS = {"nord": "PRK", "sud": "KOR"}
_LATTER = frozenset((("ce", "dernier"), ("cette", "derniere"), ("celui", "ci"), ("celle", "ci")))
_LATTER_FIRST = frozenset(first for first, _ in _LATTER)
_DEFINITE = frozenset(("le", "la", "l", "ce", "cet", "cette", "au", "du"))
_COUNTRY_NOUNS = frozenset(("pays",))
_ORGANISATION_NOUNS = frozenset("organisation alliance agence instance institution bloc juridiction cour".split())
#: at no other word can a definite phrase begin or have its noun, but for the titles that the article itself gives
TELLING = frozenset((*_NUMBERS, *_LATTER_FIRST, *_BY_ROLE, *_KOREAS, *_COUNTRY_NOUNS, *_ORGANISATION_NOUNS))


class Trail:
    """Mentions met so far while reading from left to right."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.people: list[str] = []
        self.states: list[str] = []
        self.others: list[str] = []

    def meet(self, mention: Mention) -> None:
        """Remember the actor, the latest last; a person's state counts as a state only by its own name."""
        kind = self.scene.actors[mention.actor_id].kind
        trail = self.people if kind == "person" else self.states if kind == "country" else self.others
        if not mention.place and (not trail or trail[-1] != mention.actor_id):
            trail.append(mention.actor_id)

    def last(self, trail: list[str], count: int) -> list[Actor]:
        """The last distinct actors of a trail, in the order of the text; nothing where there are fewer."""
        found: list[str] = []
        for key in reversed(trail):
            if key not in found:
                found.append(key)
            if len(found) == count:
                return [self.scene.actors[k] for k in reversed(found)]
        return []


def read_references(scene: Scene, named: list[Named]) -> None:
    """Add the mentions of all definite phrases that go back to somebody met before."""
    words, trail = scene.words, Trail(scene)
    roles = _titles_of(scene, named)
    spans = sorted(scene.spans, key=itemgetter(0, 1))
    waiting = iter(spans)
    ahead = next(waiting, None)
    told = {k for first, last, m in spans if m.rule in ("office", "coreference", "counterpart") for k in range(first, last)}
    own = [place for place, word in enumerate(words.fold) if word in roles] if roles else []
    for i in sorted({*scene.places["references"], *own}):
        while ahead and ahead[0] < i:
            trail.meet(ahead[2])
            ahead = next(waiting, None)
        if scene.owner[i] or words.pos[i] in ("VERB", "AUX"):
            continue
        found = _several(scene, trail, i) or _latter(scene, trail, i) or (_noun(scene, trail, roles, i) if i not in told else [])
        for first, last, actor in found:
            trail.meet(scene.add(first, last, actor, "coreference", own=False))


def _titles_of(scene: Scene, named: list[Named]) -> dict[str, list[tuple[int, str]]]:
    """Title word → (place, person) where the article introduces somebody by it: l'opposant Alexeï Navalny."""
    found: dict[str, list[tuple[int, str]]] = {}
    for name in named:
        title = title_before(scene, name.first)
        if title and not title.civil:
            for k in range(title.first, name.first):
                if scene.words.fold[k] in title_words():
                    found.setdefault(scene.words.fold[k], []).append((name.first, name.actor_id))
    return found


Found = list[tuple[int, int, Actor]]


def _several(scene: Scene, trail: Trail, i: int) -> Found:
    """« les deux hommes », « les trois pays », « les hauts diplomates »: one mention for each."""
    words = scene.words
    if not i or i + 1 >= len(words) or words.fold[i - 1] not in _PLURALS or words.fold[i] not in _NUMBERS:
        return []
    noun, count = words.fold[i + 1], _NUMBERS[words.fold[i]]
    if words.fold[i] == "hauts" and noun != "diplomates" or words.fold[i + 2:i + 3] in (["de"], ["du"], ["des"]):
        return []
    if noun in _PEERS:
        actors = _peers(trail, count) or trail.last(trail.people, count)
    elif noun in _PEOPLE:
        actors = trail.last(trail.people, count)
    elif noun in _STATES:
        actors = trail.last(trail.states, count) or _homes(scene, trail, count)
    else:
        return []
    return [(i - 1, i + 2, actor) for actor in actors]


def _peers(trail: Trail, count: int) -> list[Actor]:
    """The last people who hold the same office in different states."""
    met = [trail.scene.actors[key] for key in dict.fromkeys(reversed(trail.people))][:6]
    for actor in met:
        same = [other for other in met if other.role == actor.role != ""]
        if len(same) >= count:
            return same[count - 1::-1]
    return []


def _homes(scene: Scene, trail: Trail, count: int) -> list[Actor]:
    """The states of the last people, where the text has named people only."""
    codes = list(dict.fromkeys(scene.actors[key].country for key in reversed(trail.people) if scene.actors[key].country))
    return [country(code) for code in reversed(codes[:count])] if len(codes) >= count else []


def _latter(scene: Scene, trail: Trail, i: int) -> Found:
    """« ce dernier », « celle-ci »: the last person, or the last state where no person stands between."""
    words = scene.words
    if words.fold[i] not in _LATTER_FIRST or tuple(words.fold[i:i + 2]) not in _LATTER:
        return []
    gender = "m" if words.fold[i] in ("ce", "celui") else "f"
    for key in reversed(trail.people[-3:]):
        actor = scene.actors[key]
        if actor.gender in ("", gender):
            return [(i, i + 2, actor)]
    for key in reversed(trail.states[-2:]):
        if gender_of(key) == gender:
            return [(i, i + 2, scene.actors[key])]
    return []


def _noun(scene: Scene, trail: Trail, roles: dict[str, list[tuple[int, str]]], i: int) -> Found:
    """A definite noun alone: « le pays », « l'opposant », « l'organisation », « le gouvernement »."""
    words = scene.words
    if not i or not words.tight(i - 1):
        return []
    if words.cap[i]:
        return _half(scene, i)
    word, before = words.fold[i], words.fold[i - 1]
    if word in _BY_ROLE and before in _DEFINITE and i not in scene.office_words:
        return _by_role(scene, trail, i)
    if word in roles and before in _DEFINITE and not _continues(scene, i):
        woman = before in ("la", "cette")  # « la députée » is no man
        earlier = [key for at, key in roles[word] if at < i and not (woman and scene.actors[key].gender == "m")]
        if earlier:
            return [(i - 1, i + 1, scene.actors[earlier[-1]])]
    if word in _COUNTRY_NOUNS:
        return _own_country(scene, trail, i)
    if word in _ORGANISATION_NOUNS and before in _DEFINITE and not _continues(scene, i):
        last = trail.last(trail.others, 1)
        return [(i - 1, i + 1, last[0])] if last and last[0].kind == "organisation" else []
    return []


def _by_role(scene: Scene, trail: Trail, i: int) -> Found:
    """« le ministre », « le ministre russe », « le diplomate »: the last person of such a role, and of that state."""
    end, codes = read_adjectives(scene, i + 1) if scene.words.tight(i) else (i + 1, [])
    if not codes and _continues(scene, i):
        return []
    before = scene.words.fold[i - 1]
    for key in reversed(trail.people):
        actor = scene.actors[key]
        fits = actor.role.lower().startswith(_BY_ROLE[scene.words.fold[i]])
        if before in ("le", "du", "au", "ce") and actor.gender == "f" and scene.words.fold[i] == "ministre":
            continue
        if fits and actor.name and (not codes or codes[0][0] == actor.country):
            return [(i - 1, end if codes else i + 1, actor)]
    return []


def _half(scene: Scene, i: int) -> Found:
    """« le Nord », « le Sud » in an article that names one of the two Koreas."""
    code = _KOREAS.get(scene.words.fold[i])
    if code is None or not scene.actors.keys() & set(_KOREAS.values()) or scene.words.fold[i - 1] not in ("le", "du", "au"):
        return []
    if scene.words.gap[i] == "-" or _continues(scene, i):
        return []
    return [(i - 1, i + 1, country(code))]


def _continues(scene: Scene, i: int) -> bool:
    """Whether the noun at word i goes on with a complement, an adjective of a state or a name."""
    words = scene.words
    j = i + 1
    if j >= len(words) or not words.tight(i):
        return False
    particle = words.fold[j] in ("al", "el", "ben", "bin") and words.cap[min(j + 1, len(words) - 1)]  # le général al-Sissi
    return words.fold[j] in ("de", "du", "des", "d") or j in scene.adjectives or words.cap[j] or particle


def _own_country(scene: Scene, trail: Trail, i: int) -> Found:
    """« son pays »: the last person's state; « le pays », « ce pays »: the last state."""
    before = scene.words.fold[i - 1]
    if before in ("son", "leur") and trail.people:
        code = scene.actors[trail.people[-1]].country
        return [(i - 1, i + 1, country(code))] if code in world.countries() else []
    if before in ("le", "ce", "du", "au") and trail.states and not _continues(scene, i):
        return [(i - 1, i + 1, scene.actors[trail.states[-1]])]
    return []
