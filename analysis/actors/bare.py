"""Institutions named without their state: « le gouvernement », « l'armée », « le ministère de la Défense », « le Congrès ».

Their state is the one with which the article named the same institution before, else the one that opens the sentence
(« En Syrie, le régime »), else the state of which the article speaks most. « l'Alliance », « la Commission », « la Cour »
stand for an organisation that the article names in full.
"""
import functools

from analysis import world
from analysis.actors.institutions import complement, institution, ministry
from analysis.actors.lexicon import institution_words, institutions, short_names
from analysis.actors.pronouns import word_spans
from analysis.actors.scene import Scene, organisation
from analysis.actors.words import Words
from analysis.records import Actor, Mention

_DEFINITE = frozenset("le la l les au du aux des ce cet cette ces".split())
_POSSESSIVE = frozenset(("son", "sa", "ses"))
_HEADS = frozenset(("ministere",))
_OTHER = frozenset(("local", "locales", "locaux", "europeen", "regional"))
_OF = frozenset(("de", "du", "des", "d"))
#: institutions that stand in other states than their own
_ABROAD = frozenset(("ambassade", "consulat"))
_CROWDS = frozenset("dizaines centaines milliers millions dizaine centaine millier foule foules".split())


def read_bare(scene: Scene) -> None:
    """Add a mention for each institution without a state whose state the article tells."""
    words, table = scene.words, institutions()
    firsts = institution_words() | _HEADS | set(short_names())
    spans = sorted(word_spans(scene), key=lambda s: s[0])
    earlier: dict[str, str] = {}
    k = 0
    for i in range(1, len(words)):
        while k < len(spans) and spans[k][0] < i:
            _remember(scene, spans[k], earlier)
            k += 1
        word = words.fold[i]
        if word not in firsts or scene.owner[i] or i in scene.office_words or not words.tight(i - 1):
            continue
        if words.fold[i - 1] not in _DEFINITE and words.fold[i - 1] not in _POSSESSIVE and not _counted(words, i):
            continue
        found = _short(scene, i) or _read(scene, table, i, earlier, spans[:k])
        if found:
            last, actor = found
            scene.add(i - 1, last, actor, "coreference", own=False)


def _counted(words: Words, i: int) -> bool:
    """« des milliers de manifestants »: a crowd is as definite as its number."""
    return i > 1 and words.fold[i - 1] in ("de", "d") and words.fold[i - 2] in _CROWDS


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
    for length in (4, 3, 2, 1):
        if i + length > len(words):
            continue
        row = table.get(tuple(words.fold[i:i + length]))
        if row is None and not (word in _HEADS and length == 1):
            continue
        last = complement(scene, i + 1) if word in _HEADS else i + length
        if (row and row["needs_country"] and not row["bare"]) or _continues(scene, last):
            return None
        if word == "pouvoir" and not _is_ruler(words, i):
            return None
        beside = _beside(scene, last)
        if beside:
            return beside[0], beside[1]
        code = _state(scene, i, earlier, spans)
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


def _stands_in(scene: Scene, last: int, code: str) -> bool:
    """Whether the state is the one in which the institution stands: « l'ambassade à Caracas » is not Venezuela's."""
    hit = scene.state_at.get(last + 1) if scene.words.fold[last:last + 1] in (["a"], ["en"], ["au"], ["aux"]) else None
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


def _state(scene: Scene, i: int, earlier: dict[str, str], spans: list) -> str:
    """The state of an institution that stands without one."""
    words = scene.words
    if words.fold[i - 1] in _POSSESSIVE:
        for first, _, mention in reversed(spans):
            actor = scene.actors[mention.actor_id]
            if actor.kind in ("person", "country") and actor.country and not mention.place:
                return actor.country
        return ""
    if words.fold[i] in earlier:
        return earlier[words.fold[i]]
    for first, _, mention in spans[-6:]:
        if not first or words.sentence[first] != words.sentence[i]:
            continue
        if words.opens(first - 1) and words.fold[first - 1] in ("en", "au", "aux", "a"):
            return scene.actors[mention.actor_id].country
    return scene.topic


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
