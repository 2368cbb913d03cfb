"""Institutions named without their state: « le gouvernement », « l'armée », « le ministère de la Défense », « le Congrès ».

Their state is the one with which the article named the same institution before, else the only place that their sentence has
named so far (« En Syrie, le régime »), else the state of which the article speaks most. A crowd of somebody's or somewhere's (« les
partisans de Trump », « les habitants de Kiev ») belongs where he or it does; migrants, experts, assailants belong to no state.
« l'Alliance », « la Commission », « la Cour » stand for an organisation that the article names in full.
"""
import functools
from operator import itemgetter

from analysis import world
from analysis.actors.institutions import complement, institution, ministry, stateless
from analysis.actors.lexicon import institution_sizes, institutions, short_names
from analysis.actors.scene import Scene, organisation
from analysis.actors.words import Words
from analysis.records import Actor, Mention

_ONE = frozenset(("un", "une"))
_POSSESSIVE = frozenset(("son", "sa", "ses"))
_DETERMINERS = _ONE | _POSSESSIVE | frozenset(
    "le la l les au du aux des ce cet cette ces plusieurs certains certaines nombreux nombreuses quelques autres deux trois quatre "
    "cinq six sept huit dix cent mille".split())
_HEADS = frozenset(("ministere",))
_OTHER = frozenset(("local", "locales", "locaux", "europeen", "regional"))
_OF = frozenset(("de", "du", "des", "d"))
_AT = frozenset(("a", "au", "aux", "en"))
_IN = _AT | {"dans"}
#: institutions that stand in other states than their own
_ABROAD = frozenset(("ambassade", "consulat"))
#: nouns of which « de … » tells a part, a field or a side, and no owner
_PARTITIVE = frozenset("majorité services forces peuple population milices milice renseignement opposition opposants rebelles "
                       "insurgés séparatistes médias justice".split())
_REACH = 6
#: bodies of which a state has many
_COURTS = frozenset("tribunal cour jury".split())
_CROWDS = frozenset("dizaines centaines milliers millions dizaine centaine millier foule foules".split())


def read_bare(scene: Scene) -> None:
    """Add a mention for each institution without a state whose state the article tells."""
    words, table = scene.words, institutions()
    spans = sorted(scene.spans, key=itemgetter(0))
    earlier: dict[str, str] = {}
    k = 0
    for i in scene.places["bare"]:
        while k < len(spans) and spans[k][0] < i:
            _remember(scene, spans[k], earlier)
            k += 1
        if not i or scene.owner[i] or i in scene.office_words or not words.tight(i - 1) or not _determined(words, i):
            continue
        found = _short(scene, i) or _read(scene, table, i, earlier, spans[:k])
        if found:
            last, actor = found
            scene.add(i - 1, last, actor, "coreference", own=False)


def first_words() -> set[str]:
    """The words that such an institution begins with, folded."""
    return institution_sizes().keys() | _HEADS | short_names().keys()


def _determined(words: Words, i: int) -> bool:
    """Whether a determiner stands before word i; « des milliers de manifestants » is as definite as its number."""
    before = words.fold[i - 1]
    return before in _DETERMINERS or before.isdigit() or (i > 1 and before in ("de", "d") and words.fold[i - 2] in _CROWDS)


def _remember(scene: Scene, span: tuple[int, int, Mention], earlier: dict[str, str]) -> None:
    """Note the state of an institution's noun, by each of its words."""
    first, last, mention = span
    code = scene.actors[mention.actor_id].country
    if mention.rule in ("institution", "name", "seat") and code and last - first > 1:
        for i in range(first, last):
            earlier[scene.words.fold[i]] = code


def _read(scene: Scene, table: dict, i: int, earlier: dict[str, str], spans: list) -> tuple[int, Actor] | None:
    """The institution at word i and its end."""
    words = scene.words
    word = words.fold[i]
    for length in institution_sizes().get(word, (1,)):
        if i + length > len(words):
            continue
        row = table.get(tuple(words.fold[i:i + length]))
        if row is None and not (word in _HEADS and length == 1):
            continue
        last = complement(scene, i + 1) if word in _HEADS else i + length
        if row and not _may_be_bare(words, row, i):
            return None
        owner = _owner(scene, last) if row and row["kind"] != "country" and row["word"] not in _PARTITIVE else None
        if owner is None and _continues(scene, last):
            return None
        if row and row["needs_country"] == "none" and not owner:
            return last, stateless(row)
        if word == "pouvoir" and not _is_ruler(words, i):
            return None
        beside = _beside(scene, last)
        if beside:
            return beside[0], beside[1]
        code = owner or _state(scene, i, earlier, spans, abroad=bool(row) and row["suffix"] == "armee")
        if word in _ABROAD and _stands_in(scene, last, code):
            return None
        if row and row["kind"] == "group" and row["bare"]:
            actor = _known_group(scene, row, code, word in earlier)
            return (last, actor) if actor else None
        if code not in world.countries():
            return None
        actor = institution(row, code) if row else ministry(scene, code, i + 1, last, words.fold[i])
        return (last, actor) if actor else None
    return None


def _may_be_bare(words: Words, row: dict[str, str], i: int) -> bool:
    """Whether the row's noun is read without a state: one of a crowd (« un policier ») where it is one, all others where not."""
    if (row["needs_country"] == "one") != (words.fold[i - 1] in _ONE) and words.fold[i] not in _COURTS:
        return False
    return row["needs_country"] != "yes" or bool(row["bare"])


def _owner(scene: Scene, last: int) -> str | None:
    """The state of the one, or of the place, that « de … » or « à … » after word last - 1 names; empty where it names
    neither, None where no such words follow."""
    words = scene.words
    if last >= len(words) or words.gap[last - 1] != " " or words.fold[last] not in _OF | _AT:
        return None
    for k in range(last + 1, min(last + _REACH, len(words))):
        if not words.tight(k - 1) or words.pos[k] in ("VERB", "AUX") or words.fold[k] in _AT:
            break
        if k in scene.person_at:
            return scene.actors[scene.person_at[k][1]].country
        if k in scene.adjectives or k in scene.state_at:
            return scene.states.get(k, "")
    return ""


def _stands_in(scene: Scene, last: int, code: str) -> bool:
    """Whether the state is the one in which the institution stands: « l'ambassade à Caracas » is not Venezuela's."""
    words = scene.words
    hit = scene.state_at.get(last + 1) if last < len(words) and words.fold[last] in _AT else None
    return hit is not None and hit[0] == code


def _known_group(scene: Scene, row: dict[str, str], code: str, told: bool) -> Actor | None:
    """« la junte »: the one that the article names, also in other words (« les militaires au pouvoir à Niamey »), else that
    of the state spoken of, else of the only state named that has had one. Most states never had a junta, so what the
    article speaks of most does not tell it alone."""
    known = _groups(row["suffix"])
    met = [key for key in known.values() if key in scene.actors]
    if not told and len(met) == 1:
        return organisation(met[0])
    if told and code not in known:
        return institution(row, code)
    named = {key for key, _ in scene.state_at.values()} & known.keys()
    state = code if code in known else named.pop() if len(named) == 1 else ""
    return organisation(known[state]) if state else None


@functools.cache
def _groups(suffix: str) -> dict[str, str]:
    """State → the group of that kind in the tables (``junte-birmane``)."""
    return {row.country: key for key, row in world.organisations().items() if key.startswith(f"{suffix}-") and row.country}


def _is_ruler(words: Words, i: int) -> bool:
    """« le pouvoir refuse », « par le pouvoir », not « prendre le pouvoir »."""
    return words.dep[i].startswith("nsubj") or words.fold[i - 2:i - 1] in (["par"], ["contre"], ["selon"])


def _state(scene: Scene, i: int, earlier: dict[str, str], spans: list, abroad: bool) -> str:
    """The state of an institution that stands without one; ``abroad`` where its people may act in other states."""
    words = scene.words
    if words.fold[i - 1] in _POSSESSIVE:
        for first, _, mention in reversed(spans):
            actor = scene.actors[mention.actor_id]
            if actor.kind in ("person", "country") and actor.country and not mention.place:
                return actor.country
        return ""
    if words.fold[i] in earlier:
        return earlier[words.fold[i]]
    return (not abroad and _stage(scene, i)) or scene.topic


def _stage(scene: Scene, i: int) -> str:
    """The state of the only place where the sentence of word i has put itself before (« lors de heurts à Beyrouth, des … »)."""
    words, k, places = scene.words, i - 1, set()
    while k > 0 and words.sentence[k] == words.sentence[i]:
        if k in scene.state_at and words.fold[k - 1] in _IN:
            places.add(scene.states.get(k, ""))
        k -= 1
    return places.pop() if len(places) == 1 else ""


def _continues(scene: Scene, last: int) -> bool:
    """Whether a complement, a state's adjective or a name follows word last - 1."""
    words = scene.words
    if last >= len(words) or not words.tight(last - 1):
        return False
    return words.fold[last] in _OF | _OTHER or last in scene.adjectives or words.cap[last]


def _beside(scene: Scene, last: int) -> tuple[int, Actor] | None:
    """« la police fédérale (FBI) »: the organisation in brackets is the one meant."""
    words, j = scene.words, last
    while j < len(words) and j - last < 3 and words.gap[j - 1] == " ":
        j += 1
    if j < len(words) and words.gap[j - 1] == " (" and j in scene.state_at:
        key, end = scene.state_at[j]
        if key in world.organisations() and words.gap[end - 1].startswith(")"):
            return j, organisation(key)
    return None


def _short(scene: Scene, i: int) -> tuple[int, Actor] | None:
    """« l'Alliance », « la Commission »: the organisation of that short name, where the article names it."""
    words = scene.words
    if not words.cap[i] or _continues(scene, i + 1) or words.fold[i + 1:i + 2] in (["national"], ["nationale"], ["supreme"]):
        return None
    for key in short_names().get(words.fold[i], ()):
        if key in scene.actors:
            return i + 1, scene.actors[key]
        if key.startswith("*-"):
            key = f"{scene.topic}{key[1:]}"
            if key in world.organisations():
                return i + 1, organisation(key)
    return None
