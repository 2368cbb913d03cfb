"""Office phrases: « le ministre russe de la Défense », « les présidents russe et turc », « l'ex-secrétaire d'Etat ».

A phrase is one of the wordings of the table of offices, with the state's adjective before or after its complement, or
« de la Russie » behind it. Whom it stands for is decided in holders.py.
"""
import re
from dataclasses import dataclass, field
from functools import cache

from analysis import world
from analysis.actors.complements import cuts_name, mandate, portfolio, wing
from analysis.actors.lexicon import adjective_codes
from analysis.actors.scene import Scene
from analysis.actors.words import Words
from analysis.spelling import fold_words

#: adjectives that may stand inside an office phrase and say nothing of the state
SKIPPED = frozenset("sortant sortante sortants demissionnaire demissionnaires conservateur conservatrice socialiste "
                    "travailliste islamiste nationaliste populiste liberal liberale centriste ultraconservateur republicain republicaine democrate "
                    "controverse controversee tout puissant nouveau nouvelle actuel actuelle chiite sunnite communiste federal "
                    "federale civil civile interimaire designe designee reelu reelue modere moderee reformateur".split())
_PAST = frozenset("ex ancien ancienne anciens anciennes alors defunt defunte feu predecesseur".split())
_FUTURE = frozenset("futur future futurs prochain prochaine eventuel eventuelle potentiel".split())
_GONE = frozenset("dechu dechue renverse destitue assassine".split())
DETERMINERS = frozenset("le la les l du au des aux ce cet cette ces son sa ses leur leurs notre nos un une".split())
_LOOSE = SKIPPED | frozenset("plus tout deux trois quatre principaux jeune puissant seul imprevisible tres bouillant bref premier "
                             "premiere".split())
_PLURAL_BEFORE = frozenset(("les", "ses", "leurs", "des", "aux", "ces", "deux"))
_COUNCILS = frozenset("regional departemental general municipal scientifique constitutionnel communautaire francais".split())
_OPENING = frozenset(("de", "du", "des", "d", "adjoint", "adjointe", "delegue", "deleguee", "charge", "chargee"))
_ORDINAL = re.compile(r"\d{1,4}(e|eme|er)$")
_OF = frozenset("de du des d".split())
#: what stands before an office in the complement of another one
_INTO = frozenset(("du", "la", "l", "le"))


@dataclass
class Phrase:
    """An office phrase.

    ``first`` … ``last`` - 1 are its words, determiner and « ex » included; ``head`` is the first word of the office.
    ``rows`` are the table's rows for the wording, ``codes`` the states or organisations it names with the words of each
    (iso3, first, last), in order; ``mode`` is present, past or future; ``open`` says that a complement of an unknown
    kind follows (« président du groupe », « ministre du Plan »). ``inner`` are offices named in the complement (« le
    conseiller du président russe »), which have holders of their own.
    """

    first: int
    head: int
    last: int
    rows: tuple[world.Office, ...]
    codes: list[tuple[str, int, int]] = field(default_factory=list)
    plural: bool = False
    determiner: str = ""
    mode: str = "present"
    open: bool = False
    people: list[str] = field(default_factory=list)
    inner: list["Phrase"] = field(default_factory=list)

    def row(self, code: str = "") -> world.Office:
        """The row of the wording that fits a state best: its own scope, then any, then the first."""
        own = [row for row in self.rows if code and code in row.scope]
        return (own or [row for row in self.rows if not row.scope] or list(self.rows))[0]

    def implied(self) -> str:
        """The state that the wording alone gives (patron du Pentagone → USA), or nothing."""
        codes = {row.scope[0] for row in self.rows if row.implied and len(row.scope) == 1}
        return codes.pop() if len(codes) == 1 and all(row.implied for row in self.rows) else ""


@cache
def _trie() -> dict:
    """Wordings of the table by stem (final s dropped), so that plurals match; "" holds the rows."""
    root: dict = {}
    for row in world.wordings():
        for form in row.forms:
            node = root
            for word in fold_words(form):
                node = node.setdefault(stem(word), {})
            found = node.setdefault("", [])
            if row not in found:
                found.append(row)
    return root


@cache
def first_words() -> frozenset[str]:
    """The words that a wording begins with, singular and plural."""
    return frozenset(word for first in _trie() for word in (first, f"{first}s", f"{first}x") if stem(word) == first)


def stem(word: str) -> str:
    """The word without a plural s."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def find_phrases(scene: Scene) -> list[Phrase]:
    """All office phrases of the article, from left to right, without overlap."""
    words, found, done = scene.words, [], 0
    for i in scene.places["offices"]:
        phrase = None if i < done or scene.owner[i] else _match(scene, i)
        if phrase is None or _many(words, phrase):
            continue
        phrase.inner = _inner(scene, phrase)
        if not phrase.open and all(row.shared or row.office_id.startswith("conseiller") for row in phrase.rows):
            phrase.last = mandate(scene, phrase.last)
        found += [phrase, *phrase.inner]
        done = phrase.last
    return found


def is_body(phrase: Phrase) -> bool:
    """« les dirigeants américains », « des ministres israéliens »: many of one state, who act as a body of it."""
    return phrase.plural and len(phrase.codes) == 1


def _inner(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """The office inside « l'émissaire du président américain », where the words name its state and one person holds it."""
    words = scene.words
    for k in range(phrase.head + 1, phrase.last):
        if words.fold[k - 1] in _INTO and stem(words.fold[k]) in _trie() and not words.cap[k - 1]:
            one = _match(scene, k)
            if one and (one.codes or one.implied()) and not one.plural and one.last == phrase.last and not any(row.shared for row in one.rows):
                return [one]
    return []


def _many(words: Words, phrase: Phrase) -> bool:
    """« des responsables allemands », « les députés britanniques »: an office of many, in the plural, names nobody."""
    return phrase.plural and all("*" in row.shared for row in phrase.rows) and not may_name(words, phrase)


def _match(scene: Scene, i: int) -> Phrase | None:
    """The longest wording that starts at word i, with the states named in and after it."""
    words = scene.words
    found = _longest(scene, _trie()[stem(words.fold[i])], i + 1, [])
    if found is None:
        return None
    last, rows, codes = found
    if words.fold[last - 1] == "conseil" and _is_local(words, last):
        return None
    if rows[0].office_id.startswith("ministre-") and not _is_plural(words, i):
        last = portfolio(scene, last)
    last = _after(scene, last, codes)
    phrase = Phrase(i, i, last, tuple(rows), codes, _is_plural(words, i))
    if list(map(stem, words.fold[i:i + 2])) == ["haut", "diplomate"] and (phrase.plural or words.fold[i - 1] == "plus"):
        phrase.rows = world.offices()["ministre-affaires-etrangeres"]
    _extend_vice(scene, phrase)
    last, codes = phrase.last, phrase.codes
    take_before(words, phrase)
    phrase.open = not codes and (_open_complement(scene, last) or cuts_name(scene, i, last))
    if last < len(words) and words.fold[last] in _GONE:
        phrase.mode = "past"
    if words.fold[last:last + 3] == ["de", "l", "epoque"] or words.fold[last:last + 2] == ["d", "alors"]:
        phrase.mode = "past"
    return phrase


def _is_local(words: Words, last: int) -> bool:
    """« président du conseil régional », « du Conseil d'État »: another council than a government."""
    after = words.fold[last:last + 2]
    return bool(after) and (after[0] in _COUNCILS or (after[0] in ("d", "de") and after[-1] in ("etat", "administration")))


def _extend_vice(scene: Scene, phrase: Phrase) -> None:
    """« vice-ministre » + « ministre de la Santé »: the words of the longer office belong to the phrase."""
    i = phrase.head + 1
    node = _trie().get(stem(scene.words.fold[i])) if scene.words.fold[phrase.head] in ("vice", "sous", "porte") else None
    found = _longest(scene, node, i + 1, []) if node else None
    if found and found[0] > phrase.last:
        codes = found[2]
        phrase.last = _after(scene, found[0], codes)
        phrase.codes = codes


def _is_plural(words: Words, i: int) -> bool:
    return words.fold[i].endswith(("s", "x")) or (i > 0 and words.fold[i - 1] in _PLURAL_BEFORE)


def _longest(scene: Scene, node: dict, j: int, codes: list) -> tuple[int, list, list] | None:
    """The longest wording that goes on from word j: its end, its rows and the states named inside it."""
    words = scene.words
    best = (j, list(node[""]), list(codes)) if "" in node else None
    if j >= len(words) or words.gap[j - 1] not in (" ", "-", "'", "’", "\u00a0"):
        return best
    ways = [(j, codes)] if stem(words.fold[j]) in node else []
    k, named = _between(scene, j)
    if k > j and k < len(words) and words.tight(k - 1) and stem(words.fold[k]) in node:
        ways.append((k, codes + named))
    for k, told in ways:
        found = _longest(scene, node[stem(words.fold[k])], k + 1, told)
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


def _between(scene: Scene, j: int) -> tuple[int, list[tuple[str, int, int]]]:
    """What may stand inside a wording from word j on: adjectives of states or of no weight, « de France »."""
    words = scene.words
    k, named = read_adjectives(scene, j)
    if k == j and words.fold[j] in SKIPPED:
        return j + 1, []
    if k == j and words.fold[j] in _OF:
        codes: list[tuple[str, int, int]] = []
        return complements(scene, j, codes), codes
    return k, named


def read_adjectives(scene: Scene, j: int) -> tuple[int, list[tuple[str, int, int]]]:
    """Adjectives of states from word j on, joined by « , », « et »: the end, and (code, first, last) of each."""
    words, found, end = scene.words, [], j
    while j in scene.adjectives:
        last, codes, _ = scene.adjectives[j]
        found.append((adjective_codes(codes), j, last))
        end = j = last
        if j >= len(words):
            break
        if words.gap[j - 1] == ", " and j in scene.adjectives and not words.cap[j]:
            continue
        if words.fold[j] in ("et", "ou") and words.tight(j - 1) and j + 1 in scene.adjectives and not words.cap[j + 1]:
            j += 1
            continue
        if j in scene.adjectives and words.gap[j - 1] == " " and not words.cap[j]:
            continue
        break
    return end, found


def _after(scene: Scene, last: int, codes: list) -> int:
    """Take in what follows the wording: adjectives, « de la Russie », « du Japon, de l'Inde et du Brésil »."""
    words = scene.words
    last = wing(words, last)
    if last < len(words) and words.tight(last - 1):
        skip = last + 1 if words.fold[last] in SKIPPED and not words.cap[last] else last
        if skip < len(words) and words.tight(skip - 1):
            end, named = read_adjectives(scene, skip)
            if named and not words.cap[skip]:
                codes += named
                last = wing(words, end)
    return last if codes else complements(scene, last, codes)


def complements(scene: Scene, last: int, codes: list) -> int:
    """« de la Russie », « de l'ONU », with further ones joined by comma or « et »."""
    words, j = scene.words, last
    while j < len(words) and words.fold[j] in _OF and words.gap[j - 1] in (" ", ", "):
        k = j + 1
        if k < len(words) and words.fold[k] in ("la", "l", "le", "les"):
            k += 1
        hit = scene.state_at.get(k)
        if hit is None:
            break
        code, end = hit
        codes.append((code, k, end))
        last = j = end
        if j < len(words) and words.fold[j] in ("et",):
            j += 1
    return last


def take_before(words: Words, phrase: Phrase) -> None:
    """Take in « ex », « ancien », « nouveau » and the determiner to the left of the office."""
    i = phrase.head
    while i > 0 and words.gap[i - 1] in (" ", "-", "'", "’", "\u00a0"):
        word = words.fold[i - 1]
        if word in _PAST:
            phrase.mode = "past"
        elif word in _FUTURE:
            phrase.mode = "future"
        elif word not in _LOOSE and not _ORDINAL.match(word):
            break
        i -= 1
    if i > 0 and words.fold[i - 1] in DETERMINERS and words.gap[i - 1] in (" ", "'", "’", "\u00a0"):
        i -= 1
        phrase.determiner = words.fold[i]
        if words.fold[i - 1:i] == ["alors"]:
            phrase.mode = "past"
    phrase.first = i


def _open_complement(scene: Scene, last: int) -> bool:
    """Whether « de … » follows, a party between allowed (président LR de la région), which makes the office another one."""
    words = scene.words
    if last in scene.state_at and scene.state_at[last][0] in world.organisations() and words.gap[last - 1] in (" ", " ("):
        last = scene.state_at[last][1]
        return last < len(words) and words.gap[last - 1] in (" ", ") ") and words.fold[last] in _OPENING
    return last < len(words) and words.gap[last - 1] == " " and words.fold[last] in _OPENING


def may_name(words: Words, phrase: Phrase) -> bool:
    """Whether a capitalised word right behind the phrase would be the holder's name."""
    if phrase.last >= len(words) or not words.cap[phrase.last]:
        return False
    return words.gap[phrase.last - 1] in (" ", ", ", "\u00a0")
