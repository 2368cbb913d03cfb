"""Whether a capitalised sequence names a person whom the tables do not know, and what the article says of them."""
from typing import NamedTuple

from analysis.actors.lexicon import family_first, first_names, not_people, title_words, titles
from analysis.actors.names import Sequence
from analysis.actors.scene import Scene
from analysis.actors.words import Words

#: past participles and finite forms of verbs by which people speak, folded
SAYING = frozenset("declare dit affirme assure estime indique annonce explique ajoute souligne precise rappele rappelle lance "
                   "confie raconte reconnu reconnait deplore denonce regrette insiste tweete ecrit promis prevenu averti martele "
                   "juge note conclu poursuivi resume commente temoigne salue accuse appele repondu retorque ironise observe "
                   "analyse plaide reclame demande espere pense croit avance glisse rapporte soutenu soutient admis "
                   "admet concede assene exclame indigne fustige critique nuance decrypte abonde tempere estimait declarait".split())
#: « NAME, du ministère des Transports »
_EMPLOYERS = frozenset("ministere departement centre institut universite cercle fondation think agence".split())
_BEFORE_NOUN = frozenset(("le", "la", "l", "un", "une", "ancien", "ancienne", "ex", "son", "sa", "vice", "haut"))
_IN_PLACES = frozenset("du de et sur sous les en la le saint sainte".split())
_CREDITS = frozenset(("reportage", "photo", "credit", "photos", "redaction", "traduction"))
_EDITED = frozenset(("edite", "redige", "traduit", "adapte", "relu", "propos"))
CIVIL = frozenset("m mm mme mmes mlle dr pr me".split())


class Title(NamedTuple):
    """The person noun before a name: words ``first`` … ``last`` - 1; ``civil`` for M. and Mme."""

    first: int
    last: int
    civil: bool
    country: str


def title_before(scene: Scene, i: int) -> Title | None:
    """The title, office or person noun that ends right before word i, adjectives between allowed."""
    words = scene.words
    if not i:
        return None
    if words.fold[i - 1] in CIVIL and words.cap[i - 1] and words.gap[i - 1] in (". ", " ", ".\u00a0", "\u00a0"):
        return Title(i - 1, i, True, "")
    k = i
    while k > 0 and words.gap[k - 1] in (" ", "-", "\u00a0") and i - k < 4:
        k -= 1
        if words.fold[k] in title_words() and not (words.cap[k] and not words.opens(k) and words.form[k].isupper()):
            return _longest_title(words, k, i)
        if not _may_stand_between(scene, k):
            return None
    return None


def _longest_title(words: Words, k: int, i: int) -> Title:
    for length in (3, 2):
        row = titles().get(tuple(words.fold[k - length + 1:k + 1]))
        if row:
            return Title(k - length + 1, i, False, row["country"])
    return Title(k, i, False, titles()[(words.fold[k],)]["country"])


#: how the participles end that stand between a title and a name (le président déchu NAME), other than « veut inviter NAME »
_PARTICIPLES = ("é", "ée", "i", "ie", "u", "ue", "is", "ise", "ert", "erte", "eint", "einte", "ant", "ante")


def _may_stand_between(scene: Scene, k: int) -> bool:
    """Adjectives between a title and a name: « l'opposant russe Alexeï », « le sénateur démocrate Bob »."""
    words = scene.words
    if k in scene.adjective_words:
        return True
    if words.cap[k] or words.fold[k] in SAYING:
        return False
    return words.pos[k] in ("ADJ", "NOUN") or (words.pos[k] == "VERB" and words.form[k].endswith(_PARTICIPLES))


def is_person(scene: Scene, seq: Sequence) -> bool:
    """Whether the sequence names a person, by title, first name, apposition or verb of saying."""
    words = scene.words
    if barred_name(words, seq) or is_byline(words, seq.first):
        return False
    if title_before(scene, seq.first) or seq.first in scene.after_office or _introduced(scene, seq):
        return True
    if seq.last - seq.first == 1:
        return _said_by(words, seq) and _apposed(words, seq)
    if seq.last - seq.first < 2 or all(words.gap[k] == "-" for k in range(seq.first, seq.last - 1)):
        return False
    if has_first_name(words, seq):
        return True
    return _apposed(words, seq) or _speaks(words, seq)


def _introduced(scene: Scene, seq: Sequence) -> bool:
    """« son collègue danois, NAME, », « la veuve du maire de cette ville, NAME, »."""
    words, k = scene.words, seq.first - 1
    if k < 0 or words.gap[k] not in (", ", " : ") or not closes(words, seq.last):
        return False
    while k >= 0 and seq.first - k < 14:
        if words.fold[k] in title_words() and not words.cap[k] or (words.opens(k) and words.fold[k] in title_words()):
            return True
        if words.pos[k] in ("VERB", "AUX") or (k and words.gap[k - 1] not in (" ", "-", "'", "’", "\u00a0")):
            return False
        k -= 1
    return False


def is_byline(words: Words, first: int) -> bool:
    """« par Jeanne Dupont, Paul Durand (Reuters) », « notre correspondante à Vilnius, NAME »: who writes is nobody in the story."""
    marks = ""
    for k in range(first - 1, max(first - 12, -1), -1):
        word, marks = words.fold[k], words.gap[k] + marks
        opening = k == 0 or "\n" in words.gap[k - 1] or "(" in words.gap[k - 1]
        if word in ("par", "by") and (opening or words.fold[k - 1] in _EDITED):
            return True
        if word in ("correspondant", "correspondante", "envoye", "envoyee") and words.fold[k - 1] in ("notre", "nos"):
            return True
        if word in _CREDITS and (":" in marks or "©" in marks or words.opens(k) or "(" in words.gap[k - 1]):
            return True
        if words.pos[k] in ("VERB", "AUX") and word not in _EDITED or "\n" in words.gap[k]:
            return False
    return False


def closes(words: Words, last: int) -> bool:
    """Whether punctuation or the end follows word last - 1."""
    return last >= len(words) or any(c in words.gap[last - 1] for c in ",.;:)\"»”\n-–(")


def has_first_name(words: Words, seq: Sequence) -> bool:
    """Whether the sequence starts with a given name, or with a family name of East Asia."""
    first = words.fold[seq.first]
    if first in first_names():
        return True
    size = seq.last - seq.first
    return first in family_first() and size <= 3 and all(len(words.form[k]) <= 8 for k in range(seq.first, seq.last))


def barred_name(words: Words, seq: Sequence) -> bool:
    """Whether a word inside or before says that this is a paper, a firm, a ship, a street."""
    bars = not_people()
    folded = words.fold[seq.first:seq.last]
    if place_end(words, seq):
        return True
    if folded[0] in bars["first"] or folded[-1] in bars["last"] or not bars["any"].isdisjoint(folded):
        return True
    if any(w.isupper() and len(w) > 3 for w in words.form[seq.first:seq.last]) and not seq.upper:
        surname = words.form[seq.last - 1]
        if not surname.isupper():
            return True
    before = words.fold[seq.first - 1] if seq.first and words.gap[seq.first - 1] in (" ", "-") else ""
    if before in ("de", "d", "du"):
        return any(w in bars["before de"] for w in words.fold[max(seq.first - 4, 0):seq.first - 1])
    return before in bars["before"]


def place_end(words: Words, seq: Sequence) -> int:
    """The end of « Bouches-du-Rhône », « Seine-Saint-Denis » at the start of the sequence, or 0: particles and saints between
    hyphens make a place."""
    if words.gap[seq.first] != "-":
        return 0
    last = seq.first + 1
    while last < seq.last and words.gap[last - 1] == "-":
        last += 1
    inner = words.fold[seq.first + 1:last - 1]
    return last if words.fold[seq.first] not in first_names() and any(w in _IN_PLACES for w in inner) else 0


def _apposed(words: Words, seq: Sequence) -> bool:
    """« NAME, 46 ans », « NAME, ministre … », « NAME, l'ancien … »."""
    i = seq.last
    if i >= len(words) or words.gap[i - 1] not in (", ", " ("):
        return False
    if words.form[i].isdigit() and i + 1 < len(words) and words.fold[i + 1] == "ans":
        return True
    while i < len(words) and words.fold[i] in _BEFORE_NOUN:
        i += 1
    return i < len(words) and words.fold[i] in title_words()


def _speaks(words: Words, seq: Sequence) -> bool:
    """« NAME a déclaré », « NAME affirme », « a déclaré NAME », of words tagged as proper nouns."""
    if any(words.pos[k] != "PROPN" for k in (seq.first, seq.last - 1)):
        return False
    after = words.fold[seq.last:seq.last + 3]
    if after[:1] == ["a"] and any(w in SAYING for w in after[1:]) or after and after[0] in SAYING and words.gap[seq.last - 1] == " ":
        return True
    if after[:1] in (["du"], ["de"]) and any(w in _EMPLOYERS for w in after[1:]):
        return True
    return _said_by(words, seq)


def _said_by(words: Words, seq: Sequence) -> bool:
    """« déclare NAME », « a dit à l'AFP NAME »."""
    k = seq.first - 1
    while k >= 0 and seq.first - k < 5 and words.gap[k] in (" ", "'", "’"):
        if words.fold[k] in SAYING:
            return True
        if words.fold[k] not in ("a", "l", "afp", "reuters", "bbc", "cnn", "ap", "la", "chaine", "agence"):
            return False
        k -= 1
    return False
