"""Spellings of one name: transliterations of a table name, and its slips of the pen."""
from functools import cache

from analysis import world
from analysis.actors.lexicon import family_first, first_names, surname_forms
from analysis.actors.names import Sequence
from analysis.actors.scene import Scene
from analysis.actors.standing import distance, standing
from analysis.spelling import fold_words

_SAME_SOUND = (("tch", "ch"), ("sch", "ch"), ("sh", "ch"), ("ou", "u"), ("oo", "u"), ("yi", "i"), ("iy", "i"), ("ij", "i"),
               ("ii", "i"), ("y", "i"), ("w", "v"), ("kh", "h"), ("ph", "f"), ("dj", "j"), ("q", "k"), ("ck", "k"))
#: rank of the offices whose holders are met often enough for a slip in their names to be likelier than another person
_KNOWN = 60


def plain(word: str) -> str:
    """A surname without what transliterations differ in: kuleba and kouleba, shoigu and choigou."""
    for old, new in _SAME_SOUND:
        word = word.replace(old, new)
    return "".join(c for i, c in enumerate(word) if not i or c != word[i - 1]).rstrip("he") or word


@cache
def _variants() -> dict[str, tuple[tuple[str, str], ...]]:
    """Plain surname → (plain given name, person id) of the people of the table."""
    found: dict[str, list[tuple[str, str]]] = {}
    for person in world.people().values():
        for name in (person.name, *person.aliases):
            words = fold_words(name)
            if len(words) > 1:
                given = words[0] if words[0] != surname_forms(name)[0][0] else "".join(words[1:])
                found.setdefault(plain(surname_forms(name)[0][-1]), []).append((plain(given), person.person_id))
    return {key: tuple(dict.fromkeys(pairs)) for key, pairs in found.items()}


def variant(scene: Scene, seq: Sequence) -> str:
    """The person of the table of whose name the sequence is another spelling (Dmitry Kuleba, Sergei Shoigu), or nothing."""
    words = scene.words.fold[seq.first:seq.last]
    for surname, given in _orders(words):
        ids = dict.fromkeys(key for name, key in _variants().get(plain(surname), ()) if _same_given(name, plain(given)))
        if ids and len(plain(surname)) > 2:
            return min(ids, key=lambda key: distance(scene, key))
    return _slip(scene, words[0], words[-1])


def _orders(words: list[str]) -> list[tuple[str, str]]:
    """(surname, given name) of a name; the surname first only in names of East Asia, all of whose given name must fit."""
    if words[0] in family_first() and words[0] not in first_names():
        return [(words[0], "".join(words[1:]))] + ([(words[1], words[0])] if len(words) == 2 else [])
    return [(words[-1], words[0])]


@cache
def _by_given() -> dict[str, tuple[tuple[str, str], ...]]:
    """Folded given name → (folded surname, person id) of the people of the table."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for person in world.people().values():
        words = fold_words(person.name)
        if len(words) > 1:
            found.setdefault(words[0], {})[words[-1], person.person_id] = None
    return {given: tuple(pairs) for given, pairs in found.items()}


def _slip(scene: Scene, given: str, surname: str) -> str:
    """« Emmanuel Macon »: a person in high office whose surname differs by one letter, the given name being the same."""
    for name, key in _by_given().get(given, ()):
        if len(name) > 4 and one_edit(name, surname) and distance(scene, key) == 0 and standing(scene, key, 0) < _KNOWN:
            return key
    return ""


def one_edit(a: str, b: str) -> bool:
    """Whether two words differ by one letter, changed, added or left out, or by two neighbours that changed places."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    if a[i:i + 2] == b[i:i + 2][::-1] and a[i + 2:] == b[i + 2:]:
        return True
    return a[i + 1:] == b[i + 1:] or a[i:] == b[i + 1:] or a[i + 1:] == b[i:]


def _same_given(a: str, b: str) -> bool:
    """Given names that are spelling variants: dmitri, dmitro; sergei, serhii; mohamed, muhamad; not leonard, leopoldo."""
    if a == b:
        return True
    if len(a) < 3 or len(b) < 3 or a[0] != b[0]:
        return False
    bare = [w.translate(str.maketrans("", "", "aeiouh")) for w in (a, b)]
    allowed = 1 if min(len(a), len(b)) < 6 else 2
    return (bare[0] == bare[1] or a[:3] == b[:3]) and edits(a, b) <= allowed


def edits(a: str, b: str) -> int:
    """How many letters must be changed, added or left out to make one word of the other (Levenshtein)."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]
