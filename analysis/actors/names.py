"""Capitalised sequences that may be a person's name: « Recep Tayyip Erdogan », « Mohammed ben Salmane », « Moon Jae-in ».

A sequence is found by shape alone; whether it names a person is decided by what stands around it (see evidence.py).
"""
from collections.abc import Iterator
from typing import NamedTuple

from analysis.actors.lexicon import first_names
from analysis.actors.words import Words

#: words of a name that may stand in lower case between two capitalised ones
PARTICLES = frozenset("de du des d da do dos di del della van von der den ter ten zu ben bin bint ibn al el ul ur as es "
                      "an ar ould ag ap la le y e af".split())
#: particles that may open a name in lower case, joined by a hyphen: al-Assad, el-Sissi
ARTICLES = frozenset("al el as es an ar ul".split())
#: words that open a sentence with a capital and are no part of the name after them
OPENERS = frozenset("le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes "
                    "il elle ils elles on nous vous je tu qui que qu quand lorsque si mais ou et donc or ni car puis alors ainsi "
                    "selon pour par avec sans sous sur dans en a chez vers entre contre depuis pendant avant apres devant "
                    "derriere malgre outre sauf comme lors face quant grace dont tandis pourtant toutefois cependant "
                    "aussi meme tout toute tous toutes plus moins tres trop deja hier aujourd demain jamais toujours "
                    "interroge interrogee cite citee accuse accusee monsieur madame mr ancien ancienne ex cher chere "
                    "non oui voici voila merci adieu bonjour autre autres chaque plusieurs certains d' dixit apres-demain "
                    "quel quelle quels quelles pourquoi comment combien jusqu parmi plutot surtout enfin ensuite "
                    "affaire mort visite guerre crise proces election elections attaque attaques accord sommet ".split())
_ENCLITICS = frozenset("il elle on la ci t je nous vous ils elles".split())
MONTHS = frozenset("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi "
                   "mercredi jeudi vendredi samedi dimanche".split())


class Sequence(NamedTuple):
    """Words ``first`` … ``last`` - 1, all of one name by their shape; ``upper`` where they are all capitals."""

    first: int
    last: int
    upper: bool


def initial(words: Words, i: int) -> bool:
    """Whether word i is an initial before a full stop and another name: the W of « George W. Bush »."""
    return len(words.form[i]) <= 2 and words.cap[i] and words.gap[i] == ". " and words.fold[i] not in ("m", "mm", "me")


def joins(words: Words, i: int) -> bool:
    """Whether the name may go on from word i to word i + 1."""
    return words.gap[i] in (" ", "-", "\u00a0", "'", "’", "‑") or initial(words, i) or (
        words.gap[i] == ") " and words.fold[i] in first_names())


def sequences(words: Words, barred: bytearray) -> Iterator[Sequence]:
    """Capitalised sequences in order; ``barred[i]`` is true for words that belong to something else."""
    last = 0
    for i in [place for place, cap in enumerate(words.cap) if (cap or words.fold[place] in ARTICLES) and not barred[place]]:
        if i < last or not starts_name(words, i, barred):
            continue
        last = _extend(words, i, barred)
        if words.fold[i] not in ARTICLES or words.cap[i] or last > i + 1:
            upper = all(words.form[k].isupper() for k in range(i, last) if len(words.form[k]) > 1)
            yield Sequence(i, last, upper and len(words.form[i]) > 1)


def starts_name(words: Words, i: int, barred: bytearray) -> bool:
    """Whether a name may start at word i, which is not barred itself."""
    if words.form[i][0].isdigit():
        return False
    if not words.cap[i]:
        return (words.fold[i] in ARTICLES and i + 1 < len(words) and words.gap[i] == "-" and words.cap[i + 1]
                and not barred[i + 1])
    if _is_acronym(words, i):
        return False
    if words.fold[i] in MONTHS and words.pos[i] != "PROPN":
        return False
    if i and words.gap[i - 1] in ("'", "’") and words.fold[i - 1] not in ("d", "l", "qu", "n", "s", "c", "j", "m", "t", "o"):
        return False
    return not (words.opens(i) and words.fold[i] in OPENERS) and words.fold[i] not in ("m", "mm", "mme", "mmes", "mlle")


def _is_acronym(words: Words, i: int) -> bool:
    """« l'AFP Richard Ratcliffe »: capitals before a name that is not in capitals."""
    form = words.form[i]
    return len(form) > 2 and form.isupper() and words.gap[i] == " " and i + 1 < len(words) and not words.form[i + 1].isupper()


def _extend(words: Words, first: int, barred: bytearray) -> int:
    """The end of the sequence that starts at word ``first``."""
    size, last = len(words), first + 1
    while last < size and joins(words, last - 1):
        step = _step(words, last, barred)
        if not step:
            break
        last += step
    return last


def _step(words: Words, i: int, barred: bytearray) -> int:
    """How many words from i on belong to the name before them: 0, 1, or particles and the capitalised word after."""
    if barred[i]:
        return 0
    if words.cap[i]:
        return 1
    if words.gap[i - 1] == "-" and words.fold[i].isalpha() and words.fold[i - 1] not in ("la", "ci"):
        return 1 if _hyphen_tail(words, i) else 0
    for length in (1, 2, 3):
        k = i + length
        if k > i and not all(words.fold[j] in PARTICLES for j in range(i, k)):
            return 0
        if k < len(words) and joins(words, k - 1) and words.cap[k] and not barred[k]:
            return length + 1 if words.fold[i] not in ("du", "des", "de", "d", "la", "le", "e", "y") or _noble(words, i, k) else 0
        if k >= len(words) or not joins(words, k - 1):
            return 0
    return 0


def _hyphen_tail(words: Words, i: int) -> bool:
    """« Jae-in », « Ki-moon », « Jong-un »: a lower-case second half of an Asian given name, not « Trump-il »."""
    return len(words.form[i]) <= 6 and words.fold[i] not in _ENCLITICS


def _noble(words: Words, i: int, k: int) -> bool:
    """Whether « de » after word i - 1 continues a name (Dominique de Villepin), not a phrase (Trump de Washington)."""
    return words.fold[i - 1] in first_names()
