"""What may follow an office without making it another one: « d'extrême droite », « pour le Moyen-Orient et l'Afrique »."""
from analysis.actors.scene import Scene
from analysis.actors.words import Words

_WINGS = frozenset(("droite", "gauche", "centre"))
_ARTICLES = frozenset(("le", "la", "l", "les"))
_NO_REGION = frozenset(("person", "historical", "adjective"))


def wing(words: Words, last: int) -> int:
    """The end of « d'extrême droite », « de gauche » right behind an office: which wing, not which body."""
    for length in (3, 2):
        after = words.fold[last:last + length]
        if len(after) == length and after[0] in ("d", "de") and after[-1] in _WINGS and (length == 2 or after[1] in ("extreme", "centre")):
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


def _place(words: Words, k: int) -> int:
    """The end of one capitalised word, with a small adjective, that no further capital follows (les Balkans occidentaux); or 0."""
    if k >= len(words) or not words.cap[k]:
        return 0
    end = k + 1
    if end < len(words) and words.tight(k) and words.pos[end] == "ADJ" and not words.cap[end]:
        end += 1
    return 0 if end < len(words) and words.tight(end - 1) and words.cap[end] else end
