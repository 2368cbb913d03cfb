"""What may follow an office without making it another one: « d'extrême droite », « pour le Moyen-Orient et l'Afrique »."""
from analysis.actors.scene import Scene
from analysis.actors.words import Words

_MATTERS = frozenset(("africaine", "africaines", "nationale", "internationale", "regionale"))
WINGS = frozenset(("droite", "gauche", "centre"))
_OF = frozenset(("de", "du", "des", "d"))
_ARTICLES = frozenset(("le", "la", "l", "les"))
_NO_REGION = frozenset(("person", "historical", "adjective"))


def wing(words: Words, last: int) -> int:
    """The end of « d'extrême droite », « de gauche » right behind an office: which wing, not which body."""
    for length in (3, 2):
        after = words.fold[last:last + length]
        if len(after) == length and after[0] in ("d", "de") and after[-1] in WINGS and (length == 2 or after[1] in ("extreme", "centre")):
            return last + length
    return last


def cuts_name(scene: Scene, first: int, last: int) -> bool:
    """Whether the wording ends inside a longer name: « le président du Conseil | de sécurité », « de la Confédération | AES »."""
    return any(scene.state_at[k][1] > last for k in range(first, last) if k in scene.state_at)


def mandate(scene: Scene, last: int) -> int:
    """The end of « pour le Moyen-Orient et l'Afrique du Nord » behind word last - 1: what an envoy is sent for."""
    words, end = scene.words, last
    if words.fold[last:last + 1] != ["pour"] or not words.tight(last - 1):
        return last
    regions = {hit.first: hit.last for hit in scene.hits if not any(entry.kind in _NO_REGION for entry in hit.entries)}
    j = last
    while j < len(words) and words.fold[j] == ("pour" if j == last else "et") and words.gap[j - 1] == " ":
        k = j + 1 + (words.fold[j + 1:j + 2] != [] and words.fold[j + 1] in _ARTICLES)
        region = regions.get(k) or _place(words, k)
        if not region:
            break
        end = j = region
    return end


def portfolio(scene: Scene, last: int) -> int:
    """The end of further matters of one ministry: « ministre des Affaires étrangères | , de l'Intégration africaine et des
    Togolais de l'extérieur »."""
    words, end = scene.words, last
    while True:
        j = end + (words.fold[end:end + 1] == ["et"])
        if j >= len(words) or words.fold[j] not in _OF or words.gap[end - 1] not in ((" ",) if j > end else (", ",)):
            return end
        article = words.fold[j + 1:j + 2] in (["la"], ["l"])
        matter = _matter(scene, j + 1) if article or words.fold[j] in ("du", "des") else 0  # not « de Nicole NAME »
        if not matter:
            return end
        end = matter


def _matter(scene: Scene, k: int) -> int:
    """The end of one matter at word k (« la Coopération internationale », « Tunisiens à l'étranger »); 0 where none is."""
    words = scene.words
    k += k < len(words) and words.fold[k] in _ARTICLES
    if k >= len(words) or not words.cap[k]:
        return 0
    abroad = _abroad(words, k + 1)
    if abroad > k + 1:
        return abroad
    if k in scene.state_at or k in scene.person_at:
        return 0
    end = k + 1
    while end < len(words) and words.tight(end - 1) and not words.cap[end] and end not in scene.adjectives and (
            words.pos[end] == "ADJ" or words.fold[end] in _MATTERS):
        end += 1
    return _abroad(words, end)


def _abroad(words: Words, i: int) -> int:
    """The end of « à l'étranger », « de l'extérieur » from word i on, else i."""
    tail = words.fold[i:i + 3]
    known = len(tail) == 3 and tail[0] in ("a", "de") and tail[1] == "l" and tail[2] in ("etranger", "exterieur")
    return i + 3 if known else i


def _place(words: Words, k: int) -> int:
    """The end of one capitalised word, with a small adjective, that no further capital follows (les Balkans occidentaux); or 0."""
    if k >= len(words) or not words.cap[k]:
        return 0
    end = k + 1
    if end < len(words) and words.tight(k) and words.pos[end] == "ADJ" and not words.cap[end]:
        end += 1
    return 0 if end < len(words) and words.tight(end - 1) and words.cap[end] else end
