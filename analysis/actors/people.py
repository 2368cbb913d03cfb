"""People by name: table names, names found by title or shape, and surnames that come back to them."""
from datetime import date
from functools import cache
from typing import NamedTuple

from analysis import world
from analysis.actors.cast import Cast
from analysis.actors.evidence import barred_name, is_byline, is_person, title_before
from analysis.actors.lexicon import first_names, not_people, ordinary_words, surname_forms, surnames, title_words
from analysis.actors.names import OPENERS, Sequence, initial, sequences
from analysis.actors.scene import Scene, rank
from analysis.actors.trie import Hit
from analysis.actors.words import Words, fold_words
from analysis.records import Actor


HONORIFICS = frozenset("sheikh cheikh hadj hajj sir lord lady dr sayyed mollah imam monseigneur mgr saint".split())
_REIGNING = frozenset("roi reine prince princesse cheikh emir mollah pape patriarche empereur sultan imam grand".split())


class Named(NamedTuple):
    """Words ``first`` … ``last`` - 1 are the name of a person, full or surname only."""

    first: int
    last: int
    actor_id: str
    full: bool


def read_people(scene: Scene, cast: Cast) -> list[Named]:
    """All names of people, in order; full names first, so that a surname in the title finds its owner."""
    barred = bytearray(scene.owner)
    for hit in scene.hits:
        if any(e.kind != "person" for e in hit.entries) and not _starts_person(hit):
            barred[hit.first:hit.last] = b"\1" * (hit.last - hit.first)
    for i in scene.office_words:
        barred[i] = 1
    named = [_table_person(scene, cast, hit) for hit in scene.hits if _starts_person(hit)]
    found = [n for n in named if n]
    for n in found:
        barred[n.first:n.last] = b"\1" * (n.last - n.first)
    rest = [_without_title(scene.words, seq) for seq in sequences(scene.words, barred)]
    found += _full_names(scene, cast, rest)
    found += _listed(scene, cast, rest, found)
    done = {n.first for n in found}
    found += _surnames(scene, cast, [s for s in rest if s.first not in done])
    return sorted(found)


def _without_title(words: Words, seq: Sequence) -> Sequence:
    """« Sheikh Mohammed … », « Président Macron »: a capitalised title before a name is no part of it."""
    first = seq.first
    while first + 1 < seq.last and words.fold[first] in HONORIFICS | title_words() and words.gap[first] == " ":
        first += 1
    return seq._replace(first=first)


def _starts_person(hit: Hit) -> bool:
    return any(e.kind == "person" for e in hit.entries)


def _table_person(scene: Scene, cast: Cast, hit: Hit) -> Named | None:
    """A full name of the table; of several people of that name the one in office nearest to the date."""
    words = scene.words
    if hit.last < len(words) and words.gap[hit.last - 1] == " " and words.fold[hit.last] in ("jr", "junior"):
        return None
    ids = [e.key for e in hit.entries if e.kind == "person"]
    actor = cast.known(min(ids, key=lambda key: distance(scene, key)))
    _place(scene, hit.first, hit.last, actor, "name")
    return Named(hit.first, hit.last, actor.actor_id, True)


def _place(scene: Scene, first: int, last: int, actor: Actor, rule: str) -> None:
    scene.add(first, last, actor, rule)


def _full_names(scene: Scene, cast: Cast, rest: list[Sequence]) -> list[Named]:
    """Names of two words or more that the tables do not have: spelling variants, then people found by evidence."""
    found = []
    for seq in rest:
        if seq.last - seq.first < 2 or _is_surname(scene, cast, seq):
            continue
        if (seq.upper and scene.shouting(seq.first)) or initial(scene.words, seq.first) and seq.last - seq.first == 2:
            continue
        known = _part_of(scene, cast, seq)
        key = "" if known else variant(scene, seq)
        if known:
            actor = known
        elif key:
            actor = cast.known(key)
        elif is_person(scene, seq):
            actor = _newcomer(scene, cast, seq)
        else:
            continue
        scene.add(seq.first, seq.last, actor, "name")
        found.append(Named(seq.first, seq.last, actor.actor_id, True))
    return found


def _part_of(scene: Scene, cast: Cast, seq: Sequence) -> Actor | None:
    """« Mme Lucia Ramirez » after « Marta Lucia Ramirez »: the last words of a full name of the article."""
    folded = scene.words.fold[seq.first:seq.last]
    actor = cast.by_surname((folded[-1],))
    return actor if actor and set(folded) <= set(fold_words(actor.name)) else None


def _listed(scene: Scene, cast: Cast, rest: list[Sequence], found: list[Named]) -> list[Named]:
    """Names in a list beside a full name: « Leung Kwok-hung, Figo Chan et Raphael Wong »."""
    words, more = scene.words, []
    starts, ends = {n.first for n in found if n.full}, {n.last for n in found if n.full}
    for seq in rest:
        if seq.first in starts or seq.last - seq.first < 2 or seq.upper or _is_surname(scene, cast, seq) or barred_name(words, seq) or is_byline(words, seq.first):
            continue
        after = seq.last + (seq.last < len(words) and words.fold[seq.last] == "et")
        before = seq.first - (words.fold[seq.first - 1] == "et")
        if after in starts and words.gap[seq.last - 1] in (", ", " ") or (before in ends and words.gap[before - 1] in (", ", " ") and before):
            actor = _newcomer(scene, cast, seq)
            scene.add(seq.first, seq.last, actor, "name")
            more.append(Named(seq.first, seq.last, actor.actor_id, True))
            starts.add(seq.first)
            ends.add(seq.last)
    return more


def _is_surname(scene: Scene, cast: Cast, seq: Sequence) -> bool:
    """« Le Drian », « ben Salmane », « Al-Assad »: two words that are one surname."""
    words = tuple(scene.words.fold[seq.first:seq.last])
    return words in cast.surnames or (words in surnames() and words[0] not in first_names())


def _newcomer(scene: Scene, cast: Cast, seq: Sequence) -> Actor:
    """A person whom the tables do not know; gender by title or given name."""
    words = scene.words
    title = title_before(scene, seq.first)
    gender = first_names().get(words.fold[seq.first], "")
    if title:
        if words.fold[title.first] in ("mme", "mlle"):
            gender = "f"
        elif words.fold[title.first] == "m":
            gender = "m"
    name = words.slice(seq.first, seq.last)
    if seq.upper:
        name = name.title()
    return cast.new(name, gender=gender)


def _surnames(scene: Scene, cast: Cast, rest: list[Sequence]) -> list[Named]:
    """Single surnames: of the article's people, after M. or a title, or of a person of the table in office."""
    found = []
    for seq in rest:
        for part in _parts(scene, cast, seq):
            actor = _owner(scene, cast, part)
            if actor:
                scene.add(part.first, part.last, actor, "surname")
                found.append(Named(part.first, part.last, actor.actor_id, False))
    return found


def _parts(scene: Scene, cast: Cast, seq: Sequence) -> list[Sequence]:
    """The sequence itself, or the halves of « Trump-Kim », or its last words after an opening word."""
    words = scene.words
    folded = tuple(words.fold[seq.first:seq.last])
    if seq.last < len(words) and words.gap[seq.last - 1] == "-":
        return []
    if len(folded) == 1:
        first = seq.first
        if first and words.cap[first - 1] and words.gap[first - 1] == " " and not scene.owner[first - 1] and (
                words.fold[first - 1], folded[0]) in cast.surnames:
            return [Sequence(first - 1, seq.last, seq.upper)]
        return [seq]
    if _is_surname(scene, cast, seq):
        return [seq]
    if len(folded) == 2 and words.gap[seq.first] in ("-", " ") and all((w,) in cast.surnames or (w,) in surnames() for w in folded):
        if words.gap[seq.first] == "-":
            return [Sequence(k, k + 1, seq.upper) for k in range(seq.first, seq.last)]
    if len(words.form[seq.first]) <= 2 and initial(words, seq.first) and (folded[1:] in cast.surnames or folded[1:] in surnames()):
        return [Sequence(seq.first + 1, seq.last, seq.upper)]
    return []


def _owner(scene: Scene, cast: Cast, seq: Sequence) -> Actor | None:
    """The person for whom a surname stands."""
    words = scene.words
    folded = tuple(words.fold[seq.first:seq.last])
    title = title_before(scene, seq.first)
    if folded == ("le", "monde") or (seq.upper and scene.shouting(seq.first) and not cast.by_surname(folded)):
        return None
    actor = cast.by_surname(folded)
    if actor and (title or not _is_function_word(words, seq, folded)):
        return actor
    key = in_office(scene, folded, bool(title))
    if key and (title or (len(folded[-1]) >= 4 and not _is_other_word(words, seq, folded))):
        return cast.known(key)
    if title and folded[0] not in not_people()["first"] and not _given_only(scene, title.first, folded) and (title.civil or _titled_alone(scene, title.first)) and words.pos[seq.first] != "NUM" and not _first_only(folded, title):
        return _newcomer(scene, cast, seq)
    return None


def _given_only(scene: Scene, i: int, folded: tuple[str, ...]) -> bool:
    """« le président américain Donald »: a given name alone is nobody new, unless he reigns."""
    return folded[0] in first_names() and scene.words.fold[i] not in _REIGNING


def _first_only(folded: tuple[str, ...], title) -> bool:
    return title.civil and len(folded[0]) < 2


def _titled_alone(scene: Scene, i: int) -> bool:
    """Titles that may stand before a surname or a single name of someone not named in full: le général McKenzie, le roi Salmane."""
    return scene.words.fold[i] in ("president", "presidente", "general", "colonel", "marechal", "amiral", "roi", "reine", "prince", "princesse",
                                   "cheikh", "emir", "mollah", "ayatollah", "pape", "patriarche", "ministre", "senateur", "juge", "commandant",
                                   "procureur", "capitaine", "lieutenant", "imam", "empereur", "sultan")


def _is_function_word(words: Words, seq: Sequence, folded: tuple[str, ...]) -> bool:
    """Whether a surname of the article is, where it stands, a word that opens the sentence (« Le », « Ben oui »)."""
    return len(folded) == 1 and words.opens(seq.first) and (folded[0] in OPENERS or words.pos[seq.first] in ("DET", "ADP", "PRON", "CCONJ", "SCONJ"))


def _is_other_word(words: Words, seq: Sequence, folded: tuple[str, ...]) -> bool:
    """Whether a bare capitalised word is likelier an ordinary word or somebody's given name than this surname."""
    if len(folded) > 1:
        return False
    if words.opens(seq.first) and (words.pos[seq.first] not in ("PROPN", "NOUN", "X") or folded[0] in ordinary_words()):
        return folded[0] in OPENERS or folded[0] in ordinary_words() or words.pos[seq.first] not in ("PROPN", "NOUN", "X", "ADJ", "VERB")
    return False


def in_office(scene: Scene, folded: tuple[str, ...], titled: bool = False) -> str:
    """The only person of the table with that surname who is in office at the date, or nothing."""
    ids = surnames().get(folded, ())
    if not ids or (not titled and (folded[-1] in ordinary_words() or folded[-1] in first_names())):
        return ""
    for reach, worst in ((0, 999), (1500, 999), (6000, _TOP)):
        best = sorted((standing(scene, key, reach), key) for key in ids if distance(scene, key) <= reach)
        best = [pair for pair in best if pair[0] <= worst]
        if best and (len(best) == 1 or best[0][0] < min(best[1][0], 40)):
            return best[0][1]
        if best:
            return ""
    return ""


#: rank of the offices whose holders everybody knows by surname years later
_TOP = 12


def standing(scene: Scene, person_id: str, reach: int) -> int:
    """The rank of the highest office the person held within ``reach`` days of the publication."""
    terms = [t for t in world.people()[person_id].terms if not scene.window or days_away(t, scene.window) <= reach]
    return min((rank(t.office_id) for t in terms), default=999)


def days_away(term: world.Term, window: tuple[date, date]) -> int:
    """Days between the window and the term, 0 where they overlap."""
    first, last = window
    start, end = term.first or date.min, term.last or date.max
    return 0 if start <= last and first <= end else (start - last).days if start > last else (first - end).days


def distance(scene: Scene, person_id: str) -> int:
    """Days between the publication and the person's nearest term (0 while in office)."""
    if not scene.window:
        return 0
    return min((days_away(term, scene.window) for term in world.people()[person_id].terms), default=100_000)


def plain(word: str) -> str:
    """A surname without what transliterations differ in: kuleba and kouleba, shoigu and choigou."""
    for old, new in (("tch", "ch"), ("sch", "ch"), ("sh", "ch"), ("ou", "u"), ("oo", "u"), ("yi", "i"), ("iy", "i"), ("ij", "i"), ("ii", "i"),
                     ("y", "i"), ("w", "v"), ("kh", "h"), ("ph", "f"), ("dj", "j"), ("q", "k"), ("ck", "k")):
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
                given = words[0] if words[0] != surname_forms(name)[0][0] else words[1]
                found.setdefault(plain(surname_forms(name)[0][-1]), []).append((plain(given), person.person_id))
    return {key: tuple(dict.fromkeys(pairs)) for key, pairs in found.items()}


def variant(scene: Scene, seq: Sequence) -> str:
    """The person of the table of whose name the sequence is another spelling (Dmitry Kuleba, Sergei Shoigu), or nothing."""
    words = scene.words.fold[seq.first:seq.last]
    for surname, given in ((words[-1], words[0]), (words[0], words[1])):
        ids = {key for name, key in _variants().get(plain(surname), ()) if _same_given(name, plain(given))}
        if ids:
            return min(ids, key=lambda key: distance(scene, key))
    return ""


def _same_given(a: str, b: str) -> bool:
    """Given names that are spelling variants: dmitri, dmitro; sergei, serhii; mohamed, muhamad."""
    if a == b:
        return True
    if len(a) < 3 or len(b) < 3 or a[0] != b[0]:
        return False
    bare = [w.translate(str.maketrans("", "", "aeiouh")) for w in (a, b)]
    return bare[0] == bare[1] or (a[:3] == b[:3] and abs(len(a) - len(b)) <= 2)
